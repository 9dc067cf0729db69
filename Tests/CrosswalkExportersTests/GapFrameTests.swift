import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// What every format says about scopes, weights, trust and the modality of both ends.
@Suite struct GapFrameTests {
  private var report: GapReport {
    var report = Sample.gapReport
    report.scope = "high-risk"
    report.scopes = [.init(kind: .named, name: "high-risk", title: "High-risk systems", absent: ["86"])]
    report.scopes[0].inside = 12
    report.scopes[0].outside = 30
    report.sourceScopes = [.init(kind: .part, name: "GOVERN", title: "Govern")]
    report.weights = .init(file: "weights.csv", given: 3, changed: 5)
    report.basis.trust = [.init(source: "A. Analyst", factor: 0.5, claims: 20, leftOut: 3)]
    report.findings[3].weight = 2.5
    return report
  }

  private func texts() throws -> [String] {
    let style = TerminalStyle(width: 200, color: false)
    return [
      try text(GapTableExporter(style: style), report), try text(GapMarkdownExporter(), report),
      try text(GapHTMLExporter(), report),
    ]
  }

  @Test func everyFormatForPeopleSaysWhatLimitsAndWeighsIt() throws {
    for page in try texts() {
      #expect(page.contains("high-risk: High-risk systems (12 statements in it, 30 not"))
      #expect(page.contains("does not have, or has as a heading only: 86"))
      #expect(page.contains("none in this part of the source"))
      #expect(page.contains("Coverage, weighed by weights.csv"))
      #expect(page.contains("confidence of claims from A. Analyst times 0.50 (3 of 20 left out)"))
      #expect(page.lowercased().contains("weight 2.5"))
    }
  }

  @Test func everyFormatForPeopleShowsWhereTheForceOfTheEndsDiffers() throws {
    for page in try texts() { #expect(page.contains("voluntary outcome → legal duty")) }
  }

  @Test(
    arguments: [
      ([Modality.outcome], Modality.duty, "voluntary outcome → legal duty"),
      ([.outcome], .criterion, "voluntary outcome → certification criterion"),
      ([.criterion], .prohibition, "certification criterion → legal prohibition"),
      ([.duty, .outcome], .duty, "legal duty | voluntary outcome → legal duty"),
      ([], .duty, "modality not stated → legal duty"),
      ([.outcome], nil, "voluntary outcome → modality not stated"),
      ([.duty], .prohibition, nil), ([.outcome], .outcome, nil), ([], nil, nil),
    ] as [([Modality], Modality?, String?)])
  func endsOfOneForceNeedNoWord(source: [Modality], target: Modality?, words: String?) {
    var support = Sample.support(["MAP 1.1"], "", .related, [])
    support.modalities = source
    #expect(support.ends(towards: target) == words)
    support.relations = .disjoint
    #expect(support.ends(towards: target) == nil)
  }

  @Test func nothingThatWeighsIsNoInterval() {
    var counts = VerdictCounts()
    #expect(counts.intervalWords == "nothing counted")
    counts.add(.covered, stale: false, suggestedGap: false, weight: 0)
    #expect(counts.intervalWords == "weighs nothing")
    counts.add(.gap, stale: false, suggestedGap: false, weight: 3)
    #expect(counts.intervalWords == "0% to 0%, 0% open")
  }
}
