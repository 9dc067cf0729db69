/// Two nodes of a network, the lower index first: relations of a pair read from `low` to `high`.
struct Pair: Hashable, Comparable {
  let low: NodeIndex
  let high: NodeIndex

  /// The pair of two different nodes, given in either order.
  init(_ first: NodeIndex, _ second: NodeIndex) {
    low = min(first, second)
    high = max(first, second)
  }

  /// Both indices in one word.
  var key: UInt64 { UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high)) }

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

/// Finds the row of a pair by open addressing.
///
/// Networks are sparse: memory follows the pairs of which something is known, not the square of the nodes.
struct PairTable {
  private var keys: [UInt64]
  private var rows: [Int32]
  private var used = 0
  private var shift: UInt64

  /// An empty table; one for twice as many pairs as `expected` grows once.
  init(expected: Int) {
    let bits = max(10, Int.bitWidth - expected.leadingZeroBitCount)
    keys = Array(repeating: .max, count: 1 << bits)
    rows = Array(repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The row stored for `pair`, or -1 where there is none, in constant time.
  func row(of pair: Pair) -> Int32 { rows[slot(of: pair.key)] }

  /// Stores a row for a pair that has none.
  mutating func insert(_ pair: Pair, row: Int32) {
    if used * 2 >= keys.count { grow() }
    let slot = slot(of: pair.key)
    keys[slot] = pair.key
    rows[slot] = row
    used += 1
  }

  /// The slot that holds `key`, or the free one where it belongs.
  ///
  /// Half of all slots are free, so the search ends.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != key && keys[slot] != .max { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldRows = rows
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    rows = Array(repeating: -1, count: oldKeys.count * 2)
    shift -= 1
    for (old, key) in oldKeys.enumerated() where key != .max {
      let slot = slot(of: key)
      keys[slot] = key
      rows[slot] = oldRows[old]
    }
  }
}
