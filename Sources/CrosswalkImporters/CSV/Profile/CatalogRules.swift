/// How the rows of a table become the controls of a catalog.
public struct CatalogRules: Codable, Hashable, Sendable {
  /// The columns whose meaning the toolkit knows.
  public var columns: Columns
  /// What a row is; a control where nothing is said.
  public var rows: RowKind?
  /// What rows require where no column says it: `outcome` for voluntary guidance.
  public var modality: String?
  /// What is put before the identifier of a row: `annex-`.
  public var idPrefix: String?
  /// What is put before the identifier to make the label where no column holds it: `Article `.
  public var labelPrefix: String?
  /// Groups whose identifier and texts every row repeats, outermost first.
  public var levels: [Level]?
  /// Groups that only the identifiers show, outermost first: `AC` of `AC-2`.
  public var groups: [PrefixGroup]?
  /// Where the identifier of a row holds this mark, the row adds to the control named by what stands before the
  /// last such mark: `(` makes `AC-2(10)` an enhancement of `AC-2`.
  public var enhancementMark: String?
  /// A row is withdrawn where one of these holds.
  public var withdrawn: [CellTest]?
  /// Columns of text beside the requirement; each cell becomes guidance below its control.
  public var guidance: [String]?
  /// Columns that name other controls.
  public var links: [LinkColumn]?
  /// For property columns with several values in one cell: what stands between them.
  public var several: [String: String]?
  /// Contents that mean an empty cell: `[None]`.
  public var blanks: [String]?
  /// Columns that are left out, each with the reason that the import report gives.
  public var ignored: [String: String]?

  /// What a row of the table is.
  public enum RowKind: String, Codable, Sendable {
    case control, statement
    /// Rows that hold others and are not assessed themselves are groups, the others controls; a row below a control
    /// is an enhancement, since a plain table does not say that the parts make up the whole.
    case byStructure = "by-structure"
  }

  /// The columns whose meaning the toolkit knows, by their names in the table; only `id` is needed.
  public struct Columns: Codable, Hashable, Sendable {
    public var id: String
    public var parentID: String?
    /// `group`, `control`, `enhancement`, `statement`, `guidance` or `recital`; `rows` decides where it is empty.
    public var kind: String?
    public var label: String?
    public var title: String?
    public var text: String?
    public var summary: String?
    public var modality: String?
    /// Names of roles with ` | ` between them.
    public var roles: String?
    /// `YYYY-MM-DD`.
    public var appliesFrom: String?
    public var appliesNote: String?
    /// `1` or `0`, also `true` or `false`, `yes` or `no`.
    public var assessable: String?

    enum CodingKeys: String, CodingKey {
      case id, kind, label, title, text, summary, modality, roles, assessable
      case parentID = "parent_id"
      case appliesFrom = "applies_from"
      case appliesNote = "applies_note"
    }

    /// The columns that a table may have or lack.
    var optional: [String] {
      [
        parentID, kind, label, title, text, summary, modality, roles, appliesFrom, appliesNote, assessable,
      ].compactMap(\.self)
    }
  }

  /// A group whose identifier every row of it repeats.
  ///
  /// A change of the identifier opens the group or goes back to it. An empty cell means the group of the row above
  /// (merged cells), unless the row names a deeper group that is known already.
  public struct Level: Codable, Hashable, Sendable {
    /// The column of the group's identifier.
    public var id: String
    public var idPrefix: String?
    public var labelPrefix: String?
    /// Whether the identifier is written in capitals in the catalog: `Govern` becomes `GOVERN`.
    public var upperCase: Bool?
    public var title: String?
    public var text: String?
    public var withdrawn: [CellTest]?
  }

  /// A group named by the part of the identifier before the last `mark`.
  public struct PrefixGroup: Codable, Hashable, Sendable {
    public var mark: String
    /// Titles of the groups by their identifiers.
    public var titles: [String: String]?
  }

  /// A test of one cell; case does not count.
  public struct CellTest: Codable, Hashable, Sendable {
    public var column: String
    public var equals: String?
    public var beginsWith: String?
  }

  /// A column that names other controls; a full stop at the end of the cell does not count.
  public struct LinkColumn: Codable, Hashable, Sendable {
    public var column: String
    /// What the link means: `related`.
    public var relation: String
    public var separator: String
  }
}
