import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// One test for each row of the verdict table and each trap; `src` is the source, `law` the target.
@Suite struct VerdictTests {
  private static let source = "G [group]\n  S1 [control]\n  S2 [control]"
  private static let target = "1\n  1(a)\n  1(b)"

  private func test(source: String = source, target: String = target) throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", source)
    try test.add("law", target)
    return test
  }

  @Test func nothingClaimedIsUnknownAndNeverAGap() throws {
    let finding = try test().finding("1(a)")
    #expect(finding.verdict == .unknown)
    #expect(!finding.suggestedGap && !finding.stale && !finding.draft)
    #expect(finding.confidence == nil)
    #expect(finding.by.isEmpty)
  }

  @Test(arguments: [RelationshipSet.equal, .supersetOf, .covering])
  func whatContainsItCoversIt(relations: RelationshipSet) throws {
    var test = try test()
    try test.claim("src/S1", relations, "law/1(a)", confidence: 0.7)
    let finding = try test.finding("1(a)")
    #expect(finding.verdict == .covered)
    #expect(finding.confidence == 0.7)
    #expect(finding.extent == nil)
    #expect(finding.by.map(\.relations) == [relations])
    #expect(finding.by.first?.origin == .asserted)
  }

  @Test func aProperOverlapIsPartialAndProper() throws {
    var test = try test()
    try test.claim("src/S1", .intersectsWith, "law/1(a)")
    let finding = try test.finding("1(a)")
    #expect(finding.verdict == .partial)
    #expect(finding.extent == .proper)
  }

  @Test func aLooseRelationIsPartialAndOpen() throws {
    var test = try test()
    try test.claim("src/S1", .related, "law/1(a)", note: "Logs are left.")
    let finding = try test.finding("1(a)")
    #expect(finding.verdict == .partial)
    #expect(finding.extent == .open)
    #expect(finding.residual == "Logs are left.")
  }

  @Test func aSubsetIsPartial() throws {
    var test = try test()
    try test.claim("src/S1", .subsetOf, "law/1(a)")
    #expect(try test.finding("1(a)").verdict == .partial)
    #expect(try test.finding("1(a)").extent == .proper)
  }

  @Test func everySourceNodeDisjointIsAGapOnceReviewed() throws {
    for (isReviewed, verdict) in [(true, Verdict.gap), (false, .unknown)] {
      var test = try test()
      try test.claim("src/G", .disjoint, "law/1(a)", reviewed: isReviewed)
      let finding = try test.finding("1(a)")
      #expect(finding.verdict == verdict)
      #expect(finding.suggestedGap == !isReviewed)
      #expect(finding.draft == !isReviewed)
    }
  }

  @Test func disjointControlsLeaveTheirGroupOpen() throws {
    var test = try test()
    try test.claim("src/S1", .disjoint, "law/1(a)", reviewed: true)
    try test.claim("src/S2", .disjoint, "law/1(a)", reviewed: true)
    #expect(try test.finding("1(a)").verdict == .unknown)
  }

  @Test func disjointPartsOfADeclaredUnionMakeAGap() throws {
    var test = try test(source: "G [group] [union]\n  S1 [control]\n  S2 [control]")
    try test.claim("src/S1", .disjoint, "law/1(a)", reviewed: true)
    try test.claim("src/S2", .disjoint, "law/1(a)", reviewed: true)
    #expect(try test.finding("1(a)").verdict == .gap)
  }

  @Test func aReviewedNoCounterpartIsAGapAlsoForTheParts() throws {
    var test = try test()
    try test.claim("src", .disjoint, "law/1", reviewed: true, note: "Nothing on logs.")
    let finding = try test.finding("1(b)")
    #expect(finding.verdict == .gap)
    #expect(finding.by.map(\.source) == [[]])
    #expect(finding.by.first?.relations == .disjoint)
    #expect(finding.residual == "Nothing on logs.")
  }

  @Test func aReviewOfTheWholeSettlesWhatDraftsSayOfItsParts() throws {
    var test = try test()
    try test.claim("src", .disjoint, "law/1(a)")
    try test.claim("src", .disjoint, "law/1(b)")
    #expect(try test.finding("1(a)").suggestedGap)
    let review = try test.claim("src", .disjoint, "law/1", reviewed: true, note: "Nothing on logs.")
    let finding = try test.finding("1(a)")
    #expect(finding.verdict == .gap)
    #expect(!finding.suggestedGap && !finding.draft)
    #expect(finding.by.first?.derivation.claims == [review])
  }

  @Test func aDraftNoCounterpartIsASuggestedGap() throws {
    var test = try test()
    try test.claim("src", .disjoint, "law/1(a)")
    let report = try test.report()
    #expect(try test.finding("1(a)").verdict == .unknown)
    #expect(report.summary.suggestedGap == 1)
    #expect(report.summary.gap == 0)
    #expect(report.summary.coverage.most == 1)
  }

  @Test func aReviewCountsBesideADraftThatSaysTheSame() throws {
    var test = try test()
    try test.claim("src", .disjoint, "law/1(a)")
    try test.claim("law/1(a)", .disjoint, "src", reviewed: true)
    #expect(try test.finding("1(a)").verdict == .gap)
  }

  @Test func aNonDisjointClaimBesideNoCounterpartIsAContradiction() throws {
    for inference in [ReasoningOptions.Inference.closure, .assertedOnly] {
      var test = try test()
      try test.claim("src", .disjoint, "law/1(a)", confidence: 0.9)
      try test.claim("src/S1", .related, "law/1(a)", confidence: 0.4)
      let report = try test.report { $0.reasoning.inference = inference }
      let finding = try #require(report.findings.first)
      #expect(finding.verdict == .contradicted)
      #expect(finding.confidence == 0.4)
      #expect(Set(finding.by[0].derivation.claims) == [ClaimID("001"), ClaimID("002")])
      #expect(finding.by[0].relations.isEmpty)
      #expect(report.findings[1].verdict == .unknown)
    }
  }

  @Test func oneContradictionDoesNotSpread() throws {
    var test = try test(target: "1\n  1(a)\n    1(a)(i)\n  1(b)\n2")
    try test.claim("src/S1", .supersetOf, "law/1(a)")
    try test.claim("src/S1", .disjoint, "law/1(a)")
    try test.claim("src/S1", .supersetOf, "law/1(b)")
    try test.claim("src/S2", .supersetOf, "law/1(a)(i)")
    let report = try test.report()
    #expect(report.verdicts == ["1(a)(i)": .covered, "1(b)": .covered, "2": .unknown])
    #expect(report.parents.first { $0.target.local == "1(a)" }?.verdict == .contradicted)
    let contradictions = test.graph.contradictions()
    #expect(contradictions.map(\.claims) == [[ClaimID("001"), ClaimID("002")]])
  }

  @Test func aConflictWithTheWholeIsNamedWithBothClaims() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)")
    try test.claim("src/S1", .disjoint, "law/1")
    try test.claim("src/S2", .supersetOf, "law/1")
    let report = try test.report()
    #expect(report.verdicts == ["1(a)": .contradicted, "1(b)": .covered])
    for contradiction in test.graph.contradictions() {
      #expect(contradiction.claims == [ClaimID("001"), ClaimID("002")])
    }
  }

  @Test func aUnionCoversWhereNoMemberDoes() throws {
    var test = try test()
    try test.claim("src/S1 | src/S2", .supersetOf, "law/1(a)")
    let finding = try test.finding("1(a)")
    #expect(finding.verdict == .covered)
    #expect(finding.by.map { $0.source.map(\.local) } == [["S1", "S2"]])
  }

  @Test func supersetOnTheParentCoversThePart() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1")
    let finding = try test.finding("1(b)")
    #expect(finding.verdict == .covered)
    #expect(finding.by.first?.origin == .derived)
    #expect(finding.by.first?.derivation.steps.count == 2)
  }

  @Test func relatedOnTheParentSaysNothingAboutThePart() throws {
    var test = try test()
    try test.claim("src/S1", .related, "law/1")
    #expect(try test.finding("1(a)").verdict == .unknown)
    #expect(try test.report().parents.map(\.verdict) == [.partial])
  }

  @Test func coveredPartsCoverADeclaredUnionOnly() throws {
    for (mark, verdict) in [(" [union]", Verdict.covered), ("", .partial)] {
      var test = try test(target: "1\(mark)\n  1(a)\n  1(b)")
      try test.claim("src/S1", .supersetOf, "law/1(a)", confidence: 0.9)
      try test.claim("src/S2", .supersetOf, "law/1(b)", confidence: 0.6)
      let parent = try #require(try test.report().parents.first)
      #expect(parent.verdict == verdict)
      if verdict == .covered { #expect(parent.confidence == 0.6) }
    }
  }

  @Test func aParentNamesThePartsThatAreNotCovered() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1(a)")
    #expect(try test.report().parents.map(\.residual) == ["1(b)"])
  }

  @Test func anEnhancementIsIndependentOfItsBaseControl() throws {
    var test = try test(target: "AC [group]\n  AC-2 [control]\n    AC-2(1) [enhancement]")
    try test.claim("src/S1", .supersetOf, "law/AC-2")
    #expect(try test.report().verdicts == ["AC-2": .covered, "AC-2(1)": .unknown])
  }
}
