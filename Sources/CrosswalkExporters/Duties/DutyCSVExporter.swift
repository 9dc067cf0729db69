import CrosswalkModel

/// The list of duties as CSV (RFC 4180): every duty, one row each, those of other roles and routes included.
public struct DutyCSVExporter: Exporter {
  /// The columns, in order; names do not change.
  public static let header = [
    "duty", "title", "text", "chapter", "group", "modality", "roles", "applicability", "date", "condition",
    "applies_since", "provision", "reason", "alternative_routes", "route", "placed_on_market", "as_of",
    "revision",
  ]

  /// Creates an exporter.
  public init() {}

  /// A header and one row for each duty.
  public func export(_ report: DutyReport) -> [UInt8] {
    var csv = CSVText()
    csv.append(Self.header)
    for duty in report.duties { csv.append(Self.row(duty, in: report)) }
    return Array(csv.text.utf8)
  }

  private static func row(_ duty: DutyReport.Duty, in report: DutyReport) -> [String] {
    [
      duty.id.description, duty.title, duty.text, duty.chapter, duty.group, duty.modality?.rawValue ?? "",
      duty.roles.names.joined(separator: " | "), duty.applicability.state,
      duty.applicability.date?.description ?? "", duty.applicability.condition ?? "",
      duty.ground?.since?.description ?? "", duty.ground?.provision ?? "", duty.ground?.reason ?? "",
      duty.alternatives.map(\.words).joined(separator: "\n"), report.route?.id ?? "",
      report.placedOnMarket?.description ?? "", report.asOf.description, report.framework.id.description,
    ]
  }
}
