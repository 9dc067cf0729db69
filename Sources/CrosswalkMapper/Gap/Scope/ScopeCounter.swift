import CrosswalkModel

/// Counts how many requirements of a framework are in a scope, and how many are not.
struct ScopeCounter {
  let catalog: Catalog
  let unit: GapReport.Unit

  /// `scopes` as reports show them; a control is in a scope where one of its statements is.
  func counted(_ scopes: [GapAnalysis.Scope]) -> [GapReport.Scope] {
    guard !scopes.isEmpty else { return [] }
    let outline = TargetOutline(catalog, unit: unit)
    return scopes.map { scope in
      let rows = scope.rows(of: catalog)
      var name = scope.name
      name.inside = outline.counted.count { outline.leaves(of: $0).contains(where: rows.contains) }
      name.outside = outline.counted.count - name.inside
      return name
    }
  }
}
