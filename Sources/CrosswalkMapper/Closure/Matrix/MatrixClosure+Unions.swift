import CrosswalkModel

/// A node that is exactly the union of others.
struct UnionRule: Sendable {
  let node: Int
  let members: [Int]
}

extension MatrixClosure {
  /// Adds that a node is exactly the union of others: what holds for all its members then holds for it.
  ///
  /// That each member is within the union is a constraint of its own.
  mutating func declare(_ union: UnionRule) {
    unions.append(union)
    for member in union.members { pending[member].insert(.unions) }
  }

  /// If all members of a union are disjoint from a node, or within it, so is the union.
  mutating func concludeForUnions() {
    let affected = unions.filter { union in
      union.members.contains { pending[$0].contains(.unions) }
    }
    for node in pending.indices { pending[node].remove(.unions) }
    for union in affected { conclude(for: union) }
  }

  private mutating func conclude(for union: UnionRule) {
    let width = relations.blocksPerRow
    for block in 0..<width {
      var allDisjoint = ~CellBlock.Plane.zero
      var allWithin = ~CellBlock.Plane.zero
      for member in union.members {
        let known = relations.blocks[member * width + block]
        allDisjoint &= ~(known.equal | known.subsetOf | known.supersetOf | known.intersectsWith)
        allWithin &= ~(known.supersetOf | known.intersectsWith | known.disjoint)
      }
      if union.node / CellBlock.width == block {
        allDisjoint.set(union.node % CellBlock.width, to: false)
        allWithin.set(union.node % CellBlock.width, to: false)
      }
      let known = relations.blocks[union.node * width + block]
      let removed = CellBlock(
        equal: known.equal & allDisjoint, subsetOf: known.subsetOf & allDisjoint,
        supersetOf: known.supersetOf & (allDisjoint | allWithin),
        intersectsWith: known.intersectsWith & (allDisjoint | allWithin), disjoint: known.disjoint & allWithin
      )
      if removed.nonEmpty.isAnySet { remove(removed, from: union.node, block) }
    }
  }
}
