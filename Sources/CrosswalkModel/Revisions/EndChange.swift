/// What became of one thing that a claim names, since the text that its author read.
public struct EndChange: Hashable, Sendable {
  /// What the claim names; the local name is empty for a whole framework.
  public var id: ControlID
  /// What became of it.
  public var outcome: RequirementComparison.Outcome
  /// Its own words and those of its parts, as far as they changed, in document order; of a whole framework none.
  public var changes: [CatalogDiff.Change]
  /// Parts that are new.
  public var added: [CatalogDiff.Node]
  /// Parts that are gone, or withdrawn.
  public var removed: [CatalogDiff.Node]
  /// Where it went, as far as that is known.
  public var moves: [CatalogDiff.Move]
  /// Of a whole framework: how many of its requirements changed, came or went.
  public var count: Int

  /// Creates a change.
  public init(
    _ id: ControlID, _ outcome: RequirementComparison.Outcome, changes: [CatalogDiff.Change] = [],
    added: [CatalogDiff.Node] = [], removed: [CatalogDiff.Node] = [], moves: [CatalogDiff.Move] = [],
    count: Int = 0
  ) {
    self.id = id
    self.outcome = outcome
    self.changes = changes
    self.added = added
    self.removed = removed
    self.moves = moves
    self.count = count
  }
}
