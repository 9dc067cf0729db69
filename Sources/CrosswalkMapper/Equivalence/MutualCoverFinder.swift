import CrosswalkModel

/// Finds sets of nodes of two frameworks that cover each other together.
///
/// A node is covered by single nodes of the other framework, by unions that claims name, and where it is declared the
/// union of its parts, by what covers these. From every cover that takes more than one node a group is grown: whatever
/// is not yet covered takes what covers it with the fewest new nodes. Every group found is proven; a group that could
/// be grown in another way only may be missed.
struct MutualCoverFinder {
  /// One way to cover a node.
  struct Way {
    /// Nodes of the other framework, ascending: all of them together.
    let members: [NodeIndex]
    /// The pairs it follows from.
    let pairs: [CrossPair]
    /// The declared union whose parts are covered, where it is one.
    let declared: [NodeIndex]
  }

  /// Two sides that cover each other.
  struct Group {
    var source: Set<NodeIndex> = []
    var target: Set<NodeIndex> = []
    /// For each node, how it is covered.
    var ways: [NodeIndex: Way] = [:]

    /// Whether this group holds all of the other one.
    func contains(_ other: Self) -> Bool {
      source.isSuperset(of: other.source) && target.isSuperset(of: other.target)
    }
  }

  /// Larger groups help nobody.
  static let largestSide = 24

  private let network: RelationNetwork
  private let sourceFramework: FrameworkID
  private let members: [NodeIndex: [NodeIndex]]
  private var ways: [NodeIndex: [Way]] = [:]

  init(_ network: RelationNetwork, _ pairs: [CrossPair], source: FrameworkID) {
    self.network = network
    sourceFramework = source
    let exact = network.unions.filter { !network.isSingle($0.node) }
    members = Dictionary(exact.map { ($0.node, $0.members) }) { first, _ in first }
    for pair in pairs {
      if pair.relations.certainlyCovers { add(pair, from: pair.source, to: pair.target) }
      if pair.relations.converse.certainlyCovers { add(pair, from: pair.target, to: pair.source) }
    }
    addDeclaredUnions()
    for node in ways.keys { ways[node]?.sort(by: Self.precedes) }
  }

  private mutating func add(_ pair: CrossPair, from cover: NodeIndex, to node: NodeIndex) {
    guard network.isSingle(node) else { return }
    ways[node, default: []].append(Way(members: members[cover] ?? [cover], pairs: [pair], declared: []))
  }

  /// A declared union is covered by what covers its parts; inner ones come first, because they stand below.
  private mutating func addDeclaredUnions() {
    for union in network.unions.reversed() where network.isSingle(union.node) {
      let best = union.members.compactMap { ways[$0]?.min(by: Self.precedes) }
      guard best.count == union.members.count else { continue }
      ways[union.node, default: []].append(
        Way(
          members: Set(best.flatMap(\.members)).sorted(), pairs: best.flatMap(\.pairs),
          declared: [union.node] + best.flatMap(\.declared)))
    }
  }

  private static func precedes(_ left: Way, _ right: Way) -> Bool {
    if left.members.count != right.members.count { return left.members.count < right.members.count }
    if left.members != right.members { return left.members.lexicographicallyPrecedes(right.members) }
    return left.pairs.count < right.pairs.count
  }

  /// The groups, each once and none that holds another, in the order of their least nodes.
  func groups() -> [Group] {
    var groups: [Group] = []
    for node in ways.keys.sorted() {
      for way in ways[node] ?? [] where way.members.count > 1 {
        if let group = grown(from: node, by: way) { groups.append(group) }
      }
    }
    groups.sort { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
    var kept: [Group] = []
    for group in groups.sorted(by: { $0.ways.count < $1.ways.count })
    where !kept.contains(where: group.contains) { kept.append(group) }
    return kept.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
  }

  private static func key(_ group: Group) -> [NodeIndex] {
    group.source.sorted() + [-1] + group.target.sorted()
  }

  private func grown(from seed: NodeIndex, by way: Way) -> Group? {
    var group = Group()
    insert(seed, into: &group)
    for member in way.members { insert(member, into: &group) }
    group.ways[seed] = way
    while let open = (group.source.union(group.target)).filter({ group.ways[$0] == nil }).min() {
      let others = isOfSource(open) ? group.target : group.source
      let best = (ways[open] ?? []).min { left, right in
        let (first, second) = (news(left, others), news(right, others))
        return first != second ? first < second : Self.precedes(left, right)
      }
      guard let best else { return nil }
      for member in best.members { insert(member, into: &group) }
      group.ways[open] = best
      guard max(group.source.count, group.target.count) <= Self.largestSide else { return nil }
    }
    return group
  }

  private func news(_ way: Way, _ known: Set<NodeIndex>) -> Int { way.members.count { !known.contains($0) } }

  private func isOfSource(_ node: NodeIndex) -> Bool { network.frameworks[Int(node)] == sourceFramework }

  private func insert(_ node: NodeIndex, into group: inout Group) {
    if isOfSource(node) { group.source.insert(node) } else { group.target.insert(node) }
  }
}
