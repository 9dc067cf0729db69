import CrosswalkExporters
import CrosswalkModel
import Testing

@Suite struct EquivalenceReportTests {
  private static func ground(
    _ number: Int, _ source: [String], _ relations: RelationshipSet, _ target: [String],
    reviewed: Bool = false
  ) -> EquivalenceReport.Ground {
    let step = Sample.claimStep(number, source, relations, target, reviewed: reviewed)
    return EquivalenceReport.Ground(
      source: step.source, relations: relations, target: step.target,
      derivation: Derivation(steps: [step], relations: relations))
  }

  private static func entry(
    _ kind: EquivalenceReport.Kind, _ source: [String], _ relations: RelationshipSet, _ target: [String],
    _ grounds: [EquivalenceReport.Ground], note: String? = nil
  ) -> EquivalenceReport.Entry {
    EquivalenceReport.Entry(
      kind: kind, source: source.map { Sample.control($0, in: Sample.nist) },
      sourceTitle: "Titles of <i>\(source.count)</i>", target: target.map { Sample.control($0) },
      targetTitle: "=title", relations: relations, grounds: grounds, note: note)
  }

  static let report = EquivalenceReport(
    source: Sample.gapReport.source, target: Sample.gapReport.target, asOf: Sample.gapReport.asOf,
    basis: Sample.gapReport.basis, contradicted: 1,
    entries: [
      entry(
        .equal, ["MAP 1.1"], .equal, ["9(1)"], [ground(1, ["MAP 1.1"], .equal, ["9(1)"], reviewed: true)]),
      entry(
        .mutual, ["MAP 2.1", "MAP 2.2"], .equal, ["9(2)(a)"],
        [
          ground(2, ["MAP 2.1", "MAP 2.2"], .covering, ["9(2)(a)"], reviewed: true),
          ground(3, ["MAP 2.1"], .within, ["9(2)(a)"]), ground(4, ["MAP 2.2"], .within, ["9(2)(a)"]),
        ]),
      entry(
        .sourceCovers, ["MAP 3.1"], .supersetOf, ["26(1)"], [ground(5, ["MAP 3.1"], .supersetOf, ["26(1)"])]),
      entry(.targetCovers, ["MAP 3.2"], .within, ["26(2)"], [ground(6, ["MAP 3.2"], .within, ["26(2)"])]),
      entry(
        .open, ["MAP 3.3"], .related, ["26(3)"], [ground(7, ["MAP 3.3"], .related, ["26(3)"])],
        note: "Both speak of | use."),
    ])

  @Test(
    arguments: [
      ("table", "equivalence.txt"), ("markdown", "equivalence.md"), ("csv", "equivalence.csv"),
      ("json", "equivalence.json"), ("html", "equivalence.html"),
    ])
  func looksAsReviewed(format: String, golden: String) throws {
    let exporter = try #require(ReportFormat(rawValue: format)).equivalenceExporter(
      style: .init(width: 100, color: false))
    try Golden.expect(try exporter.export(Self.report), equals: golden)
  }

  @Test func saysWhatIsMissingAndMarksDrafts() throws {
    let entries = Self.report.entries
    #expect(entries.map(\.draft) == [false, true, true, true, true])
    let csv = try text(EquivalenceCSVExporter(), Self.report)
    #expect(csv.contains("ruled out that the target covers the source"))
    #expect(csv.contains("not proven that the source covers the target"))
    #expect(csv.contains("not proven that either covers the other"))
  }

  @Test func candidatesAreNotCalledEquivalences() throws {
    let page = try text(EquivalenceTableExporter(style: .init(width: 300, color: false)), Self.report)
    #expect(
      page.contains("1 equal, 1 mutually covered")
        && page.contains("No equivalences but candidates to review"))
    #expect(page.contains("The claims about 1 pair conflict"))
  }

  @Test func thePageRunsNoScriptAndItsLinksLeadToPlaces() throws {
    let page = try text(EquivalenceHTMLExporter(), Self.report)
    #expect(page.contains("default-src 'none'") && !page.contains("<script") && !page.contains("<i>"))
    let places = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    let links = page.matches(of: /href="#([^"]*)"/).map { String($0.output.1) }
    #expect(Set(places).count == places.count && Set(links).subtracting(places).isEmpty)
  }

  @Test func headingsDescendInOrder() throws {
    let page = try text(EquivalenceHTMLExporter(), Self.report)
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }
}
