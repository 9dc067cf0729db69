import CrosswalkModel

/// Whether and from when something applies, in JSON.
struct ApplicabilityDocument: Encodable {
  var state: String
  @Nullable var date: String?
  @Nullable var condition: String?
  @Nullable var since: String?
  @Nullable var provision: String?
  @Nullable var reason: String?

  init(_ applicability: Applicability, _ ground: ApplicationGround?) {
    state = applicability.state
    date = applicability.date?.description
    condition = applicability.condition
    since = ground?.since?.description
    provision = ground?.provision
    reason = ground?.reason
  }
}

/// Something that is deemed to meet a duty, in JSON.
struct AlternativeDocument: Encodable {
  var source, at, condition, basis, status, claim, from: String
  var reviewed: Bool
  @Nullable var confidence: Double?
  /// Left out where it is not so.
  var stale: Bool?

  init(_ route: AlternativeRoute) {
    stale = route.isStale ? true : nil
    source = route.name
    at = route.at.description
    condition = route.condition
    basis = route.basis
    status = route.status.rawValue
    claim = route.claim.rawValue
    from = route.origin.description
    reviewed = route.isReviewed
    confidence = route.confidence.map(Share.rounded)
  }
}

/// A route in JSON.
struct RouteDocument: Encodable {
  var id, title, summary, provision: String

  init(_ route: ApplicationRoute) {
    id = route.id
    title = route.title
    summary = route.summary
    provision = route.provision
  }
}
