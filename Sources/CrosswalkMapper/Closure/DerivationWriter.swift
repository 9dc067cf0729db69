import CrosswalkModel

/// Writes unfolded reasons as the derivations that people read.
struct DerivationWriter {
  let network: RelationNetwork

  /// The derivation of one reason.
  func derivation(_ reason: UnfoldedReason) -> Derivation {
    Derivation(steps: reason.steps.map(step), relations: reason.relations)
  }

  /// One derivation of several reasons about one pair, whose relations are intersected.
  func derivation(_ reasons: [UnfoldedReason]) -> Derivation {
    guard reasons.count > 1 else {
      return reasons.first.map(derivation) ?? Derivation(steps: [], relations: .all)
    }
    var seen: Set<UnfoldedStep> = []
    let steps = reasons.flatMap(\.steps).filter { seen.insert($0).inserted }
    let relations = reasons.reduce(RelationshipSet.all) { $0.intersection($1.relations) }
    return Derivation(steps: steps.map(step), relations: relations)
  }

  /// The facts of several reasons that are claims, in ascending order.
  func claims(of reasons: [UnfoldedReason]) -> [Int] {
    var claims: Set<Int> = []
    for step in reasons.flatMap(\.steps) {
      if case .claim(let claim) = network.facts[Int(step.fact)].ground { claims.insert(claim) }
    }
    return claims.sorted()
  }

  private func step(_ step: UnfoldedStep) -> DerivationStep {
    let fact = network.facts[Int(step.fact)]
    return DerivationStep(
      ground: ground(of: fact), source: network.names(of: step.from),
      relations: step.from == fact.first ? fact.relations : fact.relations.converse,
      target: network.names(of: step.to))
  }

  private func ground(of fact: RelationNetwork.Fact) -> DerivationStep.Ground {
    switch fact.ground {
    case .claim(let index): ground(ofClaim: index)
    case .structure: .structure(network.location(ofPart: fact.first, in: fact.second))
    }
  }

  func ground(ofClaim index: Int) -> DerivationStep.Ground {
    let claim = network.claims[index]
    return .claim(
      claim.id, status: claim.status, reviewed: claim.isReviewed, confidence: claim.confidence,
      stale: network.staleClaims.contains(claim.id), from: claim.origin)
  }
}
