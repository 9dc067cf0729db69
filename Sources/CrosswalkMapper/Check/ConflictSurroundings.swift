import CrosswalkModel

extension RelationNetwork {
  /// The claims around the pairs that the sparse closure leaves without a relation, by their place in ``claims``; none
  /// where it finds no such pair.
  ///
  /// Around means: both ends at most `steps` claims away from a node of such a pair, structure not counted. A
  /// conflict of few claims lies within, so that closing these claims alone shows it.
  ///
  /// - Complexity: one chordal closure, then linear in the facts.
  func claimsAroundConflicts(steps: Int = 2) -> Set<Int> {
    let edges = facts.map { LabelledEdge($0.first, $0.relations, $0.second) }
    let conflicts = ChordalClosure(nodes: nodes.count, edges: edges).emptyPairs
    var isNear = [Bool](repeating: false, count: nodes.count)
    for pair in conflicts { for node in [pair.first, pair.second] { isNear[Int(node)] = true } }
    guard !conflicts.isEmpty else { return [] }
    spreadInStructure(&isNear)
    for _ in 0..<steps {
      let reached = isNear
      for fact in facts where reached[Int(fact.first)] != reached[Int(fact.second)] {
        guard case .claim = fact.ground else { continue }
        isNear[Int(fact.first)] = true
        isNear[Int(fact.second)] = true
      }
      spreadInStructure(&isNear)
    }
    var around: Set<Int> = []
    for fact in facts where isNear[Int(fact.first)] && isNear[Int(fact.second)] {
      if case .claim(let claim) = fact.ground { around.insert(claim) }
    }
    return around
  }

  /// Adds what holds a near node and what a near node holds, by one step: every node is linked with all that hold it.
  private func spreadInStructure(_ isNear: inout [Bool]) {
    let reached = isNear
    for fact in facts where reached[Int(fact.first)] != reached[Int(fact.second)] {
      guard case .structure = fact.ground else { continue }
      isNear[Int(fact.first)] = true
      isNear[Int(fact.second)] = true
    }
  }
}
