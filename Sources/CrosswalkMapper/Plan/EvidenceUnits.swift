import CrosswalkModel

/// A row of a catalog of the network, in the order of catalogs and documents.
struct PlanItem: Hashable, Comparable {
  let catalog: Int
  let row: Int

  static func < (left: Self, right: Self) -> Bool { (left.catalog, left.row) < (right.catalog, right.row) }
}

/// For what of one framework people produce evidence: its assessable statements, or the controls that hold them.
struct EvidenceUnits {
  let catalog: Int
  /// The rows of the units, in document order.
  let units: [Int]
  /// For each assessable statement the unit that holds it, in document order.
  let unitOfStatement: [(statement: Int, unit: Int)]
  private let isUnit: Set<Int>
  /// For each node that holds units, these.
  private var inside: [Int: [Int]] = [:]
  private let structure: CatalogStructure

  init(_ structure: CatalogStructure, catalog: Int, unit: GapReport.Unit) {
    self.catalog = catalog
    self.structure = structure
    let outline = TargetOutline(structure.catalog, unit: unit)
    units = outline.counted
    isUnit = Set(units)
    unitOfStatement = units.flatMap { unit in outline.leaves(of: unit).map { (statement: $0, unit: unit) } }
      .sorted { $0.statement < $1.statement }
    for unit in units {
      for whole in structure.wholes(of: unit) { inside[whole, default: []].append(unit) }
    }
  }

  /// What evidence is needed for all that a row asks, ascending.
  ///
  /// - A unit, or something in one: that unit.
  /// - Something that holds units: all of them; unless the source declares that they are all of it, the row itself is
  ///   needed too, because it may ask more than they do.
  /// - Anything else, such as a condition in law outside every unit: the row itself.
  func bundle(for row: Int) -> [PlanItem] {
    if let unit = ([row] + structure.wholes(of: row)).first(where: isUnit.contains) { return [item(unit)] }
    guard let units = inside[row] else { return [item(row)] }
    return (units + (isUnionOfUnits(row) ? [] : [row])).sorted().map(item)
  }

  /// Whether the row holds units, and so stands for what it asks beyond them.
  func isWhole(_ row: Int) -> Bool { inside[row] != nil && !isUnit.contains(row) }

  /// The local name of a row.
  func local(_ row: Int) -> String { structure.local(row) }

  private func item(_ row: Int) -> PlanItem { PlanItem(catalog: catalog, row: row) }

  private func isUnionOfUnits(_ row: Int) -> Bool {
    guard structure.catalog.rows[row].isUnionOfParts else { return false }
    return structure.parts(of: row).allSatisfy { isUnit.contains($0) || isUnionOfUnits($0) }
  }
}
