import CrosswalkModel

/// A comparison of revisions as JSON, schema `crosswalk-diff/1`.
///
/// Fields are a contract: they may be added, never renamed.
public struct DiffJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; keys in alphabetical order.
  public func export(_ report: RevisionReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: DiffDocument(report))
  }
}

/// The comparison as it stands in JSON.
private struct DiffDocument: Encodable {
  struct Side: Encodable {
    var framework, revision, title: String
    @Nullable var asOf: String?
    @Nullable var language: String?

    init(_ side: CatalogDiff.Side) {
      framework = side.id.framework.rawValue
      revision = side.id.revision.rawValue
      title = side.title
      asOf = side.asOf?.description
      language = side.language
    }
  }

  struct Summary: Encodable {
    var added, withdrawn, removed, reinstated, moved, renumbered, changed, controls, notCompared: Int
    var claims, claimsOfOlder, staleClaims, verdicts: Int
  }

  struct NotCompared: Encodable {
    var id, reason: String
  }

  struct Touched: Encodable {
    var id, outcome: String
  }

  struct StaleClaim: Encodable {
    var id: String
    var claim: ClaimDocument
    @Nullable var named: String?
    var changes: [EndChangeDocument]
  }

  struct Verdicts: Encodable {
    var source, target: String
    var before, after: CountsDocument
    var appliesOtherwise: Int
    var changes: [WhatIfChangeDocument]
  }

  var schema = "crosswalk-diff/1"
  var from, to: Side
  var asOf: String
  var knownBy: String?
  var different: Bool
  var summary: Summary
  var controls: [String]
  var added, withdrawn, removed, reinstated: [DiffEntryDocument]
  var moved, renumbered: [DiffMoveDocument]
  var changed: [DiffChangeDocument]
  var notCompared: [NotCompared]
  var staleRelevant: [Touched]
  var metadata: [DiffPartDocument]
  var staleClaims: [StaleClaim]
  var verdicts: [Verdicts]

  init(_ report: RevisionReport) {
    let diff = report.diff
    from = Side(diff.from)
    to = Side(diff.to)
    asOf = report.asOf.description
    knownBy = report.knownBy?.description
    different = report.isDifferent
    summary = Self.summary(report)
    controls = diff.changedControls.map { ControlID(framework: diff.to.id.framework, local: $0).description }
    added = diff.added.map { DiffEntryDocument($0.node, $0.marks) }
    withdrawn = diff.withdrawn.map { DiffEntryDocument($0.node, $0.marks) }
    removed = diff.removed.map { DiffEntryDocument($0.node, $0.marks) }
    reinstated = diff.reinstated.map { DiffEntryDocument($0.node, $0.marks) }
    moved = diff.moved.map(DiffMoveDocument.init)
    renumbered = diff.renumbered.map(DiffMoveDocument.init)
    changed = diff.changed.map(DiffChangeDocument.init)
    notCompared = diff.notCompared.map {
      NotCompared(id: $0.node.id.description, reason: $0.reason.rawValue)
    }
    staleRelevant = diff.staleRelevant.map {
      Touched(id: $0.id.description, outcome: $0.outcome.rawValue)
    }
    metadata = diff.metadata.map(DiffPartDocument.init)
    staleClaims = report.staleClaims.map {
      StaleClaim(
        id: $0.claim.id.rawValue, claim: ClaimDocument($0.claim), named: $0.named?.rawValue,
        changes: $0.changes.map(EndChangeDocument.init))
    }
    verdicts = report.verdicts.map(Self.verdicts)
  }

  private static func summary(_ report: RevisionReport) -> Summary {
    let diff = report.diff
    return Summary(
      added: diff.added.count, withdrawn: diff.withdrawn.count, removed: diff.removed.count,
      reinstated: diff.reinstated.count, moved: diff.moved.count, renumbered: diff.renumbered.count,
      changed: diff.changed.count, controls: diff.changedControls.count,
      notCompared: diff.notCompared.count, claims: report.claims, claimsOfOlder: report.claimsOfOlder,
      staleClaims: report.staleClaims.count,
      verdicts: report.changedVerdicts)
  }

  private static func verdicts(_ comparison: RevisionReport.VerdictComparison) -> Verdicts {
    Verdicts(
      source: comparison.source.description, target: comparison.target.description,
      before: CountsDocument(comparison.before), after: CountsDocument(comparison.after),
      appliesOtherwise: comparison.appliesOtherwise,
      changes: comparison.changes.map { WhatIfChangeDocument($0) })
  }
}
