import CrosswalkModel
import GRDB

/// What a refresh publishes of one framework.
public struct RefreshPublication: Sendable {
  /// The new revision.
  public var item: StoreImport
  /// The framework that it is of.
  public var framework: FrameworkID
  /// What the store had when the revision was judged: ``CrosswalkStore/refreshBasis(of:)``.
  public var judgedAgainst: RefreshBasis

  /// Joins what is to be saved with what it was judged against.
  public init(item: StoreImport, framework: FrameworkID, judgedAgainst: RefreshBasis) {
    self.item = item
    self.framework = framework
    self.judgedAgainst = judgedAgainst
  }
}

extension CrosswalkStore {
  /// Saves what a run publishes, with the record of the run: all of it in one transaction, or nothing.
  ///
  /// A run that publishes nothing writes its record and nothing else.
  ///
  /// - Returns: What each publication changed.
  /// - Throws: ``StoreError``; ``StoreError/Reason/changedWhileRead`` where somebody imported another revision, or a claim
  ///   about the framework came or went, after one was judged; ``StoreError/Reason/revisionExists(_:)``.
  @discardableResult
  public func record(_ run: RefreshRecord, saving publications: [RefreshPublication] = []) throws(StoreError)
    -> [SaveSummary]
  {
    try validate(publications.map(\.item))
    return try writing { database in
      for publication in publications {
        let reader = RefreshBasisReader(database: database, framework: publication.framework)
        guard try reader.holds(publication.judgedAgainst) else { throw StoreError.Reason.changedWhileRead }
      }
      let saving = Saving(database: database, origin: .imported)
      let summaries = try publications.map { try saving.save($0.item) }
      try RefreshWriter(database: database).write(run)
      return (summaries, .commit)
    }
  }

  /// What a revision of a framework is judged against, in the state of one moment.
  ///
  /// - Complexity: linear in the claims of the store; no catalog is read.
  public func refreshBasis(of framework: FrameworkID) throws(StoreError) -> RefreshBasis {
    try reading { try RefreshBasisReader(database: $0, framework: framework).basis() }
  }

  /// Whether a publication was judged against what the store still has.
  public func isJudgedAgainstPresent(_ publication: RefreshPublication) throws(StoreError) -> Bool {
    try reading {
      try RefreshBasisReader(database: $0, framework: publication.framework).holds(publication.judgedAgainst)
    }
  }

  /// Whether a step that any run named by `digest` led to a content that the store has now.
  public func hasTakenStep(_ digest: String) throws(StoreError) -> Bool {
    for (framework, content) in try reading({ try RefreshReader(database: $0).contents(afterStep: digest) }) {
      if try importedContents(of: framework).contains(content) { return true }
    }
    return false
  }

  /// The runs of the refresh, oldest first; none in a store that was made before there were any.
  ///
  /// - Complexity: Linear in the records.
  public func refreshRuns() throws(StoreError) -> [RefreshRecord] {
    try reading { try RefreshReader(database: $0).runs() }
  }

  /// The newest run; `nil` where there was none.
  public func lastRefresh() throws(StoreError) -> RefreshRecord? {
    try reading { try RefreshReader(database: $0).runs(newest: 1).first }
  }

  /// What the audit knows about a source.
  ///
  /// Cost: looks at an index, linear in the runs that were about the source.
  public func history(ofSource id: String) throws(StoreError) -> SourceHistory {
    try reading { try RefreshReader(database: $0).history(of: id) }
  }

  /// The highest signed release of a source that any run has seen and verified, whatever became of its files.
  ///
  /// - Parameter keys: The digest of the keys that count; what other keys signed is none of theirs.
  /// - Complexity: Linear in the records of the source.
  public func highestRelease(ofSource id: String, keys: String) throws(StoreError) -> SignedReleaseMark? {
    try reading { try RefreshReader(database: $0).highestRelease(of: id, keys: keys) }
  }

  /// The revisions of a framework whose text was imported, oldest first as ``revisions(of:)`` orders them, each with the
  /// digest of that text.
  public func importedContents(of framework: FrameworkID) throws(StoreError) -> [RefreshRecord.Content] {
    try reading { database in
      try RevisionList(of: framework, in: database, counting: .none).entries.compactMap { entry in
        let id = entry.summary.metadata.id
        let imported = try StoredContent.all(of: id, in: database).first { $0.origin == .imported }
        return imported.map { RefreshRecord.Content(revision: id.revision, digest: $0.digest) }
      }
    }
  }

  /// The revision of each framework that is current on `day`, as ``newestRevision(of:asOf:)`` chooses it, by framework.
  ///
  /// Cost: linear in the properties of all revisions; no catalog is read.
  public func currentRevisions(asOf day: CalendarDate) throws(StoreError) -> [CatalogMetadata] {
    try reading { database in
      let frameworks = try String.fetchAll(
        database, sql: "SELECT DISTINCT framework FROM revision ORDER BY framework")
      return try frameworks.compactMap { FrameworkID($0) }.compactMap { framework in
        let list = try RevisionList(of: framework, in: database, counting: .none)
        let newest = list.newest(asOf: day)
        return list.entries.first { $0.summary.metadata.id == newest }?.summary.metadata
      }
    }
  }

  /// The days from which parts of a revision apply, each with how many parts say so, in order.
  ///
  /// Cost: linear in the nodes of the revision.
  public func applicationDays(of id: FrameworkRevisionID) throws(StoreError) -> [(
    day: CalendarDate, parts: Int
  )] {
    try reading { database in
      var select = try SQLStatement(
        """
        SELECT applies_from, count(*) FROM node
        JOIN content ON content.id = node.content JOIN revision ON revision.id = content.revision
        WHERE revision.framework = ? AND revision.name = ? AND applies_from IS NOT NULL AND NOT is_withdrawn
        GROUP BY applies_from ORDER BY applies_from
        """, on: database)
      select.bind(id.framework.rawValue)
      select.bind(id.revision.rawValue)
      var days: [(CalendarDate, Int)] = []
      while try select.step() {
        if let day = try select.day(0) { days.append((day, select.int(1))) }
      }
      return days
    }
  }
}

extension CrosswalkStore {
  /// The digest of what a catalog says, as the store takes it: metadata, nodes, facts and resources.
  ///
  /// Cost: linear in the text.
  public static func contentDigest(of catalog: Catalog) -> String { catalog.contentDigest }
}
