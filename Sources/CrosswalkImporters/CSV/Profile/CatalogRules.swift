/// How the rows of a table become the controls of a catalog.
struct CatalogRules: Codable, Hashable, Sendable {
  /// The columns whose meaning the toolkit knows.
  var columns: Columns
  /// What a row is; a control where nothing is said.
  var rows: RowKind?
  /// What rows require where no column says it: `outcome` for voluntary guidance.
  var modality: String?
  /// What is put before the identifier of a row: `annex-`.
  var idPrefix: String?
  /// What is put before the identifier to make the label where no column holds it: `Article `.
  var labelPrefix: String?
  /// Groups whose identifier and texts every row repeats, outermost first.
  var levels: [Level]?
  /// Groups that only the identifiers show, outermost first: `AC` of `AC-2`.
  var groups: [PrefixGroup]?
  /// Where the identifier of a row holds this mark, the row adds to the control named by what stands before the
  /// last such mark: `(` makes `AC-2(10)` an enhancement of `AC-2`.
  var enhancementMark: String?
  /// A row is withdrawn where one of these holds.
  var withdrawn: [CellTest]?
  /// Columns of text beside the requirement; each cell becomes guidance below its control.
  var guidance: [String]?
  /// Columns that name other controls.
  var links: [LinkColumn]?
  /// For property columns with several values in one cell: what stands between them.
  var several: [String: String]?
  /// Contents that mean an empty cell: `[None]`.
  var blanks: [String]?
  /// Columns that are left out, each with the reason that the import report gives.
  var ignored: [String: String]?

  /// Texts that the published table is known to have lost a part of.
  var errata: [Erratum]?

  /// A text that the table has only in part, named until a table has all of it.
  struct Erratum: Codable, Hashable, Sendable {
    /// The group or control, as the table names it.
    var control: String
    /// How its text ends where it is cut.
    var textEndsWith: String
    /// What is missing, and where the whole text is.
    var note: String
  }

  /// What a row of the table is.
  enum RowKind: String, Codable, Sendable {
    case control, statement
    /// Rows that hold others and are not assessed themselves are groups, the others controls; a row below a control
    /// is an enhancement, since a plain table does not say that the parts make up the whole.
    case byStructure = "by-structure"
  }

  /// The columns whose meaning the toolkit knows, by their names in the table; only `id` is needed.
  struct Columns: Codable, Hashable, Sendable {
    var id: String
    var parentID: String?
    /// `group`, `control`, `enhancement`, `statement`, `guidance` or `recital`; `rows` decides where it is empty.
    var kind: String?
    var label: String?
    var title: String?
    var text: String?
    var summary: String?
    var modality: String?
    /// Names of roles with ` | ` between them.
    var roles: String?
    /// `YYYY-MM-DD`.
    var appliesFrom: String?
    var appliesNote: String?
    /// `1` or `0`, also `true` or `false`, `yes` or `no`.
    var assessable: String?

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
  struct Level: Codable, Hashable, Sendable {
    /// The column of the group's identifier.
    var id: String
    var idPrefix: String?
    var labelPrefix: String?
    /// Whether the identifier is written in capitals in the catalog: `Govern` becomes `GOVERN`.
    var upperCase: Bool?
    /// Where identifier and text stand in one cell, what parts them: `: ` in `GOVERN 1.1: Requirements are …`.
    var splitAt: String?
    var title: String?
    var text: String?
    var withdrawn: [CellTest]?
  }

  /// A group named by the part of the identifier before the last `mark`.
  struct PrefixGroup: Codable, Hashable, Sendable {
    var mark: String
    /// Titles of the groups by their identifiers.
    var titles: [String: String]?
  }

  /// A test of one cell; case does not count.
  struct CellTest: Codable, Hashable, Sendable {
    var column: String
    var equals: String?
    var beginsWith: String?
  }

  /// A column that names other controls; a full stop at the end of the cell does not count.
  struct LinkColumn: Codable, Hashable, Sendable {
    var column: String
    /// What the link means: `related`.
    var relation: String
    var separator: String
  }
}
