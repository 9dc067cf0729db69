import CrosswalkModel

/// Finds the shortest and the most trusted proof of what a closure gives about a pair.
struct ProofFinder {
  private let closure: RelationshipClosure
  private let network: RelationNetwork
  private let pair: Pair
  private let relations: RelationshipSet
  private let withdrawn: Set<Pair>
  private let distances: ClaimDistances
  /// Compositions and steps that may be spent to prove that there is no shorter proof.
  private let effort: Int

  /// Beyond so many nodes, the square of them is too much to prove that nothing is shorter.
  static let mostNodes = 2048

  /// Prepares to prove what `closure` gives about a pair that it knows something about.
  ///
  /// - Complexity: linear in the network.
  init(_ closure: RelationshipClosure, _ pair: Pair, effort: Int = 4_000_000) {
    self.closure = closure
    self.pair = pair
    self.effort = effort
    network = closure.network
    relations = closure.closed.relations(pair.low, pair.high)
    withdrawn = Set(closure.emptyPairs.map(\.pair))
    distances = ClaimDistances(closure.network, pair.low, pair.high)
  }

  /// Both proofs; structure alone is a proof of no claims.
  func proofs() -> (shortest: Proof, mostTrusted: Proof) {
    let shortest = smallest(from: claims(of: closure.closed), among: nil)
    return (shortest, mostTrusted(given: shortest))
  }

  /// The claims of the lines of reasoning that a run found for the pair.
  private func claims(of run: PathConsistency) -> [Int] {
    guard let state = run.state(pair.low, pair.high) else { return [] }
    return DerivationWriter(network: network).claims(of: run.unfold(state: state, from: pair.low))
  }

  // MARK: The smallest

  /// The smallest proof among claims of at least `quality`, given one proof of such claims.
  private func smallest(from known: [Int], among quality: EvidenceQuality?) -> Proof {
    let writer = ProofWriter(network: network, inference: closure.options.inference, withdrawn: withdrawn)
    let minimal = writer.needed(known, from: pair.low, to: pair.high, giving: relations)
    guard !minimal.isEmpty else { return Proof(claims: [], isProven: true) }
    let near = Set(distances.claims(inProofsUpTo: minimal.count)).union(minimal).filter {
      quality.map { [claim = $0] in !($0 < network.quality(ofClaim: claim)) } ?? true
    }
    let local = local(network.byTrust(near))
    guard local.nodes.count <= Self.mostNodes, let goal = goal(in: local) else {
      return Proof(claims: minimal, isProven: false)
    }
    var search = MinimalSetSearch(local, goal: goal, effort: effort)
    guard case .found(let places) = search.next() else { return Proof(claims: minimal, isProven: false) }
    return Proof(claims: places.map { local.claims[$0] }.sorted(), isProven: true)
  }

  private func local(_ claims: [Int]) -> LocalNetwork {
    LocalNetwork(
      network, claims: claims, anchors: [pair.low, pair.high], withdrawn: withdrawn,
      inference: closure.options.inference)
  }

  private func goal(in local: LocalNetwork) -> LocalClosure.Goal? {
    guard let first = local.place(of: pair.low), let second = local.place(of: pair.high) else { return nil }
    return .relations(from: first, to: second, within: relations)
  }

  // MARK: The most trusted

  private func mostTrusted(given shortest: Proof) -> Proof {
    guard let weakest = shortest.claims.map(network.quality(ofClaim:)).max() else { return shortest }
    let better = Set(network.claims.indices.map(network.quality(ofClaim:)).filter { $0 < weakest }).sorted()
    // Mostly nothing better suffices: ask that first.
    guard let last = better.last, var run = run(among: last) else { return shortest }
    var (low, high) = (0, better.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if let found = self.run(among: better[middle]) {
        (run, high) = (found, middle)
      } else {
        low = middle + 1
      }
    }
    return smallest(from: claims(of: run), among: better[high])
  }

  /// The closure of all claims of at least `quality`; `nil` where it leaves more relations than all claims do.
  private func run(among quality: EvidenceQuality) -> PathConsistency? {
    let facts = network.facts.indices.filter { index in
      guard case .claim(let claim) = network.facts[index].ground else { return true }
      return !(quality < network.quality(ofClaim: claim))
    }
    var run = PathConsistency(
      network, inference: closure.options.inference, facts: facts.map(Int32.init), withdrawn: withdrawn)
    _ = run.run()
    return run.relations(pair.low, pair.high).isSubset(of: relations) ? run : nil
  }
}
