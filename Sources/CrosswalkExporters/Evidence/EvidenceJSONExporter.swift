import CrosswalkModel

/// The report on evidence as JSON, schema `crosswalk-evidence/1`.
public struct EvidenceJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; artefacts in the order of the subject file, requirements in document order.
  public func export(_ report: ArtefactReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: EvidenceDocument(report))
  }
}

private struct EvidenceDocument: Encodable {
  typealias End = GapReportDocument.End

  struct Basis: Encodable {
    var claims, reviewed: Int
  }

  struct Direct: Encodable {
    var statement, title: String
    var known: Bool
  }

  struct Missing: Encodable {
    @Nullable var note: String?
    var parts: [String]
  }

  struct Reach: Encodable {
    var artefacts: [String]
    var target, title: String
    @Nullable var modality: String?
    var extent: String
    var via, relations: [String]
    var origin: String
    var confidence: Double
    var draft, stale: Bool
    var derivation: [StepDocument]
    var missing: Missing

    init(_ reach: ArtefactReport.Reach) {
      let support = reach.support
      artefacts = reach.artefacts
      target = reach.target.description
      title = reach.title
      modality = reach.modality?.rawValue
      extent = reach.extent.rawValue
      via = support.source.map(\.description)
      relations = support.relations.relationships.map(\.rawValue)
      origin = support.origin.rawValue
      confidence = Share.rounded(support.confidence)
      draft = support.derivation.restsOnDraftsOnly
      stale = support.derivation.isStale
      let source = support.source.first?.framework ?? reach.target.framework
      derivation = support.derivation.steps.map { StepDocument($0, pair: (source, reach.target.framework)) }
      missing = Missing(note: reach.missing.note, parts: reach.missing.parts.map(\.description))
    }
  }

  struct Artefact: Encodable {
    var id, title, kind, path: String
    @Nullable var sha256: String?
    @Nullable var date: String?
    @Nullable var owner: String?
    @Nullable var language: String?
    @Nullable var note: String?
    /// verified, missing, changed or unpinned; null where nobody compared.
    @Nullable var state: String?
    var supports: [Direct]
    var reaches: [Reach]

    init(_ artefact: ArtefactReport.Artefact, _ reaches: [ArtefactReport.Reach]) {
      let item = artefact.item
      id = item.id
      title = item.title
      kind = item.kind.rawValue
      path = item.path
      sha256 = artefact.check?.digest ?? item.sha256
      date = item.date?.description
      owner = item.owner
      language = item.language
      note = item.note
      state = artefact.check?.state.rawValue
      supports = artefact.direct.map {
        Direct(statement: $0.statement.description, title: $0.title, known: $0.isKnown)
      }
      self.reaches = reaches.map(Reach.init)
    }
  }

  struct Requirement: Encodable {
    struct By: Encodable {
      var artefacts: [String]
      var extent: String
      var via: [String]
      var draft: Bool
      @Nullable var missing: String?
    }

    var statement, title: String
    @Nullable var modality: String?
    var named: [String]
    /// How far it is shown through claims; null where nothing reaches it.
    @Nullable var extent: String?
    var reachedBy: [By]

    init(_ requirement: ArtefactReport.Requirement) {
      statement = requirement.id.description
      title = requirement.title
      modality = requirement.modality?.rawValue
      named = requirement.direct
      extent = requirement.extent?.rawValue
      reachedBy = requirement.reaches.map { reach in
        By(
          artefacts: reach.artefacts, extent: reach.extent.rawValue,
          via: reach.support.source.map(\.description), draft: reach.support.derivation.restsOnDraftsOnly,
          missing: reach.missing.note)
      }
    }
  }

  struct Counts: Encodable {
    var statements, named, whole, part, unknown, none: Int

    init(_ counts: ArtefactReport.Target.Counts) {
      statements = counts.statements
      named = counts.direct
      whole = counts.whole
      part = counts.part
      unknown = counts.unknown
      none = counts.none
    }
  }

  struct Target: Encodable {
    var target: End
    var counts: Counts
    var requirements: [Requirement]
  }

  var schema = "crosswalk-evidence/1"
  var subject: String
  @Nullable var notice: String?
  var asOf: String
  var basis: Basis
  var sources: [End]
  var artefacts: [Artefact]
  /// What only several artefacts together bear on.
  var together: [Reach]
  var targets: [Target]

  init(_ report: ArtefactReport) {
    subject = report.subject
    notice = report.notice
    asOf = report.asOf.description
    basis = Basis(claims: report.basis.claims, reviewed: report.basis.reviewed)
    sources = report.sources.map(End.init)
    artefacts = report.artefacts.map { Artefact($0, report.reaches(of: $0.item.id)) }
    together = report.jointReaches.map(Reach.init)
    targets = report.targets.map {
      Target(
        target: End($0.end), counts: Counts($0.counts), requirements: $0.requirements.map(Requirement.init))
    }
  }
}
