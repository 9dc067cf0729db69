import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct WeightAndTrustTests {
  private func test() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "S1 [control]\nS2 [control]")
    try test.add("law", "1\n  1(a)\n  1(b)\n    1(b)(i)\n    1(b)(ii)\n2")
    return test
  }

  private func weights(_ byName: [String: Double], _ test: TestGraph) throws -> GapAnalysis.Weights {
    let law = try #require(test.graph.catalogs.last)
    let byRow = try byName.map { name, weight in
      (try #require(law.nodes.first { $0.local == name }).index, weight)
    }
    return .init(file: "weights.csv", byRow: Dictionary(uniqueKeysWithValues: byRow))
  }

  // MARK: Weights

  @Test func theNearestWeightHolds() throws {
    let test = try test()
    let weights = try weights(["1": 3, "1(b)": 2, "1(b)(ii)": 0], test)
    let report = try test.report { $0.weights = weights }
    #expect(report.findings.map(\.weight) == [3, 2, 0, 1])
    #expect(report.summary.weight == 6)
    #expect(report.weights == .init(file: "weights.csv", given: 3, changed: 3))
  }

  @Test func coverageIsWeighedAndCountsStayCounts() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)")
    try test.claim("src", .disjoint, "law/2", reviewed: true)
    let weights = try weights(["1(a)": 5, "2": 2], test)
    let report = try test.report { $0.weights = weights }
    #expect(report.summary.coverage == Coverage(least: 5 / 9, most: 7 / 9, open: 2 / 9))
    #expect((report.summary.statements, report.summary.covered, report.summary.gap) == (4, 1, 1))
    #expect(report.chapters.map(\.counts.coverage.least) == [5 / 7, 0])
    #expect(report.groups.map(\.counts.weight) == report.chapters.map(\.counts.weight))
  }

  @Test func aControlWeighsTheMeanOfItsStatements() throws {
    var test = TestGraph()
    try test.add("src", "S")
    try test.add("law", "1 [control]\n  1(a)\n  1(b)\n2 [control]")
    let weights = try weights(["1(a)": 4], test)
    let report = try test.report {
      $0.weights = weights
      $0.unit = .control
    }
    #expect(report.findings.map(\.weight) == [2.5, 1])
  }

  @Test func openIsWhatAReviewCanSettle() throws {
    var test = try test()
    test.stale = [try test.claim("src/S1", .supersetOf, "law/1(a)")]
    try test.claim("src/S1", .supersetOf, "law/1(b)(i)")
    try test.claim("src/S1", .disjoint, "law/1(b)(i)")
    try test.claim("src/S2", .related, "law/2")
    let report = try test.report()
    // Stale, conflict, unknown, and a partial that is none of them.
    #expect(
      report.verdicts == ["1(a)": .covered, "1(b)(i)": .contradicted, "1(b)(ii)": .unknown, "2": .partial])
    #expect(report.summary.coverage == Coverage(least: 0, most: 1, open: 0.75))
  }

  // MARK: Trust

  @Test func aSourceIsItsAuthorOrItsFile() throws {
    for (source, confidence) in [
      ("A. Author", 0.3), ("a. author", 0.3), ("claims.csv", 0.3), ("other.csv", 0.6),
    ] {
      var test = try test()
      try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: 0.6, author: "A. Author")
      let report = try test.report { $0.reasoning.trust = [.init(source: source, factor: 0.5)] }
      #expect(report.findings[0].confidence == confidence, "\(source)")
    }
  }

  @Test func loweredConfidenceFallsBelowTheFloor() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: 0.6, author: "A. Author")
    try test.claim("src/S2", .supersetOf, "law/2", confidence: 0.6, author: "B. Author")
    let report = try test.report {
      $0.reasoning = .init(minimumConfidence: 0.5, trust: [.init(source: "A. Author", factor: 0.5)])
    }
    #expect(report.verdicts["1(a)"] == .unknown)
    #expect(report.verdicts["2"] == .covered)
    #expect(report.basis.trust == [.init(source: "A. Author", factor: 0.5, claims: 1, leftOut: 1)])
    #expect(report.basis.claims == 1)
  }

  @Test func noTrustLeavesClaimsOutWithoutConfidenceToo() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: nil, author: "A. Author")
    let half = try test.report { $0.reasoning.trust = [.init(source: "A. Author", factor: 0.5)] }
    #expect(half.verdicts["1(a)"] == .covered)
    #expect(half.findings[0].confidence == 0)
    let none = try test.report { $0.reasoning.trust = [.init(source: "A. Author", factor: 0)] }
    #expect(none.verdicts["1(a)"] == .unknown)
    #expect(none.basis.trust.map(\.leftOut) == [1])
  }

  @Test func theLowestFactorOfAClaimHolds() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: 0.8, author: "A. Author")
    let report = try test.report {
      $0.reasoning.trust = [
        .init(source: "claims.csv", factor: 0.5), .init(source: "A. Author", factor: 0.25),
      ]
    }
    #expect(report.findings[0].confidence == 0.2)
  }

  @Test func theBetterTrustedOfTwoEqualGroundsIsShown() throws {
    for (distrusted, kept) in [("A. Author", "002"), ("B. Author", "001")] {
      var test = try test()
      try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: 0.6, author: "A. Author")
      try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: 0.6, author: "B. Author")
      let report = try test.report { $0.reasoning.trust = [.init(source: distrusted, factor: 0.1)] }
      #expect(report.findings[0].by.flatMap(\.derivation.claims) == [ClaimID(kept)])
    }
  }

  // MARK: Modality

  @Test func everySupportSaysWhatItsSourceEndDoes() throws {
    var test = TestGraph()
    try test.add("src", "S1 [outcome]\nS2 [duty]\nS3")
    try test.add("law", "1 [duty]\n2\n3\n4")
    try test.claim("src/S1", .related, "law/1")
    try test.claim("src/S1 | src/S2", .related, "law/2")
    try test.claim("src/S3", .related, "law/3")
    try test.claim("src/S1 | src/S3", .related, "law/4")
    let report = try test.report()
    #expect(
      report.findings.map { $0.by.map(\.modalities) } == [[[.outcome]], [[.duty, .outcome]], [[]], [[]]])
    #expect(report.findings.map(\.modality) == [.duty, nil, nil, nil])
  }

  @Test func aFrameworkMaySayWhatItsNodesAre() throws {
    var test = TestGraph()
    try test.add("src", "G [group]\n  S1 [duty]\n  S2", modality: .outcome)
    try test.add("law", "1", modality: .criterion)
    for end in ["src/G", "src/S1", "src/S2"] {
      var test = test
      try test.claim(end, .related, "law/1")
      let finding = try test.finding("1")
      #expect(finding.by.map(\.modalities) == [[end == "src/S1" ? .duty : .outcome]])
      #expect(finding.modality == .criterion)
    }
  }
}
