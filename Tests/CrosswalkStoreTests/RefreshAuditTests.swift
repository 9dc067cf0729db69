import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

/// The audit of refreshes: written with what it is about, read back whole, never changed.
@Suite struct RefreshAuditTests {
  private let bench: Workbench
  private let store: CrosswalkStore

  init() throws {
    bench = try Workbench()
    store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
  }

  @Test func aRunComesBackAsItWasRecorded() throws {
    let run = try sampleRun(outcome: .heldBack)
    try store.record(run)
    #expect(try store.refreshRuns() == [run])
    #expect(try store.lastRefresh() == run)
  }

  @Test func aStoreOfAnOlderProgramHasNoRuns() throws {
    let old = bench.folder + "/old.sqlite"
    let queue = try DatabaseQueue(path: old)
    try queue.writeWithoutTransaction { try Migration.run([.firstSchema], on: $0) }
    try queue.close()
    let store = try CrosswalkStore.open(at: old, access: .readOnly)
    #expect(try store.refreshRuns().isEmpty)
    #expect(try store.history(ofSource: "sample") == SourceHistory())
  }

  @Test func whatIsPublishedAndItsRecordAreSavedTogetherOrNotAtAll() throws {
    let content = try catalog(revision("sample", "1"), [Sketch(local: "A", kind: .control, text: "One.")])
    let publication = try publication(of: content)
    // The record repeats a row of another: it cannot be written, and so nothing is published.
    let id = content.metadata.id
    try execute("CREATE TRIGGER refuse BEFORE INSERT ON refresh_source BEGIN SELECT RAISE(ABORT, 'no'); END")
    #expect(throws: StoreError.self) { try store.record(try sampleRun(), saving: [publication]) }
    #expect(try store.frameworks().isEmpty)
    try execute("DROP TRIGGER refuse")
    try store.record(try sampleRun(), saving: [publication])
    #expect(try store.frameworks().map(\.metadata.id) == [id])
    #expect(try store.importedContents(of: id.framework).map(\.revision) == [id.revision])
  }

