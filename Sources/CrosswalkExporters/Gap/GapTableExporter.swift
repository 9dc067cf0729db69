import CrosswalkModel

/// The gap report for a terminal.
///
/// Everything fits the width of the terminal; text wraps and an identifier is never cut. The one exception is
/// the extract of a statement's text, which ends in an ellipsis: the other formats have it whole.
public struct GapTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The report, head first.
  public func export(_ report: GapReport) -> [UInt8] {
    var page = TextPage(style: style)
    writeHead(of: report, to: &page)
    writeSummary(of: report, to: &page)
    writeLegend(to: &page)
    writeFindings(of: report, to: &page)
    writeClose(of: report, to: &page)
    return page.bytes
  }

  private func writeHead(of report: GapReport, to page: inout TextPage) {
    page.paragraph(report.basis.reviewState, ink: .strong)
    page.paragraph(report.basis.details.joined(separator: ", "), ink: .faint)
    let names = report.frame.reduce(8) { max($0, $1.name.columns) }
    page.heading("Gap report: what of the target has its subject matter addressed by the source")
    page.ends([("Target", report.target), ("Source", report.source)], nameWidth: names)
    page.entry("Day", report.asOf.description, nameWidth: names)
    for (name, text) in report.frame { page.entry(name, text.onOneLine, nameWidth: names) }
  }

  private func writeSummary(of report: GapReport, to page: inout TextPage) {
    let coverage = report.summary.coverage
    page.heading("\(report.coverageName): \(coverage.interval), \(Share.percent(coverage.open)) open")
    page.paragraph(report.coverageSentence, indent: 2)
    page.line("  " + CoverageBar(counts: report.summary, width: min(60, style.width - 4)).painted(style))
    page.blank()
    for verdict in Verdict.allCases {
      let count = report.summary.count(of: verdict)
      let share = Share.percent(count, of: report.summary.statements)
      writeCount(count, share: share, name: "\(verdict.mark) \(verdict.words)", ink: verdict.ink, to: &page)
    }
    writeCount(
      report.summary.statements, share: "", name: "  all \(report.unit.words)", ink: .plain, to: &page)
    if let marks = report.summary.marksSentence { page.paragraph(marks, indent: 2) }
  }

  private func writeCount(_ count: Int, share: String, name: String, ink: Ink, to page: inout TextPage) {
    let number = String(count).rightAligned(to: 6)
    let isRoomy = style.width >= 44 && !share.isEmpty
    page.line(
      "  " + style.paint(name.padded(to: 26), ink) + number + (isRoomy ? share.rightAligned(to: 8) : ""))
  }

  private func writeLegend(to page: inout TextPage) {
    page.heading("How to read this")
    for verdict in [Verdict.partial, .unknown] {
      page.paragraph("\(verdict.words): \(Legend.meaning(of: verdict))", ink: .faint, indent: 2, hanging: 2)
    }
    for (mark, meaning) in Legend.marks {
      page.paragraph("\(mark): \(meaning)", ink: .faint, indent: 2, hanging: 2)
    }
    page.paragraph(Legend.caution, indent: 2, hanging: 2)
  }

  private func writeFindings(of report: GapReport, to page: inout TextPage) {
    let outline = ReportOutline(report)
    let rows = FindingRows(report: report, style: style)
    var said: Set<ClaimID> = []
    for chapter in outline.chapters {
      page.blank()
      page.rule()
      write(chapter.group, parent: chapter.parent, unit: report.unit, applies: nil, to: &page, indent: 0)
      let bar = CoverageBar(counts: chapter.group.counts, width: min(40, style.width - 4))
      if chapter.group.counts.statements > 0 { page.line("  " + bar.painted(style)) }
      rows.writeHeader(to: &page, indent: 4)
      for article in chapter.articles {
        if !article.isItsOwnFinding {
          page.blank()
          write(
            article.group, parent: article.parent, unit: report.unit, applies: article.usualApplication,
            to: &page, indent: 2)
          for route in article.commonAlternatives {
            let words = said.insert(route.claim).inserted ? route.words : route.wordsAgain
            page.paragraph(words.onOneLine, ink: .faint, indent: 4, hanging: 2)
          }
        }
        rows.write(article, to: &page, indent: 4)
      }
    }
  }

  private func write(
    _ group: GapReport.Group, parent: GapReport.Finding?, unit: GapReport.Unit,
    applies: String?, to page: inout TextPage, indent: Int
  ) {
    let title = group.title.isEmpty || group.title == group.shortName ? "" : "  \(group.title.onOneLine)"
    page.paragraph(group.shortName.onOneLine + title, ink: .strong, indent: indent, hanging: 2)
    let counts = group.counts
    var words = counts.sentence(unit: unit)
    if indent == 0 {
      if counts.statements > 0 { words = "\(counts.intervalWords); " + words }
      if let when = group.applicability.words { words += "; applies: \(when)" }
    } else if counts.weight != Double(counts.statements) {
      words = "\(counts.intervalWords) by weight; " + words
    }
    if let parent { words += "; as a whole: \(parent.wholeWords)" }
    if let applies, applies != Applicability.applies.words { words += "; \(applies.onOneLine)" }
    page.paragraph(words, ink: .faint, indent: indent + 2, hanging: 2)
  }

  private func writeClose(of report: GapReport, to page: inout TextPage) {
    page.blank()
    page.rule()
    let coverage = report.summary.coverage
    page.paragraph(
      "\(report.basis.reviewState). \(report.summary.statements) \(report.unit.words): "
        + "\(coverage.interval)\(report.weights == nil ? "" : " by weight") addressed, \(Share.percent(coverage.open)) open.",
      ink: .strong)
  }
}
