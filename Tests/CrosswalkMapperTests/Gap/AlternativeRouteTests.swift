import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Alternative routes stand beside the verdicts and say nothing in the algebra.
@Suite struct AlternativeRouteTests {
  private func graph(withRoutes: Bool) throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "S1\nS2")
    try test.add("law", "15\n  15(1) [duty]\n  15(5) [duty]\n16 [duty]")
    try test.claim("src/S1", .related, "law/15(1)")
    if withRoutes {
      try test.route("csa", "law/15(5)")
      try test.route("src/S2", "law/15")
      try test.route("src", "law/16", status: .rejected)
    }
    return test
  }

  @Test func theyChangeNoVerdictAndNoCount() throws {
    let (without, with) = (try graph(withRoutes: false).report(), try graph(withRoutes: true).report())
    #expect(with.verdicts == without.verdicts)
    #expect(with.summary == without.summary)
    #expect(with.basis.claims == 1 && with.basis.dangling == 0 && with.basis.derived == without.basis.derived)
    #expect(without.basis.alternatives == 0 && with.basis.alternatives == 2)
    #expect(with.findings.map(\.by.count) == without.findings.map(\.by.count))
  }

  @Test func theyStandAtTheDutyAndBelowTheNodeThatTheyName() throws {
    let findings = try graph(withRoutes: true).report().findings
    let routes = findings.map { finding in finding.alternatives.map(\.source.framework.rawValue) }
    #expect(findings.map(\.target.local) == ["15(1)", "15(5)", "16"])
    #expect(routes == [["src"], ["csa", "src"], []])
    #expect(findings[1].alternatives.map(\.at.local) == ["15(5)", "15"])
    #expect(
      findings[1].alternatives[0].basis == "Article 42"
        && findings[1].alternatives[0].condition == "where it holds")
  }

  @Test func oneThatIsTrustedTooLittleIsLeftOut() throws {
    let test = try graph(withRoutes: true)
    let report = try test.report { $0.reasoning.minimumConfidence = 0.6 }
    #expect(report.basis.alternatives == 0 && report.findings.allSatisfy(\.alternatives.isEmpty))
  }

  @Test func noRelationFollowsFromThem() throws {
    let test = try graph(withRoutes: true)
    let closure = RelationshipClosure(test.graph, including: [try TestGraph.control("law/15(5)")])
    let relations = closure.relations(
      from: try TestGraph.control("src/S2"), to: try TestGraph.control("law/15(5)"))
    #expect(relations == .all)
    #expect(closure.network.claims.allSatisfy { !$0.isAlternativeRoute })
  }

  @Test func theListOfDutiesShowsThem() throws {
    let test = try graph(withRoutes: true)
    let name = try #require(FrameworkID("law"))
    let law = try #require(test.graph.catalog(name))
    let day = try #require(CalendarDate("2026-11-23"))
    let report = try DutyAnalysis(asOf: day).report(law, claims: test.claims)
    #expect(report.duties.map(\.alternatives.count) == [1, 2, 0])
  }
}

extension TestGraph {
  /// Adds the claim that `source` is deemed to meet `target`.
  fileprivate mutating func route(
    _ source: String, _ target: String, status: MappingClaim.Status = .draft
  ) throws {
    let id = try claim(source, .all, target, status: status, note: "where it holds")
    alter(id) {
      $0.token = MappingClaim.alternativeRouteToken
      $0.properties = [Property(name: MappingClaim.basisProperty, value: "Article 42")]
    }
  }
}
