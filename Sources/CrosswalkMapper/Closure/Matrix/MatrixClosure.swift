import CrosswalkModel

/// The closure of what is known about *n* nodes, for all pairs at once and without reasons.
///
/// The twin of ``RelationshipClosure``, which says why: this one says what, as fast as the machine allows. It suits
/// questions that need many closures, or nearly all pairs of a few thousand nodes.
///
/// Every node in turn is the *middle*: each row A with a pair (A, middle) that changed since is narrowed by the composition of
/// that pair with the middle's row, which is a handful of machine instructions for 256 cells (see ``Premises``).
/// What changes in a row is mirrored into the other direction, and is composed in its turn, until nothing changes. The
/// fixpoint is the same in whatever order that is done, so it does not depend on the order of constraints either, nor on
/// whether they came in one batch or in several.
///
/// - Complexity: each of the *n*² cells changes at most four times, and each time costs one row: O(*n*³ / 256) steps.
public struct MatrixClosure: Sendable {
  /// What is known about every pair; closed after ``close()``, if that returned nothing.
  public internal(set) var relations: RelationMatrix
  /// For each row, the cells that changed since it was last the middle: as many planes a row as the matrix has blocks.
  var fresh: [CellBlock.Plane]
  /// For each row, what is still to be done about its changes.
  var pending: [PendingWork]
  /// Cells that no conclusion narrows, as `fresh`; empty where there are none.
  var withdrawn: [CellBlock.Plane] = []
  var unions: [UnionRule] = []
  /// Pairs without a relation left, the lower node first.
  private var emptyPairs: Set<Pair> = []

  /// What is still to be done about the changes of one row.
  struct PendingWork: OptionSet {
    let rawValue: UInt8
    /// To compose with it as the middle.
    static let composition = Self(rawValue: 1)
    /// To look at the unions it is a member of.
    static let unions = Self(rawValue: 2)
    static let all: Self = [.composition, .unions]
  }

  /// Creates the closure of `nodes` nodes, called 0 through `nodes - 1`, of which nothing is known.
  public init(nodes: Int) {
    relations = RelationMatrix(count: nodes)
    fresh = Array(repeating: .zero, count: relations.blocks.count)
    pending = Array(repeating: [], count: nodes)
  }

  /// Adds that one of `relations` holds from `first` to `second`; conclusions are drawn by the next ``close()``.
  public mutating func constrain(_ first: Int, _ second: Int, to relations: RelationshipSet) {
    guard !isWithdrawn(first, second), self.relations.narrow(first, second, to: relations) else { return }
    note(first, second)
    note(second, first)
    if self.relations[first, second].isEmpty { emptyPairs.insert(Pair(NodeIndex(first), NodeIndex(second))) }
  }

  /// Draws every conclusion from what was added since the last time.
  ///
  /// - Returns: Nothing where the constraints agree with each other, as far as composition shows; ``relations`` then
  ///   is the largest matrix within the constraints in which no pair can be narrowed by composing two others. Otherwise some pairs
  ///   that the constraints leave without a relation, the lower node first, in ascending order. Then conclusions end
  ///   there: ``relations`` holds nothing that does not follow from the constraints, but not all that does. Whether any pair
  ///   is returned depends on the constraints alone; which ones, also on the batches in which they came.
  public mutating func close() -> [(first: Int, second: Int)] {
    while emptyPairs.isEmpty, pending.contains(where: { !$0.isEmpty }) {
      for middle in pending.indices where pending[middle].contains(.composition) && emptyPairs.isEmpty {
        compose(through: middle)
      }
      if emptyPairs.isEmpty { concludeForUnions() }
    }
    return emptyPairs.sorted().map { (Int($0.low), Int($0.high)) }
  }

  /// Composes every pair (A, `middle`) that changed with the row of `middle`.
  private mutating func compose(through middle: Int) {
    pending[middle].remove(.composition)
    let width = relations.blocksPerRow
    let row = middle * width
    let possible = Possibilities(of: relations.blocks[row..<row + width])
    for block in 0..<width {
      let changed = fresh[row + block]
      fresh[row + block] = .zero
      let cells = relations.blocks[row + block]
      changed.forEachCell { cell in
        let premises = Premises.ofSets[Int(cells[cell].converse.rawValue)]
        narrow(block * CellBlock.width + cell, to: possible, premises)
      }
    }
  }

  private mutating func narrow(_ node: Int, to possible: Possibilities, _ premises: Premises) {
    for block in 0..<relations.blocksPerRow {
      let known = relations.blocks[node * relations.blocksPerRow + block]
      let removed = CellBlock(
        equal: known.equal & ~possible[premises.ofEqual, block],
        subsetOf: known.subsetOf & ~possible[premises.ofSubset, block],
        supersetOf: known.supersetOf & ~possible[premises.ofSuperset, block],
        intersectsWith: known.intersectsWith & ~possible[premises.ofIntersection, block],
        disjoint: known.disjoint & ~possible[premises.ofDisjoint, block])
      if removed.nonEmpty.isAnySet { remove(removed, from: node, block) }
    }
  }

  /// Makes relations impossible in one block of a row, and their converse in its column.
  mutating func remove(_ removed: CellBlock, from node: Int, _ block: Int) {
    let place = node * relations.blocksPerRow + block
    let removed = withdrawn.isEmpty ? removed : removed.restricted(to: ~withdrawn[place])
    let left = relations.blocks[place].subtracting(removed)
    let changed = removed.nonEmpty
    changed.forEachCell { cell in
      let other = block * CellBlock.width + cell
      _ = relations.narrow(other, node, to: left[cell].converse)
      note(other, node)
      note(node, other)
      if left[cell].isEmpty { emptyPairs.insert(Pair(NodeIndex(node), NodeIndex(other))) }
    }
  }

  /// Notes that a cell changed.
  private mutating func note(_ first: Int, _ second: Int) {
    let place = first * relations.blocksPerRow + second / CellBlock.width
    fresh[place].set(second % CellBlock.width, to: true)
    pending[first] = .all
  }

  private func isWithdrawn(_ first: Int, _ second: Int) -> Bool {
    guard !withdrawn.isEmpty else { return false }
    let place = first * relations.blocksPerRow + second / CellBlock.width
    return withdrawn[place].isSet(second % CellBlock.width)
  }
}
