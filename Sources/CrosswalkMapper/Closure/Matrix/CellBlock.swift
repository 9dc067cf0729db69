import CrosswalkModel

/// The relation sets of 256 neighbouring cells of a matrix row, as five bit-planes.
///
/// Bit *c* of a plane says whether that base relation is possible in cell *c*. What a machine instruction does to a
/// plane it does to all its cells at once: the intersection of 256 pairs of sets is five ANDs.
///
/// What stands in the inner loops is inlined always: passed through memory, five planes cost more than they compute.
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
  @inline(__always) var nonEmpty: Plane { equal | subsetOf | supersetOf | intersectsWith | disjoint }

  /// The same with `removed` made impossible.
  @inline(__always)
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
    @inline(__always) get {
      var relations: RelationshipSet = []
      if equal.isSet(cell) { relations.insert(.equal) }
      if subsetOf.isSet(cell) { relations.insert(.subsetOf) }
      if supersetOf.isSet(cell) { relations.insert(.supersetOf) }
      if intersectsWith.isSet(cell) { relations.insert(.intersectsWith) }
      if disjoint.isSet(cell) { relations.insert(.disjoint) }
      return relations
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

/// Planes as sets of cells, each 0 through 255.
extension CellBlock.Plane {
  /// The set of one cell.
  init(cell: Int) {
    self = .zero
    set(cell, to: true)
  }

  /// Whether it has any cell.
  @inline(__always) var isAnySet: Bool { self[0] | self[1] | self[2] | self[3] != 0 }

  /// Whether it has `cell`.
  @inline(__always) func isSet(_ cell: Int) -> Bool { self[cell >> 6] &>> UInt64(cell & 63) & 1 != 0 }

  /// Adds or removes `cell`.
  @inline(__always)
  mutating func set(_ cell: Int, to isSet: Bool) {
    let bit: UInt64 = 1 &<< UInt64(cell & 63)
    if isSet { self[cell >> 6] |= bit } else { self[cell >> 6] &= ~bit }
  }

  /// Calls `body` with each cell, in ascending order.
  @inline(__always)
  func forEachCell(_ body: (Int) -> Void) {
    Self.forEachBit(of: self[0], from: 0, body)
    Self.forEachBit(of: self[1], from: 64, body)
    Self.forEachBit(of: self[2], from: 128, body)
    Self.forEachBit(of: self[3], from: 192, body)
  }

  @inline(__always)
  private static func forEachBit(of word: UInt64, from first: Int, _ body: (Int) -> Void) {
    var bits = word
    while bits != 0 {
      body(first | bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}
