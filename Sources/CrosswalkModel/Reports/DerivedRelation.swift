/// What the closure adds to the claims about one pair: a relation that nobody claimed, a narrower one, or a conflict.
public struct DerivedRelation: Hashable, Sendable {
  /// What the claims about the pair itself say of it.
  public enum Kind: String, CaseIterable, Sendable {
    /// Nobody claimed anything of this very pair.
    case derived
    /// Others leave less than the claims about the pair itself do.
    case sharpened
    /// The claims leave no relation.
    case contradicted
  }

  /// The node that the relations are read from.
  public let source: ControlID
  /// The node that they are read to.
  public let target: ControlID
  /// How it stands to the claims about this very pair.
  public let kind: Kind
  /// What is not excluded; the empty set for a contradiction.
  public let relations: RelationshipSet
  /// What the claims about this very pair leave; `nil` where there is none.
  public let claimed: RelationshipSet?
  /// Why: the lines whose relations together leave just ``relations``.
  public let derivation: Derivation

  /// Creates a derived relation.
  public init(
    source: ControlID, target: ControlID, kind: Kind, relations: RelationshipSet, claimed: RelationshipSet?,
    derivation: Derivation
  ) {
    self.source = source
    self.target = target
    self.kind = kind
    self.relations = relations
    self.claimed = claimed
    self.derivation = derivation
  }
}

/// What follows from the claims of a graph about two of its frameworks, counted.
public struct ClosureSummary: Hashable, Sendable {
  /// The framework with the lower name.
  public let first: FrameworkID
  /// The other one.
  public let second: FrameworkID
  /// Pairs about which a claim says something.
  public var claimed = 0
  /// Pairs about which something follows that no claim says of them, by ``DerivedRelation/Kind``.
  public var counts: [DerivedRelation.Kind: Int] = [:]

  /// Creates an empty count for two frameworks.
  public init(_ first: FrameworkID, _ second: FrameworkID) {
    self.first = min(first, second)
    self.second = max(first, second)
  }
}
