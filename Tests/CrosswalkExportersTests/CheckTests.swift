import CrosswalkExporters
import CrosswalkModel
import Testing

@Suite struct CheckTests {
  private func claim(
    _ number: Int, _ source: [String], _ relations: RelationshipSet, _ target: [String],
    reviewed: Bool = false
  ) -> MappingClaim {
    MappingClaim(
      id: Sample.uuid(number), source: .nodes(source.map { Sample.control($0, in: Sample.nist) }),
      target: .nodes(target.map { Sample.control($0) }), relations: relations, token: relations.description,
      confidence: 0.6, status: reviewed ? .complete : .draft, reviewer: reviewed ? "R. Reviewer" : nil,
      reviewedOn: reviewed ? Sample.day("2026-11-20") : nil,
      origin: SourceLocation(file: "my claims.csv", line: number, column: 1))
  }

  private func report() -> CheckReport {
    let law = Sample.revision(Sample.framework("eu-ai-act"), "2026-07-27")
    var report = CheckReport(
      frameworks: [law, Sample.revision(Sample.nist, "2023-01-26")], asOf: Sample.day("2026-11-23"),
      minimumConfidence: 0.25, claims: 9, reviewed: 1)
    let wrong = claim(2, ["MAP 1.1"], .supersetOf, ["9(2)"])
    let sound = claim(3, ["MAP 1.1", "MAP 5.1"], .disjoint, ["9(2)(a)"], reviewed: true)
    let repairs = [
      CheckReport.Repair(
        claim: wrong, relations: .intersectsWith, possible: [.intersectsWith, .disjoint], steps: 1),
      CheckReport.Repair(claim: sound, relations: nil, possible: [], steps: 3),
    ]
    report.contradictions = [
      CheckReport.Contradiction(
        pairs: ["9(2)(a)", "9(2)"].map {
          .init(source: [Sample.control("MAP 1.1", in: Sample.nist)], target: [Sample.control($0)])
        }, claims: [wrong, sound],
        derivations: [
          Derivation(
            steps: [
              Sample.claimStep(2, ["MAP 1.1"], .supersetOf, ["9(2)"]), Sample.partStep("9(2)(a)", of: "9(2)"),
            ],
            relations: .supersetOf)
        ], repairs: repairs)
    ]
    report.resolution = .init(repairs: [repairs[0]], isProven: true)
    report.conflictSets = .init(sets: [[wrong, sound]], isComplete: false)
    report.dangling = [
      .init(
        claim: claim(4, ["MAP 9.9"], .related, ["9"]),
        missing: [
          .init(
            name: Sample.control("MAP 9.9", in: Sample.nist),
            revision: Sample.revision(Sample.nist, "2023-01-26"),
            closest: ["MAP 1.1", "MAP 5.1"])
        ])
    ]
    report.stale = [
      .init(
        claim: claim(5, ["MAP 5.1"], .related, ["9"]),
        ends: [.init(framework: law.framework, named: law.revision, current: law.revision)])
    ]
    report.withoutEffect = [claim(6, ["MAP 5.1"], .related, ["3"])]
    report.unwitnessed = [
      .init(
        claim: claim(7, ["GOVERN 1.3"], .supersetOf, ["9"]),
        parts: [Sample.control("9(1)"), Sample.control("9(2)")])
    ]
    return report
  }

  @Test func listsConflictsWithRepairsAndWhatToLookAtAgain() throws {
    let style = TerminalStyle(width: 100, color: false)
    try Golden.expect(CheckTextExporter(style: style).export(report()), equals: "check.txt")
    try Golden.expect(try CheckJSONExporter().export(report()), equals: "check.json")
  }

  /// A place that a narrow terminal would break could not be opened by an editor.
  @Test func everyPlaceStandsUnbrokenOnALineOfItsOwn() {
    let page = CheckTextExporter(style: TerminalStyle(width: 24, color: true)).export(report())
    let lines = String(decoding: page, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
    for line in 2...7 { #expect(lines.contains("my claims.csv:\(line):1")) }
  }

  @Test func saysThatFewerDoNotDoOnlyWhereThatIsProven() {
    var report = report()
    report.resolution = report.resolution.map { .init(repairs: $0.repairs, isProven: false) }
    let page = CheckTextExporter(style: TerminalStyle(width: 100, color: false)).export(report)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("at most 1 claim") && !text.contains("fewer do not do"))
  }
}
