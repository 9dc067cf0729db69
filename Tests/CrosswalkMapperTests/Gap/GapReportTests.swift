import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct GapReportTests {
  private static let law = """
    chapter-i [group]
      section-1 [group]
        1
          1(1) [duty] [provider]
          1(2) [duty] [deployer]
          1(3) [definition]
        2 [duty] [withdrawn]
      3
        3(1) [prohibition]
    annex [group]
      annex/1
    """

  private func law() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "G [group]\n  S1 [control]\n  S2 [control]")
    try test.add("law", Self.law.asControls)
    return test
  }

  @Test func countsLeavesThatAreAssessedInDocumentOrder() throws {
    #expect(try law().report().findings.map(\.target.local) == ["1(1)", "1(2)", "3(1)", "annex/1"])
    #expect(try law().report().parents.map(\.target.local) == ["chapter-i", "section-1", "1", "3", "annex"])
  }

  @Test func groupsByArticleAndChapterWhereArticlesHaveParts() throws {
    let report = try law().report()
    #expect(report.chapters.map(\.id) == ["chapter-i", "annex"])
    #expect(report.groups.map(\.id) == ["1", "3", "annex/1"])
    #expect(report.groups.map(\.chapter) == ["chapter-i", "chapter-i", "annex"])
    #expect(report.groups.map(\.counts.statements) == [2, 1, 1])
    #expect(report.summary.statements == 4)
  }

  @Test func groupsByCategoryWhereControlsAreWhatIsAssessed() throws {
    var test = TestGraph()
    try test.add("src", "S")
    try test.add(
      "law",
      "GV [group]\n  GV.OC [group]\n    GV.OC-01 [control]\n    GV.OC-02 [control]\n  GV.RM [group]\n    GV.RM-01 [control]"
    )
    let report = try test.report()
    #expect(report.chapters.map(\.id) == ["GV"])
    #expect(report.groups.map(\.id) == ["GV.OC", "GV.RM"])
    #expect(report.findings.map(\.group) == ["GV.OC", "GV.OC", "GV.RM"])
  }

  @Test func countsControlsInsteadOfStatements() throws {
    var test = try law()
    try test.claim("src/S1", .supersetOf, "law/1(1)")
    let report = try test.report { $0.unit = .control }
    #expect(report.findings.map(\.target.local) == ["1", "3", "annex/1"])
    #expect(report.verdicts == ["1": .partial, "3": .unknown, "annex/1": .unknown])
    #expect(report.findings[0].roles.names == ["provider", "deployer"])
  }

  @Test func leavesStatementsForOtherRolesOutOfTheCount() throws {
    let report = try law().report { $0.scopes = RoleSet(name: "deployer").map { [.roles($0)] } ?? [] }
    #expect(report.scope == "deployer")
    #expect(report.findings.map(\.applicability) == [.notForThisRole, .applies, .applies, .applies])
    #expect(report.summary.statements == 3)
    #expect(report.groups.map(\.counts.statements) == [1, 1, 1])
  }

  @Test func showsOnlyThePartOfTheTargetAskedFor() throws {
    var test = try law()
    try test.claim("src/S1", .supersetOf, "law/1(1)")
    let law = try #require(FrameworkID("law").flatMap { test.graph.catalog($0) })
    let part = try #require(law.nodes.first { $0.local == "1" })
    let report = try test.report { $0.scopes = [.part(part.index, of: law)] }
    #expect(report.scope == "1")
    #expect(report.findings.map(\.target.local) == ["1(1)", "1(2)"])
    #expect(report.summary.statements == 2)
  }

  @Test func saysFromWhenAStatementApplies() throws {
    var test = TestGraph()
    try test.add("src", "S")
    try test.add(
      "law",
      "1 @ 2026-08-02\n  1(a)\n  1(b) @ 2027-12-02\n2 @ 2026-11-01\n3 @ 2027-12-02 unless earlier\n4 @ 2026-08-02 old systems later"
    )
    let report = try test.report()
    let later = try #require(CalendarDate("2027-12-02"))
    let passed = CalendarDate("2026-08-02")
    #expect(
      report.findings.map(\.applicability)
        == [
          .applies, .from(later), .applies, .from(later, note: "unless earlier"),
          .conditional("old systems later", from: passed),
        ])
  }

  @Test func countsTheClaimsItRestsOn() throws {
    var test = try law()
    try test.claim("src/S1", .supersetOf, "law/1(1)", reviewed: true)
    try test.claim("src/S1", .related, "law/3(1)")
    try test.claim("src/S9", .related, "law/3(1)")
    try test.claim("x/1", .related, "y/1")
    let basis = try test.report().basis
    #expect((basis.claims, basis.reviewed, basis.draft, basis.dangling) == (2, 1, 1, 1))
    // S1 ? 1, 3, section-1, chapter-i, and G ? those four and the two claimed statements; nothing else is known.
    #expect(basis.derived == 10)
  }

  @Test(arguments: 0..<20)
  func isTheSameForAnyOrderOfCatalogsAndClaims(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var test = try law()
    let sources = ["src/G", "src/S1", "src/S2", "src/S1 | src/S2", "src"]
    let targets = ["law/1", "law/1(1)", "law/1(2)", "law/3(1)", "law/annex/1", "law/section-1"]
    for _ in 0..<8 {
      let source = try #require(sources.randomElement(using: &generator))
      let relations: RelationshipSet =
        source == "src" ? .disjoint : RelationshipSet(rawValue: .random(in: 1...30, using: &generator))
      try test.claim(
        source, relations, try #require(targets.randomElement(using: &generator)),
        confidence: Double.random(in: 0...1, using: &generator), reviewed: .random(using: &generator))
    }
    let report = String(reflecting: try test.report())
    test.reorder { $0.shuffled(using: &generator) }
    #expect(String(reflecting: try test.report()) == report)
  }

  @Test func refusesFrameworksThatTheGraphDoesNotHold() throws {
    let (graph, source) = (try law().graph, try #require(FrameworkID("src")))
    let analysis = GapAnalysis(.init(asOf: try #require(CalendarDate("2026-11-01"))))
    let absent = try #require(FrameworkID("absent"))
    #expect(throws: MapperError.unknownFramework(absent)) {
      try analysis.report(graph: graph, from: source, to: absent)
    }
    #expect(throws: MapperError.sameFramework(source)) {
      try analysis.report(graph: graph, from: source, to: source)
    }
  }
}

extension String {
  /// The outline with articles marked as controls: names that are a number, and those after `annex/`.
  fileprivate var asControls: String {
    split(separator: "\n").map { line in
      let name = line.trimmingBlanks.prefix { $0 != " " }
      return name.allSatisfy(\.isNumber) || name.hasPrefix("annex/") ? line + " [control]" : line
    }.joined(separator: "\n")
  }
}
