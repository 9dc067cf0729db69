import CrosswalkModel

/// Builds the network of a graph: only the nodes that claims name and those that hold them.
///
/// Nothing is lost by leaving out a node D that no claim names, nor anything below it. Its one link is to the
/// nearest node A of the network that holds it, so D ? X is at most within ∘ (A ? X), and the network stays
/// closed with just that for every X:
/// - (D ? X) ∘ (X ? Y) = within ∘ (A ? X) ∘ (X ? Y), which contains within ∘ (A ? Y) = D ? Y, since composition
///   is associative and monotonic and the network is closed;
/// - (X ? D) ∘ (D ? Y) = (X ? A) ∘ contains ∘ within ∘ (A ? Y), which contains (X ? A) ∘ (A ? Y) and so X ? Y,
///   since contains ∘ within contains equality;
/// - a declared union with a part that no claim below it names learns nothing from its parts, because that part
///   is disjoint from (or within) X only where the union itself already is. So a look-up composes with one
///   structural step instead (see ``RelationshipClosure``).
struct RelationNetworkBuilder {
  private var network = RelationNetwork()
  private var resolver: ClaimEndResolver
  private let options: ReasoningOptions
  private var resolved: [(claim: Int, source: ResolvedEnd, target: ResolvedEnd)] = []
  private var touchedRows: [Set<Int>] = []
  private var touchedForeign: Set<ControlID> = []
  private var wholeFrameworks: Set<FrameworkID> = []
  private var nodeOfUnion: [UnionKey: NodeIndex] = [:]
  /// The claims that take part, of those that are trusted; `nil` for all of them.
  private let chosen: Set<Int>?

  /// Members, and for a union that is more than its members the claim that made it.
  private struct UnionKey: Hashable {
    let members: [NodeIndex]
    let onlyOfClaim: Int?
  }

  /// Builds the network of `graph`.
  ///
  /// - Parameters:
  ///   - including: Nodes that take part even where no claim names them.
  ///   - wholes: Frameworks for all of which a node stands, even where no claim names them.
  ///   - claims: Those to use, by their place among the trusted ones; `nil` for all. The others are listed, but are
  ///     no facts.
  static func network(
    of graph: CrosswalkGraph, options: ReasoningOptions, including: [ControlID] = [],
    wholes: Set<FrameworkID> = [], claims: Set<Int>? = nil
  ) -> RelationNetwork {
    var builder = RelationNetworkBuilder(graph, options: options, claims: claims)
    builder.wholeFrameworks = wholes
    builder.resolveClaims()
    builder.include(including)
    builder.network.structures = builder.resolver.structures
    builder.numberNodes()
    builder.addStructure()
    builder.addClaims()
    builder.addDeclaredUnions()
    builder.indexFacts()
    return builder.network
  }

  private init(_ graph: CrosswalkGraph, options: ReasoningOptions, claims: Set<Int>?) {
    self.options = options
    chosen = claims
    network.staleClaims = graph.staleClaims
    network.claims = graph.claims.compactMap(options.trusted).sorted {
      ($0.id, $0.origin) < ($1.id, $1.origin)
    }
    resolver = ClaimEndResolver(graph.catalogs.sorted { $0.framework < $1.framework })
    touchedRows = Array(repeating: [], count: resolver.structures.count)
  }

  // MARK: Names

  private mutating func resolveClaims() {
    for (index, claim) in network.claims.enumerated() {
      let source = resolver.resolve(claim.source)
      let target = resolver.resolve(claim.target)
      switch (source, target) {
      case (.end(let source), .end(let target)):
        guard chosen?.contains(index) != false else { continue }
        resolved.append((index, source, target))
        touch(source)
        touch(target)
      case (.missing, _), (_, .missing):
        network.dangling.append(.init(claim: index, missing: source.missingNames + target.missingNames))
      default:
        network.withoutEffect.append(index)
      }
    }
  }

  private mutating func touch(_ end: ResolvedEnd) {
    switch end {
    case .everything(let framework): wholeFrameworks.insert(framework)
    case .members(let members, _): for member in members { touch(member) }
    }
  }

  private mutating func touch(_ member: ResolvedEnd.Member) {
    switch member {
    case .foreign(let control): touchedForeign.insert(control)
    case .row(let catalog, let row):
      var current: Int? = row
      while let row = current, touchedRows[catalog].insert(row).inserted {
        current = resolver.structures[catalog].whole(of: row)
      }
    }
  }

  private mutating func include(_ controls: [ControlID]) {
    for control in controls {
      if case .end(let end) = resolver.resolve(.nodes([control])) { touch(end) }
    }
  }

  // MARK: Nodes and facts

  private mutating func append(_ node: RelationNetwork.Node, _ framework: FrameworkID) -> NodeIndex {
    network.nodes.append(node)
    network.frameworks.append(framework)
    network.singleNames.append(network.name(of: node))
    return NodeIndex(network.nodes.count - 1)
  }

  private mutating func numberNodes() {
    for (catalog, structure) in network.structures.enumerated() {
      var nodeOfRow = [NodeIndex](repeating: -1, count: structure.catalog.rows.count)
      for row in touchedRows[catalog].sorted() {
        nodeOfRow[row] = append(.control(catalog: catalog, row: row), structure.catalog.framework)
      }
      network.nodeOfRow.append(nodeOfRow)
    }
    for control in touchedForeign.sorted() {
      network.nodeOfForeign[control] = append(.foreign(control), control.framework)
    }
    for framework in wholeFrameworks.sorted() {
      network.nodeOfEverything[framework] = append(.everything(of: framework), framework)
    }
  }

