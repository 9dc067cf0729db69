import CrosswalkModel

/// A scope of a gap report in JSON.
struct ScopeDocument: Encodable {
  var kind, name, title: String
  @Nullable var description: String?
  var inside, outside: Int
  var absent: [String]

  private enum CodingKeys: String, CodingKey {
    case kind, name, title, description, absent
    case inside = "in"
    case outside = "out"
  }

  init(_ scope: GapReport.Scope) {
    kind = scope.kind.rawValue
    name = scope.name
    title = scope.title
    description = scope.description
    inside = scope.inside
    outside = scope.outside
    absent = scope.absent
  }
}

/// The weights of a gap report in JSON.
struct WeightsDocument: Encodable {
  var file: String
  var given, changed: Int

  init(_ weights: GapReport.Weights) {
    file = weights.file
    given = weights.given
    changed = weights.changed
  }
}

/// How far one source of claims was trusted, in JSON.
struct TrustDocument: Encodable {
  var source: String
  var factor: Double
  var claims, leftOut: Int

  init(_ trust: GapReport.Trust) {
    source = trust.source
    factor = Share.rounded(trust.factor)
    claims = trust.claims
    leftOut = trust.leftOut
  }
}

/// How many findings apply when, in JSON.
struct ApplicabilityCountsDocument: Encodable {
  var applies, from, conditional, transitional, notForThisRole, outOfScope: Int
  /// The first day from which one of those applies that do not yet.
  @Nullable var nextDate: String?

  init(_ counts: ApplicabilityCounts) {
    applies = counts.applies
    from = counts.later
    conditional = counts.conditional
    transitional = counts.transitional
    notForThisRole = counts.notForThisRole
    outOfScope = counts.outOfScope
    nextDate = counts.nextDay?.description
  }
}
