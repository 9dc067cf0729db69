import CrosswalkModel
import Testing

@testable import CrosswalkMapper

extension TestGraph {
  func report(_ change: (inout GapAnalysis.Options) throws -> Void = { _ in }) throws -> GapReport {
    var options = GapAnalysis.Options(asOf: try #require(CalendarDate("2026-11-01")))
    try change(&options)
    let source = try #require(FrameworkID("src"))
    return try GapAnalysis(options).report(graph: graph, from: source, to: try #require(FrameworkID("law")))
  }

  func finding(_ local: String) throws -> GapReport.Finding {
    try #require(try report().findings.first { $0.target.local == local })
  }
}

extension GapReport {
  /// Findings by local name.
  var verdicts: [String: Verdict] {
    Dictionary(findings.map { ($0.target.local, $0.verdict) }) { first, _ in first }
  }
}
