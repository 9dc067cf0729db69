import CrosswalkModel
import CrosswalkWorkspace
import Testing

/// The dates of the amended act, held against its Articles 111 and 113: each line of their table is a case.
@Suite struct ActApplicationTests {
  /// One question and its answer: `state`, and the day and place that the answer has to name.
  struct Case: Sendable, CustomStringConvertible {
    var node: String
    var route: String
    var day: String
    var placed: String?
    var role: String?
    var state: String
    var since: String?
    var place: String?

    init(
      _ node: String, _ route: String, _ day: String, placed: String? = nil, role: String? = nil,
      _ state: String,
      _ since: String? = nil, _ place: String? = nil
    ) {
      self.node = node
      self.route = route
      self.day = day
      self.placed = placed
      self.role = role
      self.state = state
      self.since = since
      self.place = place
    }

    var description: String { "\(node) on \(route), \(day)\(placed.map { ", placed \($0)" } ?? "")" }
  }

  /// The bundled content, and the same joined with a text that has parts outside its selection.
  private static let bundled = Result { try BundledWorkspace() }
  private static let joined = Result { try withOfficialText() }

  private static func withOfficialText() throws -> BundledWorkspace {
    let bundled = try BundledWorkspace()
    let file = try bundled.file(
      "official.csv",
      """
      id,parent_id,title,text,assessable
      chapter-i,,General provisions,,0
      4,chapter-i,AI literacy,Measures are taken.,1
      chapter-ii,,Prohibited practices,,0
      5,chapter-ii,Prohibited practices,,0
      5(1)(a),5,Manipulation,It is prohibited.,1
      5(1)(ba),5,Intimate images,It is prohibited.,1
      chapter-iii,,High-risk,,0
      chapter-iii/section-2,chapter-iii,Requirements,,0
      9,chapter-iii/section-2,Risk management,,0
      9(1),9,,A system shall be established.,1
      chapter-iii/section-4,chapter-iii,Notified bodies,,0
      28,chapter-iii/section-4,Notifying authorities,They are designated.,1
      chapter-vii,,Governance,,0
      64,chapter-vii,AI Office,It is set up.,1
      chapter-xii,,Penalties,,0
      99,chapter-xii,Penalties,Rules are laid down.,1
      101,chapter-xii,Fines for providers of models,They may be imposed.,1
      chapter-xiii,,Final provisions,,0
      102,chapter-xiii,Amendment,It is amended.,1
      112,chapter-xiii,Evaluation,It is evaluated.,1
      78,,Confidentiality,It is respected.,1
      85,,Complaints,They may be lodged.,1

      """)
    var request = ImportRequest(files: [file], today: try day("2026-11-23"))
    request.framework = FrameworkID("eu-ai-act")
    request.revision = RevisionID("2026-07-27")
    request.profile = "generic-catalog"
    _ = try bundled.workspace.importFiles(request)
    return bundled
  }

  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func duty(_ question: Case, in bundled: BundledWorkspace) throws -> DutyReport.Duty {
    let report = try bundled.workspace.duties(
      DutyRequest(
        framework: try #require(Reference("eu-ai-act@2026-07-27")), asOf: try Self.day(question.day),
        role: question.role,
        route: question.route, placedOnMarket: try question.placed.map(Self.day)))
    return try #require(report.duties.first { $0.id.local == question.node }, "\(question.node) is no duty")
  }

