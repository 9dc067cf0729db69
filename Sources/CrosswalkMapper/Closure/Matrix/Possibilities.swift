import CrosswalkModel

/// For one row and every relation set, the cells in which something of the set is possible.
///
/// Made once for a row that is the middle, it serves all rows that are composed with it: each then needs one look-up a plane.
struct Possibilities {
  private var planes: [CellBlock.Plane]

  /// Joins the planes of a row to all 32 unions of them.
  init(of row: ArraySlice<CellBlock>) {
    planes = Array(repeating: .zero, count: row.count * 32)
    for (index, block) in row.enumerated() {
      let start = index * 32
      let single = [
        block.equal, block.subsetOf, block.supersetOf, block.intersectsWith, block.disjoint,
      ]
      for set in 1..<32 {
        planes[start + set] = planes[start + (set & (set - 1))] | single[set.trailingZeroBitCount]
      }
    }
  }

  /// The cells of a block in which something of `relations` is possible.
  subscript(relations: RelationshipSet, block: Int) -> CellBlock.Plane {
    planes[block * 32 + Int(relations.rawValue)]
  }
}
