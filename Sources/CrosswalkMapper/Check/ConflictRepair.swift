import CrosswalkModel

/// What one claim could say instead, so that a set of claims conflicts no more.
struct ConflictRepair: Equatable {
  /// A claim of the network.
  let claim: Int
  /// The nearest of ``possible``; `nil` where the claim has to be withdrawn.
  let relations: RelationshipSet?
  /// What the other claims leave possible for its ends.
  let possible: RelationshipSet

  /// Steps that a withdrawal counts: more than any change.
  static let stepsOfWithdrawal = 3

  /// How far the change goes from what the claim says.
  func steps(in network: RelationNetwork) -> Int {
    relations.flatMap { network.claims[claim].relations.steps(to: $0) } ?? Self.stepsOfWithdrawal
  }
}

/// Finds the repairs of conflicts.
struct RepairFinder {
  let network: RelationNetwork
  let inference: ReasoningOptions.Inference

  /// One repair for each claim of a minimal set of conflicting claims, the cheapest first: the smallest change, then
  /// claims that nobody reviewed, then those of lower confidence, then by identity.
  ///
  /// - Complexity: one small closure for each claim and relation.
  func repairs(of core: [Int]) -> [ConflictRepair] {
    let trust = network.byTrust(core)
    return core.map { repair(of: $0, in: core) }.sorted { left, right in
      let steps = (left.steps(in: network), right.steps(in: network))
      if steps.0 != steps.1 { return steps.0 < steps.1 }
      return isDoubted(left.claim, before: right.claim, trust)
    }
  }

  /// Whether a claim is given up rather than another: unreviewed ones first, then those of lower confidence.
  private func isDoubted(_ left: Int, before right: Int, _ trust: [Int]) -> Bool {
    let (first, second) = (network.claims[left], network.claims[right])
    if first.isReviewed != second.isReviewed { return !first.isReviewed }
    let confidence = (first.confidence ?? 0, second.confidence ?? 0)
    return confidence.0 == confidence.1 ? left < right : confidence.0 < confidence.1
  }

  private func repair(of claim: Int, in core: [Int]) -> ConflictRepair {
    let said = network.claims[claim]
    guard !said.isNoCounterpart else { return ConflictRepair(claim: claim, relations: nil, possible: []) }
    // A claim between a node and itself that excludes equality.
    guard !network.factsOfClaim[claim].isEmpty else {
      return ConflictRepair(claim: claim, relations: .equal, possible: .equal)
    }
    let possible = possibleRelations(of: claim, in: core)
    return ConflictRepair(
      claim: claim, relations: possible.isEmpty ? nil : possible.nearest(to: said.relations),
      possible: possible)
  }

  /// The relations that do not conflict with the other claims of a set, each tried by itself.
  private func possibleRelations(of claim: Int, in core: [Int]) -> RelationshipSet {
    let local = LocalNetwork(network, claims: core, inference: inference)
    guard let place = core.firstIndex(of: claim), let fact = local.factsOfClaim[place].first else {
      return []
    }
    var closure = LocalClosure(local)
    closure.add(core.indices.filter { $0 != place })
    let start = closure.mark
    return Relationship.allCases.reduce(into: []) { possible, relationship in
      closure.add(RelationshipSet(relationship), from: fact.first, to: fact.second)
      if !closure.isContradictory { possible.formUnion(RelationshipSet(relationship)) }
      closure.goBack(to: start)
    }
  }
}
