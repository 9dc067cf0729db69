import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Checks of graphs with too many claims for the full closure.
@Suite struct SparseCheckTests {
  private func report(_ graph: CrosswalkGraph, _ method: ConsistencyCheck.Method) throws -> CheckReport {
    let day = try #require(CalendarDate("2026-11-01"))
    return ConsistencyCheck(.init(asOf: day, method: method)).report(graph: graph)
  }

  @Test(arguments: 0..<60)
  func namesOnlySetsThatReallyConflict(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let graph = try RandomNetwork(nodes: 14, claims: 30, using: &generator).graph()
    let sparse = try report(graph, .sparse)
    for contradiction in sparse.contradictions {
      #expect(!CrosswalkGraph(catalogs: [], claims: contradiction.claims).contradictions().isEmpty)
      for spared in contradiction.claims {
        let fewer = CrosswalkGraph(catalogs: [], claims: contradiction.claims.filter { $0 != spared })
        #expect(fewer.contradictions().isEmpty)
      }
    }
    // Base relations and structure distribute, but random sets need not: it may miss some, and then says that it may.
    if sparse.contradictions.isEmpty { #expect(sparse.mayMissConflicts) }
    #expect(try report(graph, .full).mayMissConflicts == false)
  }

  @Test(arguments: 0..<40)
  func findsAConflictPlantedAmongTrueClaims(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let truth = (0..<60).map { _ in Int.random(in: 1...255, using: &generator) }
    let network = RandomNetwork(regions: truth, claims: 240, using: &generator)
    let graph = try network.graph()
    #expect(try report(graph, .sparse).contradictions.isEmpty)
    // The first claim denied outright: whatever it says, its complement too leaves nothing.
    let first = try #require(graph.claims.first { $0.relations != .all })
    var denial = first
    denial.id = ClaimID("zzz")
    denial.relations = RelationshipSet.all.subtracting(first.relations)
    let planted = CrosswalkGraph(catalogs: [], claims: graph.claims + [denial])
    let found = try report(planted, .sparse)
    #expect(found.contradictions.contains { Set($0.claims.map(\.id)) == [first.id, denial.id] })
    #expect(found.mayMissConflicts)
  }

  @Test func findsAChainOfThreeAndStructure() throws {
    var test = TestGraph()
    try test.add("src", "S\n  S(1)")
    try test.add("law", "1\n  1(a)")
    try test.claim("src/S(1)", .supersetOf, "other/P")
    try test.claim("other/P", .supersetOf, "law/1")
    try test.claim("src/S", .disjoint, "law/1(a)")
    let (full, sparse) = (try report(test.graph, .full), try report(test.graph, .sparse))
    #expect(
      full.contradictions.map { $0.claims.map(\.id) } == sparse.contradictions.map { $0.claims.map(\.id) })
    #expect(sparse.contradictions.count == 1)
  }
}
