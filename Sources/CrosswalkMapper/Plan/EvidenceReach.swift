import CrosswalkModel

/// Finds which evidence reaches a statement.
struct EvidenceReach {
  /// One way to reach a statement: evidence for all of the bundle.
  struct Way {
    let bundle: [EvidenceItem]
    let bearing: Bearing
    let place: RelationshipClosure.Place
  }

  let closure: RelationshipClosure
  let level: EvidencePlan.Level
  /// The frameworks whose evidence is considered.
  let units: [EvidenceUnits]
  private let finders: [(finder: BearingFinder, units: EvidenceUnits)]
  /// Unions of which no member was left out: such a one would be more than its members.
  private let exactUnions: Set<NodeIndex>

  init(_ closure: RelationshipClosure, level: EvidencePlan.Level, units: [EvidenceUnits]) {
    self.closure = closure
    self.level = level
    self.units = units
    exactUnions = Set(closure.network.unions.map(\.node))
    finders = units.map { units in
      let framework = closure.network.structures[units.catalog].catalog.framework
      return (BearingFinder(closure, source: framework), units)
    }
  }

  /// Every way to reach a row by claims, in the order of the nodes that bear on it.
  func ways(to row: Int, of catalog: Int) -> [Way] {
    guard let place = closure.place(catalog: catalog, row: row) else { return [] }
    return finders.flatMap { finder, units in
      finder.bearings(on: place).compactMap { bearing -> Way? in
        guard isEnough(bearing.relations), let bundle = bundle(for: bearing.node, units) else { return nil }
        return Way(bundle: bundle, bearing: bearing, place: place)
      }
    }
  }

  /// When a row is reached: by one of the ways, or where it is declared the union of its parts, by all of these.
  ///
  /// - Parameter own: Further evidence that is enough.
  func condition(
    of row: Int, in catalog: Int, _ ways: [Way], own: EvidenceItem? = nil
  ) -> ReachCondition {
    var condition = ReachCondition.never
    for bundle in Self.minimal(ways.map(\.bundle) + (own.map { [[$0]] } ?? [])) {
      condition.allow(ReachCondition(bundle: bundle))
    }
    if level == .covered, let parts = conditionOfParts(row, catalog), !parts.enough.isImpossible {
      condition.allow(parts)
    }
    return condition
  }

  private func conditionOfParts(_ row: Int, _ catalog: Int) -> ReachCondition? {
    let structure = closure.network.structures[catalog]
    guard structure.catalog.rows[row].isUnionOfParts else { return nil }
    let parts = structure.parts(of: row)
    guard !parts.isEmpty else { return nil }
    var all = ReachCondition(bundle: [])
    for part in parts { all.require(condition(of: part, in: catalog, ways(to: part, of: catalog))) }
    return all
  }

  /// Each bundle once, smaller ones first, without those that hold another one.
  static func minimal(_ bundles: [[EvidenceItem]]) -> [[EvidenceItem]] {
    var kept: [[EvidenceItem]] = []
    for bundle in Set(bundles).sorted(by: precedes) {
      let items = Set(bundle)
      if !kept.contains(where: { items.isSuperset(of: $0) }) { kept.append(bundle) }
    }
    return kept
  }

  private func isEnough(_ relations: RelationshipSet) -> Bool {
    switch level {
    case .covered: relations.certainlyCovers
    case .addressed: relations.certainlyOverlaps
    }
  }

  /// What evidence is needed for all of a node; `nil` where none is certain to be enough.
  private func bundle(for node: NodeIndex, _ units: EvidenceUnits) -> [EvidenceItem]? {
    switch closure.network.nodes[Int(node)] {
    case .control(let catalog, let row): return catalog == units.catalog ? units.bundle(for: row) : nil
    case .union(let members, _):
      guard exactUnions.contains(node) else { return nil }
      let bundles = members.compactMap { bundle(for: $0, units) }
      return bundles.count == members.count ? Set(bundles.joined()).sorted() : nil
    case .foreign, .everything: return nil
    }
  }

  private static func precedes(_ left: [EvidenceItem], _ right: [EvidenceItem]) -> Bool {
    left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
  }
}
