import CrosswalkModel

/// The gap report as CSV (RFC 4180): one row for each finding, in document order.
///
/// Several values in one cell are separated by ` | `, as in the claims file. Text that a spreadsheet would
/// run as a formula gets an apostrophe in front (see ``CSVText``). Each row repeats what the report rests on,
/// because rows get copied out of their table.
public struct GapCSVExporter: Exporter {
  /// The columns, in order; names do not change.
  public static let header = [
    "target", "title", "text", "chapter", "group", "verdict", "verdict_words", "extent", "draft", "stale",
    "suggested_gap", "confidence", "modality", "roles", "applicability", "applies_from", "condition",
    "best_source",
    "best_source_title", "relations", "origin", "other_sources", "claims", "note", "residual", "basis",
    "source_revision", "target_revision", "as_of", "applies_since", "provision", "application_reason",
    "alternative_routes", "route", "placed_on_market", "weight", "best_source_modality", "ends_differ",
    "scope",
    "source_scope", "weights",
  ]

  /// Creates an exporter.
  public init() {}

  /// A header and one row for each finding.
  public func export(_ report: GapReport) -> [UInt8] {
    var csv = CSVText()
    csv.append(Self.header)
    for finding in report.findings { csv.append(Self.row(finding, in: report)) }
    return Array(csv.text.utf8)
  }

  /// The cells of one finding.
  static func row(_ finding: GapReport.Finding, in report: GapReport) -> [String] {
    subject(finding) + judgement(finding) + circumstances(finding) + support(finding, in: report) + [
      report.basis.reviewStateAndReach, report.source.id.description, report.target.id.description,
      report.asOf.description,
    ] + application(finding) + [report.route?.id ?? "", report.placedOnMarket?.description ?? ""]
      + frame(finding, in: report)
  }

  /// What came later than the columns before it: names and places of columns do not change.
  private static func frame(_ finding: GapReport.Finding, in report: GapReport) -> [String] {
    let best = finding.by.first
    return [
      Share.plain(finding.weight),
      best?.modalities.map(\.rawValue).joined(separator: " | ") ?? "",
      best?.ends(towards: finding.modality) ?? "", report.scope ?? "",
      report.sourceScopes.map(\.name).joined(separator: "; "), report.weights?.file ?? "",
    ]
  }

  private static func subject(_ finding: GapReport.Finding) -> [String] {
    [finding.target.description, finding.title, finding.text, finding.chapter, finding.group]
  }

  private static func judgement(_ finding: GapReport.Finding) -> [String] {
    [
      finding.verdict.rawValue, finding.verdict.words, finding.extent?.rawValue ?? "", number(finding.draft),
      number(finding.stale), number(finding.suggestedGap),
      finding.confidence.map { "\(Share.rounded($0))" } ?? "",
    ]
  }

  private static func circumstances(_ finding: GapReport.Finding) -> [String] {
    [
      finding.modality?.rawValue ?? "", finding.roles.names.joined(separator: " | "),
      finding.applicability.state,
      finding.applicability.date?.description ?? "", finding.applicability.condition ?? "",
    ]
  }

  private static func support(_ finding: GapReport.Finding, in report: GapReport) -> [String] {
    let framework = report.source.id.framework
    let best = finding.by.first
    let others = finding.by.dropFirst().map { ReferenceText.full($0.source, whole: framework) }
    return [
      best.map { ReferenceText.full($0.source, whole: framework) } ?? "", best?.title ?? "",
      best?.relations.relationships.map(\.rawValue).joined(separator: " | ") ?? "",
      best?.origin.rawValue ?? "",
      // A union has ` | ` of its own, so other sources stand apart by `; `.
      others.joined(separator: "; "),
      best?.derivation.claims.map(\.description).joined(separator: " | ") ?? "", best?.note ?? "",
      finding.residual,
    ]
  }

  private static func application(_ finding: GapReport.Finding) -> [String] {
    [
      finding.ground?.since?.description ?? "", finding.ground?.provision ?? "", finding.ground?.reason ?? "",
      // A condition has marks of its own, so routes stand on lines of their own.
      finding.alternatives.map(\.words).joined(separator: "\n"),
    ]
  }

  private static func number(_ value: Bool) -> String { value ? "1" : "0" }
}
