import CrosswalkModel
import GRDB

/// The revisions of the store with their counts.
struct RevisionList {
  /// One revision as the list shows it.
  struct Entry {
    let order: Int
    var summary: FrameworkSummary
  }

  /// Whether nodes are counted: of a revision with two contents that takes reading and joining both.
  enum Counting {
    case exact
    /// The counts stay 0.
    case none
  }

  let entries: [Entry]

  /// Reads the revisions of `framework`, or of all: sorted by framework, then by date (undated ones first), then in
  /// the order of import.
  init(of framework: FrameworkID? = nil, in database: Database, counting: Counting = .exact) throws {
    let isOld = try Migration.version(of: database) < Migration.firstWithReviewActs
    var select = try SQLStatement(
      """
      SELECT revision.id, revision.framework, revision.name, count(*), max(content.origin = 'bundled'),
        max(content.groups), max(content.controls), max(content.withdrawn), max(content.statements),
        max(content.recitals),
        (SELECT min(imported_at) FROM \(isOld ? "content" : "content_known") AS known
          JOIN import_log ON import_log.id = known.import WHERE known.revision = revision.id)
      FROM revision JOIN content ON content.revision = revision.id
      WHERE ?1 IS NULL OR revision.framework = ?1 GROUP BY revision.id
      """, on: database)
    select.bind(framework?.rawValue)
    var entries: [Entry] = []
    while try select.step() { entries.append(try Self.entry(select, database, counting)) }
    self.entries = entries.sorted { $0.sortKey < $1.sortKey }
  }

  private static func entry(
    _ row: borrowing SQLStatement, _ database: Database, _ counting: Counting
  ) throws -> Entry {
    guard let revision = try row.revision(2) else {
      throw StoreError.Reason.damaged("a revision without name")
    }
    let id = FrameworkRevisionID(framework: try row.framework(1), revision: revision)
    var counts = CatalogCounts()
    let metadata: CatalogMetadata
    if counting == .none {
      metadata = try Self.metadata(id, database)
    } else if row.int(3) == 1, let content = try StoredContent.all(of: id, in: database).first {
      metadata = try CatalogReader(database: database).metadata(content.id, id)
      counts.groups = row.int(5)
      counts.controls = row.int(6)
      counts.withdrawn = row.int(7)
      counts.statements = row.int(8)
      counts.recitals = row.int(9)
    } else {
      // Two contents: what they hold together is known when they are joined.
      guard let catalog = try CatalogReader(database: database).catalog(id) else {
        throw StoreError.Reason.damaged("no content of \(id)")
      }
      metadata = catalog.metadata
      counts = CatalogCounts(catalog)
    }
    var summary = FrameworkSummary(metadata: metadata, counts: counts, isBundled: row.bool(4))
    summary.knownSince = row.optionalText(10).flatMap { $0.isEmpty ? nil : $0 }
    return Entry(order: row.int(0), summary: summary)
  }

  /// The metadata of a revision, as its catalog has it.
  private static func metadata(_ id: FrameworkRevisionID, _ database: Database) throws -> CatalogMetadata {
    let reader = CatalogReader(database: database)
    let contents = try StoredContent.all(of: id, in: database)
    guard let first = contents.first else { throw StoreError.Reason.damaged("no content of \(id)") }
    let metadata = try reader.metadata(first.id, id)
    guard contents.count > 1 else { return metadata }
    // The order of the contents is that of their origins: bundled, then imported.
    return CatalogJoining.metadata(metadata, try reader.metadata(contents[1].id, id))
  }

  /// The revision that is current on a day.
  func newest(asOf day: CalendarDate?) -> FrameworkRevisionID? {
    let dated = entries.filter { entry in
      guard let date = entry.summary.metadata.asOf else { return false }
      return day.map { date <= $0 } ?? true
    }
    // Entries are sorted by date and import: the last one wins.
    let newest = dated.last ?? entries.max { $0.order < $1.order }
    return newest?.summary.metadata.id
  }
}

extension RevisionList.Entry {
  fileprivate var sortKey: SortKey {
    SortKey(framework: summary.metadata.id.framework, day: summary.metadata.asOf, order: order)
  }

  fileprivate struct SortKey: Comparable {
    let framework: FrameworkID
    let day: CalendarDate?
    let order: Int

    static func < (left: Self, right: Self) -> Bool {
      if left.framework != right.framework { return left.framework < right.framework }
      switch (left.day, right.day) {
      case (let a?, let b?) where a != b: return a < b
      case (nil, _?): return true
      case (_?, nil): return false
      default: return left.order < right.order
      }
    }
  }
}