  @Test func whatWasJudgedAgainstAnotherStateIsNotPublished() throws {
    let publication = try publication(
      of: catalog(revision("sample", "2"), [Sketch(local: "A", kind: .control, text: "Two.")]))
    let meanwhile = try catalog(revision("sample", "1"), [Sketch(local: "A", kind: .control, text: "One.")])
    try store.save(
      CrosswalkGraph(catalogs: [meanwhile], claims: []),
      origin: ImportOrigin(file: "a", format: "csv", importedAt: ""))
    let error = #expect(throws: StoreError.self) {
      try store.record(try sampleRun(), saving: [publication])
    }
    #expect(error?.reason == .changedWhileRead)
    #expect(try store.frameworks().count == 1)
    #expect(try store.refreshRuns().isEmpty)
  }

  @Test(arguments: ["refresh_run", "refresh_source", "refresh_file", "refresh_release"])
  func theAuditIsNeverChangedReplacedOrDeleted(table: String) throws {
    try store.record(try sampleRun())
    let before = try dump(bench.storePath)
    let statements = [
      "UPDATE \(table) SET rowid = rowid", "DELETE FROM \(table)",
      "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
    ].map { table == "refresh_run" ? $0 : $0.replacingOccurrences(of: "rowid = rowid", with: "run = run") }
    for statement in statements {
      #expect(throws: DatabaseError.self) { try execute(statement) }
    }
    #expect(try dump(bench.storePath) == before)
  }

  @Test func theStateOfFilesIsThatOfTheLastGoodNight() throws {
    var good = try sampleRun()
    good.sources[0].files[0].etag = "\"good\""
    var bad = try sampleRun(outcome: .heldBack)
    bad.sources[0].files[0].etag = "\"bad\""
    try store.record(good)
    try store.record(bad)
    let history = try store.history(ofSource: "sample")
    #expect(history.lastAttempt == bad.sources[0])
    #expect(history.lastSuccess == good.sources[0])
    let source = good.sources[0]
    #expect(
      history.knownFiles(framework: source.framework, settings: source.settings)["a.xml"]?.etag == "\"good\"")
    #expect(history.knownFiles(framework: source.framework, settings: "other").isEmpty)
  }

  @Test func theHighestReleaseIsRememberedWhateverBecameOfItAndWhateverElseChanged() throws {
    #expect(try store.highestRelease(ofSource: "sample", keys: "k") == nil)
    for (outcome, version, keys) in [
      (RefreshRecord.Outcome.published, 4, "k"), (.heldBack, 6, "k"), (.failed, 5, "k"),
      (.unchanged, 9, "other"),
    ] {
      var run = try sampleRun(outcome: outcome)
      run.sources[0].settings = "settings \(version)"
      run.sources[0].release = SignedReleaseMark(keys: keys, version: version, digest: "d\(version)")
      try store.record(run)
    }
    try store.record(try sampleRun())
    let highest = try store.highestRelease(ofSource: "sample", keys: "k")
    #expect(highest == SignedReleaseMark(keys: "k", version: 6, digest: "d6"))
    #expect(try store.highestRelease(ofSource: "sample", keys: "other")?.version == 9)
    #expect(try store.highestRelease(ofSource: "sample", keys: "new") == nil)
    #expect(try store.highestRelease(ofSource: "another", keys: "k") == nil)
  }

  @Test func aClaimThatCameAfterTheJudgementKeepsItsRevisionOut() throws {
    let content = try catalog(revision("sample", "1"), [Sketch(local: "A", kind: .control, text: "One.")])
    try store.save(
      CrosswalkGraph(catalogs: [content], claims: []),
      origin: ImportOrigin(file: "a", format: "csv", importedAt: ""))
    let publication = try publication(
      of: catalog(revision("sample", "2"), [Sketch(local: "B", kind: .control, text: "Two.")]))
    #expect(try store.isJudgedAgainstPresent(publication))
    try store.save(
      CrosswalkGraph(catalogs: [], claims: [claim("about-a", "sample/A", "other/B")]),
      origin: ImportOrigin(file: "claims", format: "csv", importedAt: ""))
    #expect(try !store.isJudgedAgainstPresent(publication))
    let error = #expect(throws: StoreError.self) {
      try store.record(try sampleRun(), saving: [publication])
    }
    #expect(error?.reason == .changedWhileRead)
    let again = try self.publication(
      of: catalog(revision("sample", "2"), [Sketch(local: "B", kind: .control, text: "Two.")]))
    try store.save(
      CrosswalkGraph(catalogs: [], claims: [claim("about-others", "another/A", "other/B")]),
      origin: ImportOrigin(file: "claims", format: "csv", importedAt: ""))
    try store.record(try sampleRun(), saving: [again])
    #expect(try store.frameworks().count == 2, "a claim about other frameworks keeps nothing out")
  }

  private func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: bench.storePath)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func publication(of catalog: Catalog) throws -> RefreshPublication {
    RefreshPublication(
      item: StoreImport(
        graph: CrosswalkGraph(catalogs: [catalog], claims: []),
        origin: ImportOrigin(file: "a.xml", format: "csv", importedAt: "")),
      framework: catalog.framework, judgedAgainst: try store.refreshBasis(of: catalog.framework))
  }

  private func sampleRun(outcome: RefreshRecord.Outcome = .unchanged) throws -> RefreshRecord {
    let moment = try #require(Moment("2026-11-23T03:00:00Z"))
    var source = RefreshRecord.Source(
      id: "sample", framework: framework("sample"), settings: "s", outcome: outcome, exitStatus: 5,
      checkedAt: moment)
    source.before = .init(revision: revision("sample", "1").revision, digest: "d1")
    source.after = .init(revision: revision("sample", "2").revision, digest: "d2")
    source.diffDigest = "dd"
    source.guards = [.init(name: "older", reason: "2025 is before \"2026\"\nand more")]
    source.message = "held"
    source.files = [
      SourceFileState(
        name: "a.xml", url: "https://example.org/a.xml", etag: "W/\"x\"", lastModified: "yesterday",
        sha256: "ab", bytes: 12, checkedAt: moment, signedVersion: 3)
    ]
    source.release = SignedReleaseMark(keys: "k", version: 3, digest: "rd")
    let later = try #require(Moment("2026-11-23T02:59:00Z"))
    return RefreshRecord(
      started: moment, finished: later, manifest: "sources.json", manifestDigest: "m", exitStatus: 5,
      sources: [source])
  }
}
