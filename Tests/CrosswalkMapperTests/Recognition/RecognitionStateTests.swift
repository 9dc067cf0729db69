import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Each state from its own facts, and none from anything less.
@Suite struct RecognitionStateTests {
  private static let third = PathwayFixture.thirdParty

  private static func facts(_ changes: [String: [String]?]) -> [String: [String]] {
    var facts = third
    for (name, answer) in changes { facts[name] = answer }
    return facts
  }

  private static let covered: (String, RelationshipSet, String, Bool) = (
    "src/S", .init(.supersetOf), "law/1", true
  )

  @Test func anExclusivelyMilitarySystemIsOutOfScopeWhateverElseHolds() throws {
    for changes: [String: [String]?] in [
      [:], ["annex-iii": ["1"], "user": ["law-enforcement"]], ["prohibited-practice": ["yes"]],
      ["annex-iii": nil, "user": nil, "research-only": nil, "prohibited-practice": nil],
    ] {
      var facts = Self.facts(changes)
      facts["defence-use"] = ["exclusive"]
      let report = try PathwayFixture(basis: PathwayFixture.inForce(), contents: "settled").report(facts)
      #expect(report.states == [.outOfScope])
      #expect(report.gate.count == 1 && report.gate[0].decided?.provision == "2(3)")
      #expect(report.questions.isEmpty && report.procedure == nil)
    }
  }

  @Test func dualUseIsNoWayOut() throws {
    let report = try PathwayFixture().report(Self.facts(["defence-use": ["dual-use"]]))
    #expect(report.procedure?.id == "body")
  }

  @Test func aLaterExclusionDecidesEvenWhereAnEarlierFactIsUnknown() throws {
    let report = try PathwayFixture().report(Self.facts(["defence-use": nil, "research-only": ["yes"]]))
    #expect(report.states == [.outOfScope])
    #expect(report.gate[0].decided?.provision == "2(6)")
  }

  @Test func anUnknownFactIsAskedForAndNothingBehindItIsJudged() throws {
    let report = try PathwayFixture().report(Self.facts(["defence-use": nil]))
    #expect(report.states == [.notJudged])
    #expect(report.questions.map(\.fact) == [.defenceUse])
    #expect(report.gate.map(\.stage.id) == ["scope"])
    #expect(report.requirements.allSatisfy { $0.reason == "unknown: defence-use (p)" })
  }

  @Test func onlyFactsThatMatterAreAskedFor() throws {
    let unknownUser = try PathwayFixture().report(Self.facts(["user": nil]))
    #expect(unknownUser.questions.map(\.fact) == [.user])
    let point7 = try PathwayFixture().report(Self.facts(["user": nil, "annex-iii": ["7"]]))
    #expect(point7.questions.isEmpty && point7.procedure?.id == "internal")
  }

  @Test func aProhibitedPracticeHasNoRoute() throws {
    let report = try PathwayFixture(
      basis: PathwayFixture.inForce(), contents: "settled", claims: [Self.covered]
    )
    .report(Self.facts(["prohibited-practice": ["yes"]]))
    #expect(report.states == [.prohibited])
  }

  @Test func internalControlLeavesNothingToRecognise() throws {
    let report = try PathwayFixture(basis: PathwayFixture.inForce(), contents: "settled")
      .report(Self.facts(["annex-iii": ["7"]]))
    #expect(report.states == [.noThirdPartyStep])
    #expect(report.systemClass == "annex-iii")
    let analysis = RecognitionAnalysis(report.pathway, direction: report.direction)
    #expect(analysis.systemClass(of: report.system) == "annex-iii")
    #expect(analysis.systemClass(of: try PathwayFixture.system([:])) == nil)
    #expect(try report.requirement("1(a)").reason == "internal control (43(2))")
  }

  @Test func anAuthorityAsNotifiedBodyIsNoMatterOfRecognition() throws {
    let report = try PathwayFixture(
      basis: PathwayFixture.inForce(), contents: "settled", claims: [Self.covered]
    )
    .report(Self.facts(["user": ["law-enforcement"]]))
    #expect(report.states == [.authorityActsAsNotifiedBody])
  }

  @Test func requirementsThatNoStepOfTheProcedureExaminesNeedNoThirdParty() throws {
    let report = try PathwayFixture().report(Self.third)
    #expect(try report.requirement("2(a)").state == .noThirdPartyStep)
    #expect(try report.requirement("2(a)").reason.contains("no step"))
    #expect(report.requirements.map(\.finding.target.local) == ["1(a)", "1(b)", "2(a)"])
    #expect(report.otherRequirements == 1)
    #expect(report.dangling == ["9"])
  }

