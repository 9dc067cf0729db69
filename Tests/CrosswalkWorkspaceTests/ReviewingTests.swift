import CrosswalkModel
import CrosswalkWorkspace
import Testing

/// Acts of review on the claims that ship, and what questions then see.
@Suite struct ReviewingTests {
  private let time = Moment("2026-11-23T12:00:00Z") ?? .firstOfEpoch
  private let rmf = Self.named("nist-ai-rmf-1.0")
  private let act = Self.named("eu-ai-act")

  private static func named(_ text: String) -> Reference {
    Reference(text) ?? { preconditionFailure("bad reference \(text)") }()
  }

  private func request(
    _ deed: ReviewActRequest.Deed, _ claims: [String] = [], reason: String? = "because"
  ) -> ReviewActRequest {
    ReviewActRequest(deed, claims: claims, author: "R. Reviewer", reason: reason, time: time)
  }

  private func claims(_ bench: BundledWorkspace) throws -> [MappingClaim] {
    try bench.workspace.claims(
      between: rmf, and: act, asOf: time.day)
  }

  private func gap(_ bench: BundledWorkspace) throws -> GapReport {
    try bench.workspace.gap(GapRequest(from: rmf, to: act, asOf: time.day))
  }

  @Test func everyQuestionSeesWhatReviewersDid() throws {
    let bench = try BundledWorkspace()
    let claim = try #require(try claims(bench).first { !$0.isNoCounterpart && $0.counts })
    let before = try gap(bench).basis
    _ = try bench.workspace.record(request(.accept, [claim.id.rawValue]))
    #expect(try gap(bench).basis.reviewed == before.reviewed + 1)
    let target = try #require(claim.target.firstNode)
    let shown = try bench.workspace.show(
      Reference(framework: target.framework, local: target.local), asOf: time.day)
    #expect(shown.claims.first { $0.id == claim.id }?.reviewer == "R. Reviewer")
    #expect(shown.remarks.acts[claim.id]?.map(\.kind) == [.accept])
    let summary = try bench.workspace.mappings().first {
      $0.source == claim.source.framework && $0.target == claim.target.framework
    }
    #expect(summary?.reviewed == 1)
    let later = try #require(Moment("2026-11-23T13:00:00Z"))
    _ = try bench.workspace.record(
      ReviewActRequest(
        .reject, claims: [claim.id.rawValue], author: "B", reason: "no",
        time: later))
    #expect(try gap(bench).basis.claims < before.claims + 1)
    #expect(try bench.workspace.check(CheckRequest(asOf: time.day)).reviewed == 0)
  }

  @Test func aClaimIsNamedByTheBeginningOfItsIdWhereThatIsClear() throws {
    let bench = try BundledWorkspace()
    let claim = try #require(try claims(bench).first)
    let short = String(claim.id.rawValue.prefix(8))
    let recorded = try bench.workspace.record(request(.accept, [short, claim.id.rawValue.uppercased()]))
    // Named twice, done once.
    #expect(recorded.entries.map { $0.claim?.id } == [claim.id])
    #expect(throws: ReviewActError.unreadableClaim("c3a7")) {
      _ = try bench.workspace.record(request(.accept, ["c3a7"]))
    }
  }

  @Test func anAlternativeRouteSaysNothingAboutTheRelation() throws {
    let bench = try BundledWorkspace()
    let standards = Self.named("eu-harmonised-standards")
    let route = try #require(
      try bench.workspace.claims(between: standards, and: act, asOf: time.day).first)
    #expect(throws: ReviewActError.self) {
      try bench.workspace.record(request(.amend(.init(relationship: "equal-to")), [route.id.rawValue]))
    }
    let recorded = try bench.workspace.record(
      request(.amend(.init(note: "On another condition.")), [route.id.rawValue]))
    let result = try #require(recorded.entries.first?.result)
    #expect(result.isAlternativeRoute && result.basis == route.basis && result.isReviewed)
    #expect(recorded.entries.first?.claim?.status == .superseded)
    let duties = try bench.workspace.duties(DutyRequest(framework: act, asOf: time.day))
    let routes = Set(duties.duties.flatMap(\.alternatives).map(\.claim))
    #expect(routes.contains(result.id) && !routes.contains(route.id))
  }

  @Test func aWorkspaceOfThePastAnswersAndRecordsNothing() throws {
    let bench = try BundledWorkspace()
    let claim = try #require(try claims(bench).first)
    _ = try bench.workspace.record(request(.reject, [claim.id.rawValue]))
    let past = try bench.workspace.known(by: CalendarDate("2026-11-22"))
    #expect(past.knownBy == CalendarDate("2026-11-22"))
    let then = try past.claims(between: rmf, and: act, asOf: time.day)
    #expect(then.first { $0.id == claim.id } == claim)
    let report = try past.gap(GapRequest(from: rmf, to: act, asOf: time.day))
    #expect(report.basis.knownBy == past.knownBy)
    #expect(throws: (any Error).self) { try past.record(request(.accept, [claim.id.rawValue])) }
  }
}

extension ClaimEnd {
  fileprivate var firstNode: ControlID? {
    if case .nodes(let nodes) = self { nodes.first } else { nil }
  }
}
