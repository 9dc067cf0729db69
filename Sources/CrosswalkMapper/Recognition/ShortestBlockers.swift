/// A set of conditions: bit *n* stands for the *n*th condition of the pathway.
struct ConditionSet: Hashable {
  var bits: UInt64 = 0

  var count: Int { bits.nonzeroBitCount }
  var isEmpty: Bool { bits == 0 }
  /// The places of its members, ascending.
  var members: [Int] { (0..<64).filter { bits & (1 << UInt64($0)) != 0 } }

  mutating func insert(_ index: Int) { bits |= 1 << UInt64(index) }
  func isSubset(of other: ConditionSet) -> Bool { bits & ~other.bits == 0 }
  func union(_ other: ConditionSet) -> ConditionSet { ConditionSet(bits: bits | other.bits) }

  /// Fewer members first; of as many, the set whose first differing member stands earlier.
  func precedes(_ other: ConditionSet) -> Bool {
    if count != other.count { return count < other.count }
    let differing = bits ^ other.bits
    return differing != 0 && bits & (1 << UInt64(differing.trailingZeroBitCount)) != 0
  }
}

/// The smallest set of conditions that, if met, would lift a block.
///
/// Every step must have a way whose conditions are all met. For each step one way is taken, and what is not met of
/// all the ways together is kept small: all combinations are built step by step, and one that another lies within is
/// dropped, since whatever is added to both, the other stays within. Of sets of one size, the one that leaves less
/// open is taken, then the first in the order of the pathway.
///
/// Cost: the product of the numbers of ways at worst, and no more than the sets of conditions of which none lies
/// within another; readers of pathways bound the number of conditions.
enum ShortestBlockers {
  /// What taking one way of each step would need.
  struct Choice: Hashable {
    /// Conditions that are not met.
    var unmet = ConditionSet()
    /// Conditions that nobody can judge yet.
    var open = ConditionSet()
    /// The way taken, step by step.
    var ways: [Int] = []

    fileprivate func isWithin(_ other: Choice) -> Bool {
      unmet.isSubset(of: other.unmet) && open.isSubset(of: other.open)
    }

    fileprivate func precedes(_ other: Choice) -> Bool {
      if unmet.count != other.unmet.count { return unmet.count < other.unmet.count }
      if open.count != other.open.count { return open.count < other.open.count }
      if unmet != other.unmet { return unmet.precedes(other.unmet) }
      if open != other.open { return open.precedes(other.open) }
      return ways.lexicographicallyPrecedes(other.ways)
    }
  }

  /// The best choice of one way for each step; `nil` where a step has no way at all.
  ///
  /// - Parameter steps: For each step its ways, each as what is not met and what is open of its conditions.
  static func best(_ steps: [[(unmet: ConditionSet, open: ConditionSet)]]) -> Choice? {
    var choices = [Choice()]
    for ways in steps {
      var next: [Choice] = []
      for choice in choices {
        for (index, way) in ways.enumerated() {
          let joined = Choice(
            unmet: choice.unmet.union(way.unmet), open: choice.open.union(way.open),
            ways: choice.ways + [index])
          if next.contains(where: { $0.isWithin(joined) }) { continue }
          next.removeAll { joined.isWithin($0) }
          next.append(joined)
        }
      }
      choices = next
    }
    return choices.min { $0.precedes($1) }
  }
}
