import CrosswalkModel
import GRDB

extension CrosswalkStore {
  /// Everything that is wrong with the file, in words; empty for a sound store.
  ///
  /// SQLite checks its pages, indexes and references; then each content is read and compared with the digest that was
  /// taken when it was saved. Cost: reads the whole file.
  public func integrityProblems() throws(StoreError) -> [String] {
    let problems = try reading { database in
      let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
        "a row of \(row[0] as String? ?? "?") points to a row of \(row[2] as String? ?? "?") that does not exist"
      }
      return pages + references
    }
    // Where pages are damaged, their content has no more to say.
    return problems.isEmpty ? try contentProblems() : problems
  }

  /// The number of steps of the schema that the file has taken.
  public func schemaVersion() throws(StoreError) -> Int {
    try reading { try Migration.version(of: $0) }
  }

  private func contentProblems() throws(StoreError) -> [String] {
    try reading { database in
      var problems: [String] = []
      for entry in try RevisionList(in: database).entries {
        let id = entry.summary.metadata.id
        for content in try StoredContent.all(of: id, in: database) {
          let catalog = try CatalogReader(database: database).catalog(of: content, id: id)
          guard catalog.contentDigest != content.digest else { continue }
          problems.append("\(id): the \(content.origin.rawValue) content is not what was saved")
        }
      }
      // Read for their sake: words that make no sense are damage.
      _ = try ClaimReader(database: database).claims(.all)
      return problems
    }
  }
}