  private func check(_ question: Case, in bundled: BundledWorkspace) throws {
    let duty = try duty(question, in: bundled)
    #expect(duty.applicability.state == question.state)
    if let since = question.since { #expect(duty.ground?.since?.description == since) }
    if let place = question.place {
      #expect(duty.ground?.provision.contains(place) == true, "\(duty.ground as Any)")
    }
  }

  // MARK: Article 113

  @Test(arguments: [
    // Chapters I and II from 2 February 2025; what the amendment inserted, from its entry into force.
    Case("4a(1)(b)", "annex-iii", "2026-07-26", "from", "2026-07-27"),
    Case("4a(1)(b)", "annex-iii", "2026-07-27", "applies", "2026-07-27", "2026/1744"),
    Case("4a(1)(b)", "transparency-only", "2026-11-23", "out-of-scope"),
    // Chapter V from 2 August 2025.
    Case("53(1)(a)", "general-purpose-model", "2025-08-01", "from", "2025-08-02"),
    Case("53(1)(a)", "general-purpose-model", "2025-08-02", "applies", "2025-08-02", "point (b)"),
    Case("55(1)(a)", "general-purpose-model", "2026-11-23", "out-of-scope"),
    Case("55(1)(a)", "general-purpose-model-systemic-risk", "2026-11-23", "applies", "2025-08-02"),
    Case("53(1)(a)", "annex-iii", "2026-11-23", "out-of-scope"),
    // Article 6(5), Article 50, Chapter III section 5 and Chapter IX from 2 August 2026.
    Case("6(5)", "annex-iii", "2026-08-01", "from", "2026-08-02"),
    Case("6(5)", "annex-iii", "2026-08-02", "applies", "2026-08-02", "second paragraph"),
    Case("50(1)", "transparency-only", "2026-08-01", "from", "2026-08-02"),
    Case("50(1)", "transparency-only", "2026-08-02", "applies", "2026-08-02", "second paragraph"),
    Case("50(1)", "general-purpose-model", "2026-11-23", "out-of-scope"),
    Case("48(1)", "annex-iii", "2026-08-01", "from"), Case("48(1)", "annex-iii", "2026-11-23", "conditional"),
    Case("48(1)", "annex-iii", "2027-12-02", "applies", "2027-12-02"),
    Case("48(1)", "annex-i", "2027-12-02", "conditional"),
    Case("48(1)", "annex-i", "2028-08-02", "applies", "2028-08-02"),
    Case("72(1)", "annex-i", "2026-11-23", "conditional", "2028-08-02"),
    Case("73(1)", "transparency-only", "2026-11-23", "out-of-scope"),
    Case("49(1)", "annex-i", "2026-11-23", "out-of-scope"),
    Case("49(2)", "annex-iii", "2027-12-02", "out-of-scope"),
    Case("49(2)", "annex-iii-exempt", "2027-12-02", "applies"),
    // Chapter III sections 1 to 3: 2 December 2027 for Annex III, 2 August 2028 for Annex I.
    Case("9(1)", "annex-iii", "2027-12-01", "from", "2027-12-02", "(c)(i)"),
    Case("9(1)", "annex-iii", "2027-12-02", "applies", "2027-12-02", "(c)(i)"),
    Case("9(1)", "annex-i", "2028-08-01", "from", "2028-08-02", "(c)(ii)"),
    Case("9(1)", "annex-i", "2028-08-02", "applies", "2028-08-02", "(c)(ii)"),
    Case("9(1)", "annex-i-b", "2028-08-02", "out-of-scope", nil, "2(2)"),
    Case("9(1)", "annex-iii-exempt", "2028-08-02", "out-of-scope"),
    Case("6(4)", "annex-iii-exempt", "2027-12-02", "applies", "2027-12-02"),
    Case("12(3)(a)", "annex-i", "2028-08-02", "out-of-scope"),
    Case("11(2)", "annex-iii", "2028-08-02", "out-of-scope"),
    Case("11(2)", "annex-i", "2028-08-02", "applies"),
    Case("26(1)", "annex-iii", "2027-12-02", "applies", "2027-12-02"),
    Case("27(1)(a)", "annex-i", "2028-08-02", "out-of-scope"),
    Case("annex-iv/2(h)", "annex-iii", "2027-12-01", "from", "2027-12-02"),
    Case("annex-iv/2(h)", "annex-i", "2028-08-02", "applies", "2028-08-02"),
    // Another role is not asked further.
    Case("26(1)", "annex-iii", "2027-12-02", role: "provider", "not-for-this-role"),
    Case("26(1)", "annex-iii", "2027-12-02", role: "Deployer", "applies"),
  ])
  func theBundledActAppliesAsArticle113Says(question: Case) throws {
    try check(question, in: Self.bundled.get())
  }

  // MARK: Article 111

  @Test(arguments: [
    // 111(2): only after a significant change of the design.
    Case("9(1)", "annex-iii", "2028-01-01", placed: "2027-12-01", "transitional", nil, "111(2)"),
    Case("9(1)", "annex-iii", "2028-01-01", placed: "2027-12-02", "applies", "2027-12-02", "(c)(i)"),
    Case("9(1)", "annex-i", "2029-01-01", placed: "2028-08-01", "transitional", nil, "111(2)"),
    Case("9(1)", "annex-i", "2029-01-01", placed: "2028-08-02", "applies", "2028-08-02"),
    Case("72(1)", "annex-iii", "2028-01-01", placed: "2020-01-01", "transitional", nil, "111(2)"),
    // It concerns operators, not authorities.
    Case("15(2)", "annex-iii", "2028-01-01", placed: "2020-01-01", "applies", "2027-12-02"),
    // What is not on the route stays so, and Chapter I is no matter of the high-risk rules.
    Case("11(2)", "annex-iii", "2028-01-01", placed: "2020-01-01", "out-of-scope"),
    Case("4a(1)(b)", "annex-iii", "2028-01-01", placed: "2020-01-01", "applies"),
    // 111(4): marking of generated content, by 2 December 2026.
    Case("50(2)", "transparency-only", "2026-12-01", placed: "2026-08-01", "from", "2026-12-02", "111(4)"),
    Case("50(2)", "transparency-only", "2026-12-02", placed: "2026-08-01", "applies", "2026-12-02", "111(4)"),
    Case("50(2)", "transparency-only", "2026-12-01", placed: "2026-08-02", "applies", "2026-08-02"),
    Case("50(1)", "transparency-only", "2026-12-01", placed: "2026-08-01", "applies", "2026-08-02"),
    // 111(3): models, by 2 August 2027.
    Case(
      "53(1)(a)", "general-purpose-model", "2027-08-01", placed: "2025-08-01", "from", "2027-08-02", "111(3)"),
    Case("53(1)(a)", "general-purpose-model", "2027-08-02", placed: "2025-08-01", "applies", "2027-08-02"),
    Case("53(1)(a)", "general-purpose-model", "2026-11-23", placed: "2025-08-02", "applies", "2025-08-02"),
  ])
  func theTransitionalRulesAreThoseOfArticle111(question: Case) throws {
    try check(question, in: Self.bundled.get())
  }

  @Test(arguments: [
    ("9(1)", "2027-12-01", true, false), ("9(1)", "2027-08-01", true, true),
    ("23(1)(a)", "2027-12-01", false, false),
    ("26(1)", "2027-12-01", true, false), ("50(1)", "2027-08-01", false, true),
  ])
  func publicAuthoritiesAndLargeITSystemsHaveDaysOfTheirOwn(
    node: String, placed: String, public isPublic: Bool, annexX: Bool
  ) throws {
    let question = Case(node, "annex-iii", "2028-01-01", placed: placed, "")
    let reason = try duty(question, in: Self.bundled.get()).ground?.reason ?? ""
    #expect(
      reason.contains("public authorities, by 2030-08-02 (Article 111(2), second sentence)") == isPublic)
    #expect(reason.contains("Annex X, by 2030-12-31 (Article 111(1))") == annexX)
  }

