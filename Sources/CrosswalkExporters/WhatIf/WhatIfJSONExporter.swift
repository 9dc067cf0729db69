import CrosswalkModel

/// What a hypothesis would change, as JSON, schema `crosswalk-whatif/1`; ``after`` is a whole gap report.
public struct WhatIfJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object.
  public func export(_ report: WhatIfReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: WhatIfDocument(report))
  }
}

/// The answer as it stands in JSON.
private struct WhatIfDocument: Encodable {
  struct Claim: Encodable {
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

  struct Amendment: Encodable {
    @Nullable var title: String?
    var framework, revision, hypothetical: String
    var added, changed, withdrawn, removed: [String]

    init(_ amendment: WhatIfReport.Patch.Amendment) {
      title = amendment.title
      framework = amendment.revision.framework.rawValue
      revision = amendment.revision.revision.rawValue
      hypothetical = amendment.hypothetical.rawValue
      added = amendment.added
      changed = amendment.changed
      withdrawn = amendment.withdrawn
      removed = amendment.removed
    }
  }

  struct Patch: Encodable {
    var files: [String]
    var amendments: [Amendment]
    var added, removed: [Claim]
  }

  struct Before: Encodable {
    var revision: String
    var claims, reviewed: Int
    var summary: CountsDocument
  }

  struct State: Encodable {
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

  struct Cause: Encodable {
    var role: String
    var claim: Claim

    init(_ cause: WhatIfReport.Cause) {
      role = cause.role.rawValue
      claim = Claim(cause.claim)
    }
  }

  struct Change: Encodable {
    var target, title: String
    @Nullable var before: State?
    @Nullable var after: State?
    var by: [Cause]
  }

  struct Conflict: Encodable {
    var pair: [String]
    var claims: [Claim]
  }

  var schema = "crosswalk-whatif/1"
  var hypothetical = true
  var patch: Patch
  var conflicts: [Conflict]
  var changes: [Change]
  var affectedClaims: [Cause]
  var before: Before
  var after: GapReportDocument

  init(_ report: WhatIfReport) {
    patch = Patch(
      files: report.patch.files, amendments: report.patch.amendments.map(Amendment.init),
      added: report.patch.added.map(Claim.init), removed: report.patch.removed.map(Claim.init))
    conflicts = report.conflicts.map { conflict in
      Conflict(
        pair: [conflict.source, conflict.target].map { $0.map(\.description).joined(separator: " | ") },
        claims: conflict.claims.map(Claim.init))
    }
    changes = report.changes.map { change in
      Change(
        target: change.target.description, title: change.title, before: change.before.map(State.init),
        after: change.after.map(State.init), by: change.causes.map(Cause.init))
    }
    affectedClaims = report.affected.map(Cause.init)
    before = Before(
      revision: report.before.target.id.revision.rawValue, claims: report.before.basis.claims,
      reviewed: report.before.basis.reviewed, summary: CountsDocument(report.before.summary))
    after = GapReportDocument(report.after)
  }
}
