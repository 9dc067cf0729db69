import CrosswalkModel
import GRDB

/// Writes one catalog as rows, with statements prepared once a table.
struct CatalogWriter {
  let database: Database
  let origin: ContentOrigin
  /// The row of the import log.
  let logged: Int64

  /// Writes `catalog` as new content of its revision.
  func write(_ catalog: Catalog, digest: String) throws {
    let revision = try revisionRow(catalog.metadata.id)
    let content = try contentRow(catalog, revision: revision, digest: digest)
    try writeProperties(catalog.metadata.properties, content)
    try writeFiles(catalog, content)
    try writeNodes(catalog, content)
    try writeResources(catalog.resources, content)
  }

  private func revisionRow(_ id: FrameworkRevisionID) throws -> Int64 {
    let names = [id.framework.rawValue, id.revision.rawValue]
    let found = try Int64.fetchOne(
      database, sql: "SELECT id FROM revision WHERE framework = ? AND name = ?",
      arguments: StatementArguments(names))
    if let found { return found }
    try database.execute(
      sql: "INSERT INTO revision (framework, name) VALUES (?, ?)", arguments: StatementArguments(names))
    return database.lastInsertedRowID
  }

  private func contentRow(_ catalog: Catalog, revision: Int64, digest: String) throws -> Int64 {
    let metadata = catalog.metadata
    let counts = CatalogCounts(catalog)
    try database.execute(
      sql: """
        INSERT INTO content
          (revision, origin, import, digest, title, publisher, language, as_of, licence, source, selection,
           groups, controls, withdrawn, statements, recitals)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        revision, origin.rawValue, logged, digest, metadata.title, metadata.publisher, metadata.language,
        metadata.asOf?.description, metadata.licence, metadata.source, metadata.selection, counts.groups,
        counts.controls, counts.withdrawn, counts.statements, counts.recitals,
      ])
    let content = database.lastInsertedRowID
    try database.execute(
      sql: "INSERT INTO content_known VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [revision, origin.rawValue, logged])
    return content
  }

  private func writeProperties(_ properties: [Property], _ content: Int64) throws {
    var insert = try SQLStatement("INSERT INTO catalog_property VALUES (?, ?, ?, ?)", on: database)
    for (position, property) in properties.enumerated() {
      insert.bind(content)
      insert.bind(position)
      insert.bind(property.name)
      insert.bind(property.value)
      try insert.run()
    }
  }

  private func writeFiles(_ catalog: Catalog, _ content: Int64) throws {
    var insert = try SQLStatement("INSERT INTO source_file VALUES (?, ?, ?, ?)", on: database)
    for (position, (name, first)) in zip(catalog.files, catalog.firstRowsOfFiles).enumerated() {
      insert.bind(content)
      insert.bind(position)
      insert.bind(name)
      insert.bind(first)
      try insert.run()
    }
  }

  private func writeNodes(_ catalog: Catalog, _ content: Int64) throws {
    var insert = try SQLStatement(
      "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", on: database)
    var facts = FactListWriter()
    var nextFact = 0
    for (ordinal, row) in catalog.rows.enumerated() {
      insert.bind(content)
      insert.bind(ordinal)
      if row.parent < 0 { insert.bindNull() } else { insert.bind(Int(row.parent)) }
      insert.bind(row.kind.name)
      insert.bind(row.modality?.rawValue)
      insert.bind(row.roles.isEmpty ? nil : row.roles.names.joined(separator: "|"))
      insert.bind(row.isWithdrawn)
      insert.bind(row.assessable)
      insert.bind(row.isUnionOfParts)
      insert.bind(Int(row.line))
      insert.bind(Int(row.column))
      insert.bind(catalog.string(row.local))
      for span in [row.label, row.title, row.text, row.summary, row.appliesFrom, row.appliesNote] {
        insert.bind(span, of: catalog)
      }
      bindFacts(of: ordinal, in: catalog, from: &nextFact, &facts, to: &insert)
      try insert.run()
    }
  }

  /// Binds the facts of one row, which stand together from `next` on, and moves `next` behind them.
  private func bindFacts(
    of row: Int, in catalog: Catalog, from next: inout Int, _ list: inout FactListWriter,
    to insert: inout SQLStatement
  ) {
    guard next < catalog.facts.count, catalog.facts[next].node == row else { return insert.bindNull() }
    list.clear()
    while next < catalog.facts.count, catalog.facts[next].node == row {
      list.append(catalog.facts[next], of: catalog)
      next += 1
    }
    list.finish()
    list.bytes.withUnsafeBytes { insert.bind($0) }
  }

  private func writeResources(_ resources: [Resource], _ content: Int64) throws {
    var insert = try SQLStatement("INSERT INTO resource VALUES (?, ?, ?, ?, ?)", on: database)
    var insertLink = try SQLStatement("INSERT INTO resource_link VALUES (?, ?, ?, ?)", on: database)
    for (position, resource) in resources.enumerated() {
      insert.bind(content)
      insert.bind(position)
      insert.bind(resource.id)
      insert.bind(resource.title)
      insert.bind(resource.citation)
      try insert.run()
      for (place, link) in resource.links.enumerated() {
        insertLink.bind(content)
        insertLink.bind(position)
        insertLink.bind(place)
        insertLink.bind(link)
        try insertLink.run()
      }
    }
  }
}

extension NodeFact.Kind {
  /// The name in the store.
  var name: String {
    switch self {
    case .alias: "alias"
    case .property: "property"
    case .link: "link"
    case .note: "note"
    }
  }
}
