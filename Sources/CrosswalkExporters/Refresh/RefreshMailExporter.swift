import CrosswalkModel

/// What a refresh did, as a mail that a person reads: the subject in the first line, then 72 columns of plain text.
public struct RefreshMailExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// Columns of the text: what mail programs show without breaking lines again.
  private static let width = 72

  /// The subject, a blank line, then what needs a person before what does not.
  public func export(_ report: RefreshReport) -> [UInt8] {
    var page = TextPage(style: TerminalStyle(width: Self.width, color: false))
    page.line("Subject: " + subject(report))
    page.blank()
    let began = report.record.started.description.dropLast(4).split(separator: "T").joined(separator: " ")
    page.paragraph(
      (report.isDryRun ? "This was for show: nothing was written. " : "")
        + "Refresh of \(began) UTC: \(report.counts).")
    RefreshSections(report, names: 8, changes: 8).write(to: &page)
    writeUnchanged(report, to: &page)
    page.heading("THIS RUN")
    page.entry("store", report.store.onOneLine, nameWidth: 8)
    page.entry("sources", report.record.manifest.onOneLine, nameWidth: 8)
    if let backup = report.backup { page.entry("copy", backup.onOneLine, nameWidth: 8) }
    page.entry("toolkit", report.record.toolkit, nameWidth: 8)
    page.entry("status", String(report.record.exitStatus), nameWidth: 8)
    return page.bytes
  }

  private func subject(_ report: RefreshReport) -> String {
    "crosswalk refresh: " + (report.isUrgent ? "look at it: " : "") + report.counts
  }

  private func writeUnchanged(_ report: RefreshReport, to page: inout TextPage) {
    let unchanged = report.sources(.unchanged)
    guard !unchanged.isEmpty else { return }
    page.heading("UNCHANGED")
    let width = unchanged.map(\.record.id.columns).max() ?? 0
    for source in unchanged {
      page.entry(source.record.id.onOneLine, source.revisions, nameWidth: min(width, 36))
    }
  }
}
