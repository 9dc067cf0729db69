import CrosswalkModel

/// The work on the memory of one matrix: composition, and taking over what it excludes.
///
/// Buffers instead of arrays, because an array asks before every write whether it is shared. That is safe here:
/// ``MatrixClosure/close()`` makes a pass from arrays that it holds exclusively and of which it changes no length, and
/// the pass does not outlive them; every place is *node* · width + *block*, with *node* below the count of nodes and
/// *block* below the width. Debug builds check every index of a buffer, so every test checks that too.
struct CompositionPass {
  typealias Plane = CellBlock.Plane

  /// Blocks in a row.
  let width: Int
  let blocks: UnsafeMutableBufferPointer<CellBlock>
  /// The cells that changed since their row was the middle.
  let fresh: UnsafeMutableBufferPointer<Plane>
  let pending: UnsafeMutableBufferPointer<MatrixClosure.PendingWork>
  /// The cells that nothing narrows; empty where there are none.
  let withdrawn: UnsafeBufferPointer<Plane>
  /// Of the row that is the middle, the cells in which something of a set is possible: at block · 32 + the set's bits.
  let possible: UnsafeMutableBufferPointer<Plane>
  /// For each set, by its bits.
  let premises = Premises.ofSets
  /// Pairs found to be without a relation.
  var emptyPairs: [Pair] = []

  /// Works until nothing changes, or a middle leaves pairs without a relation.
  mutating func run(_ unions: [UnionRule]) {
    while emptyPairs.isEmpty && pending.contains(where: { !$0.isEmpty }) {
      for middle in pending.indices where pending[middle].contains(.composition) {
        compose(over: middle)
        if !emptyPairs.isEmpty { return }
      }
      conclude(for: unions)
    }
  }

  // MARK: Composition

  /// Composes every pair (A, `middle`) that changed with the row of `middle`.
  ///
  /// That row stays as it is meanwhile: a pair (A, `middle`) composed with (`middle`, `middle`), which is equality, is
  /// itself.
  private mutating func compose(over middle: Int) {
    pending[middle].remove(.composition)
    let row = middle * width
    for block in 0..<width { joinPlanes(of: blocks[row + block], from: block * 32) }
    for block in 0..<width {
      let changed = fresh[row + block]
      fresh[row + block] = .zero
      let fromMiddle = blocks[row + block]
      changed.forEachCell { cell in
        narrow(block * CellBlock.width + cell, by: premises[Int(fromMiddle[cell].converse.rawValue)])
      }
    }
  }

  /// Makes the 32 unions of the planes of a block: what all rows look up that are composed with it.
  private func joinPlanes(of block: CellBlock, from start: Int) {
    let planes = (block.equal, block.subsetOf, block.supersetOf, block.intersectsWith, block.disjoint)
    possible[start] = .zero
    for set in 0..<1 { possible[start + set + 1] = possible[start + set] | planes.0 }
    for set in 0..<2 { possible[start + set + 2] = possible[start + set] | planes.1 }
    for set in 0..<4 { possible[start + set + 4] = possible[start + set] | planes.2 }
    for set in 0..<8 { possible[start + set + 8] = possible[start + set] | planes.3 }
    for set in 0..<16 { possible[start + set + 16] = possible[start + set] | planes.4 }
  }

  /// Narrows the row of `node` to what its composition with the middle's row leaves possible.
  ///
  /// The innermost loop of all; its sums cannot overflow, being places of buffers.
  private mutating func narrow(_ node: Int, by premises: Premises) {
    let row = node * width
    for block in 0..<width {
      let known = blocks[row &+ block]
      let start = block &* 32
      let removed = CellBlock(
        equal: known.equal & ~possible[start &+ premises.ofEqual],
        subsetOf: known.subsetOf & ~possible[start &+ premises.ofSubset],
        supersetOf: known.supersetOf & ~possible[start &+ premises.ofSuperset],
        intersectsWith: known.intersectsWith & ~possible[start &+ premises.ofOverlap],
        disjoint: known.disjoint & ~possible[start &+ premises.ofDisjoint])
      if removed.nonEmpty.isAnySet { remove(removed, from: node, block) }
    }
  }

  // MARK: Changes

  /// Makes relations impossible in one block of a row, and their converse in the column of its node.
  ///
  /// - Parameter removed: Only what was possible until now.
  mutating func remove(_ removed: CellBlock, from node: Int, _ block: Int) {
    let place = node * width + block
    let removed = withdrawn.isEmpty ? removed : removed.restricted(to: ~withdrawn[place])
    let changed = removed.nonEmpty
    guard changed.isAnySet else { return }
    let left = blocks[place].subtracting(removed)
    blocks[place] = left
    fresh[place] |= changed
    pending[node] = .all
    mirror(removed, changed, from: node, block)
    let empty = changed & ~left.nonEmpty
    if empty.isAnySet { noteEmpty(empty, of: node, block) }
  }

  private func mirror(_ removed: CellBlock, _ changed: Plane, from node: Int, _ block: Int) {
    let first = block * CellBlock.width
    let column = first * width + node / CellBlock.width
    let cell = Plane(cell: node % CellBlock.width)
    removed.equal.forEachCell { blocks[column &+ $0 &* width].equal &= ~cell }
    removed.subsetOf.forEachCell { blocks[column &+ $0 &* width].supersetOf &= ~cell }
    removed.supersetOf.forEachCell { blocks[column &+ $0 &* width].subsetOf &= ~cell }
    removed.intersectsWith.forEachCell { blocks[column &+ $0 &* width].intersectsWith &= ~cell }
    removed.disjoint.forEachCell { blocks[column &+ $0 &* width].disjoint &= ~cell }
    changed.forEachCell {
      fresh[column &+ $0 &* width] |= cell
      pending[first &+ $0] = .all
    }
  }

  private mutating func noteEmpty(_ cells: Plane, of node: Int, _ block: Int) {
    cells.forEachCell {
      emptyPairs.append(Pair(NodeIndex(node), NodeIndex(block * CellBlock.width + $0)))
    }
  }
}
