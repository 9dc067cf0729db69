import CrosswalkModel

/// One end of a claim, as rows of catalogs.
enum ResolvedEnd {
  /// A node that an end names.
  enum Member: Hashable {
    case row(catalog: Int, row: Int)
    /// Its framework is not in the graph.
    case foreign(ControlID)
  }

  /// Several mean their union; it is exact unless a further member was left out.
  case members([Member], isExact: Bool)
  case everything(FrameworkID)
}

/// Finds the nodes that claims name.
struct ClaimEndResolver {
  /// What looking for an end gave.
  enum Resolution {
    case end(ResolvedEnd)
    case missing([ControlID])
    case requiresNothing

    var missingNames: [ControlID] {
      if case .missing(let names) = self { names } else { [] }
    }
  }

  private(set) var structures: [CatalogStructure] = []
  private var catalogOfFramework: [FrameworkID: Int] = [:]

  init(_ catalogs: [Catalog]) {
    for catalog in catalogs {
      catalogOfFramework[catalog.framework] = structures.count
      structures.append(CatalogStructure(catalog))
    }
  }

  /// Finds what an end of a claim names.
  mutating func resolve(_ end: ClaimEnd) -> Resolution {
    guard case .nodes(let controls) = end else { return .end(.everything(end.framework)) }
    var members: [ResolvedEnd.Member] = []
    var missing: [ControlID] = []
    var isExact = true
    for control in controls {
      guard let catalog = catalogOfFramework[control.framework] else {
        members.append(.foreign(control))
        continue
      }
      guard let row = structures[catalog].row(named: control.local) else {
        missing.append(control)
        continue
      }
      if structures[catalog].requiresSomething(row) {
        members.append(.row(catalog: catalog, row: row))
      } else {
        // The author saw something in it that this revision does not require: the union stays open.
        isExact = false
      }
    }
    if !missing.isEmpty { return .missing(missing) }
    return members.isEmpty ? .requiresNothing : .end(.members(members, isExact: isExact))
  }
}
