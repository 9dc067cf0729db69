import CrosswalkModel

/// What a hypothesis would change, as CSV: the columns of a gap report, with what is said now in front.
///
/// Rows of what changes stand first, in document order, then the others; requirements that would be gone have no
/// verdict. Each row says that it is only supposed, because rows get copied out of their table.
public struct WhatIfCSVExporter: Exporter {
  /// The columns, in order; names do not change.
  public static let header =
    ["hypothesis", "changed", "conflict", "before", "after", "by"] + GapCSVExporter.header

  /// Creates an exporter.
  public init() {}

  /// A header and one row for each requirement.
  public func export(_ report: WhatIfReport) -> [UInt8] {
    var csv = CSVText()
    csv.append(Self.header)
    let changed = Dictionary(
      report.changes.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    let findings = Dictionary(
      report.after.findings.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    for change in report.changes {
      csv.append(Self.row(change, findings[change.target], in: report))
    }
    for finding in report.after.findings where changed[finding.target] == nil {
      let state = WhatIfReport.State(finding).words
      csv.append(
        [WhatIfReport.heading, "0", Self.conflict(finding.target, in: report), state, state, ""]
          + GapCSVExporter.row(finding, in: report.after))
    }
    return Array(csv.text.utf8)
  }

  private static func row(
    _ change: WhatIfReport.Change, _ finding: GapReport.Finding?, in report: WhatIfReport
  ) -> [String] {
    let cells = finding.map { GapCSVExporter.row($0, in: report.after) }
    let gone =
      [change.target.description, change.title]
      + Array(repeating: "", count: GapCSVExporter.header.count - 2)
    return [
      WhatIfReport.heading, "1", conflict(change.target, in: report), change.beforeWords, change.afterWords,
      change.causeWords.joined(separator: " | "),
    ] + (cells ?? gone)
  }

  /// The other ends of new contradictions that the requirement is in.
  private static func conflict(_ target: ControlID, in report: WhatIfReport) -> String {
    let others = report.conflicts.compactMap { conflict -> String? in
      guard conflict.source.contains(target) || conflict.target.contains(target) else { return nil }
      let other = conflict.source.contains(target) ? conflict.target : conflict.source
      return other.map(\.description).joined(separator: " | ")
    }
    return others.joined(separator: "; ")
  }
}
