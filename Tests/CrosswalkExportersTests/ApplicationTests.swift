import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// A report on a route, and alternative routes beside its verdicts, in every format.
@Suite struct ApplicationTests {
  private static let place = "Article 113, third paragraph, point (c)(i)"

  private static func route(_ source: String, at local: String, _ condition: String) throws
    -> AlternativeRoute
  {
    let framework = try #require(FrameworkID(source))
    let node = ControlID(framework: Sample.act, local: local)
    let claim = MappingClaim(
      id: ClaimID("claim-\(source)"), source: .framework(framework), target: .nodes([node]), relations: .all,
      token: MappingClaim.alternativeRouteToken, note: condition,
      properties: [Property(name: MappingClaim.basisProperty, value: "Article 42(2)")],
      origin: SourceLocation(file: "routes.csv", line: 2, column: 1))
    return AlternativeRoute(claim, at: node)
  }

  /// Article 9 with a route to all of it and one to a paragraph.
  private static func report() throws -> GapReport {
    var report = Sample.gapReport
    report.route = ApplicationRoute(
      id: "annex-iii", title: "High-risk <b>", summary: "of Annex III", provision: "Article 6(2)")
    report.placedOnMarket = CalendarDate("2026-05-01")
    report.basis.alternatives = 2
    let whole = try route("eu-standards", at: "9", "so far as <i>they</i> cover it")
    let single = try route("eu-csa", at: "9(5)", "a certificate | of a scheme")
    for index in report.findings.indices where report.findings[index].group == "9" {
      let isSingle = report.findings[index].target.local == "9(5)"
      report.findings[index].alternatives = isSingle ? [single, whole] : [whole]
      report.findings[index].ground = ApplicationGround(since: CalendarDate("2027-12-02"), provision: place)
    }
    report.findings[0].applicability = .transitional("only if its design changes")
    report.findings[0].ground = ApplicationGround(
      since: nil, provision: "Article 111(2)", reason: "elsewhere by 2030")
    return report
  }

  @Test(arguments: ReportFormat.allCases)
  func everyFormatShowsTheRouteItsPlacesAndTheAlternatives(format: ReportFormat) throws {
    let document = try text(format.exporter(style: TerminalStyle(width: 200, color: false)), Self.report())
    for word in [
      "annex-iii", "eu-standards", "eu-csa", "a certificate", "Article 42(2)", "Article 111(2)", "2030",
    ] {
      #expect(document.contains(word), "\(word)")
    }
    #expect(document.contains("point (c)(i)"))
    if format == .html { #expect(!document.contains("<i>they</i>") && !document.contains("High-risk <b>")) }
  }

  @Test func theTableSaysWhatAllOfAnArticleShareAtItsHeadOnce() throws {
    let bytes = try ReportFormat.table.exporter(style: TerminalStyle(width: 200, color: false)).export(
      Self.report())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.components(of: "alternative route: eu-standards") == 1)
    #expect(text.components(of: "alternative route: eu-csa") == 1)
    #expect(text.contains("2 alternative routes beside the verdicts"))
  }

  @Test func theWordsNameDayAndPlace() {
    let day = CalendarDate("2027-12-02")
    let ground = ApplicationGround(since: day, provision: "Article 9")
    #expect(ApplicationWords.text(.applies, nil) == "applies")
    #expect(ApplicationWords.text(.applies, ground) == "applies since 2027-12-02 (Article 9)")
    #expect(
      ApplicationWords.text(.conditional("if asked", from: nil), ground)
        == "conditional: if asked (Article 9)")
    #expect(
      ApplicationWords.text(.outOfScope, ApplicationGround(since: nil, provision: "x", reason: "not on it"))
        == "not on it")
  }

  @Test func formatsThatOnlyKnowRelationsLeaveAlternativeRoutesOutAndSaySo() throws {
    let set = try Self.mappingSet()
    for format in MappingFormat.allCases where ![.csv, .json, .xlsx].contains(format) {
      let document = try text(format.exporter, set)
      #expect(document.contains("1 alternative route is left out"), "\(format)")
      #expect(!document.contains("alternative-route") && !document.contains("a certificate"), "\(format)")
      #expect(document.contains("0 of 1 claim"), "\(format)")
    }
    let csv = String(decoding: try MappingFormat.csv.exporter.export(set), as: UTF8.self)
    #expect(csv.contains("alternative-route") && csv.contains("a certificate,Article 42(2),"))
    let workbook = try text(MappingFormat.xlsx.exporter, set)
    #expect(workbook.contains("alternative-route") && workbook.contains("Article 42(2)"))
  }

  static func mappingSet() throws -> MappingSet {
    let revision = try #require(RevisionID("1"))
    let nodes = (
      ControlID(framework: Sample.nist, local: "MAP 5.1"),
      ControlID(framework: Sample.act, local: "9(5)")
    )
    let place = SourceLocation(file: "claims.csv", line: 2, column: 1)
    let related = MappingClaim(
      id: ClaimID("5c0f2d3e-8a41-5b7e-9d26-3f1b7a60c4e8"), source: .nodes([nodes.0]),
      target: .nodes([nodes.1]),
      relations: .related, token: "related", origin: place)
    var route = related
    route.id = ClaimID("5c0f2d3e-8a41-5b7e-9d26-3f1b7a60c4e9")
    route.token = MappingClaim.alternativeRouteToken
    route.relations = .all
    route.note = "a certificate"
    route.properties = [Property(name: MappingClaim.basisProperty, value: "Article 42(2)")]
    return MappingSet(
      from: .init(framework: Sample.nist, revision: revision, title: "RMF"),
      to: .init(framework: Sample.act, revision: revision, title: "Act"), claims: [related, route])
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
