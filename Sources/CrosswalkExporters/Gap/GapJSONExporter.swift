import CrosswalkModel

/// The gap report as JSON, schema `crosswalk-gap-report/1`.
///
/// Fields are a contract: they may be added, never renamed.
public struct GapJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; keys in alphabetical order, findings in document order.
  public func export(_ report: GapReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: GapReportDocument(report))
  }
}

/// The report as it stands in JSON.
struct GapReportDocument: Encodable {
  struct End: Encodable {
    var framework: String
    var revision: String
    @Nullable var asOf: String?
    var title: String
    @Nullable var selection: String?

    init(_ end: GapReport.End) {
      framework = end.id.framework.rawValue
      revision = end.id.revision.rawValue
      asOf = end.asOf?.description
      title = end.title
      selection = end.selection
    }
  }

  struct Basis: Encodable {
    var claims, reviewed, draft, derived, suggested, dangling, alternatives: Int
    var minimumConfidence: Double
    @Nullable var longestChain: Int?
    var assertedOnly: Bool
    var trust: [TrustDocument]
    /// Left out where everything counts that the store knows.
    var knownBy: String?

    init(_ basis: GapReport.Basis) {
      claims = basis.claims
      reviewed = basis.reviewed
      draft = basis.draft
      derived = basis.derived
      suggested = basis.suggested
      dangling = basis.dangling
      alternatives = basis.alternatives
      minimumConfidence = Share.rounded(basis.minimumConfidence)
      longestChain = basis.longestChain
      assertedOnly = basis.assertedOnly
      trust = basis.trust.map(TrustDocument.init)
      knownBy = basis.knownBy?.description
    }
  }

  var schema = "crosswalk-gap-report/1"
  var source: End
  var target: End
  var asOf: String
  @Nullable var scope: String?
  @Nullable var route: RouteDocument?
  @Nullable var placedOnMarket: String?
  var scopes: [ScopeDocument]
  var sourceScopes: [ScopeDocument]
  @Nullable var weights: WeightsDocument?
  var unit: String
  var basis: Basis
  var summary: CountsDocument
  var applicability: ApplicabilityCountsDocument
  var chapters: [GroupDocument]
  var groups: [GroupDocument]
  var findings: [FindingDocument]
  var parents: [FindingDocument]

  init(_ report: GapReport) {
    let pair = (report.source.id.framework, report.target.id.framework)
    source = End(report.source)
    target = End(report.target)
    asOf = report.asOf.description
    scope = report.scope
    route = report.route.map(RouteDocument.init)
    placedOnMarket = report.placedOnMarket?.description
    scopes = report.scopes.map(ScopeDocument.init)
    sourceScopes = report.sourceScopes.map(ScopeDocument.init)
    weights = report.weights.map(WeightsDocument.init)
    unit = report.unit.rawValue
    basis = Basis(report.basis)
    summary = CountsDocument(report.summary)
    applicability = ApplicabilityCountsDocument(report.applicability)
    chapters = report.chapters.map(GroupDocument.init)
    groups = report.groups.map(GroupDocument.init)
    findings = report.findings.map { FindingDocument($0, pair: pair) }
    parents = report.parents.map { FindingDocument($0, pair: pair) }
  }
}

/// A chapter or an article with its counts.
struct GroupDocument: Encodable {
  var group: GapReport.Group

  private enum Key: String, CodingKey { case id, label, title, chapter, applicability }

  init(_ group: GapReport.Group) { self.group = group }

  /// Counts stand beside the names, not in an object of their own.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(group.id, forKey: .id)
    try container.encode(group.label, forKey: .label)
    try container.encode(group.title, forKey: .title)
    try container.encode(group.chapter, forKey: .chapter)
    try container.encode(ApplicabilityCountsDocument(group.applicability), forKey: .applicability)
    try CountsDocument(group.counts).encode(to: encoder)
  }
}
