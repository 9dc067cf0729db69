import CrosswalkModel

/// A comparison of revisions as Markdown: removed words struck out, inserted ones bold.
public struct DiffMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The counts first, then what differs, then what follows for claims and verdicts.
  public func export(_ report: RevisionReport) -> [UInt8] {
    let head =
      [
        report.differenceSentence, report.countsSentence, report.summariesSentence, report.claimsSentence,
        report.verdictsSentence, report.knownBy?.knownBySentence,
      ].compactMap(\.self)
    let title = MarkdownText.inline("\(report.diff.from.id) and \(report.diff.to.id)")
    var text = "# What differs between \(title)\n\n" + Self.list(head.map(MarkdownText.inline))
    for section in report.sections { text += Self.section(section) }
    text += Self.changes(report) + Self.notCompared(report) + Self.claims(report)
    for comparison in report.verdicts where !comparison.changes.isEmpty { text += Self.verdicts(comparison) }
    if !report.diff.metadata.isEmpty {
      let (parts, properties) = report.metadataParts
      let lines = parts.map { $0.words(.markdown) } + (properties.map { [$0] } ?? [])
      text += "\n## The revisions about themselves\n\n" + Self.list(lines)
    }
    return Array(text.utf8)
  }

  private static func list(_ items: [String], indent: Int = 0) -> String {
    items.map { String(repeating: " ", count: indent) + "- \($0)\n" }.joined()
  }

  private static func section(_ section: DiffSection) -> String {
    let rows = section.items.map { item in
      MarkdownText.row([
        name(item.name, item.title), item.details.map(MarkdownText.inline).joined(separator: "<br>"),
      ])
    }
    return "\n## \(section.title) (\(section.items.count))\n\n\(section.meaning)\n\n| | |\n|---|---|\n"
      + rows.joined()
  }

  private static func name(_ name: String, _ title: String) -> String {
    "**\(MarkdownText.inline(name))**" + (title.isEmpty ? "" : " \(MarkdownText.inline(title))")
  }

  private static func changes(_ report: RevisionReport) -> String {
    guard !report.diff.changed.isEmpty else { return "" }
    let groups = report.changesByControl.map { group in
      "\n### \(MarkdownText.inline(group.control)) \(MarkdownText.inline(group.title))\n\n"
        + list(group.groups.flatMap { $0.lines(.markdown) })
    }
    return "\n## Changed (\(report.diff.changed.count))\n\n"
      + "~~Words~~ stand in the older revision only, **words** in the newer one only.\n" + groups.joined()
  }

  private static func notCompared(_ report: RevisionReport) -> String {
    guard !report.diff.notCompared.isEmpty else { return "" }
    return "\n## Not compared (\(report.diff.notCompared.count))\n\n"
      + list(report.notComparedSentences.map(MarkdownText.inline))
  }

  private static func claims(_ report: RevisionReport) -> String {
    guard !report.staleClaims.isEmpty else { return "" }
    let items = report.staleClaims.map { entry in
      "- \(MarkdownText.inline(entry.claim.words))\n" + list(entry.lines(.markdown), indent: 2)
    }
    return "\n## Claims that become stale (\(report.staleClaims.count))\n\n" + items.joined()
  }

  private static func verdicts(_ comparison: RevisionReport.VerdictComparison) -> String {
    let rows = comparison.verdictChanges.map { change in
      MarkdownText.row([
        name(change.requirementName, change.title), MarkdownText.inline(change.beforeWords),
        MarkdownText.inline(change.afterWords),
        change.revisionCauses.map(MarkdownText.inline).joined(separator: "<br>"),
      ])
    }
    let title = MarkdownText.inline("\(comparison.source) to \(comparison.target)")
    return "\n## Verdicts that change: \(title) (\(comparison.verdictChanges.count))\n\n"
      + "\([comparison.coverageWords, comparison.applicationWords].compactMap(\.self).joined(separator: " "))\n\n| requirement | before | after | by |\n|---|---|---|---|\n"
      + rows.joined()
  }
}
