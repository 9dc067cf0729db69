import CrosswalkModel

extension HopSearch {
  /// The claims that lie on a chain of at most `longestChain` claims from a source to a target which says
  /// anything.
  ///
  /// - Returns: Places in the list of claims that the search was made of, in ascending order. Claims of one
  ///   pair are on the same chains.
  /// - Complexity: O(*k* · *f*) for *k* = `longestChain` and *f* facts.
  public func claimsOnChains(from sources: [Int32], to targets: [Int32], longestChain: Int = 3) -> [Int] {
    guard longestChain > 0 else { return [] }
    let there = levels(from: sources, count: longestChain)
    // Read towards the targets.
    let back = levels(from: targets, count: longestChain).map { $0.map(SetBits.converse) }
    var onChains: Set<Pair> = []
    for node in 0..<NodeIndex(graph.nodeCount) {
      for step in graph.claims.steps[graph.claims.range(node)] {
        let pair = Pair(node, step.node)
        guard !onChains.contains(pair) else { continue }
        let isOnChain = there.indices.contains { before in
          says(there[before][Int(node)], step.relations, back[longestChain - 1 - before][Int(step.node)])
        }
        if isOnChain { onChains.insert(pair) }
      }
    }
    return claims.indices.filter { onChains.contains(claims[$0].pair) }
  }

  /// For each number of claims below `count`, the sets of all nodes that chains of at most so many lead to.
  private func levels(from starts: [Int32], count: Int) -> [[UInt32]] {
    var reach = ChainReach(graph)
    reach.begin(from: starts)
    var levels = [reach.sets]
    while levels.count < count {
      _ = reach.advance()
      levels.append(reach.sets)
    }
    return levels
  }

  /// Whether some chain that ends with a set of `before`, goes on with `step` and then with a set of `after` says
  /// anything.
  private func says(_ before: UInt32, _ step: UInt8, _ after: UInt32) -> Bool {
    guard before != 0, after != 0 else { return false }
    let table = CompositionTable.shared
    var says = false
    SetBits.forEach(before) { first in
      let onwards = table[UInt8(first), step]
      guard onwards != RelationshipSet.all.rawValue else { return }
      SetBits.forEach(after) { last in
        if table[onwards, UInt8(last)] != RelationshipSet.all.rawValue { says = true }
      }
    }
    return says
  }
}
