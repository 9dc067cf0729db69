import CrosswalkModel

/// Two ends for which the claims leave no relation possible, and claims that are enough to make it so.
public struct Contradiction: Hashable, Sendable {
  /// Several mean their union.
  public let source: [ControlID]
  /// Several mean their union.
  public let target: [ControlID]
  /// A minimal set, ordered by identity: without any one of them, the others do not conflict.
  public let claims: [ClaimID]
  /// The lines of reasoning that exclude each other, over ``claims`` only.
  public let derivations: [Derivation]
}

extension RelationshipClosure {
  /// Every pair that the claims leave without a relation, in document order, each with one minimal set of claims.
  ///
  /// Pairs with a whole framework as one end ("no counterpart") show as the pairs with its nodes.
  /// Cost: for each pair, one small closure for each claim of its derivation.
  public func contradictions() -> [Contradiction] { contradictionsWithClaims().map(\.contradiction) }

  /// The contradictions, with their claims as the network has them.
  func contradictionsWithClaims() -> [(contradiction: Contradiction, claims: [Int])] {
    let ofPairs = emptyPairs.filter {
      !network.isEverything($0.pair.low) && !network.isEverything($0.pair.high)
    }
    .map { empty in
      let core = core(of: empty)
      return (contradiction(of: empty, core), core.claims)
    }
    return ofPairs + network.selfContradicting.map { (selfContradiction($0), [$0]) }
  }

  /// The contradiction of one empty pair, with a minimal set of claims.
  func contradiction(of empty: EmptyPair) -> Contradiction { contradiction(of: empty, core(of: empty)) }

  private func core(of empty: EmptyPair) -> ConflictCore {
    ConflictMinimizer(network: network, inference: options.inference).minimized(empty)
  }

  private func contradiction(of empty: EmptyPair, _ core: ConflictCore) -> Contradiction {
    Contradiction(
      source: network.names(of: empty.pair.low), target: network.names(of: empty.pair.high),
      claims: core.claims.map { network.claims[$0].id },
      derivations: core.lines.map(DerivationWriter(network: network).derivation))
  }

  private func selfContradiction(_ index: Int) -> Contradiction {
    let claim = network.claims[index]
    let step = DerivationStep(
      ground: DerivationWriter(network: network).ground(ofClaim: index), source: claim.source.controls,
      relations: claim.relations, target: claim.target.controls)
    return Contradiction(
      source: claim.source.controls, target: claim.target.controls, claims: [claim.id],
      derivations: [Derivation(steps: [step], relations: claim.relations)])
  }
}

extension CrosswalkGraph {
  /// Every pair that the claims of this graph leave without a relation; see ``RelationshipClosure/contradictions()``.
  public func contradictions(options: ReasoningOptions = .init()) -> [Contradiction] {
    RelationshipClosure(self, options: options).contradictions()
  }
}

extension ClaimEnd {
  fileprivate var controls: [ControlID] {
    switch self {
    case .nodes(let controls): controls
    case .framework: []
    }
  }
}
