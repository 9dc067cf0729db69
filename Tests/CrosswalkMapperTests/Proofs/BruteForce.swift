import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Tries every subset of the claims of a small network, so that what a search finds can be held against all there is.
struct BruteForce {
  let network: RelationNetwork
  let withdrawn: Set<Pair>
  private let all: [Int]
  /// Every subset, the smaller ones first.
  private let subsets: [[Int]]
  /// The closure of each of them; that it is the same as the one with reasons is tested by itself.
  private let closures: [LocalClosure]

  /// - Parameter subsets: Whether to try every subset; else only to close sets that are asked for.
  init(_ closure: RelationshipClosure, subsets isExhaustive: Bool = true) {
    network = closure.network
    withdrawn = Set(closure.emptyPairs.map(\.pair))
    let all = Array(closure.network.claims.indices)
    self.all = all
    subsets = (0..<(isExhaustive ? 1 << all.count : 0)).map { bits in all.filter { bits >> $0 & 1 == 1 } }
      .sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
    let local = LocalNetwork(
      network, claims: all, anchors: network.nodes.indices.map(NodeIndex.init), withdrawn: withdrawn,
      inference: .closure)
    closures = subsets.map { subset in
      var closed = LocalClosure(local)
      closed.add(subset)
      return closed
    }
  }

  /// The minimal sets of claims that leave no more than `relations` of `pair`, in ascending order.
  func proofs(of relations: RelationshipSet, about pair: Pair) -> [[Int]] {
    // All nodes take part, so that their numbers are those of the network.
    let goal = LocalClosure.Goal.relations(
      from: Int(pair.low), to: Int(pair.high), within: relations)
    return minimalSets { closures[$0].reaches(goal) }
  }

  /// The minimal sets of claims that conflict.
  func conflicts() -> [[Int]] { minimalSets { closed(subsets[$0], []).conflicts } }

  /// The fewest claims without which the rest does not conflict.
  func fewestToRemove() -> Int {
    subsets.filter { removed in !closed(all.filter { !removed.contains($0) }, []).conflicts }
      .map(\.count).min() ?? 0
  }

  /// Closes some claims with all structure, by the closure that gives reasons.
  func closed(_ claims: [Int], _ withdrawn: Set<Pair>) -> (run: PathConsistency, conflicts: Bool) {
    Self.closed(claims, network, withdrawn)
  }

  private static func closed(
    _ claims: [Int], _ network: RelationNetwork, _ withdrawn: Set<Pair>
  ) -> (run: PathConsistency, conflicts: Bool) {
    let facts = network.facts.indices.filter { index in
      guard case .claim(let claim) = network.facts[index].ground else { return true }
      return claims.contains(claim)
    }
    var run = PathConsistency(
      network, inference: .closure, facts: facts.map(Int32.init), withdrawn: withdrawn)
    let found = run.run()
    return (run, !found.isEmpty)
  }

  /// Those subsets (by place) for which `holds`, and that contain no other such subset.
  private func minimalSets(_ holds: (Int) -> Bool) -> [[Int]] {
    var minimal: [BitSet] = []
    var found: [[Int]] = []
    for (place, subset) in subsets.enumerated() {
      let set = BitSet(subset, capacity: all.count)
      if minimal.contains(where: { $0.isSubset(of: set, within: $0) }) || !holds(place) { continue }
      minimal.append(set)
      found.append(subset)
    }
    return found
  }
}

extension RandomNetwork {
  /// A network with structure, unions, "no counterpart" and claims of all qualities; it may contradict itself.
  static func withStructure(claims: Int, using generator: inout SeededGenerator) throws -> TestGraph {
    var test = TestGraph()
    try test.add("a", "G [group]\n  1 [control]\n    1.x\n    1.y\n  2 [control]")
    try test.add("b", "1 [union]\n  1.x\n  1.y\n2")
    let left = ["a/G", "a/1", "a/1.x", "a/1.y", "a/2", "a/1.x | a/2", "p/1", "a"]
    let right = ["b/1", "b/1.x", "b/1.y", "b/2", "b/1.x | b/2", "p/1", "p/2"]
    while test.claims.count < claims {
      let source = left.randomElement(using: &generator) ?? "p/1"
      let target = right.randomElement(using: &generator) ?? "p/2"
      let relations = RelationshipSet(
        rawValue: .random(in: 1...30, using: &generator) & .random(in: 1...31, using: &generator))
      if relations.isEmpty || source == target { continue }
      let id = try test.claim(
        source, source == "a" ? .disjoint : relations, target,
        confidence: Double(Int.random(in: 1...4, using: &generator)) / 4, reviewed: .random(using: &generator)
      )
      if Int.random(in: 0..<4, using: &generator) == 0 { test.stale.insert(id) }
    }
    return test
  }
}
