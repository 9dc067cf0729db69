import CrosswalkModel

/// Lists minimal sets of conflicting claims of a whole network.
struct ConflictSetSearch {
  let network: RelationNetwork
  let inference: ReasoningOptions.Inference
  /// Compositions and steps that may be spent on each part of the network.
  let effort: Int

  /// Sets of claims of the network, each in ascending order.
  struct Result: Equatable {
    /// The smallest first.
    let sets: [[Int]]
    /// Whether there are no further ones.
    let isComplete: Bool
  }

  /// Up to `limit` of the minimal sets, the smallest and most trusted first.
  ///
  /// Claims conflict only with claims that they hang together with, so each such part is searched by itself.
  func sets(upTo limit: Int, conflicts: [EmptyPair]) -> Result {
    var sets = network.selfContradicting.map { [$0] }
    var isComplete = true
    for claims in parts(around: conflicts) {
      let found = self.sets(upTo: limit, among: network.byTrust(claims))
      sets += found.sets
      isComplete = isComplete && found.isComplete
    }
    let ordered = sets.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    return Result(sets: Array(ordered.prefix(limit)), isComplete: isComplete && ordered.count <= limit)
  }

  private func sets(upTo limit: Int, among claims: [Int]) -> Result {
    let local = LocalNetwork(network, claims: claims, inference: inference)
    guard local.nodes.count <= ProofFinder.mostNodes else { return Result(sets: [], isComplete: false) }
    var search = MinimalSetSearch(local, goal: .conflict, effort: effort)
    var sets: [[Int]] = []
    while true {
      guard case .found(let places) = search.next() else { break }
      if sets.count == limit { return Result(sets: sets, isComplete: false) }
      sets.append(places.map { claims[$0] }.sorted())
    }
    return Result(sets: sets, isComplete: search.next() == .exhausted)
  }

  /// The claims that hang together with some conflict, part by part.
  private func parts(around conflicts: [EmptyPair]) -> [[Int]] {
    var partOfNode = Array(network.nodes.indices)
    func part(of node: NodeIndex) -> Int {
      var part = Int(node)
      while partOfNode[part] != part {
        partOfNode[part] = partOfNode[partOfNode[part]]
        part = partOfNode[part]
      }
      return part
    }
    for fact in network.facts {
      let (first, second) = (part(of: fact.first), part(of: fact.second))
      partOfNode[max(first, second)] = min(first, second)
    }
    let wanted = Set(conflicts.map { part(of: $0.pair.low) })
    var claimsOfPart: [Int: [Int]] = [:]
    for (claim, facts) in network.factsOfClaim.enumerated() {
      guard let fact = facts.first else { continue }
      let part = part(of: network.facts[Int(fact)].first)
      if wanted.contains(part) { claimsOfPart[part, default: []].append(claim) }
    }
    return claimsOfPart.sorted { $0.key < $1.key }.map(\.value)
  }
}
