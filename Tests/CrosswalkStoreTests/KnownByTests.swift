import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkStore

/// The store as it was known on a day.
@Suite struct KnownByTests {
  private func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .firstOfEpoch }

  private func imported(_ graph: CrosswalkGraph, at time: String) -> StoreImport {
    var origin = origin()
    origin.importedAt = time
    return StoreImport(graph: graph, origin: origin)
  }

  /// January: the first revision and a claim; February: the claim renewed, and an act; March: the second revision.
  private func store(_ bench: Workbench) throws -> CrosswalkStore {
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let first = try catalog(revision("a", "1"), asOf: "2026-01-01", [Sketch(local: "1", text: "one")])
    let second = try catalog(revision("a", "2"), asOf: "2026-01-02", [Sketch(local: "1", text: "two")])
    var renewed = claim("1", "a/1", "b/1", from: "1")
    try store.save([imported(graph(first, claims: [renewed]), at: "2026-01-10")])
    renewed.note = "a note"
    renewed.target = .nodes([
      ControlID(framework: framework("b"), local: "2"), ControlID(framework: framework("b"), local: "3"),
    ])
    try store.save([
      imported(graph(claims: [renewed, claim("2", "a/1", "b/9")]), at: "2026-02-10T23:59:59Z")
    ])
    let time = try #require(Moment("2026-02-20T12:00:00Z"))
    try store.record(
      [ReviewAct(kind: .reject, claim: ClaimID("1"), author: "A", time: time, reason: "r")],
      asOf: day("2026-01-01"))
    try store.record(
      BilateralPosition(
        side: .us, about: .claim(ClaimID("1")), stance: .agreed, author: "A", time: time))
    try store.save([imported(graph(second), at: "2026-03-10T00:00:00Z")])
    return store
  }

  private struct Seen: Equatable {
    var revisions: [String] = []
    var claims: [String] = []
    var acts = 0
    var positions = 0
    var imports = 0
  }

  private func seen(_ store: CrosswalkStore) throws -> Seen {
    Seen(
      revisions: try store.frameworks().map(\.metadata.id.revision.rawValue),
      claims: try store.claims().map { "\($0.id) \($0.status) \($0.target.spelled) \($0.note ?? "-")" },
      acts: try store.reviewActs().count, positions: try store.positions().count,
      imports: try store.imports().count)
  }

  @Test func whatTheStoreLearnedLaterDoesNotCount() throws {
    let bench = try Workbench()
    let store = try store(bench)
    func known(_ text: String) throws -> Seen { try seen(try store.known(by: day(text))) }
    #expect(try known("2026-01-09") == Seen())
    #expect(try known("2026-01-10") == Seen(revisions: ["1"], claims: ["1 draft b/1 -"], imports: 1))
    #expect(try known("2026-02-09") == known("2026-01-10"))
    let renewed = ["1 draft b/2 | b/3 a note", "2 draft b/9 -"]
    #expect(try known("2026-02-10") == Seen(revisions: ["1"], claims: renewed, imports: 2))
    let rejected = ["1 rejected b/2 | b/3 a note", "2 draft b/9 -"]
    let act = Seen(revisions: ["1"], claims: rejected, acts: 1, positions: 1, imports: 2)
    #expect(try known("2026-02-20") == act)
    #expect(try known("2026-03-09") == act)
    #expect(try known("2026-03-10") == seen(store))
    #expect(try seen(store).revisions == ["1", "2"])
  }

  @Test func theLawOfADayAndTheKnowledgeOfADayAreTwoThings() throws {
    let bench = try Workbench()
    let store = try store(bench)
    // The law of June is the second revision; in February nobody had imported it.
    let june = day("2026-06-01")
    #expect(try store.newestRevision(of: framework("a"), asOf: june) == revision("a", "2"))
    let february = try store.known(by: day("2026-02-28"))
    #expect(try february.newestRevision(of: framework("a"), asOf: june) == revision("a", "1"))
    #expect(
      try february.graph([revision("a", "1")], asOf: june).catalogs.map(\.metadata.id.revision.rawValue) == [
        "1"
      ])
    #expect(throws: StoreError.self) { try february.catalog(revision("a", "2")) }
    #expect(february.knownBy == day("2026-02-28") && store.knownBy == nil)
  }

  @Test func aViewOfThePastWritesNothingAndRefusesTo() throws {
    let bench = try Workbench()
    let store = try store(bench)
    let before = try dump(bench.storePath)
    let past = try store.known(by: day("2026-02-28"))
    _ = try seen(past)
    #expect(throws: StoreError.self) { try past.record([act(.accept, "2")], asOf: day("2026-02-01")) }
    #expect(try dump(bench.storePath) == before)
  }

  @Test func summariesThatANewerReleaseRenewedStayKnownSinceTheFirst() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    for (version, time) in [("1", "2026-01-10T00:00:00Z"), ("2", "2026-05-10T00:00:00Z")] {
      let content = try catalog(revision("a", "1"), [Sketch(local: "1", summary: "summary \(version)")])
      try store.saveBundled([imported(graph(content), at: time)], version: version)
    }
    let january = try store.known(by: day("2026-01-31"))
    #expect(try january.frameworks().map(\.knownSince) == ["2026-01-10T00:00:00Z"])
    #expect(try store.frameworks().map(\.knownSince) == ["2026-01-10T00:00:00Z"])
    #expect(try store.known(by: day("2026-01-09")).frameworks().isEmpty)
  }

  @Test(arguments: 1...3)
  func inAnOldStoreImportsCountByTheirDay(version: Int) throws {
    let bench = try Workbench()
    do { _ = try store(bench) }
    try takeBackSteps(of: bench.storePath, to: version)
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
    #expect(try store.known(by: day("2026-01-20")).frameworks().map(\.metadata.id.revision.rawValue) == ["1"])
    #expect(try store.known(by: day("2026-01-20")).claims().isEmpty)
    #expect(try store.known(by: day("2026-02-20")).claims().map(\.id.rawValue) == ["1", "2"])
    #expect(try store.frameworks().map(\.knownSince) == ["2026-01-10", "2026-03-10T00:00:00Z"])
  }

  @Test func contentWhoseTimeNobodyNotedWasAlwaysKnown() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let content = try catalog(revision("a", "1"), [Sketch(local: "1", summary: "summary")])
    try store.saveBundled([imported(graph(content), at: "")], version: "1")
    #expect(try store.known(by: day("1999-01-01")).frameworks().map(\.knownSince) == [nil])
  }
}
