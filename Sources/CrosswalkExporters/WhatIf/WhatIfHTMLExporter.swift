import CrosswalkModel

/// What a hypothesis would change, as a self-contained page: the page of the gap report as it would be, with the
/// changes in front.
public struct WhatIfHTMLExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The page.
  public func export(_ report: WhatIfReport) throws(ExportError) -> [UInt8] {
    try GapHTMLExporter.bytes(of: GapPage(report.after, whatIf: Self.fields(of: report)))
  }

  private static func fields(of report: WhatIfReport) -> PageFields {
    PageFields([
      "whatIfHeading": WhatIfReport.heading, "suppositions": report.suppositions,
      "coverageChange": report.coverageWords, "countChanges": report.countWords,
      "hasConflicts": !report.conflicts.isEmpty, "conflicts": report.conflicts.map(conflict),
      "hasChanges": !report.changes.isEmpty, "changes": report.changes.map(change),
      "hasAffected": !report.affected.isEmpty, "affected": report.affected.map(\.words),
    ])
  }

  private static func conflict(_ conflict: WhatIfReport.Conflict) -> PageFields {
    PageFields(["conflictWords": conflict.words, "conflictClaims": conflict.claims.map(\.words)])
  }

  private static func change(_ change: WhatIfReport.Change) -> PageFields {
    PageFields([
      "changeTarget": change.target.local, "changeTitle": PageFields.present(change.title),
      "changeBefore": change.beforeWords, "changeAfter": change.afterWords,
      "beforeVerdict": change.before?.verdict.rawValue ?? "unknown",
      "afterVerdict": change.after?.verdict.rawValue ?? "unknown", "changeCauses": change.causeWords,
    ])
  }
}
