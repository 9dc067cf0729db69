import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct ReportWorkbookTests {
  private func sheets<Report>(_ exporter: some Exporter<Report>, _ report: Report) throws -> [WorkbookSample
    .Sheet]
  {
    try WorkbookSample.read(try exporter.export(report))
  }

  @Test func theGapReportHasASheetForEachChapter() throws {
    let sheets = try sheets(GapXLSXExporter(), Sample.gapReport)
    #expect(
      sheets.map(\.name) == [
        "Summary", "By chapter", "All findings", "Relations", "CHAPTER-I", "CHAPTER-III", "CHAPTER-IX",
      ])
    let findings = sheets[2].rows.dropFirst()
    #expect(findings.map { $0[1] ?? "" } == Sample.gapReport.findings.map(\.target.local))
    #expect(findings.map { $0[4] ?? "" } == Sample.gapReport.findings.map(\.verdict.words))
    let byChapter = sheets[4...].flatMap { $0.rows.dropFirst().map { $0[1] ?? "" } }
    #expect(byChapter == findings.map { $0[1] ?? "" })
    #expect(sheets.allSatisfy { $0.notes.isEmpty })
  }

  /// Chapters of AI 600-1 and SP 800-171 are labelled so.
  @Test func everyNameThatAWorkbookDefinesIsAReference() throws {
    var report = Sample.gapReport
    for (index, label) in ["2", "03.01", "A1"].enumerated() { report.chapters[index].label = label }
    let bytes = try GapXLSXExporter().export(report)
    #expect(try WorkbookSample.read(bytes).suffix(3).map(\.name) == ["Part 2", "Part 03.01", "Part A1"])
    let formulas = try WorkbookSample.definedNames(bytes)
    #expect(formulas.count >= 12)
    for formula in formulas {
      #expect(formula.contains(/^('[^']+'|[A-Za-z_]+)!\$/), "\(formula)")
    }
  }

  @Test func thePrintedPageOfClaimsEndsWithTheirState() throws {
    let set = try ApplicationTests.mappingSet()
    let sheet = try #require(MappingXLSXExporter.content(set).sheets.last)
    #expect(sheet.columns[sheet.printed - 1].title == "Status")
    #expect(sheet.columns[sheet.printed].title == "Method")
  }

  @Test func theSummarySaysFirstThatNothingIsReviewedAndLastWhatItIsNot() throws {
    let summary = try sheets(GapXLSXExporter(), Sample.gapReport)[0].rows
    #expect(summary[0] == [1: "Gap report"])
    #expect(summary[1] == [1: "0 of 214 claims reviewed"])
    let texts = summary.flatMap(\.values)
    #expect(texts.contains("eu-ai-act@2026-07-27") && texts.contains("2026-11-01"))
    #expect(texts.contains(Legend.caution))
    // Nobody judged it: that is never a gap.
    #expect(summary.contains { $0[1] == Verdict.unknown.words && $0[2] == Legend.meaning(of: .unknown) })
  }

  @Test func countsAndSharesAreNumbers() throws {
    let report = Sample.gapReport
    let summary = try sheets(GapXLSXExporter(), report)[0].rows
    for verdict in Verdict.allCases {
      let row = try #require(summary.first { $0[1] == verdict.words && $0[3] != nil })
      #expect(row[3] == "\(report.summary.count(of: verdict))")
    }
    let least = try #require(summary.first { $0[1] == "at least" }?[4])
    #expect(abs(try #require(Double(least)) - report.summary.coverage.least) < 1e-9)
  }

  @Test func everyRelationBehindAFindingHasARow() throws {
    let rows = try sheets(GapXLSXExporter(), Sample.gapReport)[3].rows.dropFirst()
    #expect(rows.count == Sample.gapReport.findings.reduce(0) { $0 + $1.by.count })
    #expect(rows.contains { $0[3] == "nist-ai-rmf-1.0/MAP 1.1 | nist-ai-rmf-1.0/MAP 5.1" })
  }

  @Test func colouredWordsAreThoseThatCellsHold() throws {
    let columns = FindingColumns.printed(Sample.nist)
    let verdicts = try #require(columns.first { $0.column.title == "Verdict" })
    guard case .words(let marked) = verdicts.column.marking else {
      Issue.record("verdicts have colours")
      return
    }
    #expect(Set(marked.map(\.word)) == Set(Verdict.allCases.map(\.words)))
    #expect(Set(marked.map(\.tone)).count == Verdict.allCases.count, "each has a colour of its own")
    #expect(marked.allSatisfy { !$0.word.contains("\"") })
  }

  @Test func theEquivalenceReportHasItsEntriesByKind() throws {
    let report = EquivalenceReportTests.report
    let sheets = try sheets(EquivalenceXLSXExporter(), report)
    #expect(sheets.prefix(2).map(\.name) == ["Summary", "All entries"])
    #expect(sheets[1].rows.count == 1 + report.entries.count)
    let kinds = report.sections.filter { !$0.entries.isEmpty }
    #expect(sheets.dropFirst(2).map(\.name) == kinds.map(\.kind.title))
  }

  @Test func thePlanSaysWhatItReachesAndWhatNot() throws {
    let plan = PlanTests.plan
    let sheets = try sheets(PlanXLSXExporter(), plan)
    #expect(sheets.map(\.name) == ["Summary", "Evidence", "Reached", "Not reached"])
    #expect(sheets[1].rows.count == 1 + plan.choices.count)
    #expect(sheets[2].rows.count == 1 + plan.choices.reduce(0) { $0 + $1.reaches.count })
    #expect(sheets[3].rows.dropFirst().map { $0[1] ?? "" } == plan.unreached.map(\.statement.description))
  }
}
