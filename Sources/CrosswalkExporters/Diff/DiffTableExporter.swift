import CrosswalkModel

/// A comparison of revisions for a terminal: removed words as `[-…-]`, inserted ones as `{+…+}`.
public struct DiffTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The counts first, then what differs, then what follows for claims and verdicts.
  public func export(_ report: RevisionReport) -> [UInt8] {
    var page = TextPage(style: style)
    writeHead(of: report, to: &page)
    for section in report.sections { write(section, to: &page) }
    writeChanges(of: report, to: &page)
    if !report.diff.notCompared.isEmpty {
      page.heading("Not compared (\(report.diff.notCompared.count))")
      for sentence in report.notComparedSentences {
        page.paragraph(sentence.onOneLine, indent: 2, hanging: 2)
      }
    }
    writeClaims(of: report, to: &page)
    for comparison in report.verdicts where !comparison.changes.isEmpty { write(comparison, to: &page) }
    if !report.diff.metadata.isEmpty {
      page.heading("The revisions about themselves")
      let (parts, properties) = report.metadataParts
      for line in parts.map({ $0.words(.plain) }) + (properties.map { [$0] } ?? []) {
        page.paragraph(line, ink: .faint, indent: 2, hanging: 2)
      }
    }
    return page.bytes
  }

  private func writeHead(of report: RevisionReport, to page: inout TextPage) {
    page.paragraph("\(report.diff.from.id) → \(report.diff.to.id)".onOneLine, ink: .strong)
    page.paragraph(report.differenceSentence, indent: 2, hanging: 2)
    page.paragraph(report.countsSentence, indent: 2, hanging: 2)
    if let words = report.summariesSentence { page.paragraph(words, indent: 2, hanging: 2) }
    page.paragraph(report.claimsSentence, indent: 2, hanging: 2)
    page.paragraph(report.verdictsSentence, indent: 2, hanging: 2)
    if let knownBy = report.knownBy { page.paragraph(knownBy.knownBySentence, indent: 2, hanging: 2) }
  }

  private func write(_ section: DiffSection, to page: inout TextPage) {
    page.heading("\(section.title) (\(section.items.count))")
    page.paragraph(section.meaning, ink: .faint, indent: 2)
    for item in section.items {
      write(item.name, item.title, to: &page)
      for detail in item.details { page.paragraph(detail.onOneLine, indent: 4, hanging: 2) }
    }
  }

  private func write(_ name: String, _ title: String, to page: inout TextPage) {
    page.paragraph(
      name.unbreakable + (title.isEmpty ? "" : "  \(title.onOneLine)"), ink: .strong, indent: 2, hanging: 2)
  }

  private func writeChanges(of report: RevisionReport, to page: inout TextPage) {
    guard !report.diff.changed.isEmpty else { return }
    page.heading("Changed (\(report.diff.changed.count))")
    page.paragraph(
      "[-words-] stand in the older revision only, {+words+} in the newer one only.", ink: .faint, indent: 2)
    for group in report.changesByControl {
      write(group.control, group.title, to: &page)
      for changed in group.groups {
        for line in changed.lines(.plain) { page.paragraph(line, indent: 4, hanging: 2) }
      }
    }
  }

  private func writeClaims(of report: RevisionReport, to page: inout TextPage) {
    guard !report.staleClaims.isEmpty else { return }
    page.heading("Claims that become stale (\(report.staleClaims.count))")
    for entry in report.staleClaims {
      page.place(entry.claim, indent: 2)
      page.claim(entry.claim, remarks: entry.lines(.plain), indent: 4)
    }
  }

  private func write(_ comparison: RevisionReport.VerdictComparison, to page: inout TextPage) {
    page.heading(
      "Verdicts that change: \(comparison.source) to \(comparison.target) (\(comparison.verdictChanges.count))"
        .onOneLine)
    page.paragraph(comparison.coverageWords, indent: 2, hanging: 2)
    if let words = comparison.applicationWords { page.paragraph(words, indent: 2, hanging: 2) }
    for change in comparison.verdictChanges {
      write(change.requirementName, change.title, to: &page)
      page.paragraph("\(change.beforeWords) → \(change.afterWords)".onOneLine, indent: 4, hanging: 2)
      for cause in change.revisionCauses {
        page.paragraph(cause.onOneLine, ink: .faint, indent: 4, hanging: 2)
      }
    }
  }
}

extension RevisionReport.StaleClaim {
  /// What became of that which the claim names.
  func lines(_ marks: WordMarks) -> [String] {
    let remark = named == nil ? ["names no revision, and is taken to be about the older one"] : []
    return remark + changes.flatMap { $0.lines(marks) }
  }
}

extension RevisionReport.VerdictComparison {
  /// Coverage with the older revision and with the newer one.
  var coverageWords: String {
    let (old, new) = (before.coverage, after.coverage)
    return "Coverage \(old.interval), \(Share.percent(old.open)) open → "
      + "\(new.interval), \(Share.percent(new.open)) open."
  }

  /// How many requirements only apply otherwise; `nil` where none do.
  var applicationWords: String? {
    guard appliesOtherwise > 0 else { return nil }
    return
      "\(Counted.of(appliesOtherwise, "requirement")) \(appliesOtherwise == 1 ? "keeps its verdict and applies" : "keep their verdicts and apply")"
      + " at another time or on another condition."
  }
}
