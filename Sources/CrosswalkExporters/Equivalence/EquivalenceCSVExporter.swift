import CrosswalkModel

/// The equivalence report as CSV (RFC 4180): one row for each entry; members of a group are separated by ` | `.
public struct EquivalenceCSVExporter: Exporter {
  /// The columns, in order; names do not change.
  public static let header = [
    "kind", "source", "source_title", "target", "target_title", "relations", "source_covers", "target_covers",
    "missing", "draft", "stale", "confidence", "claims", "note", "basis", "source_revision",
    "target_revision", "as_of",
  ]

  /// Creates an exporter.
  public init() {}

  /// A header and one row for each entry.
  public func export(_ report: EquivalenceReport) -> [UInt8] {
    var csv = CSVText()
    csv.append(Self.header)
    for entry in report.entries {
      csv.append(
        Self.ends(of: entry, in: report) + Self.judgement(entry) + [
          report.basis.reviewState, report.source.id.description, report.target.id.description,
          report.asOf.description,
        ])
    }
    return Array(csv.text.utf8)
  }

  private static func ends(of entry: EquivalenceReport.Entry, in report: EquivalenceReport) -> [String] {
    [
      entry.kind.rawValue, ReferenceText.full(entry.source, whole: report.pair.0), entry.sourceTitle,
      ReferenceText.full(entry.target, whole: report.pair.1), entry.targetTitle,
    ]
  }

  private static func judgement(_ entry: EquivalenceReport.Entry) -> [String] {
    [
      entry.relations.relationships.map(\.rawValue).joined(separator: " | "), entry.sourceCovers.rawValue,
      entry.targetCovers.rawValue, entry.missing, entry.draft ? "1" : "0", entry.stale ? "1" : "0",
      "\(Share.rounded(entry.confidence))",
      Set(entry.grounds.flatMap(\.derivation.claims)).sorted().map(\.description).joined(separator: " | "),
      entry.note ?? "",
    ]
  }
}
