import CrosswalkModel

/// What a hypothesis would change, for a terminal: the changes first, then the report as it would be.
public struct WhatIfTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// Conflicts, changes, coverage, then the gap report.
  public func export(_ report: WhatIfReport) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph(WhatIfReport.heading, ink: .strong)
    for sentence in report.suppositions { page.paragraph(sentence.onOneLine, indent: 2, hanging: 2) }
    writeConflicts(of: report, to: &page)
    page.heading(report.coverageWords)
    for words in report.countWords { page.paragraph(words, indent: 2) }
    writeChanges(of: report, to: &page)
    writeAffected(in: report, to: &page)
    page.heading("The gap report as it would be (\(WhatIfReport.heading.lowercased()))")
    page.rule()
    return page.bytes + GapTableExporter(style: style).export(report.after)
  }

  private func writeConflicts(of report: WhatIfReport, to page: inout TextPage) {
    guard !report.conflicts.isEmpty else { return }
    page.heading(
      "Claims would conflict: \(Counted.of(report.conflicts.count, "pair")) without any possible relation")
    for conflict in report.conflicts {
      page.paragraph("! " + conflict.words.onOneLine, ink: .red, indent: 2, hanging: 2)
      for claim in conflict.claims { page.paragraph(claim.words.onOneLine, indent: 4, hanging: 2) }
    }
  }

  private func writeChanges(of report: WhatIfReport, to page: inout TextPage) {
    guard !report.changes.isEmpty else { return page.heading("Nothing would be said differently.") }
    page.heading("\(Counted.of(report.changes.count, "change")) of what is said about a requirement")
    for change in report.changes {
      let title = change.title.isEmpty ? "" : "  \(change.title.onOneLine)"
      page.paragraph(change.target.local.unbreakable + title, ink: .strong, indent: 2, hanging: 2)
      page.paragraph(
        "\(change.beforeWords) → \(change.afterWords)".onOneLine, ink: change.after?.verdict.ink ?? .plain,
        indent: 4, hanging: 2)
      for cause in change.causeWords { page.paragraph(cause.onOneLine, ink: .faint, indent: 4, hanging: 2) }
    }
  }

  private func writeAffected(in report: WhatIfReport, to page: inout TextPage) {
    guard !report.affected.isEmpty else { return }
    page.heading("\(Counted.claims(report.affected.count)) would need a review")
    for cause in report.affected { page.paragraph(cause.words.onOneLine, indent: 2, hanging: 2) }
  }
}