  @Test(arguments: ["none", "under-negotiation", "provisionally-applied", "suspended", "terminated"])
  func withoutALegalBasisInForceEveryThirdPartyStepIsBlocked(status: String) throws {
    let report = try PathwayFixture(
      basis: PathwayFixture.inForce().replacing("in-force", with: status), contents: "settled",
      claims: [Self.covered]
    ).report(Self.third)
    #expect(!report.hasLegalBasis)
    #expect(try report.requirement("1(a)").state == .blocked)
    #expect(
      try report.requirement("1(a)").blockers.map(\.condition) == ["agreement", "scope", "certificate"])
  }

  @Test(arguments: [("2025-12-31", false), ("2026-01-01", true), ("2026-06-30", true), ("2026-07-01", false)])
  func aLegalBasisCountsOnItsDaysOnly(day: String, counts: Bool) throws {
    let report = try PathwayFixture(
      basis: PathwayFixture.inForce(until: "2026-06-30"), contents: "settled", claims: [Self.covered],
      day: day
    ).report(Self.third)
    #expect(report.hasLegalBasis == counts)
    #expect(try (report.requirement("1(a)").state == .recognised) == counts)
  }

  @Test func recognisedAsIsNeedsScopeArtefactAndBody() throws {
    let whole = PathwayFixture(basis: PathwayFixture.inForce(), contents: "settled")
    #expect(try whole.report(Self.third).requirement("1(a)").state == .recognised)
    var other = whole
    other.basis = PathwayFixture.inForce(covers: #"[{"annex-iii":["2"]}]"#)
    #expect(try other.report(Self.third).requirement("1(a)").blockers.map(\.condition) == ["scope"])
    other = whole
    other.basis = PathwayFixture.inForce(artefacts: "[]")
    #expect(try other.report(Self.third).requirement("1(a)").blockers.map(\.condition) == ["certificate"])
    other = whole
    other.basis = PathwayFixture.inForce(artefacts: #"["certificate"]"#)
    other.bodyCovers = #"[{"annex-xiv":["AIB 0203"]}]"#
    #expect(try other.report(Self.third).requirement("1(a)").blockers.map(\.condition) == ["body"])
  }

  @Test func anUnknownFactOfTheScopeLeavesTheRequirementUnjudged() throws {
    let fixture = PathwayFixture(
      basis: PathwayFixture.inForce(artefacts: #"["certificate"]"#), contents: "settled",
      bodyCovers: #"[{"annex-xiv":["AIB 0201"]}]"#)
    #expect(try fixture.report(Self.third).requirement("1(a)").state == .recognised)
    let open = try fixture.report(Self.facts(["annex-xiv": nil])).requirement("1(a)")
    #expect(open.state == .notJudged)
    #expect(open.open.map(\.condition) == ["body"] && open.open[0].why.contains("annex-xiv"))
  }

  @Test func namedEvidenceComesFromThePathwayAndFromWhatTheClaimsLeaveOpen() throws {
    let reports = PathwayFixture.inForce(artefacts: #"["test-report"]"#)
    let covered = try PathwayFixture(basis: reports, claims: [Self.covered]).report(Self.third)
    #expect(try covered.requirement("1(a)").state == .recognised)
    #expect(try covered.requirement("1(b)").state == .recognisedWithEvidence)
    #expect(try covered.requirement("1(b)").evidence == ["named evidence"])
    let partial = try PathwayFixture(
      basis: reports, claims: [("src/S", .init(.intersectsWith), "law/1(a)", true)]
    )
    .report(Self.third).requirement("1(a)")
    #expect(partial.state == .recognisedWithEvidence && partial.evidence.count == 1)
  }

  @Test func draftsNeverCarryRecognition() throws {
    let reports = PathwayFixture.inForce(artefacts: #"["test-report"]"#)
    let draft = try PathwayFixture(basis: reports, claims: [("src/S", .init(.supersetOf), "law/1", false)])
      .report(Self.third).requirement("1(a)")
    #expect(draft.finding.verdict == .covered)
    #expect(draft.state == .notJudged && draft.open.map(\.condition) == ["subject"])
    let silent = try PathwayFixture(basis: reports).report(Self.third).requirement("1(a)")
    #expect(silent.state == .notJudged && silent.open[0].why == "not judged")
    let none = try PathwayFixture(basis: reports, claims: [("src", .init(.disjoint), "law/1(a)", true)])
      .report(Self.third).requirement("1(a)")
    #expect(none.state == .blocked && none.blockers.map(\.condition) == ["subject"])
  }

  @Test func aDirectionRestsOnItsOwnLegalBasis() throws {
    var fixture = PathwayFixture(basis: PathwayFixture.inForce(), contents: "settled", claims: [Self.covered])
    #expect(try fixture.report(Self.third).requirement("1(a)").state == .recognised)
    fixture.direction = "b-to-a"
    let back = try fixture.report(Self.third)
    #expect(!back.hasLegalBasis)
    let blocked = try back.requirement("1(a)")
    #expect(blocked.blockers.map(\.condition) == ["agreement", "scope", "test-report"])
    // A certificate would need an authority and a body of side B besides.
  }
}
