import CrosswalkModel

/// The equivalence report as JSON, schema `crosswalk-equivalence/1`.
///
/// Fields are a contract: they may be added, never renamed.
public struct EquivalenceJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; keys in alphabetical order.
  public func export(_ report: EquivalenceReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: EquivalenceDocument(report))
  }
}

/// The report as it stands in JSON.
private struct EquivalenceDocument: Encodable {
  struct Summary: Encodable {
    var equal, mutual, sourceCovers, targetCovers, open, contradicted: Int
  }

  struct Entry: Encodable {
    var kind: String
    var source: [String]
    var sourceTitle: String
    var target: [String]
    var targetTitle: String
    /// From source to target, and from target to source.
    var relations, converse: [String]
    var sourceCovers, targetCovers: String
    var missing: String
    var draft, stale: Bool
    var confidence: Double
    @Nullable var note: String?
    var grounds: [Ground]
  }

  struct Ground: Encodable {
    var source: [String]
    var relations: [String]
    var target: [String]
    var derivation: [StepDocument]
  }

  var schema = "crosswalk-equivalence/1"
  var source, target: GapReportDocument.End
  var asOf: String
  var basis: GapReportDocument.Basis
  var summary: Summary
  var entries: [Entry]

  init(_ report: EquivalenceReport) {
    source = .init(report.source)
    target = .init(report.target)
    asOf = report.asOf.description
    basis = .init(report.basis)
    summary = Summary(
      equal: report.count(of: .equal), mutual: report.count(of: .mutual),
      sourceCovers: report.count(of: .sourceCovers), targetCovers: report.count(of: .targetCovers),
      open: report.count(of: .open), contradicted: report.contradicted)
    entries = report.entries.map { Self.entry($0, report.pair) }
  }

  private static func entry(
    _ entry: EquivalenceReport.Entry, _ pair: (FrameworkID, FrameworkID)
  ) -> Entry {
    Entry(
      kind: entry.kind.rawValue, source: entry.source.map(\.description), sourceTitle: entry.sourceTitle,
      target: entry.target.map(\.description), targetTitle: entry.targetTitle,
      relations: entry.relations.relationships.map(\.rawValue),
      converse: entry.relations.converse.relationships.map(\.rawValue),
      sourceCovers: entry.sourceCovers.rawValue, targetCovers: entry.targetCovers.rawValue,
      missing: entry.missing, draft: entry.draft, stale: entry.stale,
      confidence: Share.rounded(entry.confidence), note: entry.note,
      grounds: entry.grounds.map { ground in
        Ground(
          source: ground.source.map(\.description),
          relations: ground.relations.relationships.map(\.rawValue),
          target: ground.target.map(\.description),
          derivation: ground.derivation.steps.map { StepDocument($0, pair: pair) })
      })
  }
}
