/// The identity of a claim: a UUID derived from what the claim says (RFC 9562, version 5), so that
/// importing the same line twice gives the same claim.
public struct ClaimID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The UUID in lower-case hexadecimal form.
  public let rawValue: String

  /// Creates an identity from a UUID in lower-case hexadecimal form.
  public init(_ uuid: String) { rawValue = uuid }

  /// The UUID.
  public var description: String { rawValue }

  /// Orders by spelling.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One end of a claim.
public enum ClaimEnd: Hashable, Sendable {
  /// One or several nodes of one framework; several mean their union.
  case nodes([ControlID])
  /// The whole framework: only in a claim of "no counterpart", or as what an alternative route goes by.
  case framework(FrameworkID)

  /// The framework of this end.
  public var framework: FrameworkID {
    switch self {
    case .framework(let framework): framework
    // An end without nodes is refused by every importer and by the store.
    case .nodes(let nodes): nodes[0].framework
    }
  }
}

/// What a person or a source said about two ends: "source RELATIONSHIP target", with who, how and where.
///
/// Claims are stored; what follows from them is computed and shown with its derivation, never stored as a claim.
public struct MappingClaim: Hashable, Sendable {
  /// In which sense the ends are related (NIST IR 8477).
  public enum Rationale: String, CaseIterable, Sendable { case syntactic, semantic, functional }
  /// Who made it.
  public enum Method: String, CaseIterable, Sendable { case human, automation, hybrid }
  /// How far its authors stand behind it (OSCAL mapping status).
  public enum Status: String, CaseIterable, Sendable {
    case draft, complete, deprecated, superseded, rejected
  }

  /// What the claim is known by.
  public var id: ClaimID
  /// The end that the relation is read from.
  public var source: ClaimEnd
  /// The end that it is read to.
  public var target: ClaimEnd
  /// What the claim says in the algebra.
  public var relations: RelationshipSet
  /// The word its author used, kept for lossless export: `equivalent-to`, `related`, `no-counterpart`.
  public var token: String
  /// In which sense the ends are related; `nil` where its author does not say.
  public var rationale: Rationale?
  /// Strength of the relationship, 0 (weakest) through 10 (NIST IR 8278A).
  public var strength: Int?
  /// The author's confidence, 0 through 1; without one, the claim counts as 0.
  public var confidence: Double?
  /// Who made it; `nil` where the source does not say.
  public var method: Method?
  /// How far its authors stand behind it.
  public var status: Status
  /// Who says it.
  public var author: String?
  /// When it was said.
  public var date: CalendarDate?
  /// Who reviewed it.
  public var reviewer: String?
  /// When it was reviewed.
  public var reviewedOn: CalendarDate?
  /// The revision of the source's framework that the author read.
  public var sourceRevision: RevisionID?
  /// The revision of the target's framework that the author read.
  public var targetRevision: RevisionID?
  /// What is shared and what is left.
  public var note: String?
  /// Further facts by name, in the order of the source: `mapping_tool`, `coverage`, `qualifier`.
  ///
  /// They are no part of what the claim is known by.
  public var properties: [Property] = []
  /// Where the claim stands.
  public var origin: SourceLocation

  /// Creates a claim; everything but the ends, the relation, the status and the place may be unknown.
  public init(
    id: ClaimID, source: ClaimEnd, target: ClaimEnd, relations: RelationshipSet, token: String,
    rationale: Rationale? = nil, strength: Int? = nil, confidence: Double? = nil, method: Method? = nil,
    status: Status = .draft, author: String? = nil, date: CalendarDate? = nil, reviewer: String? = nil,
    reviewedOn: CalendarDate? = nil, sourceRevision: RevisionID? = nil, targetRevision: RevisionID? = nil,
    note: String? = nil, properties: [Property] = [], origin: SourceLocation
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.relations = relations
    self.token = token
    self.rationale = rationale
    self.strength = strength
    self.confidence = confidence
    self.method = method
    self.status = status
    self.author = author
    self.date = date
    self.reviewer = reviewer
    self.reviewedOn = reviewedOn
    self.sourceRevision = sourceRevision
    self.targetRevision = targetRevision
    self.note = note
    self.properties = properties
    self.origin = origin
  }

  /// Whether a reviewer stands behind the claim: one is named, and the status says complete.
  public var isReviewed: Bool { reviewer != nil && status == .complete }
  /// Whether the claim is in force: not rejected, superseded or deprecated.
  fileprivate var isInForce: Bool { status == .draft || status == .complete }
  /// Whether the claim counts in an analysis: rejected, superseded and deprecated ones never do, and alternative
  /// routes say nothing about relations.
  public var counts: Bool { isInForce && !isAlternativeRoute }
  /// The revisions that it names, each with its framework, the source first.
  public var revisionsNamed: [FrameworkRevisionID] {
    [(source.framework, sourceRevision), (target.framework, targetRevision)].compactMap {
      framework, revision in
      revision.map { FrameworkRevisionID(framework: framework, revision: $0) }
    }
  }
  /// The word of claims files for a whole framework that has no counterpart.
  public static let noCounterpartToken = "no-counterpart"
  /// Whether the claim says that a whole framework has no counterpart to its other end.
  public var isNoCounterpart: Bool {
    if isAlternativeRoute { return false }
    return switch (source, target) {
    case (.framework, _), (_, .framework): true
    default: false
    }
  }
}

/// Claims that something else is deemed to meet a duty.
extension MappingClaim {
  /// The word for an alternative route in the claims file and in the store.
  public static let alternativeRouteToken = "alternative-route"
  /// The property that names the place which makes a claim an alternative route.
  public static let basisProperty = "basis"

  /// Whether the claim says that its source (a certificate, another act, a standard) is deemed or presumed to meet its
  /// target, and nothing about what the two require.
  public var isAlternativeRoute: Bool { token == Self.alternativeRouteToken }
  /// Whether it is an alternative route that is in force.
  public var offersAlternative: Bool { isAlternativeRoute && isInForce }
  /// The place that makes the claim an alternative route.
  public var basis: String? {
    isAlternativeRoute ? properties.first { $0.name == Self.basisProperty }?.value : nil
  }
}
