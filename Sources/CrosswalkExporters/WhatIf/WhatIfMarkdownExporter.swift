import CrosswalkModel

/// What a hypothesis would change, as Markdown: the changes first, then the report as it would be.
public struct WhatIfMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// Conflicts, changes, coverage, then the gap report.
  public func export(_ report: WhatIfReport) -> [UInt8] {
    let suppositions = report.suppositions.map { "- \(MarkdownText.inline($0))\n" }.joined()
    let counts = report.countWords.map { "- \(MarkdownText.inline($0))\n" }.joined()
    let text = """
      # \(WhatIfReport.heading)

      \(suppositions)\(Self.conflicts(report))
      \(report.coverageWords)

      \(counts)
      \(Self.changes(report))\(Self.affected(report))
      ---

      # The gap report as it would be (\(WhatIfReport.heading.lowercased()))


      """
    return Array(text.utf8) + GapMarkdownExporter().export(report.after)
  }

  private static func conflicts(_ report: WhatIfReport) -> String {
    guard !report.conflicts.isEmpty else { return "" }
    let items = report.conflicts.map { conflict in
      "- **\(MarkdownText.inline(conflict.words))**\n"
        + conflict.claims.map { "  - \(MarkdownText.inline($0.words))\n" }.joined()
    }
    return "\n## Claims would conflict\n\n\(items.joined())"
  }

  private static func changes(_ report: WhatIfReport) -> String {
    guard !report.changes.isEmpty else { return "## Nothing would be said differently\n" }
    let rows = report.changes.map { change in
      MarkdownText.row([
        "**\(MarkdownText.inline(change.target.local))** \(MarkdownText.inline(change.title))",
        MarkdownText.inline(change.beforeWords), MarkdownText.inline(change.afterWords),
        change.causeWords.map(MarkdownText.inline).joined(separator: "<br>"),
      ])
    }
    return "## What would be said differently\n\n| requirement | now | then | by |\n|---|---|---|---|\n"
      + rows.joined()
  }

  private static func affected(_ report: WhatIfReport) -> String {
    guard !report.affected.isEmpty else { return "" }
    return "\n## Claims that would need a review\n\n"
      + report.affected.map { "- \(MarkdownText.inline($0.words))\n" }.joined()
  }
}
