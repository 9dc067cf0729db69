import CrosswalkExporters
import CrosswalkModel
import FoundationEssentials
import Testing

@Suite struct GapJSONTests {
  /// The fields that the contract names, read by a decoder that knows nothing of the exporter.
  private struct Contract: Decodable {
    struct End: Decodable {
      var framework, revision: String
      var asOf: String?
    }
    struct Basis: Decodable {
      var claims, reviewed, draft, derived, suggested: Int
      var minimumConfidence: Double
    }
    struct Coverage: Decodable { var least, most, open: Double }
    struct Summary: Decodable {
      var statements, covered, partial, gap, unknown, contradicted, stale, suggestedGap: Int
      var coverage: Coverage
    }
    struct Group: Decodable {
      var id, title: String
      var statements, covered: Int
      var coverage: Coverage
    }
    struct Applicability: Decodable {
      var state: String
      var date: String?
    }
    struct Step: Decodable {
      var claim: String?
      var source, target, status, from: String
      var relations: [String]
    }
    struct Support: Decodable {
      var source, origin: String
      var relations: [String]
      var confidence: Double
      var derivation: [Step]
    }
    struct Finding: Decodable {
      var target, title, verdict, residual: String
      var modality, extent: String?
      var roles: [String]
      var applicability: Applicability
      var stale, draft, suggestedGap: Bool
      var by: [Support]
    }
    var schema, unit: String
    var scope: String?
    var source, target: End
    var basis: Basis
    var summary: Summary
    var groups: [Group]
    var findings: [Finding]
  }

  private func decoded() throws -> Contract {
    try JSONDecoder().decode(Contract.self, from: Data(try GapJSONExporter().export(Sample.gapReport)))
  }

  @Test func looksAsReviewed() throws {
    try Golden.expect(try GapJSONExporter().export(Sample.gapReport), equals: "gap.json")
  }

  @Test func holdsTheFieldsOfTheContract() throws {
    let report = try decoded()
    #expect(report.schema == "crosswalk-gap-report/1")
    #expect(report.target.framework == "eu-ai-act" && report.target.asOf == "2026-07-27")
    #expect(report.basis.claims == 214 && report.basis.reviewed == 0)
    #expect(report.summary.statements == 12 && report.summary.covered == 2 && report.summary.stale == 1)
    // 1 of 12 covered and not stale, 1 gap; 4 unknown, 1 contradicted and 1 stale are open.
    #expect(report.summary.coverage.least == 0.083)
    #expect(report.summary.coverage.most == 0.917)
    #expect(report.summary.coverage.open == 0.5)
    #expect(report.groups.map(\.id) == ["4a", "9", "26", "72"])
    #expect(report.findings.map(\.target) == Sample.gapReport.findings.map(\.target.description))
  }

  @Test func spellsUnionsStructureAndWholeFrameworks() throws {
    let findings = try decoded().findings
    #expect(findings[2].by[0].source == "nist-ai-rmf-1.0/MAP 1.1 | nist-ai-rmf-1.0/MAP 5.1")
    let steps = findings[3].by[1].derivation
    #expect(steps.map(\.status) == ["draft", "structure"])
    #expect(
      steps[1].claim == nil && steps[1].source == "eu-ai-act/9(2)(a)" && steps[1].target == "eu-ai-act/9")
    #expect(steps[0].from == "Crosswalks/Mappings/sample.csv:5:1")
    #expect(findings[6].by[0].source == "nist-ai-rmf-1.0")
    #expect(findings[6].by[0].derivation[0].source == "nist-ai-rmf-1.0")
  }

  @Test func writesNullWhereAFieldHasNoValue() throws {
    let document = try text(GapJSONExporter(), Sample.gapReport)
    for field in ["scope", "extent", "claim", "date", "confidence", "note"] {
      #expect(document.contains("\"\(field)\" : null"), "\(field)")
    }
  }

  @Test func hostileTextComesBackAsItWentInAndTheDocumentIsSafeOnATerminal() throws {
    let document = try text(GapJSONExporter(), Sample.gapReport)
    #expect(!document.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnATerminal })
    #expect(try decoded().findings[9].by[0].derivation.count == 1)
    let texts = try JSONDecoder().decode(Texts.self, from: Data(document.utf8))
    #expect(texts.findings.map(\.text) == Sample.gapReport.findings.map(\.text))
  }

  private struct Texts: Decodable {
    struct Finding: Decodable { var text: String }
    var findings: [Finding]
  }

  @Test func aNumberThatIsNoNumberIsWrittenAsZero() throws {
    var report = Sample.gapReport
    report.findings[0].confidence = .nan
    report.basis.minimumConfidence = .infinity
    #expect(try text(GapJSONExporter(), report).contains("\"minimumConfidence\" : 0"))
  }

  @Test(arguments: ReportFormat.allCases)
  func everyFormatSaysHowFarClaimsWereFollowedWhereThatWasLimited(format: ReportFormat) throws {
    let exporter = format.exporter(style: .init(width: 200, color: false))
    var report = Sample.gapReport
    let words = format == .json ? "\"longestChain\" : 3" : "chains of at most 3 claims"
    #expect(try !text(exporter, report).contains(words))
    report.basis.longestChain = 3
    #expect(try text(exporter, report).contains(words))
  }

  @Test(arguments: ReportFormat.allCases) func sameReportSameBytes(format: ReportFormat) throws {
    let exporter = format.exporter(style: .init(width: 100, color: true))
    #expect(try exporter.export(Sample.gapReport) == exporter.export(Sample.gapReport))
  }
}
