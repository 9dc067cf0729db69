import CrosswalkModel

/// Something of the source, and what is known from it to one node of the target.
struct Bearing {
  let node: NodeIndex
  let relations: RelationshipSet
  /// The state of the pair with the target's anchor.
  let state: Int32
  let size: Int32
}

/// Finds what of a source framework bears on a node of the target.
struct BearingFinder {
  let closure: RelationshipClosure
  let source: FrameworkID
  private let isOfSource: [Bool]
  /// Whether a node of the source may give or take a verdict: it is wholly in scope.
  private let isInScope: [Bool]
  /// The nodes whose disjointness makes all in scope disjoint; `nil` where the network lacks one, so that nothing can
  /// follow for all of it.
  let roots: [NodeIndex]?

  init(_ closure: RelationshipClosure, source: FrameworkID, scopes: [GapAnalysis.Scope]) {
    self.closure = closure
    self.source = source
    isOfSource = closure.network.frameworks.map { $0 == source }
    guard let catalog = closure.network.catalogIndex(of: source) else {
      (isInScope, roots) = (isOfSource, nil)
      return
    }
    let scope = SourceScope(closure.network.structures[catalog], scopes: scopes)
    isInScope = Self.inScope(scope, catalog, closure.network)
    roots = Self.roots(of: scope, catalog, closure)
  }

  /// Unions count where every member does.
  private static func inScope(_ scope: SourceScope, _ catalog: Int, _ network: RelationNetwork) -> [Bool] {
    var isInScope = network.nodes.map { node in
      switch node {
      case .control(catalog, let row): scope.contains(row)
      case .control, .foreign, .union, .everything: true
      }
    }
    for (index, node) in network.nodes.enumerated() {
      if case .union(let members, _) = node {
        isInScope[index] = members.allSatisfy { isInScope[Int($0)] }
      }
    }
    return isInScope
  }

  private static func roots(
    of scope: SourceScope, _ catalog: Int, _ closure: RelationshipClosure
  ) -> [NodeIndex]? {
    var roots: Set<NodeIndex> = []
    for row in scope.roots(of: closure.network.structures[catalog]) {
      // What is disjoint from a whole is disjoint from its parts: a node above will do, in scope or not.
      guard let place = closure.place(catalog: catalog, row: row), let anchor = place.anchor,
        place.isAnchor || closure.options.inference == .closure
      else { return nil }
      roots.insert(anchor)
    }
    return roots.isEmpty ? nil : roots.sorted()
  }

  /// Whether a node of the source may give or take a verdict.
  func isInScope(_ node: NodeIndex) -> Bool { isInScope[Int(node)] }

  /// Everything of the source whose relation to the target is not open, by node; what is out of scope included.
  func bearings(on place: RelationshipClosure.Place) -> [Bearing] {
    guard let anchor = place.anchor, place.isAnchor || closure.options.inference == .closure else {
      return []
    }
    var bearings: [Bearing] = []
    for neighbour in closure.closed.neighbours[Int(anchor)] where isOfSource[Int(neighbour.node)] {
      let row = closure.closed.rows[Int(neighbour.row)]
      var relations = neighbour.node < anchor ? row.relations : row.relations.converse
      // What holds for the whole reaches its parts by one structural step.
      if !place.isAnchor { relations = relations.composed(with: .covering) }
      guard relations.isInformative else { continue }
      let size = closure.closed.states[Int(row.state)].size
      bearings.append(Bearing(node: neighbour.node, relations: relations, state: row.state, size: size))
    }
    return bearings.sorted { $0.node < $1.node }
  }

  /// The bearings that say something of their own: those that only follow by structure from another, such as a
  /// group's from its control's, are left out.
  func notable(_ bearings: [Bearing]) -> [Bearing] {
    let isDisjointFromAll = bearings.contains {
      closure.network.isEverything($0.node) && $0.relations.certainlyDisjoint
    }
    return bearings.filter { bearing in
      let isDisjoint = bearing.relations.certainlyDisjoint
      if closure.network.isEverything(bearing.node) { return isDisjoint }
      if isDisjoint && (isDisjointFromAll || followsFromNoCounterpart(bearing)) { return false }
      return !followsByStructure(bearing, bearings)
    }
  }

  /// Whether the bearing rests on a claim that the whole framework has no counterpart to something: such a claim is
  /// listed once, not for each node of the framework.
  private func followsFromNoCounterpart(_ bearing: Bearing) -> Bool {
    closure.closed.unfold(state: bearing.state, from: bearing.node).contains { reason in
      reason.steps.contains { closure.network.isEverything($0.from) || closure.network.isEverything($0.to) }
    }
  }

  /// Only what rests on fewer facts counts as the ground, so that two bearings never explain each other away.
  private func followsByStructure(_ bearing: Bearing, _ all: [Bearing]) -> Bool {
    guard closure.options.inference == .closure else { return false }
    return closure.network.structureFacts[Int(bearing.node)].contains { index in
      let fact = closure.network.facts[Int(index)]
      let isPart = fact.first == bearing.node
      guard let ground = all.first(where: { $0.node == (isPart ? fact.second : fact.first) }) else {
        return false
      }
      let link: RelationshipSet = isPart ? .within : .covering
      return ground.size < bearing.size
        && link.composed(with: ground.relations).isSubset(of: bearing.relations)
    }
  }
}