  // MARK: Joined with an official text

  @Test(arguments: [
    Case("4", "annex-iii", "2025-02-01", "from", "2025-02-02"),
    Case("4", "transparency-only", "2025-02-02", "applies", "2025-02-02", "point (a)"),
    Case("4", "general-purpose-model", "2026-11-23", "out-of-scope"),
    Case("5(1)(a)", "transparency-only", "2025-02-02", "applies", "2025-02-02", "point (a)"),
    Case("5(1)(ba)", "transparency-only", "2026-12-01", "from", "2026-12-02", "2026/1744"),
    Case("5(1)(ba)", "transparency-only", "2026-12-02", "applies", "2026-12-02"),
    Case("28", "annex-iii", "2025-08-02", "applies", "2025-08-02", "point (b)"),
    Case("64", "annex-iii", "2025-08-01", "from", "2025-08-02"),
    Case("64", "annex-iii", "2025-08-02", "applies"),
    Case("99", "annex-i", "2025-08-02", "applies", "2025-08-02", "point (b)"),
    Case("78", "annex-i", "2025-08-02", "applies", "2025-08-02", "point (b)"),
    Case("101", "general-purpose-model", "2026-08-01", "from", "2026-08-02"),
    Case("102", "annex-i-b", "2026-07-26", "from", "2026-07-27"),
    Case("102", "annex-i-b", "2026-07-27", "applies", "2026-07-27", "point (d)"),
    Case("112", "annex-i-b", "2026-08-02", "applies", "2026-08-02", "second paragraph"),
    Case("85", "annex-iii", "2026-08-02", "applies", "2026-08-02", "second paragraph"),
    Case("85", "annex-i-b", "2026-08-02", "out-of-scope"),
    Case("9(1)", "annex-iii", "2027-12-02", "applies", "2027-12-02", "(c)(i)"),
    Case("9(1)", "annex-iii", "2028-01-01", placed: "2027-12-01", "transitional", nil, "111(2)"),
  ])
  func whatAnOfficialTextAddsGetsItsDatesFromTheSchedule(question: Case) throws {
    try check(question, in: Self.joined.get())
  }

  @Test func anUnknownRouteOrRoleNamesTheKnownOnes() throws {
    let workspace = try Self.bundled.get().workspace
    var request = DutyRequest(
      framework: try #require(Reference("eu-ai-act")), asOf: try Self.day("2026-11-23"))
    request.route = "annex-iv"
    let route = #expect(throws: (any Error).self) { try workspace.duties(request) }
    #expect((route as? any DiagnosableError)?.diagnostic.line.contains("routes: annex-iii, ") == true)
    request.route = nil
    request.role = "provide"
    let role = #expect(throws: (any Error).self) { try workspace.duties(request) }
    #expect((role as? any DiagnosableError)?.diagnostic.line.contains("provider") == true)
  }

  @Test func aRouteIsFoundWhateverItsCase() throws {
    #expect(
      try duty(Case("9(1)", "Annex-III", "2027-12-02", ""), in: Self.bundled.get()).applicability == .applies)
  }
}
