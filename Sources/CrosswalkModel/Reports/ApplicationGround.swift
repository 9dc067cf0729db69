/// Why a statement applies, applies later, or does not: what stands beside an ``Applicability`` where a route was
/// asked about.
public struct ApplicationGround: Hashable, Sendable {
  /// The first day on which it applies, past or to come; `nil` where it never does on this route.
  public var since: CalendarDate?
  /// The places that say so.
  public var provision: String
  /// What a reader must know besides; `nil` where the state says everything.
  public var reason: String?

  /// Creates a ground.
  public init(since: CalendarDate?, provision: String, reason: String? = nil) {
    self.since = since
    self.provision = provision
    self.reason = reason
  }
}

/// Something that is deemed, or presumed, to meet a duty: shown beside the verdict and never part of it.
public struct AlternativeRoute: Hashable, Sendable {
  /// The certificate, act or standard, as the claim names it.
  public var source: ClaimEnd
  /// The node that the claim names: the duty itself or one that holds it.
  public var at: ControlID
  /// What it is, how far it reaches, and on which condition.
  public var condition: String
  /// The place that makes it a route.
  public var basis: String
  /// How far its authors stand behind it.
  public var status: MappingClaim.Status
  /// Whether a reviewer stands behind it.
  public var isReviewed: Bool
  /// The author's confidence, 0 through 1.
  public var confidence: Double?
  /// The claim that says so.
  public var claim: ClaimID
  /// Where the claim stands.
  public var origin: SourceLocation
  /// Whether the text of the duty may have changed since the claim was made.
  public var isStale: Bool

  /// The route that `claim` offers to meet `node`.
  public init(_ claim: MappingClaim, at node: ControlID, isStale: Bool = false) {
    self.isStale = isStale
    source = claim.source
    at = node
    condition = claim.note ?? ""
    basis = claim.basis ?? ""
    status = claim.status
    isReviewed = claim.isReviewed
    confidence = claim.confidence
    self.claim = claim.id
    origin = claim.origin
  }

  /// The routes that `claims` offer to each node, by its name, in the order of the claims.
  ///
  /// - Parameter stale: Those of the claims that may be about another text.
  public static func byNode(
    _ claims: some Sequence<MappingClaim>, stale: Set<ClaimID> = []
  ) -> [ControlID: [AlternativeRoute]] {
    var routes: [ControlID: [AlternativeRoute]] = [:]
    for claim in claims where claim.offersAlternative {
      guard case .nodes(let nodes) = claim.target else { continue }
      for node in nodes {
        routes[node, default: []].append(
          AlternativeRoute(claim, at: node, isStale: stale.contains(claim.id)))
      }
    }
    return routes
  }
}
