import CrosswalkDigest
import CrosswalkModel
import GRDB

/// One import inside a transaction.
struct Saving {
  let database: Database
  let origin: ContentOrigin

  /// Saves the catalogs and claims of one import, and notes it in the log if it changed something.
  func save(_ item: StoreImport) throws -> SaveSummary {
    // The rows of content and claims point to the row of the log: it is written first and taken back if not needed.
    let logged = try log(item)
    var summary = SaveSummary()
    for catalog in item.graph.catalogs {
      let outcome = try save(catalog, import: logged)
      summary.catalogs.append(.init(id: catalog.metadata.id, outcome: outcome))
    }
    try ClaimWriter(database: database, origin: origin, logged: logged, time: item.origin.importedAt).write(
      item.graph.claims, into: &summary)
    if summary.isUnchanged {
      try database.execute(sql: "DELETE FROM import_log WHERE id = ?", arguments: [logged])
    } else {
      try database.execute(
        sql: "UPDATE import_log SET claims_added = ?, claims_updated = ? WHERE id = ?",
        arguments: [summary.claimsAdded, summary.claimsUpdated, logged])
    }
    return summary
  }

  private func log(_ item: StoreImport) throws -> Int64 {
    let origin = item.origin
    try database.execute(
      sql: """
        INSERT INTO import_log
          (file, digest, format, imported_at, is_bundled, claims, claims_added, claims_updated)
        VALUES (?, ?, ?, ?, ?, ?, 0, 0)
        """,
      arguments: [
        origin.file, origin.digest, origin.format, origin.importedAt, self.origin == .bundled,
        item.graph.claims.count,
      ])
    let id = database.lastInsertedRowID
    var insert = try SQLStatement("INSERT INTO import_not_used VALUES (?, ?, ?, ?, ?, ?, ?)", on: database)
    for (position, record) in origin.notUsed.enumerated() {
      insert.bind(id)
      insert.bind(position)
      insert.bind(record.location.file)
      insert.bind(record.location.line)
      insert.bind(record.location.column)
      insert.bind(record.what)
      insert.bind(record.why)
      try insert.run()
    }
    return id
  }

  /// Saves one catalog under the rule for a revision that exists.
  private func save(_ catalog: Catalog, import logged: Int64) throws -> SaveSummary.Outcome {
    let digest = catalog.contentDigest
    let stored = try StoredContent.all(of: catalog.metadata.id, in: database)
    if stored.contains(where: { $0.digest == digest }) { return .unchanged }
    let sameOrigin = stored.first { $0.origin == origin }
    let otherOrigin = stored.first { $0.origin != origin }
    if sameOrigin != nil, origin == .imported { throw StoreError.Reason.revisionExists(catalog.metadata.id) }
    if let otherOrigin {
      let other = try CatalogReader(database: database).catalog(of: otherOrigin, id: catalog.metadata.id)
      guard CatalogJoining.haveNodesInCommon(catalog, other) else {
        if origin == .bundled { return .leftOut }
        throw StoreError.Reason.revisionExists(catalog.metadata.id)
      }
    }
    if let sameOrigin {
      try database.execute(sql: "DELETE FROM content WHERE id = ?", arguments: [sameOrigin.id])
    }
    try CatalogWriter(database: database, origin: origin, logged: logged).write(catalog, digest: digest)
    return sameOrigin != nil ? .renewed : otherOrigin != nil ? .joined : .added
  }
}

/// One of the up to two contents of a revision.
struct StoredContent {
  let id: Int64
  let origin: ContentOrigin
  let digest: String

  /// The contents of `revision`, what came with the toolkit first.
  static func all(of revision: FrameworkRevisionID, in database: Database) throws -> [StoredContent] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT content.id, content.origin, content.digest FROM content
        JOIN revision ON revision.id = content.revision
        WHERE revision.framework = ? AND revision.name = ? ORDER BY content.origin
        """,
      arguments: [revision.framework.rawValue, revision.revision.rawValue]
    ).map { row in
      guard let origin = ContentOrigin(rawValue: row[1]) else {
        throw StoreError.Reason.damaged("unknown origin of \(revision)")
      }
      return StoredContent(id: row[0], origin: origin, digest: row[2])
    }
  }
}
