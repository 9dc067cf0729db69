import CrosswalkModel

/// The columns of findings in a workbook: first those that are printed, then those to filter by.
enum FindingColumns {
  /// A sheet of `findings` of `report`.
  static func sheet(_ name: String, _ findings: [GapReport.Finding], of report: GapReport) -> SheetContent {
    let printed = printed(report.source.id.framework)
    return .table(name, printed + further(report), findings, printed: printed.count)
  }

  /// What a reader of a printed page needs; nothing that says how far to trust a verdict is left out.
  static func printed(_ source: FrameworkID) -> [TableColumn<GapReport.Finding>] {
    [
      .init("Statement", 14) { .text($0.target.local) },
      .init("Title", 24) { .words($0.title) },
      .init("What it asks", 48) { .words($0.text) },
      .init("Verdict", 23, .verdicts) { .text($0.verdict.words) },
      .init("Draft", 8, .caution) { .mark($0.draft) },
      .init("Stale", 8, .caution) { .mark($0.stale) },
      .init("Suggested gap", 11, .caution) { .mark($0.suggestedGap) },
      .init("Confidence", 12, .share) { $0.confidence.map(CellValue.confidence) ?? .empty },
      .init("Best source", 20) {
        $0.by.first.map { .text(ReferenceText.full($0.source, whole: source)) } ?? .empty
      },
      .init("Relation", 16) { .words($0.by.first?.relations.words) },
      .init("What is shared, what is left", 44) { .words($0.by.first?.note) },
      .init("Applies", 26) { .text($0.applicationWords) },
    ]
  }

  private static func further(_ report: GapReport) -> [TableColumn<GapReport.Finding>] {
    var columns: [TableColumn<GapReport.Finding>] = [
      .init("Extent", 18) { .words($0.extent?.words) },
      .init("Title of source", 34) { .words($0.by.first?.title) },
      .init("Stays open", 40) { .words($0.residualBesideNotes) },
      .init("Further sources", 11) { .count(max(0, $0.by.count - 1)) },
      .init("Modality", 17) { .words($0.modality?.words) },
      .init("From … to", 24) { .words($0.by.first?.ends(towards: $0.modality)) },
      .init("Roles", 20) { .words($0.roles.names.joined(separator: ", ")) },
      .init("Applies from", 13) { .day($0.applicability.date ?? $0.ground?.since) },
      .init("Chapter", 13) { .words($0.chapter) },
      .init("Article", 11) { .words($0.group) },
    ]
    if report.weights != nil { columns.append(.init("Weight", 9) { .number($0.weight) }) }
    if report.findings.contains(where: { !$0.alternatives.isEmpty }) {
      columns.append(
        .init("Alternative routes (no part of the verdict)", 44) {
          .words($0.alternatives.map(\.words).joined(separator: "\n"))
        })
    }
    return columns
  }
}

/// The columns of the relations that findings rest on.
enum SupportColumns {
  /// One relation of one finding.
  private struct Row {
    var finding: GapReport.Finding
    var support: GapReport.Support
  }

  /// A sheet of every relation behind a finding, strongest first within each.
  static func sheet(_ name: String, of report: GapReport) -> SheetContent {
    let rows = report.findings.flatMap { finding in finding.by.map { Row(finding: finding, support: $0) } }
    let columns = columns(for: report)
    return .table(name, columns, rows, printed: columns.count - 1)
  }

  private static func columns(for report: GapReport) -> [TableColumn<Row>] {
    let source = report.source.id.framework
    return [
      .init("Statement", 14) { .text($0.finding.target.local) },
      .init("Verdict", 23, .verdicts) { .text($0.finding.verdict.words) },
      .init("Source", 22) { .text(ReferenceText.full($0.support.source, whole: source)) },
      .init("Title of source", 36) { .words($0.support.title) },
      .init("Relation: source … statement", 20) { .text($0.support.relations.words) },
      .init("Origin", 10) { .text($0.support.origin.rawValue) },
      .init("Confidence", 12, .share) { .confidence($0.support.confidence) },
      .init("Draft", 8, .caution) {
        .mark($0.support.derivation.restsOnDraftsOnly && !$0.support.derivation.claims.isEmpty)
      },
      .init("Stale", 8, .caution) { .mark($0.support.derivation.isStale) },
      .init("What is shared, what is left", 50) { .words($0.support.note) },
      .init("Rests on claims", 40) {
        .words($0.support.derivation.claims.map(\.description).joined(separator: "\n"))
      },
    ]
  }
}
