import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct EquivalenceTests {
  static func report(_ graph: CrosswalkGraph) throws -> EquivalenceReport {
    try EquivalenceAnalysis(asOf: try #require(CalendarDate("2026-11-01"))).report(
      graph: graph, from: try #require(FrameworkID("src")), to: try #require(FrameworkID("law")))
  }

  private func frameworks() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "A\n  A1\n  A2\nB\nC\nW [union]\n  W1\n  W2")
    try test.add("law", "1\n  1a\n  1b\n2\n3\n4")
    return test
  }

  private func words(_ report: EquivalenceReport) -> [String] {
    report.entries.map { entry in
      let (source, target) = (entry.source.map(\.local), entry.target.map(\.local))
      return "\(source.joined(separator: "+")) \(entry.kind.rawValue) \(target.joined(separator: "+"))"
    }
  }

  @Test func pairsAreListedByWhatIsCertainOfThem() throws {
    var test = try frameworks()
    try test.claim("src/B", .equal, "law/2", confidence: 0.8, reviewed: true)
    try test.claim("src/C", .supersetOf, "law/3")
    try test.claim("src/A1", .subsetOf, "law/4", note: "less")
    try test.claim("src/A2", .related, "law/1a")
    try test.claim("src/A2", .intersectsWith, "law/1b")
    try test.claim("src/A", [.equal, .disjoint], "law/3")
    let report = try Self.report(test.graph)
    #expect(
      words(report) == ["B equal 2", "C source-covers 3", "A1 target-covers 4", "A2 open 1a"])
    #expect(report.entries.map(\.draft) == [false, true, true, true])
    #expect(report.entries.map(\.sourceCovers) == [.proven, .proven, .excluded, .open])
    #expect(report.entries.map(\.targetCovers) == [.proven, .excluded, .proven, .open])
    #expect(report.entries[0].confidence == 0.8 && report.entries[2].note == "less")
    #expect(report.basis.claims == 6 && report.basis.reviewed == 1)
  }

  @Test func equalityIsFoundThroughAThirdFramework() throws {
    var test = try frameworks()
    try test.claim("src/B", .equal, "other/x")
    try test.claim("law/2", .equal, "other/x")
    let report = try Self.report(test.graph)
    #expect(words(report) == ["B equal 2"])
    #expect(report.entries[0].grounds[0].derivation.steps.count == 2)
  }

  /// All of A1 and A2 is 2, and 2 is all of them: nobody says that A is no more than they are.
  @Test func aUnionAndANodeAreListedTogether() throws {
    var test = try frameworks()
    try test.claim("src/A1 | src/A2", .equal, "law/2")
    let report = try Self.report(test.graph)
    #expect(words(report) == ["A1+A2 mutual 2"])
  }

  @Test func coverOfEachSideByTheOtherIsEnoughForAGroup() throws {
    var test = try frameworks()
    try test.claim("src/A1 | src/B", [.equal, .supersetOf], "law/2")
    try test.claim("src/A1", [.equal, .subsetOf], "law/2")
    #expect(!words(try Self.report(test.graph)).contains("A1+B mutual 2"))
    try test.claim("src/B", .subsetOf, "law/2")
    let report = try Self.report(test.graph)
    let group = try #require(report.entries.first { $0.kind == .mutual })
    #expect(group.source.map(\.local) == ["A1", "B"] && group.target.map(\.local) == ["2"])
    #expect(group.grounds.flatMap(\.derivation.claims).count >= 3)
  }

  @Test func aDeclaredUnionIsCoveredThroughItsParts() throws {
    var test = try frameworks()
    try test.claim("src/W1", .equal, "law/2")
    try test.claim("src/W2", .subsetOf, "law/3")
    try test.claim("law/3", [.equal, .subsetOf], "src/W")
    let report = try Self.report(test.graph)
    #expect(words(report).contains("W mutual 2+3"))
    let group = try #require(report.entries.first { $0.kind == .mutual })
    #expect(group.grounds.contains { $0.source.map(\.local) == ["W1", "W2"] && $0.relations == .equal })
  }

  @Test func conflictsAreCountedAndInNoEntry() throws {
    var test = try frameworks()
    try test.claim("src/B", .equal, "law/2")
    try test.claim("src/B", .disjoint, "law/2")
    let report = try Self.report(test.graph)
    #expect(report.entries.isEmpty && report.contradicted == 1)
  }

  @Test func theReportDoesNotDependOnTheOrderOfCatalogsAndClaims() throws {
    var test = try frameworks()
    try test.claim("src/A1 | src/A2", .equal, "law/2")
    try test.claim("src/W1 | src/B", .equal, "law/1a | law/1b")
    try test.claim("src/C", .related, "law/3")
    try test.claim("src/W2", .supersetOf, "law/4")
    let first = try Self.report(test.graph)
    test.reorder { $0.reversed() }
    let second = try Self.report(test.graph)
    #expect(words(first) == words(second))
    #expect(words(first).contains("B+W1 mutual 1a+1b"))
    #expect(
      first.entries.map { $0.grounds.map(\.derivation) }
        == second.entries.map { $0.grounds.map(\.derivation) })
  }
}
