import CrosswalkModel

/// The columns of findings in a workbook.
enum FindingColumns {
  /// The columns for findings of `report`; a column that has something to say in no row is left out.
  static func columns(for report: GapReport) -> [TableColumn<GapReport.Finding>] {
    subject + judgement + support(report.source.id.framework) + circumstances(report)
  }

  private static let subject: [TableColumn<GapReport.Finding>] = [
    .init("Statement", 16) { .text($0.target.local) },
    .init("Title", 28) { .words($0.title) },
    .init("What it asks", 56) { .words($0.text) },
  ]

  private static let judgement: [TableColumn<GapReport.Finding>] = [
    .init("Verdict", 22, .verdicts) { .text($0.verdict.words) },
    .init("Extent", 17) { .words($0.extent?.words) },
    .init("Confidence", 11, .share) { $0.confidence.map(CellValue.confidence) ?? .empty },
    .init("Draft", 8, .caution) { .mark($0.draft) },
    .init("Stale", 8, .caution) { .mark($0.stale) },
    .init("Suggested gap", 11, .caution) { .mark($0.suggestedGap) },
  ]

  private static func support(_ source: FrameworkID) -> [TableColumn<GapReport.Finding>] {
    [
      .init("Best source", 20) {
        $0.by.first.map { .text(ReferenceText.full($0.source, whole: source)) } ?? .empty
      },
      .init("Title of source", 30) { .words($0.by.first?.title) },
      .init("Relation", 18) { .words($0.by.first?.relations.words) },
      .init("What is shared, what is left", 44) { .words($0.by.first?.note) },
      .init("Stays open", 34) { .words($0.residualBesideNotes) },
      .init("Further sources", 11) { .count(max(0, $0.by.count - 1)) },
    ]
  }

  private static func circumstances(_ report: GapReport) -> [TableColumn<GapReport.Finding>] {
    var columns: [TableColumn<GapReport.Finding>] = [
      .init("Modality", 15) { .words($0.modality?.words) },
      .init("From … to", 24) { .words($0.by.first?.ends(towards: $0.modality)) },
      .init("Roles", 18) { .words($0.roles.names.joined(separator: ", ")) },
      .init("Applies", 26) { .text($0.applicationWords) },
      .init("Applies from", 12) { .day($0.applicability.date ?? $0.ground?.since) },
      .init("Chapter", 12) { .words($0.chapter) },
      .init("Article", 10) { .words($0.group) },
    ]
    if report.weights != nil { columns.append(.init("Weight", 9) { .number($0.weight) }) }
    if report.findings.contains(where: { !$0.alternatives.isEmpty }) {
      columns.append(
        .init("Alternative routes (no part of the verdict)", 40) {
          .words($0.alternatives.map(\.words).joined(separator: "\n"))
        })
    }
    return columns
  }
}

/// The columns of the relations that findings rest on.
enum SupportColumns {
  /// One relation of one finding.
  struct Row {
    var finding: GapReport.Finding
    var support: GapReport.Support
  }

  /// Every relation behind a finding, strongest first within each.
  static func rows(of report: GapReport) -> [Row] {
    report.findings.flatMap { finding in finding.by.map { Row(finding: finding, support: $0) } }
  }

  /// The columns for relations of `report`.
  static func columns(for report: GapReport) -> [TableColumn<Row>] {
    let source = report.source.id.framework
    return [
      .init("Statement", 16) { .text($0.finding.target.local) },
      .init("Verdict", 22, .verdicts) { .text($0.finding.verdict.words) },
      .init("Source", 22) { .text(ReferenceText.full($0.support.source, whole: source)) },
      .init("Title of source", 36) { .words($0.support.title) },
      .init("Relation: source … statement", 22) { .text($0.support.relations.words) },
      .init("Origin", 10) { .text($0.support.origin.rawValue) },
      .init("Confidence", 11, .share) { .confidence($0.support.confidence) },
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
