import CrosswalkModel

extension MatrixClosure {
  /// Takes over what a network says, ready for ``close()``; nodes keep their numbers.
  ///
  /// - Parameters:
  ///   - facts: The facts to use; all of them by default.
  ///   - withdrawn: Pairs about which only the structure speaks, as in ``PathConsistency``: no claim, nor any conclusion.
  init(_ network: RelationNetwork, facts: [Int32]? = nil, withdrawn: Set<Pair> = []) {
    self.init(nodes: network.nodes.count)
    let facts = facts.map { $0.map { network.facts[Int($0)] } } ?? network.facts
    let structure = facts.filter(\.isStructure)
    for fact in structure { constrain(Int(fact.first), Int(fact.second), to: fact.relations) }
    withdraw(withdrawn)
    for fact in facts where !fact.isStructure {
      constrain(Int(fact.first), Int(fact.second), to: fact.relations)
    }
    for union in network.unions {
      declare(UnionRule(node: Int(union.node), members: union.members.map { Int($0) }))
    }
  }

  /// Keeps pairs as they are: no constraint narrows them any more, nor any conclusion.
  private mutating func withdraw(_ pairs: Set<Pair>) {
    guard !pairs.isEmpty else { return }
    withdrawn = Array(repeating: .zero, count: fresh.count)
    let width = relations.blocksPerRow
    for pair in pairs {
      let (low, high) = (Int(pair.low), Int(pair.high))
      withdrawn[low * width + high / CellBlock.width].set(high % CellBlock.width, to: true)
      withdrawn[high * width + low / CellBlock.width].set(low % CellBlock.width, to: true)
    }
  }
}

extension RelationNetwork.Fact {
  fileprivate var isStructure: Bool {
    if case .structure = ground { true } else { false }
  }
}
