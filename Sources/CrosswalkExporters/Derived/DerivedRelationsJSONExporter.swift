import CrosswalkModel

/// What follows about two frameworks as JSON, schema `crosswalk-derived/1`.
public struct DerivedRelationsJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-derived/1"
    var relations: [Relation]
  }

  private struct Relation: Encodable {
    var source, target, kind: String
    var relations: [String]
    @Nullable var claimed: [String]?
    var confidence: Double
    var draft, stale: Bool
    var derivation: [StepDocument]

    init(_ relation: DerivedRelation) {
      source = relation.source.description
      target = relation.target.description
      kind = relation.kind.rawValue
      relations = relation.relations.relationships.map(\.rawValue)
      claimed = relation.claimed.map { $0.relationships.map(\.rawValue) }
      confidence = Share.rounded(relation.derivation.confidence)
      draft = relation.derivation.restsOnDraftsOnly
      stale = relation.derivation.isStale
      let pair = (relation.source.framework, relation.target.framework)
      derivation = relation.derivation.steps.map { StepDocument($0, pair: pair) }
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; relations in the order given.
  public func export(_ relations: [DerivedRelation]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(relations: relations.map(Relation.init)))
  }
}

/// How much follows about every two frameworks as JSON, schema `crosswalk-closure/1`.
public struct ClosureSummaryJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-closure/1"
    var pairs: [Pair]
  }

  private struct Pair: Encodable {
    var frameworks: [String]
    var claimed, derived, sharpened, contradicted: Int

    init(_ summary: ClosureSummary) {
      frameworks = [summary.first.rawValue, summary.second.rawValue]
      claimed = summary.claimed
      derived = summary.counts[.derived, default: 0]
      sharpened = summary.counts[.sharpened, default: 0]
      contradicted = summary.counts[.contradicted, default: 0]
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; pairs in the order given, every kind counted.
  public func export(_ summaries: [ClosureSummary]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(pairs: summaries.map(Pair.init)))
  }
}
