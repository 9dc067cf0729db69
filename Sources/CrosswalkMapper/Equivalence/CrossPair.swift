import CrosswalkModel

/// What is known from something of the source to something of the target.
struct CrossPair {
  let source: NodeIndex
  let target: NodeIndex
  let relations: RelationshipSet
  /// The state of the pair.
  let state: Int32
}

/// Reads the pairs of two frameworks from a closure.
///
/// Ends are single nodes and unions of which every member is there: a union without one of its members is more than
/// what could be named, so nothing is said of it.
struct CrossPairReader {
  let closure: RelationshipClosure
  let source: FrameworkID
  let target: FrameworkID

  /// Every pair of which something is known, in the order of source and target nodes; conflicting ones are left out.
  func pairs() -> [CrossPair] {
    let isEnd = ends
    return closure.closed.rows.compactMap { row -> CrossPair? in
      guard row.state >= 0, isEnd[Int(row.pair.low)], isEnd[Int(row.pair.high)],
        !closure.relations(row.pair.low, row.pair.high).isEmpty
      else { return nil }
      let frameworks = closure.network.frameworks
      let (low, high) = (frameworks[Int(row.pair.low)], frameworks[Int(row.pair.high)])
      if low == source && high == target {
        return CrossPair(
          source: row.pair.low, target: row.pair.high, relations: row.relations, state: row.state)
      }
      guard high == source && low == target else { return nil }
      return CrossPair(
        source: row.pair.high, target: row.pair.low, relations: row.relations.converse, state: row.state)
    }.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }

  /// How many pairs of single nodes the claims leave without a relation.
  var contradictedCount: Int {
    closure.emptyPairs.count { empty in
      let (low, high) = (empty.pair.low, empty.pair.high)
      guard closure.network.isSingle(low), closure.network.isSingle(high) else { return false }
      let frameworks = [closure.network.frameworks[Int(low)], closure.network.frameworks[Int(high)]]
      return frameworks == [source, target] || frameworks == [target, source]
    }
  }

  /// Whether the pair only follows by structure from another, such as a group's from its control's.
  func followsByStructure(_ pair: CrossPair) -> Bool {
    closure.closed.unfold(state: pair.state, from: pair.source).allSatisfy { reason in
      [reason.steps.first, reason.steps.last].contains { $0.map(isStructure) ?? false }
    }
  }

  private func isStructure(_ step: UnfoldedStep) -> Bool {
    if case .structure = closure.network.facts[Int(step.fact)].ground { true } else { false }
  }

  private var ends: [Bool] {
    var ends = closure.network.nodes.indices.map { closure.network.isSingle(NodeIndex($0)) }
    for union in closure.network.unions { ends[Int(union.node)] = true }
    return ends
  }
}
