/// A set of small numbers, one bit for each.
struct ElementSet: Hashable {
  private var words: [UInt64]

  /// The empty set of numbers below `capacity`.
  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  /// All numbers below `count`.
  init(below count: Int, capacity: Int) {
    self.init(capacity: capacity)
    for element in 0..<count { insert(element) }
  }

  init(_ elements: some Sequence<Int>, capacity: Int) {
    self.init(capacity: capacity)
    for element in elements { insert(element) }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ element: Int) { words[element >> 6] |= 1 << UInt64(element & 63) }

  mutating func remove(_ element: Int) { words[element >> 6] &= ~(1 << UInt64(element & 63)) }

  mutating func formUnion(_ other: Self) { for word in words.indices { words[word] |= other.words[word] } }

  func intersection(_ other: Self) -> Self {
    var both = self
    for word in words.indices { both.words[word] &= other.words[word] }
    return both
  }

  func isDisjoint(with other: Self) -> Bool {
    words.indices.allSatisfy { words[$0] & other.words[$0] == 0 }
  }

  func isSubset(of other: Self) -> Bool { words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 } }

  /// The numbers in ascending order.
  var elements: [Int] {
    var elements: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        elements.append(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return elements
  }
}
