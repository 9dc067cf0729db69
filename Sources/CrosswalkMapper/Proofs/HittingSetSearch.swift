/// Finds, among numbers that stand in an order of preference, a smallest set which shares a member with each of
/// several sets.
///
/// Of the smallest ones it is the first: the one whose last member comes earliest, then its last but one, and so on.
/// So the answer depends on the sets only, not on the order in which they became known.
struct HittingSetSearch {
  /// What a search ends with.
  enum Outcome: Equatable {
    case found([Int])
    /// There is no such set.
    case none
    /// The effort was spent before the answer was certain.
    case effortSpent
  }

  private let count: Int
  private var sets: [BitSet] = []
  private var excluded: [BitSet] = []
  /// No smaller set does: sets are only ever added.
  private(set) var leastSize = 0
  private var nodesLeft = 0

  /// Creates a search among the numbers below `count`.
  init(count: Int) { self.count = count }

  /// From now on, the answer shares a member with `set`.
  mutating func require(_ set: [Int]) { sets.append(BitSet(set, capacity: count)) }

  /// From now on, the answer does not contain all of `set`.
  mutating func exclude(_ set: [Int]) { excluded.append(BitSet(set, capacity: count)) }

  /// The first of the smallest sets that meet all demands.
  ///
  /// - Parameter effort: Steps that may be taken; what is left afterwards.
  mutating func smallest(effort: inout Int) -> Outcome {
    nodesLeft = effort
    defer { effort = max(0, nodesLeft) }
    while leastSize <= count {
      if isPossible(with: [], below: count) {
        guard let first = firstOfLeastSize() else { return .effortSpent }
        return .found(first.sorted())
      }
      if nodesLeft < 0 { return .effortSpent }
      leastSize += 1
    }
    return .none
  }

  /// Chooses the members from the last one down, each as early as it can be.
  private mutating func firstOfLeastSize() -> [Int]? {
    var chosen: [Int] = []
    var limit = count
    while chosen.count < leastSize {
      var (low, high) = (0, limit)
      while low < high {
        let middle = (low + high) / 2
        if isPossible(with: chosen, below: middle) { high = middle } else { low = middle + 1 }
        if nodesLeft < 0 { return nil }
      }
      // With the numbers below `low` it is possible, with those below `low - 1` it is not.
      guard low > 0 else { return chosen }
      limit = low - 1
      chosen.append(limit)
    }
    return chosen
  }

  /// Whether a set of the least size has `chosen` in it and otherwise only numbers below `limit`.
  private mutating func isPossible(with chosen: [Int], below limit: Int) -> Bool {
    var set = BitSet(chosen, capacity: count)
    guard !containsExcluded(set) else { return false }
    return extend(
      &set, room: leastSize - chosen.count, among: BitSet(0..<limit, capacity: count))
  }

  private func containsExcluded(_ chosen: BitSet) -> Bool {
    excluded.contains { $0.isSubset(of: chosen, within: $0) }
  }

  private mutating func extend(_ chosen: inout BitSet, room: Int, among allowed: BitSet) -> Bool {
    nodesLeft -= 1 + sets.count / 16
    guard nodesLeft >= 0, let next = mostDemanding(chosen, room: room, among: allowed) else { return false }
    guard !next.isEmpty else { return true }
    var allowed = allowed
    for element in next {
      // What was tried here need not be tried further down: order does not matter in a set.
      allowed.remove(element)
      chosen.insert(element)
      if !containsExcluded(chosen), extend(&chosen, room: room - 1, among: allowed) { return true }
      chosen.remove(element)
    }
    return false
  }

  /// The choices for the set that leaves fewest; empty where every set is hit, `nil` where some cannot be.
  private func mostDemanding(_ chosen: BitSet, room: Int, among allowed: BitSet) -> [Int]? {
    var fewest: (set: BitSet, count: Int)?
    var covered = BitSet(capacity: count)
    var separate = 0
    for set in sets where set.firstShared(with: chosen) == nil {
      var options = set
      options.formIntersection(allowed)
      let size = options.count
      if size == 0 { return nil }
      if size < fewest?.count ?? .max { fewest = (options, size) }
      // Sets that share nothing each need a member of their own.
      if options.firstShared(with: covered) == nil {
        separate += 1
        covered.formUnion(options)
      }
    }
    return separate > room ? nil : fewest?.set.members ?? []
  }
}

extension BitSet {
  /// The given numbers, with room for those below `capacity`.
  init(_ numbers: some Sequence<Int>, capacity: Int) {
    self.init(capacity: capacity)
    for number in numbers { insert(number) }
  }
}
