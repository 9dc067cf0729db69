import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Applicability from a schedule of made-up law: the code knows no particular act.
@Suite struct ApplicationJudgeTests {
  private static let schedule = ApplicationSchedule(
    routes: ["red", "blue", "grey"].map {
      ApplicationRoute(id: $0, title: "Route \($0)", summary: "about \($0)", provision: "Article \($0)")
    },
    rules: [
      ApplicationRule(nodes: [], routes: ["red", "blue"], from: day("2026-01-01"), provision: "Article 90"),
      ApplicationRule(nodes: ["1"], routes: ["red"], from: day("2027-01-01"), provision: "Article 91"),
      ApplicationRule(nodes: ["1"], routes: ["blue"], from: day("2028-01-01"), provision: "Article 92"),
      ApplicationRule(nodes: ["1(2)"], routes: ["blue"], from: day("2025-01-01"), provision: "Article 93"),
      ApplicationRule(
        nodes: ["3"], from: day("2026-01-01"), provision: "Article 94", condition: "a list is published",
        until: day("2027-06-01")),
      ApplicationRule(
        nodes: ["4"], from: day("2026-01-01"), provision: "Article 95", condition: "on request"),
    ],
    transitions: [
      TransitionRule(
        nodes: ["1"], routes: ["red"], roles: RoleSet(name: "provider") ?? [],
        placedBefore: day("2026-06-01"),
        effect: .complyBy(day("2029-01-01")), provision: "Article 96"),
      TransitionRule(
        nodes: ["3"], placedBefore: day("2026-06-01"), effect: .onlyIf("only if it is sold again"),
        provision: "Article 97"),
      TransitionRule(
        nodes: [], placedBefore: day("2026-06-01"), circumstance: "where it is rented",
        effect: .complyBy(day("2030-01-01")), provision: "Article 98"),
    ])

