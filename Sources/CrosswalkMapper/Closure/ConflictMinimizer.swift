import CrosswalkModel

/// Finds, among the claims of a conflict, some that conflict already and of which none can be spared.
struct ConflictMinimizer {
  let network: RelationNetwork
  let inference: ReasoningOptions.Inference

  /// The reasons of `empty`, or of the conflict that remains when every claim that can be spared is left out.
  func minimized(_ empty: EmptyPair) -> [UnfoldedReason] {
    var claims = DerivationWriter(network: network).claims(of: empty.lines)
    var lines = empty.lines
    for claim in claims {
      let fewer = claims.filter { $0 != claim }
      guard let conflict = conflict(of: fewer, preferring: empty.pair) else { continue }
      claims = fewer
      lines = conflict.lines
    }
    return lines
  }

  /// A conflict between `claims` alone; `nil` where path consistency finds none.
  private func conflict(of claims: [Int], preferring pair: Pair) -> EmptyPair? {
    guard !claims.isEmpty else { return nil }
    var run = PathConsistency(network, inference: inference, facts: facts(of: claims))
    let found = run.run()
    return found.first { $0.pair == pair } ?? found.first
  }

  /// The facts of `claims` and of the structure above their ends and below their unions.
  private func facts(of claims: [Int]) -> [Int32] {
    let wanted = Set(claims)
    var facts: Set<Int32> = []
    var pending: [NodeIndex] = []
    for (index, fact) in network.facts.enumerated() {
      guard case .claim(let claim) = fact.ground, wanted.contains(claim) else { continue }
      facts.insert(Int32(index))
      pending += [fact.first, fact.second]
    }
    var seen = Set(pending)
    while let node = pending.popLast() {
      if case .union(let members, _) = network.nodes[Int(node)] {
        pending += members.filter { seen.insert($0).inserted }
      }
      for index in network.structureFacts[Int(node)] where network.facts[Int(index)].first == node {
        facts.insert(index)
        let whole = network.facts[Int(index)].second
        if seen.insert(whole).inserted { pending.append(whole) }
      }
    }
    return facts.sorted()
  }
}
