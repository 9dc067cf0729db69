import CrosswalkExporters
import CrosswalkModel
import Testing

@Suite struct EvidenceReportTests {
  private static func reach(
    _ artefacts: [String], _ target: String, _ extent: ArtefactReport.Extent, _ support: GapReport.Support,
    _ missing: ArtefactReport.Missing = .init()
  ) -> ArtefactReport.Reach {
    ArtefactReport.Reach(
      artefacts: artefacts, target: Sample.control(target), title: "Title of <\(target)>", modality: .duty,
      extent: extent, support: support, missing: missing)
  }

  static let report: ArtefactReport = {
    let part = Sample.support(
      ["MAP 5.1"], "Likelihood", .related, [Sample.claimStep(1, ["MAP 5.1"], .related, ["9(2)"])],
      note: "Impacts only | the rest stays open.")
    let proper = Sample.support(
      ["MAP 5.1"], "Likelihood", .intersectsWith,
      [Sample.claimStep(2, ["MAP 5.1"], .intersectsWith, ["9(1)"], stale: true)])
    let whole = Sample.support(
      ["MAP 1.1"], "Purposes", .supersetOf,
      [
        Sample.claimStep(3, ["MAP 1.1"], .supersetOf, ["9"], reviewed: true),
        Sample.partStep("9(1)", of: "9"),
      ], origin: .derived)
    let open = Sample.support(
      ["MAP 1.1"], "Purposes", [.subsetOf, .disjoint],
      [Sample.claimStep(4, ["MAP 1.1"], [.subsetOf, .disjoint], ["26(1)"])])
    let union = Sample.support(
      ["MAP 1.1", "MAP 5.1"], "Purposes | Likelihood", .supersetOf,
      [Sample.claimStep(5, ["MAP 1.1", "MAP 5.1"], .supersetOf, ["72(1)"])])
    let reaches = [
      reach(["risk-file"], "9(1)", .part, proper), reach(["test-report"], "9(1)", .whole, whole),
      reach(
        ["risk-file"], "9(2)", .part, part,
        .init(note: part.note, parts: [Sample.control("9(2)(a)"), Sample.control("9(2)(b)")])),
      reach(["test-report"], "26(1)", .unknown, open),
      reach(["test-report", "risk-file"], "72(1)", .whole, union),
    ]
    func requirement(_ local: String, named: [String] = []) -> ArtefactReport.Requirement {
      ArtefactReport.Requirement(
        id: Sample.control(local), title: "Title of <\(local)>", modality: .duty, direct: named,
        reaches: reaches.filter { $0.target.local == local })
    }
    let plan = Sample.gapReport
    return ArtefactReport(
      subject: "lantern-2.3", notice: "Invented | for this test.", asOf: Sample.day("2026-11-23"),
      sources: [plan.source],
      targets: [
        .init(
          end: plan.target,
          requirements: [
            requirement("9(1)"), requirement("9(2)(a)"), requirement("9(2)(b)"),
            requirement("13(1)", named: ["test-report"]), requirement("26(1)"), requirement("72(1)"),
          ], reaches: reaches)
      ],
      artefacts: [
        .init(
          item: EvidenceItem(
            id: "test-report", title: "=Test *report*", kind: .testReport, path: "evidence/a|b.csv",
            date: Sample.day("2026-09-01"), owner: "Validation\u{202E}", note: "Two results are outside."),
          check: EvidenceCheck(.changed, digest: "00ff"),
          direct: [
            .init(statement: Sample.control("MAP 1.1", in: Sample.nist), title: "Purposes"),
            .init(statement: Sample.control("13(1)"), title: "Transparency"),
            .init(
              statement: Sample.control("8.2", in: Sample.framework("iso-42001")), title: "", isKnown: false),
          ]),
        .init(
          item: EvidenceItem(id: "risk-file", title: "Risk file", kind: .riskFile, path: "r.csv"), check: nil,
          direct: [.init(statement: Sample.control("MAP 5.1", in: Sample.nist), title: "Likelihood")]),
        .init(
          item: EvidenceItem(id: "memo", title: "Memo", kind: .other, path: "m.txt"),
          check: EvidenceCheck(.unpinned), direct: []),
      ])
  }()

  @Test(arguments: [
    ("table", "evidence.txt"), ("markdown", "evidence.md"), ("csv", "evidence.csv"),
    ("json", "evidence.json"),
  ])
  func looksAsReviewed(format: String, golden: String) throws {
    let exporter = try #require(EvidenceFormat(rawValue: format)).exporter(
      style: .init(width: 100, color: false))
    try Golden.expect(try exporter.export(Self.report), equals: golden)
  }

  @Test(arguments: EvidenceFormat.allCases)
  func noArtefactEverMeetsADuty(format: EvidenceFormat) throws {
    let document = try text(format.exporter(style: .init(width: 200, color: false)), Self.report)
    for word in ["compliant", "complies", "fulfils the", "satisfies", "meets"] {
      #expect(!document.contains(word), "\(word)")
    }
    #expect(
      document.contains(
        format == .json ? "\"draft\" : true" : format == .csv ? "of 5 claims reviewed" : "draft"))
  }

  @Test func countsTellNamedFromReached() {
    #expect(
      Self.report.targets[0].counts
        == .init(statements: 6, direct: 1, whole: 2, part: 0, unknown: 1, none: 2))
    #expect(Self.report.basis == (1, 5))
  }
}
