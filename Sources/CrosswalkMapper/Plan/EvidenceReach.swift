import CrosswalkModel

/// Finds which evidence reaches a statement.
struct EvidenceReach {
  /// One way to reach a statement: evidence for all of the bundle.
  struct Way {
    let bundle: [PlanItem]
    let bearing: Bearing
    let place: RelationshipClosure.Place
  }

  let closure: RelationshipClosure
  let level: EvidencePlan.Level
  /// The frameworks whose evidence is considered.
  let units: [EvidenceUnits]
  private let finders: [BearingFinder]
  /// For each node of these frameworks what evidence is needed for all of it, ascending; none where no evidence is
  /// certain to be enough.
  private let bundles: [NodeIndex: [PlanItem]]

  init(_ closure: RelationshipClosure, level: EvidencePlan.Level, units: [EvidenceUnits]) {
    self.closure = closure
    self.level = level
    self.units = units
    finders = units.map {
      BearingFinder(closure, source: closure.network.structures[$0.catalog].catalog.framework, scopes: [])
    }
    bundles = Self.bundles(closure.network, units)
  }

  /// Every way to reach a row by claims, in the order of the nodes that bear on it.
  func ways(to row: Int, of catalog: Int) -> [Way] {
    guard let place = closure.place(catalog: catalog, row: row) else { return [] }
    return finders.flatMap { finder in
      finder.bearings(on: place).compactMap { bearing -> Way? in
        guard isEnough(bearing.relations), let bundle = bundles[bearing.node] else { return nil }
        return Way(bundle: bundle, bearing: bearing, place: place)
      }
    }
  }

  /// When a row is reached: by one of the ways, or where it is declared the union of its parts, by all of these.
  ///
  /// - Parameter own: Further evidence that is enough.
  func condition(
    of row: Int, in catalog: Int, _ ways: [Way], own: PlanItem? = nil
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

  /// Whether the evidence that `isChosen` names reaches a row.
  func isReached(_ row: Int, in catalog: Int, by isChosen: (PlanItem) -> Bool) -> Bool {
    if ways(to: row, of: catalog).contains(where: { $0.bundle.allSatisfy(isChosen) }) { return true }
    let structure = closure.network.structures[catalog]
    guard level == .covered, structure.catalog.rows[row].isUnionOfParts else { return false }
    let parts = structure.parts(of: row)
    return !parts.isEmpty && parts.allSatisfy { isReached($0, in: catalog, by: isChosen) }
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
  static func minimal(_ bundles: [[PlanItem]]) -> [[PlanItem]] {
    var kept: [[PlanItem]] = []
    // Most of what is left out holds a bundle of one: that is quickly seen.
    var singles: Set<PlanItem> = []
    for bundle in bundles.sorted(by: precedes) where !bundle.contains(where: singles.contains) {
      let items = Set(bundle)
      guard !kept.contains(where: items.isSuperset) else { continue }
      kept.append(bundle)
      if bundle.count == 1 { singles.insert(bundle[0]) }
    }
    return kept
  }

  private func isEnough(_ relations: RelationshipSet) -> Bool {
    switch level {
    case .covered: relations.certainlyCovers
    case .addressed: relations.certainlyOverlaps
    }
  }

  private static func bundles(
    _ network: RelationNetwork, _ units: [EvidenceUnits]
  ) -> [NodeIndex: [PlanItem]] {
    let unitsOfCatalog = Dictionary(uniqueKeysWithValues: units.map { ($0.catalog, $0) })
    var bundles: [NodeIndex: [PlanItem]] = [:]
    for node in network.nodes.indices {
      guard case .control(let catalog, let row) = network.nodes[node] else { continue }
      bundles[NodeIndex(node)] = unitsOfCatalog[catalog]?.bundle(for: row)
    }
    // A union of which a member was left out is more than its members; such ones are not listed here.
    for union in network.unions where !network.isSingle(union.node) {
      let members = union.members.compactMap { bundles[$0] }
      guard members.count == union.members.count else { continue }
      bundles[union.node] = Set(members.joined()).sorted()
    }
    return bundles
  }

  /// Smaller bundles first, then in the order of their items.
  private static func precedes(_ left: [PlanItem], _ right: [PlanItem]) -> Bool {
    left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
  }
}
