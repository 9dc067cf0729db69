/// How the rows of a table become claims.
public struct MappingRules: Codable, Hashable, Sendable {
  /// The column of identifiers in the source framework.
  public var source: String
  /// The column of identifiers in the target framework.
  public var target: String
  /// The column of the relationship's word.
  public var relation: String
  /// The column whose text becomes the note of the claim.
  public var comment: String?
  /// Whose side the words state first. Publishers differ, so there is no default.
  public var direction: Direction
  /// What the publisher means by "intersects". Many only mean "related", so there is no default.
  public var intersects: Intersects
  /// The publisher's words, each as OSCAL spells it or as `related`; OSCAL's own are always known. The empty word
  /// says what an empty cell means; without it, an empty cell is an error.
  public var relations: [String: String]?

  /// Which way a row reads.
  public enum Direction: String, Codable, Sendable {
    /// "source RELATION target".
    case sourceToTarget = "source-to-target"
    /// "target RELATION source".
    case targetToSource = "target-to-source"
  }

  /// What "intersects" means.
  public enum Intersects: String, Codable, Sendable {
    /// Proper overlap: something shared, and something left on both sides.
    case strict
    /// Anything but disjoint.
    case loose
  }
}
