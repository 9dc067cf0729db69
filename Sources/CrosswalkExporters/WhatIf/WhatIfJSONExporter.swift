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
    var added, removed: [WhatIfClaimDocument]
  }

  struct Before: Encodable {
    var revision: String
    var claims, reviewed: Int
    var summary: CountsDocument
  }

  struct Conflict: Encodable {
    var pair: [String]
    var claims: [WhatIfClaimDocument]
  }

  var schema = "crosswalk-whatif/1"
  var hypothetical = true
  var patch: Patch
  var conflicts: [Conflict]
  var changes: [WhatIfChangeDocument]
  var affectedClaims: [WhatIfCauseDocument]
  var before: Before
  var after: GapReportDocument

  init(_ report: WhatIfReport) {
    patch = Patch(
      files: report.patch.files, amendments: report.patch.amendments.map(Amendment.init),
      added: report.patch.added.map(WhatIfClaimDocument.init),
      removed: report.patch.removed.map(WhatIfClaimDocument.init))
    conflicts = report.conflicts.map { conflict in
      Conflict(
        pair: [conflict.source, conflict.target].map { $0.map(\.description).joined(separator: " | ") },
        claims: conflict.claims.map(WhatIfClaimDocument.init))
    }
    changes = report.changes.map(WhatIfChangeDocument.init)
    affectedClaims = report.affected.map(WhatIfCauseDocument.init)
    before = Before(
      revision: report.before.target.id.revision.rawValue, claims: report.before.basis.claims,
      reviewed: report.before.basis.reviewed, summary: CountsDocument(report.before.summary))
    after = GapReportDocument(report.after)
  }
}
