import CrosswalkModel
import Testing

@testable import CrosswalkStore

@Suite struct GraphTests {
  let bench: Workbench
  let store: CrosswalkStore

  init() throws {
    bench = try Workbench()
    store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    for name in ["a", "b", "pivot", "leaf", "island"] {
      try store.save(
        graph(try catalog(revision(name, "1"), [Sketch(local: "1", text: name)])), origin: origin())
    }
  }

  private func frameworks(_ asked: String...) throws -> [String] {
    try store.graph(asked.map { revision($0, "1") }).catalogs.map(\.framework.rawValue)
  }

  @Test func bringsTheFrameworksThroughWhichClaimsConnect() throws {
    var rejected = claim("rejected", "a/1", "island/1")
    rejected.status = .rejected
    let claims = [
      claim("1", "a/1", "pivot/1"), claim("2", "b/1", "pivot/1"), claim("3", "pivot/1", "leaf/1"),
      claim("4", "a/1", "absent/1"), claim("5", "absent/1", "b/1"), rejected, claim("6", "island/1", "b/1"),
    ]
    try store.save(graph(claims: claims), origin: origin())
    let whole = try store.graph([revision("a", "1"), revision("b", "1")])
    #expect(whole.catalogs.map(\.framework.rawValue) == ["a", "b", "pivot"])
    #expect(whole.claims.map(\.id.rawValue) == ["1", "2"])
    #expect(try frameworks("a", "leaf") == ["a", "leaf", "pivot"])
    #expect(try frameworks("a") == ["a"])
  }

  @Test func pivotsComeInTheRevisionThatIsCurrent() throws {
    for (name, date) in [("2", "2026-05-01"), ("3", "2027-01-01")] {
      let newer = try catalog(revision("pivot", name), asOf: date, [Sketch(local: "1", text: name)])
      try store.save(graph(newer), origin: origin())
    }
    try store.save(
      graph(claims: [claim("1", "a/1", "pivot/1"), claim("2", "b/1", "pivot/1")]), origin: origin())
    let asked = [revision("a", "1"), revision("b", "1")]
    #expect(
      try store.graph(asked, asOf: CalendarDate("2026-06-01")).catalogs.last?.metadata.id
        == revision("pivot", "2"))
    #expect(try store.graph(asked).catalogs.last?.metadata.id == revision("pivot", "3"))
  }

  @Test func asksForWhatItHasAndForOneRevisionOfEach() throws {
    let unknown = #expect(throws: StoreError.self) { try store.graph([revision("a", "2")]) }
    #expect(unknown?.reason == .unknownRevision(revision("a", "2")))
    let twice = #expect(throws: StoreError.self) {
      try store.graph([revision("a", "1"), revision("a", "1")])
    }
    #expect(twice?.reason == .severalRevisions(framework("a")))
  }

  @Test func theNewestRevisionIsTheLastOneInForceAndElseTheLastImported() throws {
    let f = framework("dated")
    func add(_ name: String, _ date: String?) throws {
      try store.save(
        graph(try catalog(revision("dated", name), asOf: date, [Sketch(local: name)])), origin: origin())
    }
    let day = try #require(CalendarDate("2026-11-23"))
    #expect(try store.newestRevision(of: f, asOf: day) == nil)
    try add("undated-1", nil)
    try add("undated-2", nil)
    #expect(try store.newestRevision(of: f, asOf: day) == revision("dated", "undated-2"))
    try add("later", "2026-11-24")
    #expect(try store.newestRevision(of: f, asOf: day) == revision("dated", "later"))
    try add("today", "2026-11-23")
    try add("older", "2026-01-01")
    #expect(try store.newestRevision(of: f, asOf: day) == revision("dated", "today"))
    #expect(
      try store.newestRevision(of: f, asOf: try #require(CalendarDate("2026-02-01")))
        == revision("dated", "older"))
    #expect(
      try store.revisions(of: f).map(\.metadata.id.revision.rawValue)
        == ["undated-1", "undated-2", "older", "today", "later"])
  }

  /// Compares with the definition: a search for every path that passes no framework twice.
  @Test(arguments: 0..<200)
  func theNetworkFindsJustTheFrameworksOnSimplePaths(seed: UInt64) {
    var random = Sequence64(state: seed)
    let names = (0..<7).map { framework("f\($0)") }
    var network = FrameworkNetwork()
    var edges: [FrameworkID: Set<FrameworkID>] = [:]
    for one in names {
      for other in names where one < other && random.next() % 100 < 28 {
        network.connect(one, other)
        edges[one, default: []].insert(other)
        edges[other, default: []].insert(one)
      }
    }
    let ends = Set(names.prefix(2 + Int(random.next() % 2)))
    var onPaths = ends
    func walk(_ path: [FrameworkID]) {
      if path.count > 1, ends.contains(path[path.count - 1]) {
        onPaths.formUnion(path)
        return
      }
      for next in edges[path[path.count - 1]] ?? [] where !path.contains(next) { walk(path + [next]) }
    }
    for end in ends { walk([end]) }
    #expect(network.between(ends) == onPaths)
  }
}

/// Numbers that look random and are the same each time (SplitMix64).
struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
