import CrosswalkModel

extension FrameworkGraph {
  /// The same graph as catalogs and claims, as the product sees it.
  func crosswalk() throws -> CrosswalkGraph {
    let catalogs = try (0..<frameworks).map(catalog)
    let made = claims.enumerated().map { number, edge in
      MappingClaim(
        id: ClaimID("c\(number)"), source: .nodes([control(edge.first)]),
        target: .nodes([control(edge.second)]), relations: edge.relations, token: edge.relations.description,
        origin: SourceLocation(file: "made-up", line: number + 1, column: 1))
    }
    return CrosswalkGraph(catalogs: catalogs, claims: made)
  }

  /// The name of a framework.
  static func name(_ framework: Int) -> FrameworkID {
    guard let id = FrameworkID("framework-\(framework)") else { fatalError("the name is a framework's") }
    return id
  }

  private func control(_ node: Int32) -> ControlID {
    ControlID(framework: Self.name(Int(node) / Self.controls), local: "C\(Int(node) % Self.controls)")
  }

  private func catalog(_ framework: Int) throws -> Catalog {
    guard let revision = RevisionID("1") else { fatalError("the name is a revision's") }
    let id = FrameworkRevisionID(framework: Self.name(framework), revision: revision)
    var builder = CatalogBuilder(metadata: CatalogMetadata(id: id, title: "made up"), file: "made-up")
    for group in 0..<Self.groups {
      var row = NodeRow(kind: .group, parent: -1, line: 1, column: 1)
      row.local = builder.store("G\(group)")
      let parent = builder.append(row)
      for control in stride(from: group, to: Self.controls, by: Self.groups) {
        var row = NodeRow(kind: .control, parent: parent, line: 1, column: 1)
        row.local = builder.store("C\(control)")
        _ = builder.append(row)
      }
    }
    return try builder.finished()
  }
}
