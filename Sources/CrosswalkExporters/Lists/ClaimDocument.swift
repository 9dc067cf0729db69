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

  /// What reviewers did, oldest first; left out where nobody did anything.
  var acts: [ReviewActDocument]?
  /// Whether the text of an end may have changed since; left out where it is not so, or was not asked.
  var stale: Bool?

  init(_ claim: MappingClaim, remarks: ClaimRemarks) {
    self.init(claim)
    let held = remarks.positions.all(on: .claim(claim.id)).filter { !$0.isEmpty }
    if !held.isEmpty { positions = held.map(BothPositionsDocument.init) }
    acts = remarks.acts[claim.id]?.map(ReviewActDocument.init)
    if remarks.stale.contains(claim.id) { stale = true }
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
    /// Left out where everything counts that the store knows.
    var knownBy: String?
    var claims: [ClaimDocument]
  }

  /// What is known about the claims besides.
  public let remarks: ClaimRemarks

  /// Creates an exporter.
  public init(remarks: ClaimRemarks = .init()) { self.remarks = remarks }

  /// One JSON object; claims in the order given.
  public func export(_ claims: [MappingClaim]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(
        knownBy: remarks.knownBy?.description,
        claims: claims.map { ClaimDocument($0, remarks: remarks) }))
  }
}
