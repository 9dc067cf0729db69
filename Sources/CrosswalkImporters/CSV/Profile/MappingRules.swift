/// How the rows of a table become claims.
struct MappingRules: Codable, Hashable, Sendable {
  /// The column of identifiers in the source framework.
  var source: String
  /// The column of identifiers in the target framework.
  var target: String
  /// The column of the relationship's word; a table without one has ``everyRelation``.
  var relation: String?
  /// What every row says, where the table has no column for it.
  var everyRelation: String?
  /// The framework of the source column; without it, the user names it.
  var sourceFramework: String?
  /// The framework of the target column; without it, the user names it.
  var targetFramework: String?
  /// What stands between several identifiers in one cell; each of these, and line breaks where one is named.
  var separators: [String]?
  /// What several identifiers in one cell mean; there is no default.
  var several: Several?
  /// The column that joins rows: those with the same content and the same source are one claim about the union of
  /// their targets.
  var group: String?
  /// What a row with an empty source or target is; an error where nothing is said.
  var unpaired: Unpaired?
  /// The column of the sense in which the ends are related.
  var rationale: String?
  /// The publisher's words for rationales: each as `syntactic`, `semantic` or `functional`.
  var rationales: [String: String]?
  /// The column of the strength, 0 through 10.
  var strength: String?
  /// The column of the confidence, 0 through 1 or a percentage.
  var confidence: String?
  /// The column whose text becomes the note of the claim.
  var comment: String?
  /// Columns that every row must fill with this content, such as the name of the one source document.
  var constants: [String: String]?
  /// Columns that are left out, each with the reason that the import report gives.
  var ignored: [String: String]?
  /// Whose side the words state first; publishers differ, so there is no default.
  var direction: Direction
  /// What the publisher means by "intersects"; many only mean "related", so there is no default.
  var intersects: Intersects
  /// The publisher's words, each as OSCAL spells it or as `related`; OSCAL's own are always known, and what the
  /// profile says about one of them goes before its usual meaning.
  ///
  /// The empty word says what an empty cell means; without it, an empty cell is an error.
  var relations: [String: String]?

  /// Which way a row reads.
  enum Direction: String, Codable, Sendable {
    /// "source RELATION target".
    case sourceToTarget = "source-to-target"
    /// "target RELATION source".
    case targetToSource = "target-to-source"
  }

  /// What "intersects" means.
  enum Intersects: String, Codable, Sendable {
    /// Proper overlap: something shared, and something left on both sides.
    case strict
    /// Anything but disjoint.
    case loose
  }

  /// What several identifiers in one cell mean.
  enum Several: String, Codable, Sendable {
    /// The row says the same of each: one claim for every pair.
    case each
    /// The row speaks of all of them together: one claim about their union.
    case together
  }

  /// What a row that names one end only is.
  enum Unpaired: String, Codable, Sendable {
    /// No claim; the row is named in the import report.
    case notUsed = "not-used"
    /// An error.
    case error
  }
}
