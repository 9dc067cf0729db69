import CrosswalkModel

/// A word for a relationship, as OSCAL spells it, or `related`.
public struct RelationWord: Hashable, Sendable {
  /// The word, in lower case; kept with the claim for lossless export.
  public let token: String
  /// What it says when "intersects" is meant strictly.
  public let relations: RelationshipSet

  private static let meanings: [(token: String, relations: RelationshipSet)] = [
    ("equal-to", .equal), ("equivalent-to", .equal), ("subset-of", .subsetOf), ("superset-of", .supersetOf),
    ("intersects-with", .intersectsWith), ("no-relationship", .disjoint), ("related", .related),
    // What a source denies, without saying what holds instead.
    ("not-equal-to", .all.subtracting(.equal)), ("not-subset-of", .all.subtracting(.subsetOf)),
    ("not-superset-of", .all.subtracting(.supersetOf)),
  ]

  /// The words that are known, for messages.
  public static let allowed = meanings.map(\.token).joined(separator: ", ")

  /// The relation called `word`, whatever its case; `nil` where there is none.
  public init?(_ word: some StringProtocol) {
    let lowered = word.lowercased()
    guard let meaning = Self.meanings.first(where: { $0.token == lowered }) else { return nil }
    token = meaning.token
    relations = meaning.relations
  }

  /// Whether the word can be meant strictly or loosely.
  public var isIntersection: Bool { relations == .intersectsWith }

  /// Whether the word says one relation, strictly meant or not.
  var hasOneMeaning: Bool { !isIntersection && relations != .related }

  /// What the word says: a loose "intersects" excludes nothing but disjoint.
  public func relations(isStrict: Bool) -> RelationshipSet {
    isIntersection && !isStrict ? .related : relations
  }

  /// The word that says the same with the ends exchanged.
  var converse: RelationWord {
    switch token {
    case "subset-of": RelationWord(token: "superset-of", relations: relations.converse)
    case "superset-of": RelationWord(token: "subset-of", relations: relations.converse)
    case "not-subset-of": RelationWord(token: "not-superset-of", relations: relations.converse)
    case "not-superset-of": RelationWord(token: "not-subset-of", relations: relations.converse)
    default: self
    }
  }

  /// The same word, said to mean what `other` means.
  func meaning(_ other: RelationWord) -> RelationWord {
    RelationWord(token: token, relations: other.relations)
  }

  private init(token: String, relations: RelationshipSet) {
    self.token = token
    self.relations = relations
  }
}