  private static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .firstOfEpoch }

  private static func test(_ schedule: ApplicationSchedule = schedule) throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "S1")
    try test.add(
      "law",
      """
      1
        1(1) [duty] [provider]
        1(2) [duty] [deployer]
      2 @2027-03-01 with care [duty]
      3 [duty]
      4 [duty]
      """, properties: schedule.properties)
    return test
  }

  private func report(
    _ asOf: String, route: String? = nil, placed: String? = nil, scope: GapAnalysis.Scope? = nil,
    unit: GapReport.Unit = .statement
  ) throws -> GapReport {
    var options = GapAnalysis.Options(asOf: Self.day(asOf), unit: unit, scopes: scope.map { [$0] } ?? [])
    options.route = route
    options.placedOnMarket = placed.map(Self.day)
    let ids = (FrameworkID("src"), FrameworkID("law"))
    return try GapAnalysis(options).report(
      graph: Self.test().graph, from: try #require(ids.0), to: try #require(ids.1))
  }

  private func states(_ report: GapReport) -> [String: String] {
    Dictionary(uniqueKeysWithValues: report.findings.map { ($0.target.local, $0.applicability.state) })
  }

  @Test func theNearestNodeWithARuleDecides() throws {
    #expect(
      states(try report("2026-11-23", route: "blue")) == [
        "1(1)": "from", "1(2)": "applies", "2": "applies", "3": "conditional", "4": "conditional",
      ])
    #expect(states(try report("2027-01-01", route: "red"))["1(1)"] == "applies")
    // Its own rule names blue only, although the article above names red, too.
    #expect(states(try report("2027-01-01", route: "red"))["1(2)"] == "out-of-scope")
  }

  @Test func aRuleForTheWholeFrameworkReachesOnlyItsRoutes() throws {
    let findings = try report("2026-11-23", route: "grey").findings
    let outside = try #require(findings.first { $0.target.local == "2" })
    #expect(outside.applicability == .outOfScope)
    #expect(outside.ground?.reason == "not on the route grey (Article grey); it concerns red, blue")
    #expect(findings.first { $0.target.local == "3" }?.applicability.state == "conditional")
  }

  @Test func aConditionHoldsUntilItsDay() throws {
    let before = try #require(
      try report("2027-05-31", route: "red").findings.first { $0.target.local == "3" })
    #expect(before.applicability == .conditional("a list is published", from: Self.day("2026-01-01")))
    let after = try #require(try report("2027-06-01", route: "red").findings.first { $0.target.local == "3" })
    #expect(after.applicability == .applies && after.ground?.since == Self.day("2027-06-01"))
    #expect(states(try report("2040-01-01", route: "red"))["4"] == "conditional")
  }

  @Test func whatIsOnAnotherRouteIsShownAndNotCounted() throws {
    let report = try report("2027-01-01", route: "red")
    #expect(report.findings.count == 5 && report.summary.statements == 4)
    #expect(report.applicability.applies == 2)  // 1(1) and 2; 3 and 4 depend on something
    #expect(report.route?.id == "red")
    #expect(report.chapters.map(\.applicability.applies) == [1, 1, 0, 0])
  }

  @Test func withoutARouteTheDatesOfTheNodesCount() throws {
    let report = try report("2026-11-23")
    #expect(
      states(report) == ["1(1)": "applies", "1(2)": "applies", "2": "from", "3": "applies", "4": "applies"])
    #expect(report.findings.allSatisfy { $0.ground == nil } && report.route == nil)
    #expect(states(try self.report("2027-03-01"))["2"] == "conditional")
  }

  @Test func aTransitionConcernsWhatWasPlacedBeforeItsDay() throws {
    let old = try #require(
      try report("2027-11-23", route: "red", placed: "2026-05-31").findings.first {
        $0.target.local == "1(1)"
      })
    #expect(old.applicability.state == "from" && old.ground?.since == Self.day("2029-01-01"))
    #expect(old.ground?.provision == "Article 96")
    #expect(old.ground?.reason == "where it is rented, by 2030-01-01 (Article 98)")
    #expect(states(try report("2029-01-01", route: "red", placed: "2026-05-31"))["1(1)"] == "applies")
    let new = try report("2027-11-23", route: "red", placed: "2026-06-01")
    #expect(new.findings.first { $0.target.local == "1(1)" }?.ground?.provision == "Article 91")
  }

  @Test func aTransitionalStatementCountsButDoesNotApply() throws {
    let report = try report("2027-11-23", route: "red", placed: "2026-05-31")
    let held = try #require(report.findings.first { $0.target.local == "3" })
    #expect(
      held.applicability
        == .transitional("only if it is sold again, since it was placed on the market before 2026-06-01"))
    #expect(report.summary.statements == 4 && report.applicability.applies == 1)
  }

  @Test func aCircumstanceAloneIsSaidBesideTheGeneralRule() throws {
    let finding = try #require(
      try report("2026-11-23", route: "red", placed: "2026-05-31").findings.first { $0.target.local == "2" })
    #expect(finding.applicability == .applies && finding.ground?.provision == "Article 90")
    #expect(finding.ground?.reason == "where it is rented, by 2030-01-01 (Article 98)")
  }

  @Test func aControlAppliesAsSoonAsOneOfItsStatementsDoes() throws {
    let blue = try report("2026-11-23", route: "blue", unit: .control)
    #expect(states(blue)["1"] == "applies")
    let provider = try #require(RoleSet(name: "provider"))
    #expect(
      states(try report("2026-11-23", route: "blue", scope: .roles(provider), unit: .control))["1"] == "from")
    let deployer = try #require(RoleSet(name: "deployer"))
    #expect(
      states(try report("2027-01-01", route: "red", scope: .roles(deployer), unit: .control))["1"]
        == "out-of-scope")
  }

  @Test func anUnknownRouteNamesTheKnownOnes() throws {
    let law = try #require(FrameworkID("law"))
    #expect(throws: MapperError.unknownRoute("green", law, known: ["red", "blue", "grey"])) {
      try report("2026-11-23", route: "green")
    }
  }

  @Test func aScheduleSurvivesAsProperties() {
    #expect(ApplicationSchedule(properties: Self.schedule.properties) == Self.schedule)
    #expect(
      ApplicationSchedule(properties: [Property(name: "application-rule", value: "from: soon")]).isEmpty)
  }

  @Test func theListOfDutiesCountsEveryState() throws {
    let law = try #require(FrameworkID("law"))
    let catalog = try #require(try Self.test().graph.catalog(law))
    let provider = try #require(RoleSet(name: "provider"))
    let analysis = DutyAnalysis(asOf: Self.day("2027-01-01"), roles: provider, route: "red")
    let report = try analysis.report(catalog, claims: [])
    #expect(report.counts.applies == 2 && report.counts.conditional == 2 && report.counts.notForThisRole == 1)
    #expect(report.counts.concerned == 4)
    #expect(report.groups.map(\.id) == ["1", "2", "3", "4"])
  }
}
