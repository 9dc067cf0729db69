import CrosswalkModel

/// The equivalence report for a terminal.
public struct EquivalenceTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The counts first, then the entries by kind.
  public func export(_ report: EquivalenceReport) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph(report.basis.reviewState, ink: .strong)
    page.paragraph(report.basis.details.joined(separator: ", "), ink: .faint)
    page.heading("Equivalence: what of two frameworks is equal or covers each other")
    page.ends([("Source", report.source), ("Target", report.target)])
    page.entry("Day", report.asOf.description, nameWidth: 8)
    page.heading(report.countsSentence)
    if let conflicts = report.conflictSentence { page.paragraph(conflicts, ink: .red, indent: 2) }
    for (kind, entries) in report.sections where !entries.isEmpty {
      page.heading("\(kind.title): \(entries.count)")
      page.paragraph(kind.meaning, ink: .faint, indent: 2)
      for entry in entries { write(entry, in: report, to: &page) }
    }
    page.blank()
    page.paragraph(Legend.caution)
    return page.bytes
  }

  private func write(
    _ entry: EquivalenceReport.Entry, in report: EquivalenceReport, to page: inout TextPage
  ) {
    page.blank()
    page.paragraph(
      "\(ReferenceText.local(entry.source))  \(entry.relations.words)  \(ReferenceText.local(entry.target))",
      ink: .strong, indent: 2, hanging: 2)
    let facts = entry.marks + ["confidence \(Share.confidence(entry.confidence))"]
    page.paragraph(facts.joined(separator: ", "), ink: .faint, indent: 4)
    if !entry.missing.isEmpty {
      page.paragraph("Missing for equivalence: \(entry.missing).", indent: 4, hanging: 2)
    }
    if let note = entry.note, !note.isEmpty { page.paragraph(note.onOneLine, indent: 4, hanging: 2) }
    // One claim about just this pair says nothing that does not stand above.
    for ground in entry.grounds where entry.grounds.count > 1 || ground.derivation.steps.count > 1 {
      page.paragraph(
        "\(ReferenceText.local(ground.source))  \(ground.relations.words)  \(ReferenceText.local(ground.target))",
        indent: 4, hanging: 2)
      for step in ground.derivation.steps {
        let (source, target) = step.references(in: report.pair)
        page.paragraph(
          "\(source.unbreakable)  \(step.relations.words)  \(target.unbreakable), \(step.groundWords.onOneLine)",
          ink: .faint, indent: 6, hanging: 2)
      }
    }
  }
}
