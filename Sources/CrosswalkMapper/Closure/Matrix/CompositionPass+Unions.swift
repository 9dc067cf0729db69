import CrosswalkModel

/// A node that is exactly the union of others.
struct UnionRule: Sendable {
  let node: Int
  let members: [Int]
}

extension CompositionPass {
  /// If all members of a union are disjoint from a node, or within it, so is the union.
  mutating func conclude(for unions: [UnionRule]) {
    let affected = unions.filter { $0.members.contains { pending[$0].contains(.unions) } }
    for node in pending.indices { pending[node].remove(.unions) }
    for union in affected {
      for block in 0..<width { conclude(for: union, block) }
    }
  }

  private mutating func conclude(for union: UnionRule, _ block: Int) {
    // A union is not compared with itself.
    let others = union.node / CellBlock.width == block ? ~Plane(cell: union.node % CellBlock.width) : ~.zero
    var disjoint = others
    var within = others
    for member in union.members {
      let known = blocks[member * width + block]
      disjoint &= ~(known.equal | known.subsetOf | known.supersetOf | known.intersectsWith)
      within &= ~(known.supersetOf | known.intersectsWith | known.disjoint)
    }
    let known = blocks[union.node * width + block]
    let removed = CellBlock(
      equal: known.equal & disjoint, subsetOf: known.subsetOf & disjoint,
      supersetOf: known.supersetOf & (disjoint | within),
      intersectsWith: known.intersectsWith & (disjoint | within), disjoint: known.disjoint & within)
    remove(removed, from: union.node, block)
  }
}
