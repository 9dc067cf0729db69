import CrosswalkModel

/// Claims that conflict, of which none can be spared, and lines of reasoning over them that exclude each other.
struct ConflictCore {
  /// Claims of the network, in ascending order.
  let claims: [Int]
  /// About one pair: no relation is left by all of them together.
  let lines: [UnfoldedReason]
}

/// Finds, among the claims of a conflict, some that conflict already and of which none can be spared.
struct ConflictMinimizer {
  let network: RelationNetwork
  let inference: ReasoningOptions.Inference

  /// The conflict that remains of `empty` when every claim that can be spared is left out, later ones first.
  ///
  /// - Complexity: one small closure for each claim.
  func minimized(_ empty: EmptyPair) -> ConflictCore {
    let claims = DerivationWriter(network: network).claims(of: empty.lines)
    let core = minimized(claims) ?? claims
    return ConflictCore(claims: core, lines: lines(of: core, preferring: empty.pair) ?? empty.lines)
  }

  /// Some of `claims` that conflict and of which none can be spared; `nil` where path consistency finds no conflict.
  func minimized(_ claims: [Int]) -> [Int]? {
    let local = LocalNetwork(network, claims: claims, inference: inference)
    let needed = LocalClosure.minimized(claims.indices.reversed(), for: .conflict, in: local)
    return needed?.map { claims[$0] }.sorted()
  }

  /// Why `claims` conflict, about `pair` if they leave nothing of it; `nil` where path consistency finds no conflict.
  func lines(of claims: [Int], preferring pair: Pair?) -> [UnfoldedReason]? {
    let facts = LocalNetwork.facts(of: claims, anchors: [], in: network)
    var run = PathConsistency(network, inference: inference, facts: facts)
    let found = run.run()
    return (found.first { $0.pair == pair } ?? found.min { $0.pair < $1.pair })?.lines
  }
}
