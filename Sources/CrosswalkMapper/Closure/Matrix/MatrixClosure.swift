import CrosswalkModel

/// The closure of what is known about *n* nodes, for all pairs at once and without reasons.
///
/// The twin of ``RelationshipClosure``, which says why: this one says what, as fast as the machine allows. It suits
/// questions that need many closures, or all pairs of a few thousand nodes.
///
/// Every node in turn is the *middle*: each row A of which the pair (A, middle) changed since is narrowed by the
/// composition of that pair with the middle's row, which takes a few machine instructions for 256 cells (``Premises``
/// says which, ``CompositionPass`` does it). What changes is mirrored into the converse pair and composed in its turn,
/// until nothing changes. Since narrowing only ever excludes, the fixpoint is the same in whatever order that happens:
/// it depends neither on the order of constraints nor on whether they came at once or in several batches.
///
/// A value: to ask "what if", copy it, add a constraint and close the copy.
///
/// In reading order: ``RelationMatrix``, ``CellBlock``, ``Premises``, this, ``CompositionPass``.
///
/// - Complexity: each of the *n*² cells changes at most four times and then costs one row: O(*n*³ / 256) steps.
///   Closing again after a few constraints costs only what follows from them. A copy is one copy of memory.
public struct MatrixClosure: Sendable {
  /// What is known about every pair: closed after ``close()``, where that returns nothing.
  public private(set) var relations: RelationMatrix
  /// For each block of the matrix, the cells that changed since their row was the middle.
  private var fresh: [CellBlock.Plane]
  /// For each row, what is still to be done about its changes.
  private var pending: [PendingWork]
  /// For each block of the matrix, the cells that nothing narrows; empty where there are none.
  private var withdrawn: [CellBlock.Plane] = []
  private var unions: [UnionRule] = []
  private var emptyPairs: Set<Pair> = []

  /// What is to be done about the changes of one row.
  struct PendingWork: OptionSet, Sendable {
    let rawValue: UInt8
    /// To compose over it.
    static let composition = Self(rawValue: 1)
    /// To look at the unions that it is a member of.
    static let unions = Self(rawValue: 2)
    static let all: Self = [.composition, .unions]
  }

  /// Creates the closure of so many nodes, called 0 through `nodes - 1`, of which nothing is known.
  public init(nodes: Int) {
    relations = RelationMatrix(count: nodes)
    fresh = Array(repeating: .zero, count: relations.blocks.count)
    pending = Array(repeating: [], count: nodes)
  }

  // MARK: What is said

  /// Adds that one of `allowed` holds from `first` to `second`; conclusions are drawn by the next ``close()``.
  ///
  /// Of a node and itself only equality holds. Cost: constant.
  public mutating func constrain(_ first: Int, _ second: Int, to allowed: RelationshipSet) {
    guard !isWithdrawn(first, second), relations.narrow(first, second, to: allowed) else { return }
    for (row, column) in [(first, second), (second, first)] {
      fresh[relations.place(row, column)].set(column % CellBlock.width, to: true)
      pending[row] = .all
    }
    if relations[first, second].isEmpty { emptyPairs.insert(Pair(NodeIndex(first), NodeIndex(second))) }
  }

  /// Adds that a node is exactly the union of others: what holds for all its members then holds for it.
  ///
  /// That each member is within the union is a constraint of its own.
  mutating func declare(_ union: UnionRule) {
    unions.append(union)
    for member in union.members { pending[member].insert(.unions) }
  }

  /// Keeps a pair as it is: neither constraints nor conclusions narrow it from now on.
  mutating func withdraw(_ first: Int, _ second: Int) {
    if withdrawn.isEmpty { withdrawn = Array(repeating: .zero, count: fresh.count) }
    for (row, column) in [(first, second), (second, first)] {
      withdrawn[relations.place(row, column)].set(column % CellBlock.width, to: true)
    }
  }

  private func isWithdrawn(_ first: Int, _ second: Int) -> Bool {
    !withdrawn.isEmpty && withdrawn[relations.place(first, second)].isSet(second % CellBlock.width)
  }

  // MARK: What follows

  /// Draws every conclusion from what was added since the last time.
  ///
  /// - Returns: Nothing where composition shows no conflict between the constraints: ``relations`` then is the largest
  ///   matrix within them in which no pair can be narrowed by the composition of two others. Otherwise some pairs that
  ///   the constraints leave without a relation, the lower node first, in ascending order. Conclusions end there, for
  ///   good: ``relations`` then excludes only what follows from the constraints, but not all that does. Whether any pair
  ///   is returned depends on the constraints alone; which ones, also on the batches in which they came.
  public mutating func close() -> [(first: Int, second: Int)] {
    if emptyPairs.isEmpty && pending.contains(where: { !$0.isEmpty }) { emptyPairs = Set(propagate()) }
    return emptyPairs.sorted().map { (Int($0.low), Int($0.high)) }
  }

  private mutating func propagate() -> [Pair] {
    let width = relations.blocksPerRow
    var possible = Array(repeating: CellBlock.Plane.zero, count: width * 32)
    let unions = unions
    return relations.blocks.withUnsafeMutableBufferPointer { blocks in
      fresh.withUnsafeMutableBufferPointer { fresh in
        pending.withUnsafeMutableBufferPointer { pending in
          withdrawn.withUnsafeBufferPointer { withdrawn in
            possible.withUnsafeMutableBufferPointer { possible in
              var pass = CompositionPass(
                width: width, blocks: blocks, fresh: fresh, pending: pending, withdrawn: withdrawn,
                possible: possible)
              pass.run(unions)
              return pass.emptyPairs
            }
          }
        }
      }
    }
  }
}
