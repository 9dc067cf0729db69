import CrosswalkModel

/// What of the source may bear on the target.
///
/// A node counts where all that it requires is in the scope: a group that is only partly in it might address something
/// with what is outside. What is certainly disjoint needs no such care, because all parts of it are disjoint too.
struct SourceScope {
  /// For each row of the source, whether it counts.
  private let isWhole: [Bool]

  /// - Parameter scopes: Their intersection; none means all of the source.
  init(_ structure: CatalogStructure, scopes: [GapAnalysis.Scope]) {
    let catalog = structure.catalog
    var isWhole = [Bool](repeating: true, count: catalog.rows.count)
    for scope in scopes {
      let rows = scope.rows(of: catalog)
      for row in isWhole.indices where !rows.contains(row) { isWhole[row] = false }
    }
    // Parts stand behind their wholes.
    for row in isWhole.indices.reversed() where !isWhole[row] && structure.requiresSomething(row) {
      if let whole = structure.whole(of: row) { isWhole[whole] = false }
    }
    self.isWhole = isWhole
  }

  /// Whether `row` counts, with all its parts.
  func contains(_ row: Int) -> Bool { isWhole[row] }

  /// The rows that count and that nothing which counts holds.
  func roots(of structure: CatalogStructure) -> [Int] {
    isWhole.indices.filter { row in
      guard isWhole[row], structure.requiresSomething(row) else { return false }
      return structure.whole(of: row).map { !isWhole[$0] } ?? true
    }
  }
}
