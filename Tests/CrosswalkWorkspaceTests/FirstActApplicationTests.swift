import CrosswalkModel
import CrosswalkWorkspace
import Testing

/// The dates of the act as it was published in 2024, held against its Articles 111 and 113 as they stood then.
@Suite struct FirstActApplicationTests {
  typealias Case = ActApplicationTests.Case

  private static let bundled = Result { try BundledWorkspace() }

  private func check(_ question: Case) throws {
    let report = try Self.bundled.get().workspace.duties(
      DutyRequest(
        framework: try #require(Reference("eu-ai-act@2024-07-12")),
        asOf: try #require(CalendarDate(question.day)), role: question.role, route: question.route,
        placedOnMarket: try question.placed.map { try #require(CalendarDate($0)) }))
    let duty = try #require(
      report.duties.first { $0.id.local == question.node }, "\(question.node) is no duty")
    #expect(duty.applicability.state == question.state)
    if let since = question.since { #expect(duty.ground?.since?.description == since) }
    if let place = question.place {
      #expect(duty.ground?.provision.contains(place) == true, "\(duty.ground as Any)")
    }
  }

  @Test(arguments: [
    // Chapter V from 2 August 2025.
    Case("53(1)(a)", "general-purpose-model", "2025-08-01", "from", "2025-08-02"),
    Case("53(1)(a)", "general-purpose-model", "2025-08-02", "applies", "2025-08-02", "point (b)"),
    Case("55(1)(a)", "general-purpose-model", "2026-11-23", "out-of-scope"),
    Case("55(1)(a)", "general-purpose-model-systemic-risk", "2025-08-02", "applies", "2025-08-02"),
    // All else from 2 August 2026.
    Case("9(1)", "annex-iii", "2026-08-01", "from", "2026-08-02", "second paragraph"),
    Case("9(1)", "annex-iii", "2026-08-02", "applies", "2026-08-02", "second paragraph"),
    Case("10(5)(b)", "annex-iii", "2026-08-02", "applies", "2026-08-02"),
    Case("6(5)", "annex-iii", "2026-08-02", "applies", "2026-08-02", "second paragraph"),
    Case("6(4)", "annex-iii-exempt", "2026-08-02", "applies", "2026-08-02"),
    Case("48(1)", "annex-iii", "2026-08-02", "applies", "2026-08-02"),
    Case("49(2)", "annex-iii-exempt", "2026-08-02", "applies", "2026-08-02"),
    Case("50(2)", "transparency-only", "2026-08-02", "applies", "2026-08-02", "second paragraph"),
    Case("72(1)", "annex-iii", "2026-08-02", "applies", "2026-08-02"),
    Case("annex-iv/2(h)", "annex-iii", "2026-08-02", "applies", "2026-08-02"),
    // Article 6(1) and the obligations that correspond to it from 2 August 2027.
    Case("9(1)", "annex-i", "2027-08-01", "from", "2027-08-02", "third paragraph, point (c)"),
    Case("9(1)", "annex-i", "2027-08-02", "applies", "2027-08-02", "third paragraph, point (c)"),
    Case("11(2)", "annex-i", "2027-08-02", "applies", "2027-08-02"),
    Case("43(3)/1", "annex-i", "2027-08-01", "from", "2027-08-02", "point (c)"),
    Case("48(1)", "annex-i", "2027-08-02", "applies", "2027-08-02"),
    Case("73(1)", "annex-i", "2027-08-02", "applies", "2027-08-02"),
    Case("11(2)", "annex-iii", "2027-08-02", "out-of-scope"),
    Case("49(1)", "annex-i", "2027-08-02", "out-of-scope"),
    Case("27(1)(a)", "annex-i", "2027-08-02", "out-of-scope"),
    Case("9(1)", "annex-i-b", "2027-08-02", "out-of-scope", nil, "2(2)"),
    // Article 111(2): one day for both routes; Article 111(3): models.
    Case("9(1)", "annex-iii", "2027-01-01", placed: "2026-08-01", "transitional", nil, "111(2)"),
    Case("9(1)", "annex-iii", "2027-01-01", placed: "2026-08-02", "applies", "2026-08-02"),
    Case("9(1)", "annex-i", "2028-01-01", placed: "2026-08-01", "transitional", nil, "111(2)"),
    Case("9(1)", "annex-i", "2028-01-01", placed: "2026-08-02", "applies", "2027-08-02"),
    Case("50(2)", "transparency-only", "2026-08-02", placed: "2026-08-01", "applies", "2026-08-02"),
    Case(
      "53(1)(a)", "general-purpose-model", "2026-01-01", placed: "2025-08-01", "from", "2027-08-02", "111(3)"),
  ])
  func theActAsPublishedAppliesAsItsArticle113Said(question: Case) throws { try check(question) }

  /// On a day before the amendment, the revision of that day answers.
  @Test func aQuestionAboutAnEarlierDayTakesTheRevisionOfThatDay() throws {
    let report = try Self.bundled.get().workspace.duties(
      DutyRequest(
        framework: try #require(Reference("eu-ai-act")), asOf: try #require(CalendarDate("2026-07-26"))))
    #expect(report.framework.id.description == "eu-ai-act@2024-07-12")
    let later = try Self.bundled.get().workspace.duties(
      DutyRequest(
        framework: try #require(Reference("eu-ai-act")), asOf: try #require(CalendarDate("2026-07-27"))))
    #expect(later.framework.id.description == "eu-ai-act@2026-07-27")
  }
}