  /// Every node is within all that hold it; each pair is a fact of its own, so that a derivation says it in one
  /// step.
  private mutating func addStructure() {
    for node in network.nodes.indices {
      guard network.isSingle(NodeIndex(node)) else { continue }
      for whole in wholes(of: NodeIndex(node)) { addPart(NodeIndex(node), of: whole) }
    }
  }

  private mutating func addPart(_ part: NodeIndex, of whole: NodeIndex) {
    network.facts.append(.init(first: part, second: whole, relations: .within, ground: .structure))
  }

  private mutating func addClaims() {
    for (claim, source, target) in resolved {
      let first = node(of: source, claim: claim)
      let second = node(of: target, claim: claim)
      let said = network.claims[claim]
      let relations = said.isNoCounterpart ? .disjoint : said.relations
      if first != second {
        network.facts.append(.init(first: first, second: second, relations: relations, ground: .claim(claim)))
      } else if !relations.contains(.equal) {
        network.selfContradicting.append(claim)
      }
    }
    if options.inference == .assertedOnly { spellOutNoCounterparts() }
  }

  /// Without inference, "no counterpart" still is what it says: disjoint from every node of the framework.
  private mutating func spellOutNoCounterparts() {
    for fact in network.facts {
      for (whole, other) in [(fact.first, fact.second), (fact.second, fact.first)]
      where network.isEverything(whole) {
        guard case .claim = fact.ground, fact.relations == .disjoint else { continue }
        for node in network.nodes.indices
        where network.frameworks[node] == network.frameworks[Int(whole)] && NodeIndex(node) != whole
          && NodeIndex(node) != other
        {
          network.facts.append(
            .init(first: NodeIndex(node), second: other, relations: .disjoint, ground: fact.ground))
        }
      }
    }
  }

  private mutating func node(of end: ResolvedEnd, claim: Int) -> NodeIndex {
    switch end {
    case .everything(let framework): return network.nodeOfEverything[framework] ?? 0
    case .members(let members, let isExact):
      let indices = Set(members.map(node)).sorted()
      if indices.count == 1 && isExact { return indices[0] }
      return union(of: indices, isExact: isExact, claim: claim)
    }
  }

  private func node(of member: ResolvedEnd.Member) -> NodeIndex {
    switch member {
    case .row(let catalog, let row): network.nodeOfRow[catalog][row]
    case .foreign(let control): network.nodeOfForeign[control] ?? 0
    }
  }

  private mutating func union(of members: [NodeIndex], isExact: Bool, claim: Int) -> NodeIndex {
    let key = UnionKey(members: members, onlyOfClaim: isExact ? nil : claim)
    if let known = nodeOfUnion[key] { return known }
    let origin = network.claims[claim].origin
    let union = append(.union(members, from: origin), network.frameworks[Int(members[0])])
    nodeOfUnion[key] = union
    for member in members { addPart(member, of: union) }
    if isExact {
      network.unions.append(.init(node: union, members: members))
      for whole in sharedWholes(of: members) { addPart(union, of: whole) }
    }
    return union
  }

  /// The nodes that hold every one of `members`, in ascending order.
  private func sharedWholes(of members: [NodeIndex]) -> [NodeIndex] {
    let ofEach = members.map { Set(wholes(of: $0)) }
    return ofEach.dropFirst().reduce(ofEach.first ?? []) { $0.intersection($1) }.sorted()
  }

  private func wholes(of node: NodeIndex) -> [NodeIndex] {
    var wholes: [NodeIndex] = []
    if case .control(let catalog, let row) = network.nodes[Int(node)] {
      wholes = network.structures[catalog].wholes(of: row).map { network.nodeOfRow[catalog][$0] }
    }
    if let everything = network.nodeOfEverything[network.frameworks[Int(node)]] { wholes.append(everything) }
    return wholes
  }

  /// Where every part of a declared union takes part, what holds for all of them holds for it.
  private mutating func addDeclaredUnions() {
    for (index, node) in network.nodes.enumerated() {
      guard case .control(let catalog, let row) = node else { continue }
      let structure = network.structures[catalog]
      guard structure.catalog.rows[row].isUnionOfParts else { continue }
      let parts = structure.parts(of: row).map { network.nodeOfRow[catalog][$0] }
      if !parts.isEmpty, !parts.contains(-1) {
        network.unions.append(.init(node: NodeIndex(index), members: parts))
      }
    }
  }

  private mutating func indexFacts() {
    network.unionsOfMember = Array(repeating: [], count: network.nodes.count)
    network.structureFacts = Array(repeating: [], count: network.nodes.count)
    for (index, union) in network.unions.enumerated() {
      for member in union.members { network.unionsOfMember[Int(member)].append(Int32(index)) }
    }
    network.factsOfClaim = Array(repeating: [], count: network.claims.count)
    for (index, fact) in network.facts.enumerated() {
      switch fact.ground {
      case .structure:
        network.structureFacts[Int(fact.first)].append(Int32(index))
        network.structureFacts[Int(fact.second)].append(Int32(index))
      case .claim(let claim): network.factsOfClaim[claim].append(Int32(index))
      }
    }
  }
}
