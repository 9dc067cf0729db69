import CrosswalkModel

/// The relation sets of 256 neighbouring cells of a matrix row, as five bit-planes.
///
/// Bit *c* of a plane says whether that base relation is possible in cell *c*. So what a machine instruction does to
/// a plane it does to all its cells at once: the intersection of 256 pairs of sets is five ANDs.
struct CellBlock: Hashable, Sendable {
  /// One bit a cell.
  typealias Plane = SIMD4<UInt64>

  /// Cells in a block.
  static let width = 256

  var equal: Plane
  var subsetOf: Plane
  var supersetOf: Plane
  var intersectsWith: Plane
  var disjoint: Plane

  /// Every relation possible in every cell.
  static let all = CellBlock(
    equal: ~.zero, subsetOf: ~.zero, supersetOf: ~.zero, intersectsWith: ~.zero, disjoint: ~.zero)

  /// The cells in which something is possible.
  var nonEmpty: Plane { equal | subsetOf | supersetOf | intersectsWith | disjoint }

  /// The same with `removed` made impossible.
  func subtracting(_ removed: Self) -> Self {
    Self(
      equal: equal & ~removed.equal, subsetOf: subsetOf & ~removed.subsetOf,
      supersetOf: supersetOf & ~removed.supersetOf, intersectsWith: intersectsWith & ~removed.intersectsWith,
      disjoint: disjoint & ~removed.disjoint)
  }

  /// The same in `cells`, nothing in all others.
  func restricted(to cells: Plane) -> Self {
    Self(
      equal: equal & cells, subsetOf: subsetOf & cells, supersetOf: supersetOf & cells,
      intersectsWith: intersectsWith & cells, disjoint: disjoint & cells)
  }

  /// The set of one cell, 0 through 255.
  subscript(cell: Int) -> RelationshipSet {
    get {
      let (word, bit) = (cell >> 6, UInt64(cell & 63))
      return RelationshipSet(
        rawValue: UInt8(truncatingIfNeeded: equal[word] >> bit & 1)
          | UInt8(truncatingIfNeeded: subsetOf[word] >> bit & 1) << 1
          | UInt8(truncatingIfNeeded: supersetOf[word] >> bit & 1) << 2
          | UInt8(truncatingIfNeeded: intersectsWith[word] >> bit & 1) << 3
          | UInt8(truncatingIfNeeded: disjoint[word] >> bit & 1) << 4)
    }
    set {
      equal.set(cell, to: newValue.contains(.equal))
      subsetOf.set(cell, to: newValue.contains(.subsetOf))
      supersetOf.set(cell, to: newValue.contains(.supersetOf))
      intersectsWith.set(cell, to: newValue.contains(.intersectsWith))
      disjoint.set(cell, to: newValue.contains(.disjoint))
    }
  }
}

extension SIMD4<UInt64> {
  /// Whether any bit is set.
  var isAnySet: Bool { self[0] | self[1] | self[2] | self[3] != 0 }

  /// Whether the bit of one cell, 0 through 255, is set.
  func isSet(_ cell: Int) -> Bool { self[cell >> 6] >> UInt64(cell & 63) & 1 != 0 }

  /// Sets or clears the bit of one cell, 0 through 255.
  mutating func set(_ cell: Int, to isSet: Bool) {
    let bit = 1 &<< UInt64(cell & 63)
    if isSet { self[cell >> 6] |= bit } else { self[cell >> 6] &= ~bit }
  }

  /// Calls `body` with each cell whose bit is set, in ascending order.
  @inline(__always)
  func forEachCell(_ body: (Int) -> Void) {
    for word in 0..<4 {
      var bits = self[word]
      while bits != 0 {
        body(word << 6 | bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
  }
}
