import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Verdicts from values alone are those of the gap report.
@Suite struct MatrixVerdictTests {
  private static let source = FrameworkID("src").unsafelyUnwrapped
  private static let target = FrameworkID("law").unsafelyUnwrapped

  private func options() throws -> GapAnalysis.Options {
    GapAnalysis.Options(asOf: try #require(CalendarDate("2026-11-01")))
  }

  @Test(arguments: 1...200)
  func everyVerdictIsThatOfTheReport(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let claims = Int.random(in: 1...7, using: &generator)
    let random = try RandomQuestion(claims: claims, using: &generator)
    let graph = random.test.graph
    guard graph.contradictions().isEmpty else { return }
    let report = try GapAnalysis(options()).report(graph: graph, from: Self.source, to: Self.target)
    let ranking = QuestionRanking(report: report, graph: graph, reasoning: .init())
    let verdicts = MatrixVerdicts(ranking.closure, source: Self.source, target: Self.target)
    var matrix = MatrixClosure(ranking.closure.network)
    #expect(matrix.close().isEmpty)
    for finding in report.findings {
      let catalog = try #require(ranking.closure.network.catalogIndex(of: Self.target))
      var structure = ranking.closure.network.structures[catalog]
      let found = structure.row(named: finding.target.local)
      let row = try #require(found)
      let verdict = verdicts.verdict(row, in: matrix.relations)
      let expected = finding.suggestedGap ? .gap : finding.verdict
      #expect(verdict == expected, "\(finding.target)")
    }
    let summary = report.summary
    #expect(ranking.requirements.count == summary.unknown + summary.contradicted)
  }

  @Test(arguments: 1...200)
  func theyAreSoWithOneMoreClaim(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let claims = Int.random(in: 1...6, using: &generator)
    let random = try RandomQuestion(claims: claims, using: &generator)
    let graph = random.test.graph
    guard graph.contradictions().isEmpty else { return }
    let network = RelationNetworkBuilder.network(
      of: graph, options: .init(),
      including: try (RandomQuestion.targets.map { "law/" + $0 } + RandomQuestion.sources.map { "src/" + $0 })
        .map(TestGraph.control))
    let closure = RelationshipClosure(network, options: .init())
    var matrix = MatrixClosure(network)
    #expect(matrix.close().isEmpty)
    let source = "src/" + (RandomQuestion.sources.randomElement(using: &generator) ?? "a")
    let target = "law/" + (RandomQuestion.targets.randomElement(using: &generator) ?? "1")
    let relation = RelationshipSet(Relationship.allCases.randomElement(using: &generator) ?? .equal)
    var more = random.test
    try more.claim(source, relation, target, reviewed: true)
    let ends = try [source, target].map { closure.place(of: try TestGraph.control($0))?.anchor }
    matrix.constrain(Int(try #require(ends[0])), Int(try #require(ends[1])), to: relation)
    guard matrix.close().isEmpty else {
      #expect(!more.graph.contradictions().isEmpty)
      return
    }
    #expect(more.graph.contradictions().isEmpty)
    let report = try GapAnalysis(options()).report(graph: more.graph, from: Self.source, to: Self.target)
    let verdicts = MatrixVerdicts(closure, source: Self.source, target: Self.target)
    for finding in report.findings + report.parents {
      let catalog = try #require(network.catalogIndex(of: Self.target))
      var structure = network.structures[catalog]
      let found = structure.row(named: finding.target.local)
      let verdict = verdicts.verdict(try #require(found), in: matrix.relations)
      #expect(verdict == (finding.suggestedGap ? .gap : finding.verdict), "\(finding.target)")
    }
  }
}
