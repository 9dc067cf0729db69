import CrosswalkModel

/// Finds a smallest set of claims without which, or changed, nothing conflicts any more.
///
/// Such a set shares a claim with every minimal set of conflicting claims. A smallest one for the conflicts known so
/// far is tried: if the rest still conflicts, that is a further conflict to be met; if not, no smaller set does.
struct ConflictResolver {
  private let network: RelationNetwork
  private let inference: ReasoningOptions.Inference
  private var cores: [[Int]]
  private var effort: Int
  /// Closures of the whole network that may be made before the answer is "at most".
  private var runsLeft: Int

  /// What to change.
  struct Result: Equatable {
    /// In the order of their claims.
    let repairs: [ConflictRepair]
    let isProven: Bool
  }

  /// Prepares to resolve conflicts of which these minimal sets are known.
  init(
    _ network: RelationNetwork, inference: ReasoningOptions.Inference, cores: [[Int]], effort: Int,
    mostRuns: Int = 24
  ) {
    self.network = network
    self.inference = inference
    self.cores = cores
    self.effort = effort
    runsLeft = mostRuns
  }

  /// The changes; none where nothing conflicts.
  mutating func result() -> Result {
    var isProven = true
    while true {
      var given = smallestHit(isProven: &isProven)
      if runsLeft <= 0 {
        isProven = false
        // Enough is given up when nothing conflicts, if not as little as possible.
        while let core = furtherCores(without: given).first { given.formUnion(mostDoubted(of: [core])) }
        return Result(repairs: repairs(of: given), isProven: false)
      }
      runsLeft -= 1
      let further = furtherCores(without: given)
      if further.isEmpty { return Result(repairs: repairs(of: given), isProven: isProven) }
      cores += further
    }
  }

  /// A smallest set of claims with one of each known core, the least trusted ones; a greedy one where the effort is
  /// spent.
  private mutating func smallestHit(isProven: inout Bool) -> Set<Int> {
    let order = Array(network.byTrust(Set(cores.joined())).reversed())
    var placeOfClaim: [Int: Int] = [:]
    for (place, claim) in order.enumerated() { placeOfClaim[claim] = place }
    var search = HittingSetSearch(count: order.count)
    for core in cores { search.require(core.compactMap { placeOfClaim[$0] }) }
    if case .found(let places) = search.smallest(effort: &effort) { return Set(places.map { order[$0] }) }
    isProven = false
    return mostDoubted(of: cores)
  }

  /// The claim that most of the cores share, over and over; of several the least trusted.
  private func mostDoubted(of cores: [[Int]]) -> Set<Int> {
    var open = cores
    var given: Set<Int> = []
    while !open.isEmpty {
      let order = network.byTrust(Set(open.joined())).reversed()
      let shared = order.map { claim in (claim, open.count { $0.contains(claim) }) }
      guard let most = shared.map(\.1).max(), let claim = shared.first(where: { $0.1 == most })?.0 else {
        break
      }
      given.insert(claim)
      open.removeAll { $0.contains(claim) }
    }
    return given
  }

  /// Minimal sets of conflicting claims beside `given`; none where the rest does not conflict.
  private func furtherCores(without given: Set<Int>) -> [[Int]] {
    let minimizer = ConflictMinimizer(network: network, inference: inference)
    var seen: Set<[Int]> = []
    return conflicts(in: network, without: given).compactMap { empty in
      let core = minimizer.minimized(empty).claims
      return seen.insert(core).inserted ? core : nil
    }
  }

  private func conflicts(in network: RelationNetwork, without given: Set<Int>) -> [EmptyPair] {
    var run = PathConsistency(network, inference: inference, facts: network.facts(without: given))
    return run.run()
  }

  private func repairs(of claims: Set<Int>) -> [ConflictRepair] {
    var changes = JointRepair(network, inference: inference, claims: claims)
    return changes.repairs()
  }
}
