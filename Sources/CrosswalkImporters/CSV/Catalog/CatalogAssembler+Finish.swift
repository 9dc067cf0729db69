import CrosswalkModel

/// What can be known only when every row is.
extension CatalogAssembler {
  /// The catalog, parents before their children and otherwise in the order of the table, and what was not used.
  ///
  /// - Throws: ``ImportError`` at a parent that no row has, and at a row whose parents lead back to itself.
  consuming func finished() throws(ImportError) -> (catalog: Catalog, notUsed: [NotUsed]) {
    try resolveParents()
    var ordered = builder
    if builder.rows.indices.contains(where: { builder.rows[$0].parent >= $0 }) { ordered = try reordered() }
    if rules.rows == .byStructure, columns.kind == nil { Self.decideKinds(in: &ordered) }
    reportTexts(of: ordered)
    return (try Self.catalog(ordered), notUsed)
  }

  private mutating func resolveParents() throws(ImportError) {
    for named in namedParents {
      guard let parent = nodes[named.name] else {
        let local = builder.string(builder.rows[Int(named.row)].local)
        throw ImportError(.unknownParent(named.name), at: named.location, control: local)
      }
      builder.rows[Int(named.row)].parent = parent
    }
  }

  /// Copies the rows so that each stands after its parent; siblings keep their order.
  ///
  /// - Complexity: One copy of the text.
  private func reordered() throws(ImportError) -> CatalogBuilder {
    let order = preorder()
    guard order.count == builder.rows.count else { throw cycle(outside: order) }
    let catalog = try Self.catalog(builder)
    var result = CatalogBuilder(metadata: builder.metadata, file: file)
    var moved = [Int32](repeating: -1, count: order.count)
    for old in order {
      var row = builder.rows[Int(old)]
      if row.parent >= 0 { row.parent = moved[Int(row.parent)] }
      for field in Self.texts { row[keyPath: field] = result.store(catalog.string(row[keyPath: field])) }
      moved[Int(old)] = result.append(row)
    }
    for fact in catalog.facts {
      let (name, value) = (catalog.string(fact.name), catalog.string(fact.value))
      result.append(fact.kind, name: name, value: value, to: moved[Int(fact.node)])
    }
    return result
  }

  private static let texts: [WritableKeyPath<NodeRow, TextSpan> & Sendable] = [
    \.local, \.label, \.title, \.text, \.summary, \.appliesFrom, \.appliesNote,
  ]

  /// All rows that hang below the top, each after its parent; a row on or below a cycle is not among them.
  private func preorder() -> [Int32] {
    var children: [Int32: [Int32]] = [:]
    for (index, row) in builder.rows.enumerated() { children[row.parent, default: []].append(Int32(index)) }
    var order: [Int32] = []
    var open: [Int32] = (children[-1] ?? []).reversed()
    while let next = open.popLast() {
      order.append(next)
      open += (children[next] ?? []).reversed()
    }
    return order
  }

  private func cycle(outside order: [Int32]) -> ImportError {
    let reached = Set(order)
    let first = namedParents.first { !reached.contains($0.row) }
    let location = first?.location ?? SourceLocation(file: file, line: 1, column: 1)
    let local = first.map { builder.string(builder.rows[Int($0.row)].local) }
    return ImportError(.parentCycle, at: location, control: local)
  }

  /// Tells groups from controls by what hangs below them, parents first.
  private static func decideKinds(in builder: inout CatalogBuilder) {
    var hasChildren = [Bool](repeating: false, count: builder.rows.count)
    for row in builder.rows where row.parent >= 0 && row.kind.isPartOfItsParent {
      hasChildren[Int(row.parent)] = true
    }
    for index in builder.rows.indices where builder.rows[index].kind == .control {
      let row = builder.rows[index]
      if row.assessable != true, hasChildren[index], row.assessable == false || row.text.isEmpty {
        builder.rows[index].kind = .group
      } else if row.parent >= 0, builder.rows[Int(row.parent)].kind != .group {
        builder.rows[index].kind = .enhancement
      }
    }
  }

  private static func catalog(_ builder: CatalogBuilder) throws(ImportError) -> Catalog {
    do { return try builder.finished() } catch {
      throw ImportError(
        .duplicateControl(firstSeen: error.first), at: error.second, control: error.control.local)
    }
  }
}
