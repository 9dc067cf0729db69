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

  init(_ closure: RelationshipClosure, source: FrameworkID) {
    self.closure = closure
    self.source = source
    isOfSource = closure.network.frameworks.map { $0 == source }
  }

  /// Everything of the source whose relation to the target is not open, by node.
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

  /// The nodes of the source that nothing of it holds; `nil` where the network lacks one, so that nothing
  /// can follow for all of the source from its parts.
  func roots(of catalog: Int) -> [NodeIndex]? {
    let structure = closure.network.structures[catalog]
    var roots: [NodeIndex] = []
    for row in structure.catalog.rows.indices
    where structure.requiresSomething(row) && structure.whole(of: row) == nil {
      let node = closure.network.nodeOfRow[catalog][row]
      guard node >= 0 else { return nil }
      roots.append(node)
    }
    return roots.isEmpty ? nil : roots
  }
}
