import CrosswalkModel

/// Changes several claims so that together they fit the rest, which does not conflict.
///
/// All are first changed to what is nearest of what the rest leaves possible. Where some of these changes do not fit
/// together, the others stand, and those are changed anew, to what rest and changes leave.
struct JointRepair {
  private let network: RelationNetwork
  private let inference: ReasoningOptions.Inference
  /// The network with the changes that stand.
  private var changed: RelationNetwork
  /// Claims without a change yet.
  private var pending: Set<Int>
  private var withdrawn: Set<Int> = []
  private var found: [Int: ConflictRepair] = [:]

  /// Prepares to change `claims`.
  init(_ network: RelationNetwork, inference: ReasoningOptions.Inference, claims: Set<Int>) {
    self.network = network
    self.inference = inference
    changed = network
    pending = claims
  }

  /// One repair for each claim, in the order of the claims.
  ///
  /// - Complexity: two closures, and about two more for each claim whose change does not fit the others.
  mutating func repairs() -> [ConflictRepair] {
    changeThoseWithoutChoice()
    while !pending.isEmpty {
      let proposals = proposals()
      let fitting = fitting(among: proposals)
      // Each by itself fits the rest; where none fits with the others, the first one stands.
      for repair in fitting.isEmpty ? [single(among: proposals)] : fitting { settle(repair) }
    }
    return found.values.sorted { $0.claim < $1.claim }
  }

  /// Claims about one node and itself can only say that it is equal; "no counterpart" can only be withdrawn.
  private mutating func changeThoseWithoutChoice() {
    for claim in pending.sorted() {
      if network.factsOfClaim[claim].isEmpty {
        settle(ConflictRepair(claim: claim, relations: .equal, possible: .equal))
      } else if network.claims[claim].isNoCounterpart {
        settle(ConflictRepair(claim: claim, relations: nil, possible: []))
      }
    }
  }

  private mutating func settle(_ repair: ConflictRepair) {
    found[repair.claim] = repair
    pending.remove(repair.claim)
    if let relations = repair.relations {
      changed.change(repair.claim, to: relations)
    } else {
      withdrawn.insert(repair.claim)
    }
  }

  /// The nearest change of each claim, given the rest and the changes that stand.
  private func proposals() -> [ConflictRepair] {
    let run = run(of: changed, without: pending).run
    return pending.sorted().map { claim in
      let fact = network.facts[Int(network.factsOfClaim[claim][0])]
      let possible = run.relations(fact.first, fact.second)
      return ConflictRepair(
        claim: claim, relations: possible.nearest(to: network.claims[claim].relations), possible: possible)
    }
  }

  /// Those of the proposals that fit together, after the ones that take part in a conflict are left out.
  private func fitting(among proposals: [ConflictRepair]) -> [ConflictRepair] {
    var fitting = proposals
    while !fitting.isEmpty {
      var trial = changed
      for repair in fitting { repair.relations.map { trial.change(repair.claim, to: $0) } }
      let left = pending.subtracting(fitting.map(\.claim))
      let conflicts = run(of: trial, without: left).conflicts
      if conflicts.isEmpty { return fitting }
      let writer = DerivationWriter(network: trial)
      let involved = Set(conflicts.flatMap { writer.claims(of: $0.lines) })
      fitting.removeAll { involved.contains($0.claim) }
    }
    return []
  }

  /// The first proposal, or its withdrawal where even by itself it does not fit.
  private func single(among proposals: [ConflictRepair]) -> ConflictRepair {
    let first = proposals[0]
    var trial = changed
    first.relations.map { trial.change(first.claim, to: $0) }
    let fits = run(of: trial, without: pending.subtracting([first.claim])).conflicts.isEmpty
    return fits ? first : ConflictRepair(claim: first.claim, relations: nil, possible: first.possible)
  }

  private func run(
    of network: RelationNetwork, without claims: Set<Int>
  ) -> (run: PathConsistency, conflicts: [EmptyPair]) {
    let facts = network.facts(without: claims.union(withdrawn))
    var run = PathConsistency(network, inference: inference, facts: facts)
    let conflicts = run.run()
    return (run, conflicts)
  }
}

extension RelationNetwork {
  /// All facts but those of some claims, in ascending order.
  func facts(without claims: Set<Int>) -> [Int32] {
    facts.indices.filter { index in
      guard case .claim(let claim) = facts[index].ground else { return true }
      return !claims.contains(claim)
    }.map(Int32.init)
  }

  /// Lets a claim say something else.
  fileprivate mutating func change(_ claim: Int, to relations: RelationshipSet) {
    for index in factsOfClaim[claim].map(Int.init) {
      let fact = facts[index]
      facts[index] = Fact(
        first: fact.first, second: fact.second, relations: relations, ground: fact.ground)
    }
  }
}
