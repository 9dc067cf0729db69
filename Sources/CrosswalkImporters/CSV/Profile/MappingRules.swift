/// How the rows of a table become claims.
struct MappingRules: Codable, Hashable, Sendable {
  /// The column of identifiers in the source framework.
  var source: String
  /// The column of identifiers in the target framework.
  var target: String
  /// The column of the relationship's word.
  var relation: String
  /// The column whose text becomes the note of the claim.
  var comment: String?
  /// Whose side the words state first; publishers differ, so there is no default.
  var direction: Direction
  /// What the publisher means by "intersects"; many only mean "related", so there is no default.
  var intersects: Intersects
  /// The publisher's words, each as OSCAL spells it or as `related`; OSCAL's own are always known.
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
}
