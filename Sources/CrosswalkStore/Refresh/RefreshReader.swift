import CrosswalkModel
import GRDB

/// Reads the audit of refreshes.
struct RefreshReader {
  let database: Database

  /// A store that an older program made, and that is only read, has no audit yet.
  private var hasAudit: Bool {
    get throws { try database.tableExists("refresh_run") }
  }

  /// The runs, oldest first.
  ///
  /// - Parameter newest: How many of the newest; `nil` for all.
  func runs(newest: Int? = nil) throws -> [RefreshRecord] {
    guard try hasAudit else { return [] }
    var select = try SQLStatement(
      """
      SELECT id, started, finished, manifest, manifest_digest, toolkit, exit_status
      FROM refresh_run ORDER BY id DESC LIMIT ?
      """, on: database)
    select.bind(newest ?? -1)
    var runs: [RefreshRecord] = []
    while try select.step() {
      runs.append(
        RefreshRecord(
          started: try select.moment(1), finished: try select.moment(2), manifest: select.text(3),
          manifestDigest: select.text(4), toolkit: select.text(5), exitStatus: select.int(6),
          sources: try sources(where: "run = ?", select.int(0))))
    }
    return runs.reversed()
  }

  func history(of source: String) throws -> SourceHistory {
    guard try hasAudit else { return SourceHistory() }
    let newest = { (outcomes: String) in
      try sources(
        where: """
          (run, position) = (SELECT run, position FROM refresh_source
            WHERE source = ? AND outcome IN (\(outcomes)) ORDER BY run DESC, position LIMIT 1)
          """, source
      ).first
    }
    return SourceHistory(
      lastAttempt: try newest("'published', 'unchanged', 'held-back', 'failed'"),
      lastSuccess: try newest("'published', 'unchanged'"), contentSince: try contentSince(of: source))
  }

  /// The contents with which steps of this digest ended or would have ended, with their frameworks.
  func contents(afterStep digest: String) throws -> [(FrameworkID, RefreshRecord.Content)] {
    guard try hasAudit else { return [] }
    var select = try SQLStatement(
      """
      SELECT DISTINCT framework, revision_after, content_after FROM refresh_source
      WHERE diff_digest = ? ORDER BY framework, revision_after, content_after
      """, on: database)
    select.bind(digest)
    var contents: [(FrameworkID, RefreshRecord.Content)] = []
    while try select.step() {
      if let content = try select.content(1) { contents.append((try select.framework(0), content)) }
    }
    return contents
  }

  /// When the source was published last; where it never was, when it was first seen to have what the store has.
  private func contentSince(of source: String) throws -> Moment? {
    var select = try SQLStatement(
      """
      SELECT checked_at FROM refresh_source
      WHERE source = ?1 AND outcome IN ('published', 'unchanged') AND run >= coalesce(
        (SELECT max(run) FROM refresh_source WHERE source = ?1 AND outcome = 'published'), 0)
      ORDER BY run LIMIT 1
      """, on: database)
    select.bind(source)
    return try select.step() ? try select.moment(0) : nil
  }

  private func sources(where condition: String, _ value: some CustomStringConvertible) throws
    -> [RefreshRecord.Source]
  {
    var select = try SQLStatement(
      """
      SELECT run, position, source, framework, settings, outcome, revision_before, content_before, revision_after,
        content_after, diff_digest, guards, message, exit_status, checked_at
      FROM refresh_source WHERE \(condition) ORDER BY position
      """, on: database)
    if let number = value as? Int { select.bind(number) } else { select.bind(value.description) }
    var sources: [RefreshRecord.Source] = []
    while try select.step() { sources.append(try source(select)) }
    return sources
  }

  private func source(_ row: borrowing SQLStatement) throws -> RefreshRecord.Source {
    guard let outcome = try row.word(5, as: RefreshRecord.Outcome.self) else {
      throw StoreError.Reason.damaged("a refresh without outcome")
    }
    var source = RefreshRecord.Source(
      id: row.text(2), framework: try row.framework(3), settings: row.text(4), outcome: outcome,
      exitStatus: row.int(13), checkedAt: try row.moment(14))
    source.before = try row.content(6)
    source.after = try row.content(8)
    source.diffDigest = row.optionalText(10)
    source.guards = try row.properties(11).map { .init(name: $0.name, reason: $0.value) }
    source.message = row.optionalText(12)
    source.files = try files(run: row.int(0), source: row.int(1))
    source.release = try release(where: "(run, position) = (\(row.int(0)), \(row.int(1)))", [])
    return source
  }

  /// The highest release of a source that some keys signed; `nil` where none was seen.
  func highestRelease(of source: String, keys: String) throws -> SignedReleaseMark? {
    try release(
      where: "refresh_source.source = ? AND keys = ? ORDER BY version DESC, run LIMIT 1", [source, keys])
  }

  private func release(where condition: String, _ values: [String]) throws -> SignedReleaseMark? {
    guard try database.tableExists("refresh_release") else { return nil }
    var select = try SQLStatement(
      """
      SELECT keys, version, digest
      FROM refresh_release JOIN refresh_source USING (run)
      WHERE refresh_source.position = refresh_release.source AND \(condition)
      """, on: database)
    for value in values { select.bind(value) }
    guard try select.step() else { return nil }
    return SignedReleaseMark(keys: select.text(0), version: select.int(1), digest: select.text(2))
  }

  private func files(run: Int, source: Int) throws -> [SourceFileState] {
    var select = try SQLStatement(
      """
      SELECT name, url, etag, last_modified, sha256, bytes, checked_at, signed_version
      FROM refresh_file WHERE run = ? AND source = ? ORDER BY position
      """, on: database)
    select.bind(run)
    select.bind(source)
    var files: [SourceFileState] = []
    while try select.step() {
      files.append(
        SourceFileState(
          name: select.text(0), url: select.text(1), etag: select.optionalText(2),
          lastModified: select.optionalText(3), sha256: select.text(4), bytes: select.int(5),
          checkedAt: try select.moment(6), signedVersion: select.optionalInt(7)))
    }
    return files
  }
}

extension SQLStatement {
  fileprivate borrowing func moment(_ column: Int32) throws -> Moment {
    guard let moment = Moment(text(column)) else { throw StoreError.Reason.damaged("a time that is none") }
    return moment
  }

  /// A revision and, in the next column, the digest of its content; `nil` for NULL.
  fileprivate borrowing func content(_ column: Int32) throws -> RefreshRecord.Content? {
    try revision(column).map { RefreshRecord.Content(revision: $0, digest: text(column + 1)) }
  }
}
