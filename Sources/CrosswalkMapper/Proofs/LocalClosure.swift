import CrosswalkModel

/// What follows from some claims of a local network, closed as they are added, one after the other, and taken back.
///
/// The rules are those of ``PathConsistency``, without the reasons; since the fixpoint does not depend on the order
/// of conclusions, both give the same relations. More claims never give more relations, so that a set of claims
/// which reaches a goal reaches it with further claims, too: all of this folder rests on that.
///
/// - Complexity: memory is the square of the nodes; each change of a pair costs the neighbours of its two nodes.
struct LocalClosure {
  /// What claims may give.
  enum Goal {
    /// The relations from one node to another (numbers of the local network) are among these.
    case relations(from: Int, to: Int, within: RelationshipSet)
    /// Some pair is left without any relation.
    case conflict
  }

  /// A moment to go back to.
  struct Mark {
    fileprivate let changes: Int
  }

  let network: LocalNetwork
  /// Whether some pair is left without any relation; nothing further is then concluded.
  private(set) var isContradictory = false
  /// Compositions so far: how much effort was spent, the same on every machine.
  private(set) var work = 0

  private let count: Int
  /// From row to column.
  private var cells: [UInt8]
  /// For each node, the others of which something is known, in the order in which it became known.
  private var neighbours: [[Int]]
  private var changes: [(first: Int, second: Int, before: UInt8)] = []
  private var pending: [(first: Int, second: Int)] = []
  private let composition = CompositionTable.shared.entries
  private static let all = RelationshipSet.all.rawValue

  /// Closes the structure of `network`.
  init(_ network: LocalNetwork) {
    self.network = network
    count = network.nodes.count
    cells = Array(repeating: Self.all, count: count * count)
    neighbours = Array(repeating: [], count: count)
    for node in 0..<count { cells[node * count + node] = RelationshipSet.equal.rawValue }
    for fact in network.structure { narrow(fact.first, fact.second, to: fact.relations) }
    close()
  }

  /// Adds one claim, by its place in the local network.
  mutating func add(_ claim: Int) {
    for fact in network.factsOfClaim[claim] { conclude(fact.first, fact.second, fact.relations) }
    close()
  }

  /// Adds several.
  mutating func add(_ claims: some Sequence<Int>) {
    for claim in claims where !isContradictory { add(claim) }
  }

  /// Adds that `relations` hold from one node to another.
  mutating func add(_ relations: RelationshipSet, from first: Int, to second: Int) {
    conclude(first, second, relations.rawValue)
    close()
  }

  /// This moment.
  var mark: Mark { Mark(changes: changes.count) }

  /// Takes back everything since `mark`, at which nothing was contradictory.
  mutating func goBack(to mark: Mark) {
    while changes.count > mark.changes {
      let change = changes.removeLast()
      set(change.first, change.second, change.before)
      guard change.before == Self.all else { continue }
      neighbours[change.first].removeLast()
      neighbours[change.second].removeLast()
    }
    pending.removeAll(keepingCapacity: true)
    isContradictory = false
  }

  /// What is known from one node to another.
  func relations(from first: Int, to second: Int) -> RelationshipSet {
    RelationshipSet(rawValue: cells[first * count + second])
  }

  /// Whether the claims so far give `goal`.
  func reaches(_ goal: Goal) -> Bool {
    switch goal {
    case .conflict: isContradictory
    case .relations(let first, let second, let wanted):
      isContradictory || relations(from: first, to: second).isSubset(of: wanted)
    }
  }

  // MARK: Closing

  private mutating func close() {
    while !isContradictory, network.inference == .closure, let (first, second) = pending.popLast() {
      expand(first, over: second)
      expand(second, over: first)
      concludeForUnions(of: first, towards: second)
      concludeForUnions(of: second, towards: first)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func expand(_ start: Int, over middle: Int) {
    let offset = Int(cells[start * count + middle]) << 5
    // Neighbours that turn up meanwhile are expanded themselves.
    for index in neighbours[middle].indices {
      let end = neighbours[middle][index]
      if end == start { continue }
      work += 1
      conclude(start, end, composition[offset | Int(cells[middle * count + end])])
    }
  }

  private mutating func concludeForUnions(of member: Int, towards other: Int) {
    for index in network.unionsOfMember[member] where network.unions[index].node != other {
      let union = network.unions[index]
      for shared in [RelationshipSet.disjoint, .within] {
        let holds = union.members.allSatisfy { relations(from: $0, to: other).isSubset(of: shared) }
        if holds { conclude(union.node, other, shared.rawValue) }
      }
    }
  }

  /// Narrows a pair unless it is withdrawn.
  private mutating func conclude(_ first: Int, _ second: Int, _ relations: UInt8) {
    let known = cells[first * count + second]
    guard known & relations != known else { return }
    if !network.withdrawn.isEmpty && network.withdrawn.contains(first * count + second) { return }
    narrow(first, second, to: relations)
  }

  private mutating func narrow(_ first: Int, _ second: Int, to relations: UInt8) {
    let known = cells[first * count + second]
    let left = known & relations
    guard left != known else { return }
    guard left != 0 else { return isContradictory = true }
    changes.append((first, second, known))
    set(first, second, left)
    if known == Self.all {
      neighbours[first].append(second)
      neighbours[second].append(first)
    }
    pending.append((first, second))
  }

  private mutating func set(_ first: Int, _ second: Int, _ relations: UInt8) {
    cells[first * count + second] = relations
    cells[second * count + first] = RelationshipSet(rawValue: relations).converse.rawValue
  }
}

extension LocalClosure {
  /// Those of `claims` (places in the local network) of which none can be spared for `goal`.
  ///
  /// The first ones are left out first. `nil` where all together do not reach the goal.
  /// Cost: one closure for each claim.
  static func minimized(_ claims: [Int], for goal: Goal, in network: LocalNetwork) -> [Int]? {
    var closure = LocalClosure(network)
    let start = closure.mark
    closure.add(claims)
    guard closure.reaches(goal) else { return nil }
    var needed = claims
    for claim in claims {
      let fewer = needed.filter { $0 != claim }
      closure.goBack(to: start)
      closure.add(fewer)
      if closure.reaches(goal) { needed = fewer }
    }
    return needed
  }
}
