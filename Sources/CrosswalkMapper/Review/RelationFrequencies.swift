import CrosswalkModel

/// How often which relation holds between near nodes, as far as the claims tell: what a question expects before
/// anybody has looked at its pair.
///
/// A source node is *near* a requirement where a claim relates it to something beside, above or below it. Of the
/// requirements that somebody judged, every near source node that was claimed for the neighbour and not for the
/// requirement itself counts as disjoint: whoever judged it had the node at hand. A claim of several relations counts
/// for each in equal parts, and every relation starts with a fifth of one observation (Laplace), so that none is
/// impossible.
struct RelationFrequencies {
  /// For each requirement's node, the source nodes that claims relate to it.
  private(set) var related: [Int: Set<Int>] = [:]
  /// How often a requirement that was judged has no counterpart, 0 through 1.
  private(set) var noCounterpart = 0.0
  private var share: [Relationship: Double] = [:]
  private let network: RelationNetwork
  private let target: Int
  private let source: FrameworkID

  /// Counts the claims between `source` and the catalog `target` of the network.
  ///
  /// Cost: linear in the claims and in the neighbours of judged requirements.
  init(_ network: RelationNetwork, source: FrameworkID, target: Int) {
    self.network = network
    self.source = source
    self.target = target
    var said: [Int: [Int: RelationshipSet]] = [:]
    var withoutCounterpart: Set<Int> = []
    for fact in network.facts {
      guard case .claim = fact.ground, let pair = oriented(fact) else { continue }
      guard !network.isEverything(NodeIndex(pair.source)) else {
        withoutCounterpart.insert(pair.target)
        continue
      }
      guard network.isSingle(NodeIndex(pair.source)) else { continue }
      said[pair.target, default: [:]][pair.source] = pair.relations
      if pair.relations != .disjoint { related[pair.target, default: []].insert(pair.source) }
    }
    let judged = Set(said.keys).union(withoutCounterpart)
    noCounterpart = Double(withoutCounterpart.count + 1) / Double(judged.count + 2)
    count(said, judged: judged.sorted())
  }

  private mutating func count(_ said: [Int: [Int: RelationshipSet]], judged: [Int]) {
    var observed = Relationship.allCases.map { ($0, 0.2) }
    for node in judged {
      for near in nearSources(of: node) {
        let relations = said[node]?[near] ?? .disjoint
        let several = relations.relationships
        for index in observed.indices where several.contains(observed[index].0) {
          observed[index].1 += 1 / Double(several.count)
        }
      }
    }
    let total = observed.reduce(0) { $0 + $1.1 }
    for (relation, count) in observed { share[relation] = count / total }
  }

  /// The probability of each of `possible`, in the order of ``Relationship``.
  func probabilities(of possible: RelationshipSet) -> [(relation: Relationship, probability: Double)] {
    let relations = possible.relationships
    let total = relations.reduce(0) { $0 + (share[$1] ?? 0) }
    return relations.map { ($0, total > 0 ? (share[$0] ?? 0) / total : 0) }
  }

  /// The single source nodes that claims relate to a neighbour of a requirement, in their order.
  func nearSources(of node: Int) -> [Int] {
    var near: Set<Int> = []
    for neighbour in neighbours(of: node) { near.formUnion(related[neighbour] ?? []) }
    return near.filter { !isGroup($0) }.sorted()
  }

  /// How many claims relate a source node to a neighbour of a requirement.
  func nearness(of source: Int, to node: Int) -> Int {
    neighbours(of: node).count { related[$0]?.contains(source) == true }
  }

  /// The nodes beside a requirement, right below it, and above it up to its control.
  private func neighbours(of node: Int) -> [Int] {
    guard case .control(let catalog, let row) = network.nodes[node] else { return [] }
    let rows = network.structures[catalog].catalog.rows
    let parent = Int(rows[row].parent)
    var near = network.structures[catalog].catalog.children(of: row).map { Int($0) }
    if parent >= 0, rows[parent].kind != .group {
      near += network.structures[catalog].catalog.children(of: parent).map { Int($0) }
    }
    var above = parent
    while above >= 0, rows[above].kind != .group {
      near.append(above)
      above = Int(rows[above].parent)
    }
    return near.filter { $0 != row }.compactMap {
      let node = network.nodeOfRow[catalog][$0]
      return node >= 0 ? Int(node) : nil
    }
  }

  private func isGroup(_ node: Int) -> Bool {
    guard case .control(let catalog, let row) = network.nodes[node] else { return false }
    return network.structures[catalog].catalog.rows[row].kind == .group
  }

  /// A fact between the source and a single node of the target, read from the source.
  private func oriented(
    _ fact: RelationNetwork.Fact
  ) -> (source: Int, target: Int, relations: RelationshipSet)? {
    for (first, second, relations) in [
      (fact.first, fact.second, fact.relations), (fact.second, fact.first, fact.relations.converse),
    ] where network.frameworks[Int(first)] == source {
      if case .control(target, _) = network.nodes[Int(second)] {
        return (Int(first), Int(second), relations)
      }
    }
    return nil
  }
}
