import CrosswalkModel

/// The gap report as Markdown with tables, as GitHub and GitLab render it.
///
/// Text of the report is escaped so that it cannot become markup, HTML or a link.
public struct GapMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The report under headings by chapter and article.
  public func export(_ report: GapReport) -> [UInt8] {
    var text = Self.head(report) + Self.summary(report) + Self.legend
    for chapter in ReportOutline(report).chapters {
      text += "\n## \(Self.name(of: chapter.group))\n\n\(Self.counts(chapter.group, report))\n"
      for article in chapter.articles { text += Self.article(article, in: report) }
    }
    return Array(text.utf8)
  }

  private static func head(_ report: GapReport) -> String {
    return """
      **\(report.basis.reviewState)**; \(report.basis.details.joined(separator: ", ")).

      # Gap report: what of \(MarkdownText.inline(report.target.title)) is addressed by \
      \(MarkdownText.inline(report.source.title))

      \(MarkdownText.ends([("Target", report.target), ("Source", report.source)]))
      Day of the report: \(report.asOf).
      \(report.frame.map { "\n- \($0): \(MarkdownText.inline($1))" }.joined())

      """
  }

  private static func summary(_ report: GapReport) -> String {
    let counts = report.summary
    let rows = Verdict.allCases.map { verdict in
      let count = counts.count(of: verdict)
      return MarkdownText.row([verdict.words, String(count), Share.percent(count, of: counts.statements)])
    }
    return """

      ## \(MarkdownText.inline(report.coverageName)): \(counts.coverage.interval), \
      \(Share.percent(counts.coverage.open)) open

      \(report.coverageSentence)

      | verdict | \(report.unit.words) | share |
      |---|---:|---:|
      \(rows.joined())\(MarkdownText.row(["**all**", String(counts.statements), ""]))
      \(counts.marksSentence ?? "")

      """
  }

  private static let legend: String = {
    let verdicts = Verdict.allCases.map { "- *\($0.words)*: \(Legend.meaning(of: $0))\n" }
    let marks = Legend.marks.map { "- *\($0)*: \($1)\n" }
    return
      "\n## How to read this\n\n\((verdicts + marks).joined())\n\(Legend.coverage)\n\n\(Legend.caution)\n"
  }()

  private static func article(_ article: ReportOutline.Article, in report: GapReport) -> String {
    let heading =
      article.isItsOwnFinding
      ? ""
      : "\n### \(name(of: article.group))\n\n\(counts(article.group, report))"
        + (article.parent.map { " As a whole: \($0.wholeWords)." } ?? "") + "\n"
    let routes = article.commonAlternatives.map { "\n" + MarkdownText.inline($0.words) + "\n" }.joined()
    let rows = article.findings.map { row($0, of: article, in: report) }
    return heading + routes
      + "\n| statement | verdict | best source | relation | modality | marks | applies | notes |\n"
      + "|---|---|---|---|---|---|---|---|\n" + rows.joined()
  }

  private static func row(
    _ finding: GapReport.Finding, of article: ReportOutline.Article, in report: GapReport
  ) -> String {
    let best = finding.by.first
    var marks = finding.marks
    if finding.by.count > 1 { marks.append("+\(finding.by.count - 1) more") }
    var notes = [
      best?.note,
      finding.residualBesideNotes.map { "Open: \($0)" },
    ]
    .compactMap { $0 }.map(MarkdownText.inline)
    if finding.weight != 1 { notes.append("Weight \(Share.plain(finding.weight)).") }
    if let confidence = finding.confidence { notes.append("Confidence \(Share.confidence(confidence)).") }
    notes += article.furtherAlternatives(of: finding).map { MarkdownText.inline($0.words) }
    let text = finding.text.isEmpty ? "" : "<br>" + MarkdownText.inline(finding.text)
    return MarkdownText.row([
      "**\(MarkdownText.inline(finding.target.local))**\(text)", finding.verdictWords,
      best.map { MarkdownText.inline(ReferenceText.full($0.source, whole: report.source.id.framework)) }
        ?? "",
      best?.relations.words ?? "", best?.ends(towards: finding.modality) ?? finding.modality?.words ?? "",
      marks.joined(separator: ", "),
      MarkdownText.inline(finding.applicationWords),
      notes.joined(separator: "<br>"),
    ])
  }

  private static func name(of group: GapReport.Group) -> String {
    let title = group.title == group.shortName ? "" : group.title
    return MarkdownText.inline(title.isEmpty ? group.shortName : "\(group.shortName): \(title)")
  }

  private static func counts(_ group: GapReport.Group, _ report: GapReport) -> String {
    let when = group.applicability.words.map { " Applies: \($0)." } ?? ""
    guard group.counts.statements > 0 else { return "Nothing counted here.\(when)" }
    let weighed = report.weights == nil ? "" : " by weight"
    return
      "Coverage \(group.counts.intervalWords)\(weighed); \(group.counts.sentence(unit: report.unit)).\(when)"
  }
}
