import CrosswalkModel

/// The list of duties as a workbook: a summary, every duty (those of other roles and routes included), and one sheet for
/// each chapter with duties that concern the role and the route.
public struct DutyXLSXExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The whole workbook.
  public func export(_ report: DutyReport) throws(ExportError) -> [UInt8] {
    try WorkbookWriter.bytes(of: Self.content(report))
  }

  private static let chapterSheets = 2...30

  static func content(_ report: DutyReport) -> WorkbookContent {
    var sheets = [
      summary(report), SheetContent.table("All duties", columns, report.duties, printed: columns.count - 3),
    ]
    let chapters = report.chapters.filter { $0.counts.concerned > 0 }
    if chapterSheets.contains(chapters.count) {
      for chapter in chapters {
        let duties = report.duties.filter { $0.chapter == chapter.id && $0.applicability.isCounted }
        sheets.append(.table(chapter.name, columns, duties, printed: columns.count - 3))
      }
    }
    return WorkbookContent(
      title: "Duties of \(report.framework.words)", created: report.asOf, sheets: sheets)
  }

  private static func summary(_ report: DutyReport) -> SheetContent {
    var page = SheetPage()
    page.title("Duties")
    page.notice(report.counts.sentence)
    page.frameworks([("Framework", report.framework)])
    page.heading("Question")
    for (name, text) in report.question { page.entry(name, .text(text)) }
    page.heading("Chapters")
    page.columnNames("chapter", "title", "concerned", "apply on the day", "later")
    for chapter in report.chapters {
      page.entry(
        chapter.name, .words(chapter.title), .count(chapter.counts.concerned), .count(chapter.counts.applies),
        .count(chapter.counts.later))
    }
    page.heading("How to read this")
    page.entry("caution", .text(Legend.applicationCaution))
    return page.sheet("Summary")
  }

  private static let columns: [TableColumn<DutyReport.Duty>] = [
    .init("Duty", 16) { .text($0.id.local) },
    .init("Title", 30) { .words($0.title) },
    .init("What it asks", 60) { .words($0.text) },
    .init("Modality", 16) { .words($0.modality?.words) },
    .init("Roles", 20) { .words($0.roles.names.joined(separator: ", ")) },
    .init("State", 18, states) { .text($0.applicability.state) },
    .init("Applies", 34) { .text($0.applicationWords) },
    .init("From", 12) { .day($0.applicability.date ?? $0.ground?.since) },
    .init("Provision", 22) { .words($0.ground?.provision) },
    .init("Alternative routes", 44) { .words($0.alternatives.map(\.words).joined(separator: "\n")) },
    .init("Chapter", 12) { .words($0.chapter) },
    .init("Article", 10) { .words($0.group) },
  ]

  private static let states = SheetColumn.Marking.words([
    MarkedWord(word: "applies", tone: .green), MarkedWord(word: "from", tone: .blue),
    MarkedWord(word: "conditional", tone: .amber), MarkedWord(word: "transitional", tone: .amber),
    MarkedWord(word: "not-for-this-role", tone: .grey), MarkedWord(word: "out-of-scope", tone: .grey),
  ])
}
