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
    let random = try RandomFrameworks(claims: claims, using: &generator)
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
}
