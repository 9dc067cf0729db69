/// Every relation still possible between two nodes, and why no other is.
public struct Explanation: Sendable {
  /// The node that the relations are read from.
  public let source: ControlID
  /// Its title.
  public let sourceTitle: String
  /// The node that they are read to.
  public let target: ControlID
  /// Its title.
  public let targetTitle: String
  /// What is not excluded; the empty set where the claims contradict each other.
  public let relations: RelationshipSet
  /// The derivations whose relations together leave just ``relations``; none where nothing is known.
  public let derivations: [Derivation]
  /// The most claims on a chain between the two ends, where only claims on such chains were used; `nil` where
  /// claims were followed without limit.
  public let longestChain: Int?

  /// Creates an explanation.
  public init(
    source: ControlID, sourceTitle: String, target: ControlID, targetTitle: String,
    relations: RelationshipSet, derivations: [Derivation], longestChain: Int? = nil
  ) {
    self.source = source
    self.sourceTitle = sourceTitle
    self.target = target
    self.targetTitle = targetTitle
    self.relations = relations
    self.derivations = derivations
    self.longestChain = longestChain
  }
}
