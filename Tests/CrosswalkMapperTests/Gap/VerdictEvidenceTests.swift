import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// What counts as evidence for a verdict, and how far it carries; `src` is the source, `law` the target.
@Suite struct VerdictEvidenceTests {
  private func test() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "G [group]\n  S1 [control]\n  S2 [control]")
    try test.add("law", "1\n  1(a)\n  1(b)")
    return test
  }

  @Test func aSharedPivotGivesNoVerdict() throws {
    for relations in [RelationshipSet.subsetOf, .related, .intersectsWith] {
      var test = try test()
      try test.add("pivot", "P")
      try test.claim("src/S1", relations, "pivot/P")
      try test.claim("law/1(a)", relations, "pivot/P")
      #expect(try test.finding("1(a)").verdict == .unknown)
    }
  }

  @Test func aPivotContainedInBothGivesAnOverlap() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "elsewhere/P", confidence: 0.9)
    try test.claim("law/1(a)", .supersetOf, "elsewhere/P", confidence: 0.3)
    let finding = try test.finding("1(a)")
    #expect(finding.verdict == .partial)
    #expect(finding.extent == .open)
    #expect(finding.confidence == 0.3)
    #expect(try test.report().basis.claims == 2)
  }

  @Test func directionDecides() throws {
    var test = try test()
    try test.claim("law/1(a)", .supersetOf, "src/S1")
    try test.claim("law/1(b)", .subsetOf, "src/S1")
    #expect(try test.report().verdicts == ["1(a)": .partial, "1(b)": .covered])
  }

  @Test func severalClaimsAboutOnePairAreIntersected() throws {
    var test = try test()
    try test.claim("src/S1", [.equal, .supersetOf, .intersectsWith], "law/1(a)", confidence: 0.8)
    try test.claim("src/S1", [.equal, .subsetOf], "law/1(a)", confidence: 0.6)
    let finding = try test.finding("1(a)")
    #expect(finding.verdict == .covered)
    #expect(finding.by.map(\.relations) == [.equal])
    #expect(finding.by.first?.derivation.claims.count == 2)
    #expect(finding.confidence == 0.6)
  }

  @Test func theConfidenceFloorLeavesWeakClaimsOut() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: 0.5)
    try test.claim("src/S1", .supersetOf, "law/1(b)", confidence: nil)
    let report = try test.report { $0.reasoning.minimumConfidence = 0.5 }
    #expect(report.verdicts == ["1(a)": .covered, "1(b)": .unknown])
    #expect(report.basis.claims == 1)
    #expect(report.basis.minimumConfidence == 0.5)
  }

  @Test(arguments: [MappingClaim.Status.rejected, .deprecated, .superseded])
  func claimsThatNoLongerStandDoNotCount(status: MappingClaim.Status) throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)", status: status)
    #expect(try test.finding("1(a)").verdict == .unknown)
    #expect(try test.report().basis.claims == 0)
  }

  @Test func aVerdictIsStaleOnlyWhereNothingFreshSupportsIt() throws {
    var test = try test()
    test.stale = [try test.claim("src/S1", .supersetOf, "law/1(a)")]
    #expect(try test.finding("1(a)").stale)
    #expect(try test.report().summary.coverage == Coverage(least: 0, most: 1, open: 1))
    try test.claim("src/S2", .supersetOf, "law/1(a)")
    #expect(try test.finding("1(a)").stale == false)
  }

  @Test func aVerdictIsDraftUntilAReviewedClaimSupportsIt() throws {
    var test = try test()
    try test.claim("src/S1", .related, "law/1(a)")
    #expect(try test.finding("1(a)").draft)
    try test.claim("src/S2", .related, "law/1(a)", reviewed: true)
    #expect(try test.finding("1(a)").draft == false)
    #expect(try test.report().basis.reviewed == 1)
  }

  @Test func assertedOnlyTakesClaimsAsTheyStand() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1")
    try test.claim("src/S2", .supersetOf, "law/1(b)")
    let report = try test.report { $0.reasoning.inference = .assertedOnly }
    #expect(report.verdicts == ["1(a)": .unknown, "1(b)": .covered])
    #expect(report.basis.derived == 0)
  }

  @Test func aClaimThatANodeIsSmallerThanItselfConflictsWithItself() throws {
    var test = try test()
    try test.claim("law/1(a)", .subsetOf, "law/1(a)")
    #expect(test.graph.contradictions().map(\.claims) == [[ClaimID("001")]])
  }

  @Test func theGroupOfAListedControlIsNotListed() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)")
    try test.claim("src/S2", .related, "law/1(a)")
    #expect(try test.finding("1(a)").by.map { $0.source.map(\.local) } == [["S1"], ["S2"]])
  }
}
