import CrosswalkModel

/// The gap report as a workbook: a summary, the counts by chapter, all findings, the relations behind them, and one sheet
/// for each chapter where that helps.
public struct GapXLSXExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The whole workbook.
  public func export(_ report: GapReport) throws(ExportError) -> [UInt8] {
    try WorkbookWriter.bytes(of: Self.content(report))
  }

  /// Chapters get sheets of their own where there are several, and few enough to find one's way among the tabs.
  private static let chapterSheets = 2...30
  /// Findings beyond which they would only repeat a large table.
  private static let mostRepeated = 5000

  static func content(_ report: GapReport) -> WorkbookContent {
    let outline = ReportOutline(report)
    var sheets = [
      summary(report), chapters(outline, report),
      FindingColumns.sheet("All findings", report.findings, of: report),
      SupportColumns.sheet("Relations", of: report),
    ]
    if chapterSheets.contains(outline.chapters.count), report.findings.count <= mostRepeated {
      for chapter in outline.chapters {
        sheets.append(
          FindingColumns.sheet(chapter.group.shortName, chapter.articles.flatMap(\.findings), of: report))
      }
    }
    return WorkbookContent(title: title(report), created: report.asOf, sheets: sheets)
  }

  private static func title(_ report: GapReport) -> String {
    "Gap report: what of \(report.target.title) is addressed by \(report.source.title)"
  }

  private static func summary(_ report: GapReport) -> SheetContent {
    var page = SheetPage()
    page.title("Gap report")
    page.basis(report.basis)
    page.rowOfText(title(report))
    page.frameworks([("Target", report.target), ("Source", report.source)])
    page.heading("Question")
    page.entry("Day of the report", .date(report.asOf))
    for (name, text) in report.frame { page.entry(name, .text(text)) }
    page.heading("Verdicts")
    page.columnNames("verdict", "what it means", report.unit.words, "share")
    let counts = report.summary
    for verdict in Verdict.allCases {
      let count = counts.count(of: verdict)
      page.entry(
        verdict.words, .text(Legend.meaning(of: verdict)), .count(count), share(count, of: counts.statements))
    }
    page.entry("all", .empty, .count(counts.statements))
    if let marks = counts.marksSentence { page.rowOfText(marks) }
    page.heading(report.coverageName)
    page.rowOfText(report.coverageSentence)
    page.entry("at least", .empty, .empty, .share(counts.coverage.least))
    page.entry("at most", .empty, .empty, .share(counts.coverage.most))
    page.entry("open", .empty, .empty, .share(counts.coverage.open))
    page.legend(verdicts: [])
    return page.sheet("Summary")
  }

  private static func share(_ count: Int, of all: Int) -> CellValue {
    all == 0 ? .empty : .share(Double(count) / Double(all))
  }

  // MARK: Counts

  private struct Row {
    var chapter: String
    var group: GapReport.Group
    var isChapter: Bool
  }

  private static func chapters(_ outline: ReportOutline, _ report: GapReport) -> SheetContent {
    let rows = outline.chapters.flatMap { chapter in
      [Row(chapter: chapter.group.shortName, group: chapter.group, isChapter: true)]
        + chapter.articles.map { Row(chapter: chapter.group.shortName, group: $0.group, isChapter: false) }
    }
    let columns: [TableColumn<Row>] = [
      .init("Chapter", 24) { .words($0.chapter) },
      .init("Article or control", 18) { $0.isChapter ? .text("all") : .words($0.group.shortName) },
      .init("Title", 46) { .words($0.group.title) },
      .init(report.unit == .statement ? "Statements" : "Controls", 11) { .count($0.group.counts.statements) },
    ]
    return .table("By chapter", columns + counts() + coverage(), rows)
  }

  private static func counts() -> [TableColumn<Row>] {
    Verdict.allCases.map { verdict in
      TableColumn(verdict.words, 12) { row in .count(row.group.counts.count(of: verdict)) }
    } + [
      TableColumn("suggested gap", 11) { .count($0.group.counts.suggestedGap) },
      TableColumn("stale", 8) { .count($0.group.counts.stale) },
    ]
  }

  /// Nothing where nothing is counted: 0% would be a statement about nothing.
  private static func coverage() -> [TableColumn<Row>] {
    @Sendable func cell(_ row: Row, _ share: (Coverage) -> Double) -> CellValue {
      row.group.counts.weight > 0 ? .share(share(row.group.counts.coverage)) : .empty
    }
    return [
      .init("Coverage at least", 11, .share) { cell($0, \.least) },
      .init("Coverage at most", 11) { cell($0, \.most) },
      .init("Open", 10, .share) { cell($0, \.open) },
    ]
  }
}
