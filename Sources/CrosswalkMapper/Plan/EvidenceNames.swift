import CrosswalkModel

/// Names, titles and costs of what evidence is produced for.
struct EvidenceNames {
  let closure: RelationshipClosure
  let costs: [ControlID: EvidenceCost]

  /// The name of an item.
  func control(_ item: PlanItem) -> ControlID {
    let structure = closure.network.structures[item.catalog]
    return ControlID(framework: structure.catalog.framework, local: structure.local(item.row))
  }

  /// Its own title, or that of the nearest node above that has one.
  func title(_ item: PlanItem) -> String {
    let catalog = closure.network.structures[item.catalog].catalog
    let line = TargetOutline.ancestorsAndSelf(of: item.row, in: catalog)
    return line.first { !catalog.rows[$0].title.isEmpty }.map { catalog.string(catalog.rows[$0].title) } ?? ""
  }

  /// One unit, unless the user says otherwise; what a whole asks beyond the units in it costs nothing more.
  func cost(of item: PlanItem, _ sides: EvidencePlanner.Sides) -> EvidenceCost {
    if let cost = costs[control(item)] { return cost }
    let units = item.catalog == sides.source.catalog ? sides.source : sides.target
    return units.isWhole(item.row) ? EvidenceCost(thousandths: 0) : .one
  }
}
