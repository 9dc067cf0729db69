import CrosswalkModel

/// A requirement about which something else is said, in JSON.
struct WhatIfChangeDocument: Encodable {
  var target, title: String
  /// Only where the requirement has another name than before.
  var formerly: String?
  @Nullable var before: WhatIfStateDocument?
  @Nullable var after: WhatIfStateDocument?
  var by: [WhatIfCauseDocument]

  init(_ change: WhatIfReport.Change) {
    target = change.target.description
    title = change.title
    formerly = change.formerly?.description
    before = change.before.map(WhatIfStateDocument.init)
    after = change.after.map(WhatIfStateDocument.init)
    by = change.causes.map(WhatIfCauseDocument.init)
  }
}

/// What is said about one requirement, in JSON.
struct WhatIfStateDocument: Encodable {
  var verdict: String
  @Nullable var extent: String?
  var stale, draft, suggestedGap: Bool
  var applicability: ApplicabilityDocument

  init(_ state: WhatIfReport.State) {
    verdict = state.verdict.rawValue
    extent = state.extent?.rawValue
    stale = state.stale
    draft = state.draft
    suggestedGap = state.suggestedGap
    applicability = ApplicabilityDocument(state.applicability, state.ground)
  }
}

/// A claim that brings a change about, in JSON.
struct WhatIfCauseDocument: Encodable {
  var role: String
  var claim: WhatIfClaimDocument

  init(_ cause: WhatIfReport.Cause) {
    role = cause.role.rawValue
    claim = WhatIfClaimDocument(cause.claim)
  }
}

/// A claim of a hypothesis, in JSON.
struct WhatIfClaimDocument: Encodable {
  var claim, source, target, token: String
  var relations: [String]
  var status: String
  var reviewed: Bool
  @Nullable var author: String?
  @Nullable var confidence: Double?
  var from: String

  init(_ claim: MappingClaim) {
    self.claim = claim.id.rawValue
    source = ReferenceText.full(claim.source)
    target = ReferenceText.full(claim.target)
    token = claim.token
    relations = claim.relations.relationships.map(\.rawValue)
    status = claim.status.rawValue
    reviewed = claim.isReviewed
    author = claim.author
    confidence = claim.confidence.map(Share.rounded)
    from = claim.origin.description
  }
}
