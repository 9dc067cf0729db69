import CrosswalkModel

/// What a hypothesis would change, as a workbook: what is supposed, what changes, and all findings as they would be.
///
/// Every sheet says that it is only supposed.
public struct WhatIfXLSXExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The whole workbook.
  public func export(_ report: WhatIfReport) throws(ExportError) -> [UInt8] {
    try WorkbookWriter.bytes(of: Self.content(report))
  }

  static func content(_ report: WhatIfReport) -> WorkbookContent {
    let after = report.after
    return WorkbookContent(
      title:
        "\(WhatIfReport.heading). What of \(after.target.title) would be addressed by \(after.source.title)",
      created: after.asOf,
      sheets: [
        summary(report), .table("What if, changes", changes, report.changes),
        FindingColumns.sheet("What if, all findings", after.findings, of: after),
      ])
  }

  private static func summary(_ report: WhatIfReport) -> SheetContent {
    var page = SheetPage()
    page.title(WhatIfReport.heading)
    page.basis(report.after.basis)
    for sentence in report.suppositions + [report.coverageWords] + report.countWords {
      page.rowOfText(sentence)
    }
    page.frameworks([("Target", report.after.target), ("Source", report.after.source)])
    page.heading("Question")
    page.entry("Day of the report", .date(report.after.asOf))
    for (name, text) in report.after.frame { page.entry(name, .text(text)) }
    if !report.conflicts.isEmpty { page.heading("New conflicts") }
    for conflict in report.conflicts { page.rowOfText(conflict.words) }
    page.legend()
    return page.sheet("Summary")
  }

  private static let changes: [TableColumn<WhatIfReport.Change>] = [
    .init("Statement", 20) { .text($0.target.description) },
    .init("Title", 40) { .words($0.title) },
    .init("Now", 36) { .text($0.beforeWords) },
    .init("Then", 36) { .text($0.afterWords) },
    .init("Because of", 70) { .words($0.causeWords.joined(separator: "\n")) },
  ]
}
