/// Every relation still possible between two nodes, and why no other is.
public struct Explanation: Sendable {
  /// Claims of which none can be spared, as lines of reasoning.
  public struct Proof: Hashable, Sendable {
    /// The derivations whose relations together leave just those of the explanation.
    public let derivations: [Derivation]
    /// Whether it is known to be the first by its measure; otherwise none better was found.
    public let isProven: Bool

    /// Creates a proof.
    public init(derivations: [Derivation], isProven: Bool) {
      self.derivations = derivations
      self.isProven = isProven
    }

    /// Where nothing has to be proven.
    public static let none = Proof(derivations: [], isProven: true)

    /// The claims that it rests on, by identity.
    public var claims: [ClaimID] { Set(derivations.flatMap(\.claims)).sorted() }
  }

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
  /// The proof with the fewest claims; of equally long ones, the one whose weakest claim is best.
  ///
  /// Without derivations where nothing is known; for a contradiction, a minimal set of conflicting claims.
  public let shortest: Proof
  /// The proof whose weakest claim is best: fresh before stale, reviewed before draft, then by confidence.
  ///
  /// Of several, the shortest.
  public let mostTrusted: Proof
  /// The claims of both proofs, by identity.
  public let claims: [MappingClaim]
  /// The most claims on a chain between the two ends, where only claims on such chains were used; `nil` where
  /// claims were followed without limit.
  public let longestChain: Int?
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public var knownBy: CalendarDate?

  /// Creates an explanation.
  public init(
    source: ControlID, sourceTitle: String, target: ControlID, targetTitle: String,
    relations: RelationshipSet, shortest: Proof, mostTrusted: Proof, claims: [MappingClaim],
    longestChain: Int? = nil
  ) {
    self.source = source
    self.sourceTitle = sourceTitle
    self.target = target
    self.targetTitle = targetTitle
    self.relations = relations
    self.shortest = shortest
    self.mostTrusted = mostTrusted
    self.claims = claims
    self.longestChain = longestChain
  }

  /// The derivations of the shortest proof; none where nothing is known.
  public var derivations: [Derivation] { shortest.derivations }

  /// The claim that `step` rests on; `nil` for structure.
  public func claim(of step: DerivationStep) -> MappingClaim? {
    guard case .claim(let id, _, _, _, _, _) = step.ground else { return nil }
    return claims.first { $0.id == id }
  }
}
