/// A set of small numbers as bits, with room for a fixed range of them.
struct BitSet: Hashable {
  private(set) var words: [UInt64]

  /// An empty set with room for the numbers below `capacity`.
  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  /// All numbers below `capacity`.
  init(allBelow capacity: Int) {
    words = Array(repeating: .max, count: (capacity + 63) / 64)
    if capacity % 64 != 0 { words[words.count - 1] = 1 << UInt64(capacity % 64) - 1 }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  /// The least number of the set.
  var first: Int? {
    words.firstIndex { $0 != 0 }.map { $0 << 6 + words[$0].trailingZeroBitCount }
  }

  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 != 0 }
  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }
  mutating func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

  mutating func subtract(_ other: Self) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  mutating func formUnion(_ other: Self) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: Self) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// How many numbers both have.
  func countShared(with other: Self) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
    return count
  }

  /// The least number that both have.
  func firstShared(with other: Self) -> Int? {
    for index in words.indices {
      let shared = words[index] & other.words[index]
      if shared != 0 { return index << 6 + shared.trailingZeroBitCount }
    }
    return nil
  }

  /// Whether all numbers of this set that are also in `mask` are in `other`.
  func isSubset(of other: Self, within mask: Self) -> Bool {
    for index in words.indices where words[index] & mask.words[index] & ~other.words[index] != 0 {
      return false
    }
    return true
  }

  /// Calls `body` with each number that both this set and `mask` have, ascending.
  func forEach(within mask: Self, _ body: (Int) -> Void) {
    for index in words.indices {
      var rest = words[index] & mask.words[index]
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// The numbers of the set, ascending.
  var members: [Int] {
    var members: [Int] = []
    forEach(within: self) { members.append($0) }
    return members
  }
}
