import CrosswalkModel

/// A claim in JSON.
///
/// Ends are references, unions joined by ` | `.
struct ClaimDocument: Encodable {
  var id: String
  var source: String
  var target: String
  var relationship: String
  var relations: [String]
  @Nullable var rationale: String?
  @Nullable var strength: Int?
  @Nullable var confidence: Double?
  @Nullable var method: String?
  var status: String
  var reviewed: Bool
  @Nullable var author: String?
  @Nullable var date: String?
  @Nullable var reviewer: String?
  @Nullable var reviewedOn: String?
  @Nullable var sourceRevision: String?
  @Nullable var targetRevision: String?
  @Nullable var note: String?
  var properties: [[String]]
  var from: String
  /// What both sides say, for all and for single subjects; left out where nobody has said anything.
  var positions: [BothPositionsDocument]?

  init(_ claim: MappingClaim, positions index: PositionIndex) {
    self.init(claim)
    let held = index.all(on: .claim(claim.id)).filter { !$0.isEmpty }
    if !held.isEmpty { positions = held.map(BothPositionsDocument.init) }
  }

  init(_ claim: MappingClaim) {
    id = claim.id.rawValue
    source = ReferenceText.full(claim.source)
    target = ReferenceText.full(claim.target)
    relationship = claim.token
    relations = claim.relations.relationships.map(\.rawValue)
    rationale = claim.rationale?.rawValue
    strength = claim.strength
    confidence = claim.confidence.map(Share.rounded)
    method = claim.method?.rawValue
    status = claim.status.rawValue
    reviewed = claim.isReviewed
    author = claim.author
    date = claim.date?.description
    reviewer = claim.reviewer
    reviewedOn = claim.reviewedOn?.description
    sourceRevision = claim.sourceRevision?.rawValue
    targetRevision = claim.targetRevision?.rawValue
    note = claim.note
    properties = claim.properties.map { [$0.name, $0.value] }
    from = claim.origin.description
  }
}

/// A list of claims as JSON, schema `crosswalk-claims/1`.
public struct ClaimsJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-claims/1"
    var claims: [ClaimDocument]
  }

  /// What both sides say about the claims.
  public let positions: PositionIndex

  /// Creates an exporter.
  public init(positions: PositionIndex = .init()) { self.positions = positions }

  /// One JSON object; claims in the order given.
  public func export(_ claims: [MappingClaim]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(claims: claims.map { ClaimDocument($0, positions: positions) }))
  }
}
