import CrosswalkModel
import GRDB

/// Rebuilds catalogs from their rows: one query a table, in document order.
struct CatalogReader {
  let database: Database

  /// The catalog of a revision; its contents become one.
  ///
  /// `nil` where the store has no such revision.
  func catalog(_ id: FrameworkRevisionID) throws -> Catalog? {
    let contents = try StoredContent.all(of: id, in: database)
    guard let first = contents.first else { return nil }
    let catalog = try catalog(of: first, id: id)
    guard contents.count > 1 else { return catalog }
    // The order of the contents is that of their origins: bundled, then imported.
    return try CatalogJoining.join(summaries: catalog, official: self.catalog(of: contents[1], id: id))
  }

  /// The catalog of one content.
  func catalog(of content: StoredContent, id: FrameworkRevisionID) throws -> Catalog {
    let files = try sourceFiles(content.id)
    var builder = CatalogBuilder(metadata: try metadata(content.id, id), file: files.first?.name ?? "")
    try readNodes(content.id, files: files, into: &builder)
    builder.resources = try resources(content.id)
    do {
      return try builder.finished()
    } catch {
      throw StoreError.Reason.damaged("two nodes of \(id) are called \(error.control.local)")
    }
  }

  func metadata(_ content: Int64, _ id: FrameworkRevisionID) throws -> CatalogMetadata {
    var select = try SQLStatement(
      "SELECT title, publisher, language, as_of, licence, source, selection FROM content WHERE id = ?",
      on: database)
    select.bind(content)
    guard try select.step() else { throw StoreError.Reason.damaged("no metadata of \(id)") }
    return CatalogMetadata(
      id: id, title: select.text(0), publisher: select.optionalText(1), language: select.optionalText(2),
      asOf: try select.day(3), licence: select.optionalText(4), source: select.optionalText(5),
      selection: select.optionalText(6), properties: try properties(content))
  }

  private func properties(_ content: Int64) throws -> [Property] {
    var select = try SQLStatement(
      "SELECT name, value FROM catalog_property WHERE content = ? ORDER BY position", on: database)
    select.bind(content)
    var properties: [Property] = []
    while try select.step() { properties.append(Property(name: select.text(0), value: select.text(1))) }
    return properties
  }

  private func sourceFiles(_ content: Int64) throws -> [(name: String, firstNode: Int)] {
    var select = try SQLStatement(
      "SELECT name, first_node FROM source_file WHERE content = ? ORDER BY position", on: database)
    select.bind(content)
    var files: [(String, Int)] = []
    while try select.step() { files.append((select.text(0), select.int(1))) }
    return files
  }

  private func readNodes(
    _ content: Int64, files: [(name: String, firstNode: Int)], into builder: inout CatalogBuilder
  )
    throws
  {
    var select = try SQLStatement(
      """
      SELECT ordinal, parent, kind, modality, roles, is_withdrawn, assessable, is_union_of_parts,
        source_line, source_column, local, label, title, text, summary, applies_from, applies_note, facts
      FROM node WHERE content = ? ORDER BY ordinal
      """, on: database)
    select.bind(content)
    var words = NodeWords()
    var laterFiles = files.dropFirst()
    while try select.step() {
      let ordinal = builder.rows.count
      while let next = laterFiles.first, next.firstNode <= ordinal {
        builder.begin(file: next.name)
        laterFiles.removeFirst()
      }
      guard select.int(0) == ordinal else { throw StoreError.Reason.damaged("node \(ordinal) is missing") }
      builder.append(try row(ordinal, of: select, &words, &builder))
      try readFacts(of: ordinal, in: select, into: &builder)
    }
    for file in laterFiles { builder.begin(file: file.name) }
  }

  /// The node in the current row; what a damaged file could say wrong is checked here.
  private func row(
    _ ordinal: Int, of select: borrowing SQLStatement, _ words: inout NodeWords,
    _ builder: inout CatalogBuilder
  ) throws -> NodeRow {
    let parent = select.isNull(1) ? -1 : select.int(1)
    guard let line = UInt32(exactly: select.int(8)), let column = UInt32(exactly: select.int(9)),
      parent >= -1,
      parent < ordinal
    else { throw StoreError.Reason.damaged("node \(ordinal) has an impossible place") }
    var row = NodeRow(kind: try words.kind(select.text(2)), parent: Int32(parent), line: line, column: column)
    row.modality = try select.optionalText(3).map { try words.modality($0) }
    row.roles = try select.optionalText(4).map { try words.roles($0) } ?? []
    row.isWithdrawn = select.bool(5)
    row.assessable = select.optionalInt(6).map { $0 != 0 }
    row.isUnionOfParts = select.bool(7)
    row.local = select.withBytes(10) { builder.store($0) }
    row.label = select.withBytes(11) { builder.store($0) }
    row.title = select.withBytes(12) { builder.store($0) }
    row.text = select.withBytes(13) { builder.store($0) }
    row.summary = select.withBytes(14) { builder.store($0) }
    row.appliesFrom = select.withBytes(15) { builder.store($0) }
    row.appliesNote = select.withBytes(16) { builder.store($0) }
    return row
  }

  private func readFacts(
    of ordinal: Int, in select: borrowing SQLStatement, into builder: inout CatalogBuilder
  ) throws {
    guard !select.isNull(17) else { return }
    let isWhole = select.withBytes(17) { text in
      var list = FactListReader(text)
      return list.read(factsOf: Int32(ordinal), into: &builder)
    }
    if !isWhole { throw StoreError.Reason.damaged("the facts about node \(ordinal) make no sense") }
  }

  private func resources(_ content: Int64) throws -> [Resource] {
    var select = try SQLStatement(
      "SELECT identifier, title, citation FROM resource WHERE content = ? ORDER BY position", on: database)
    select.bind(content)
    var resources: [Resource] = []
    while try select.step() {
      resources.append(
        Resource(id: select.text(0), title: select.optionalText(1), citation: select.optionalText(2)))
    }
    var links = try SQLStatement(
      "SELECT resource, href FROM resource_link WHERE content = ? ORDER BY resource, position", on: database)
    links.bind(content)
    while try links.step() {
      let place = links.int(0)
      guard resources.indices.contains(place) else {
        throw StoreError.Reason.damaged("a link without resource")
      }
      resources[place].links.append(links.text(1))
    }
    return resources
  }
}
