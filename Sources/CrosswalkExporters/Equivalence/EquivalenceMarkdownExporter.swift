import CrosswalkModel

/// The equivalence report as Markdown with tables, as GitHub and GitLab render it.
public struct EquivalenceMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The counts first, then one table for each kind of entry.
  public func export(_ report: EquivalenceReport) -> [UInt8] {
    let counts = report.sections.map { kind, entries in
      MarkdownText.row([kind.title, String(entries.count), kind.meaning])
    }
    let text =
      """
      **\(report.basis.reviewState)**; \(report.basis.details.joined(separator: ", ")).

      # Equivalence of \(MarkdownText.inline(report.source.title)) and \(MarkdownText.inline(report.target.title))

      \(MarkdownText.ends([("Source", report.source), ("Target", report.target)]))
      Day of the report: \(report.asOf).

      | | entries | meaning |
      |---|---:|---|
      \(counts.joined())
      \(report.conflictSentence ?? "")

      """
    let sections = report.sections.filter { !$0.entries.isEmpty }.map { kind, entries in
      "\n## \(kind.title)\n\n| source | relation | target | marks | missing for equivalence | grounds |\n"
        + "|---|---|---|---|---|---|\n" + entries.map { Self.row($0, in: report) }.joined()
    }
    return Array((text + sections.joined() + "\n\(Legend.caution)\n").utf8)
  }

  private static func row(_ entry: EquivalenceReport.Entry, in report: EquivalenceReport) -> String {
    let facts = entry.marks + ["confidence \(Share.confidence(entry.confidence))"]
    let claims = Set(entry.grounds.flatMap(\.derivation.claims)).sorted().map(\.description)
    let grounds = [entry.note.map(MarkdownText.inline) ?? "", "Claims: \(claims.joined(separator: ", "))"]
    return MarkdownText.row([
      end(entry.source, entry.sourceTitle, report.source), entry.relations.words,
      end(entry.target, entry.targetTitle, report.target), facts.joined(separator: ", "), entry.missing,
      grounds.filter { !$0.isEmpty }.joined(separator: "<br>"),
    ])
  }

  private static func end(_ nodes: [ControlID], _ title: String, _ end: GapReport.End) -> String {
    let name = MarkdownText.inline(ReferenceText.full(nodes, whole: end.id.framework))
    return "**\(name)**" + (title.isEmpty ? "" : "<br>" + MarkdownText.inline(title))
  }
}
