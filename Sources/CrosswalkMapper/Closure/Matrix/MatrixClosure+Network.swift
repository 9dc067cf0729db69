import CrosswalkModel

extension MatrixClosure {
  /// Takes over what a network says, ready for ``close()``; nodes keep their numbers.
  ///
  /// With the pairs that ``RelationshipClosure`` found empty as `withdrawn`, closing gives the relations that it gives.
  ///
  /// - Parameters:
  ///   - facts: The facts to use; all of them by default.
  ///   - withdrawn: Pairs about which only the structure speaks: neither claims nor conclusions.
  init(_ network: RelationNetwork, facts: [Int32]? = nil, withdrawn: Set<Pair> = []) {
    self.init(nodes: network.nodes.count)
    let facts = facts.map { $0.map { network.facts[Int($0)] } } ?? network.facts
    for fact in facts where fact.isStructure { constrain(fact) }
    for pair in withdrawn { withdraw(Int(pair.low), Int(pair.high)) }
    for fact in facts where !fact.isStructure { constrain(fact) }
    for union in network.unions {
      declare(UnionRule(node: Int(union.node), members: union.members.map { Int($0) }))
    }
  }

  /// Adds what one fact of the network says.
  mutating func constrain(_ fact: RelationNetwork.Fact) {
    constrain(Int(fact.first), Int(fact.second), to: fact.relations)
  }
}

extension RelationNetwork.Fact {
  fileprivate var isStructure: Bool {
    if case .structure = ground { true } else { false }
  }
}
