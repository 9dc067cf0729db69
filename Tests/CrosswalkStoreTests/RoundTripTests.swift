import CrosswalkModel
import Testing

@testable import CrosswalkStore

@Suite struct RoundTripTests {
  @Test func aCatalogComesBackAsItWentIn() throws {
    let bench = try Workbench()
    let before = try catalogWithEverything()
    try CrosswalkStore.open(at: bench.storePath, access: .readWrite).save(graph(before), origin: origin())
    let after = try CrosswalkStore.open(at: bench.storePath, access: .readOnly).catalog(before.metadata.id)
    #expect(CatalogImage(after) == CatalogImage(before))
  }

  @Test func aCatalogWithoutNodesComesBack() throws {
    let bench = try Workbench()
    let before = try catalog(revision("empty", "1"), [])
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    try store.save(graph(before), origin: origin())
    #expect(CatalogImage(try store.catalog(before.metadata.id)) == CatalogImage(before))
  }

  @Test func aClaimComesBackAsItWentIn() throws {
    let bench = try Workbench()
    var full = claim("id-1", "a/1", "b/2", from: "1.0", to: "2.0")
    full.source = .nodes([
      ControlID(framework: framework("a"), local: "x'; --"), .init(framework: framework("a"), local: "y"),
    ])
    full.relations = [.equal, .supersetOf]
    full.token = "equivalent-to"
    full.rationale = .functional
    full.strength = 10
    full.confidence = 0.1
    full.method = .hybrid
    full.status = .complete
    full.author = "A"
    full.date = CalendarDate("2024-02-29")
    full.reviewer = "R"
    full.reviewedOn = CalendarDate("2025-01-01")
    full.note = "what is \u{0} shared 🙂"
    var bare = claim("id-2", "a", "b/3")
    bare.relations = .disjoint
    var contradiction = claim("id-0", "b/3", "a/1")
    contradiction.relations = []
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    try store.save(graph(claims: [full, bare, contradiction]), origin: origin())
    #expect(try store.claims() == [full, bare, contradiction])
    #expect(try store.claims(.about(ControlID(framework: framework("a"), local: "y"))) == [full, bare])
    #expect(try store.claims(.about(ControlID(framework: framework("b"), local: "2"))) == [full])
    #expect(try store.claims(.among([framework("a")])) == [])
  }

  @Test(arguments: ["*", "NEAR(a b)", "'", "\"", "--", "%", "_", ";", "\\", "a OR 1=1", "🙂", "é", "e\u{301}"])
  func namesMayHoldWhatMeansSomethingToSQL(local: String) throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let node = ControlID(framework: framework("a"), local: local)
    var about = claim("id", "a/1", "b/2")
    about.source = .nodes([node])
    let one = try catalog(
      revision("a", "r'1"), [Sketch(local: local, kind: .control, text: local), Sketch(local: "other")])
    try store.save(graph(one, claims: [about, claim("other", "a/other", "b/2")]), origin: origin(local))
    #expect(try store.claims(.about(node)) == [about])
    #expect(Array(try store.catalog(revision("a", "r'1"))[0].local.utf8) == Array(local.utf8))
    #expect(try store.imports().map(\.origin.file) == [local])
  }

  @Test func theLogKeepsWhatWasNotUsed() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let unused = NotUsed(
      location: SourceLocation(file: "f.xml", line: 7, column: 2), what: "element <remarks>",
      why: "says nothing")
    try store.save(
      graph(try catalogWithEverything(), claims: [claim("1", "a/1", "b/1")]),
      origin: origin("f.xml", notUsed: [unused]))
    let record = try #require(try store.imports().first)
    #expect(record.origin == origin("f.xml", notUsed: [unused]))
    #expect(record.revisions == [revision("sample-1.0", "2026-01-02")])
    #expect(record.claims == 1)
    #expect(record.claimsAdded == 1)
  }

  @Test func theListCountsWhatTheCatalogHolds() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let everything = try catalogWithEverything()
    try store.save(graph(everything), origin: origin())
    let summary = try #require(try store.frameworks().first)
    #expect(summary.metadata == everything.metadata)
    #expect(summary.counts == CatalogCounts(everything))
    #expect(!summary.isBundled)
  }
}
