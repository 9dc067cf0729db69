import CrosswalkModel
import GRDB

extension CrosswalkStore {
  /// All revisions of all frameworks: by framework, then by date (undated ones first), then in the order of import.
  public func frameworks() throws(StoreError) -> [FrameworkSummary] {
    try reading { try RevisionList(in: $0).entries.map(\.summary) }
  }

  /// The revisions of one framework, oldest first; none where the store does not know it.
  public func revisions(of framework: FrameworkID) throws(StoreError) -> [FrameworkSummary] {
    try reading { try RevisionList(of: framework, in: $0).entries.map(\.summary) }
  }

  /// The revision of `framework` that is current on `day`.
  ///
  /// That is the one with the latest as-of date not after the day; of several with one date, the one imported last.
  /// Where no revision has such a date, because none has any or all are later, it is the one imported last.
  ///
  /// - Returns: `nil` where the store does not know the framework.
  public func newestRevision(of framework: FrameworkID, asOf day: CalendarDate) throws(StoreError)
    -> FrameworkRevisionID?
  {
    try reading { try RevisionList(of: framework, in: $0, counting: .none).newest(asOf: day) }
  }

  /// The catalog of a revision: the official text and the toolkit's summaries joined, where the store has both.
  ///
  /// - Throws: ``StoreError/Reason/unknownRevision(_:)`` where the store does not have it.
  /// - Complexity: Linear in nodes, facts and text.
  public func catalog(_ id: FrameworkRevisionID) throws(StoreError) -> Catalog {
    try reading { database in
      guard let catalog = try CatalogReader(database: database).catalog(id) else {
        throw StoreError.Reason.unknownRevision(id)
      }
      return catalog
    }
  }

  /// Claims in the order of their sources, whatever their status, with the acts of review on them applied; those that
  /// acts made follow.
  public func claims(_ selection: ClaimSelection = .all) throws(StoreError) -> [MappingClaim] {
    try reading { try ClaimReader(database: $0).claims(selection) }
  }

  /// Claims as their files have them, whatever reviewers did since.
  public func recordedClaims(_ selection: ClaimSelection = .all) throws(StoreError) -> [MappingClaim] {
    try reading { try ClaimReader(database: $0).recorded(selection) }
  }

  /// The imports that changed something, oldest first.
  public func imports() throws(StoreError) -> [ImportRecord] {
    try reading { try ImportRecord.all(in: $0) }
  }
}

/// One import that changed something.
public struct ImportRecord: Hashable, Sendable {
  /// Where it came from, with what was not used.
  public var origin: ImportOrigin
  /// Whether it came with the toolkit.
  public var isBundled: Bool
  /// The revisions whose content it brought.
  public var revisions: [FrameworkRevisionID]
  /// Claims read.
  public var claims: Int
  /// Claims that were new.
  public var claimsAdded: Int
  /// Claims that brought an old one up to date.
  public var claimsUpdated: Int

  static func all(in database: Database) throws -> [ImportRecord] {
    var select = try SQLStatement(
      """
      SELECT id, file, digest, format, imported_at, is_bundled, claims, claims_added, claims_updated
      FROM import_log ORDER BY id
      """, on: database)
    var records: [ImportRecord] = []
    while try select.step() {
      let origin = ImportOrigin(
        file: select.text(1), digest: select.optionalText(2), format: select.text(3),
        importedAt: select.text(4),
        notUsed: try notUsed(select.int(0), database))
      records.append(
        ImportRecord(
          origin: origin, isBundled: select.bool(5), revisions: try revisions(select.int(0), database),
          claims: select.int(6), claimsAdded: select.int(7), claimsUpdated: select.int(8)))
    }
    return records
  }

  private static func notUsed(_ id: Int, _ database: Database) throws -> [NotUsed] {
    var select = try SQLStatement(
      """
      SELECT file, source_line, source_column, what, why FROM import_not_used WHERE import = ? ORDER BY position
      """, on: database)
    select.bind(id)
    var records: [NotUsed] = []
    while try select.step() {
      let location = SourceLocation(file: select.text(0), line: select.int(1), column: select.int(2))
      records.append(NotUsed(location: location, what: select.text(3), why: select.text(4)))
    }
    return records
  }

  private static func revisions(_ id: Int, _ database: Database) throws -> [FrameworkRevisionID] {
    var select = try SQLStatement(
      """
      SELECT revision.framework, revision.name FROM content JOIN revision ON revision.id = content.revision
      WHERE content.import = ? ORDER BY content.id
      """, on: database)
    select.bind(id)
    var revisions: [FrameworkRevisionID] = []
    while try select.step() {
      guard let name = try select.revision(1) else {
        throw StoreError.Reason.damaged("a revision without name")
      }
      revisions.append(FrameworkRevisionID(framework: try select.framework(0), revision: name))
    }
    return revisions
  }
}
