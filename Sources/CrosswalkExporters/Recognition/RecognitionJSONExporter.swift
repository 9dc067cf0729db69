import CrosswalkModel

/// The report on recognition as JSON, schema `crosswalk-recognition/1`.
///
/// Fields are a contract: they may be added, never renamed.
public struct RecognitionJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; keys in alphabetical order, requirements in document order.
  public func export(_ report: RecognitionReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: RecognitionDocument(report))
  }
}

/// The report as it stands in JSON.
private struct RecognitionDocument: Encodable {
  struct LegalBasisDocument: Encodable {
    var status, asOf, source, says: String
    @Nullable var instrument: String?
    var inForce: Bool

    init(_ report: RecognitionReport) {
      let basis = report.direction.legalBasis
      status = basis.status.rawValue
      asOf = basis.asOf.description
      source = basis.source
      says = basis.says
      instrument = basis.instrument
      inForce = report.hasLegalBasis
    }
  }

  struct End: Encodable {
    var framework, revision, title: String
  }

  struct PathwayHead: Encodable {
    var name, title, status, asOf, notice: String

    init(_ pathway: RecognitionPathway) {
      name = pathway.name
      title = pathway.title
      status = pathway.status.rawValue
      asOf = pathway.asOf.description
      notice = pathway.notice
    }
  }

  struct Blocker: Encodable {
    var condition, says, why, provision: String
    var requirements: Int
  }

  var schema = "crosswalk-recognition/1"
  var legalBasis: LegalBasisDocument
  var pathway: PathwayHead
  var direction, work, market: String
  var asOf: String
  var source, target: End
  var system: SystemDescription
  var gate: [GateDocument]
  @Nullable var systemClass: String?
  @Nullable var procedure: AssessmentProcedure?
  var counts: [String: Int]
  var otherRequirements: Int
  var blockers: [Blocker]
  var questions: [RecognitionPathway.Question]
  var contents: [AnnexContent]
  var terms: [AgreementTerm]
  var requirements: [RequirementDocument]
  var dangling: [String]
  var caution = RecognitionReport.caution

  init(_ report: RecognitionReport) {
    legalBasis = LegalBasisDocument(report)
    pathway = PathwayHead(report.pathway)
    direction = report.direction.id
    work = report.direction.work
    market = report.direction.market
    asOf = report.asOf.description
    source = Self.end(report.source)
    target = Self.end(report.target)
    system = report.system
    gate = report.gate.map { GateDocument($0, outcome: report.outcome(of: $0)) }
    systemClass = report.systemClass
    procedure = report.procedure
    counts = Dictionary(
      uniqueKeysWithValues: RecognitionReport.State.allCases.map { ($0.rawValue, report.count(of: $0)) })
    otherRequirements = report.otherRequirements
    blockers = report.blockers.map {
      Blocker(
        condition: $0.condition.id, says: $0.condition.says, why: $0.why, provision: $0.condition.provision,
        requirements: $0.requirements)
    }
    questions = report.questions
    contents = report.pathway.contents
    terms = report.pathway.terms
    requirements = report.requirements.map(RequirementDocument.init)
    dangling = report.dangling
  }

  private static func end(_ end: GapReport.End) -> End {
    End(framework: end.id.framework.rawValue, revision: end.id.revision.rawValue, title: end.title)
  }
}

/// One stage of the gate.
private struct GateDocument: Encodable {
  var stage, title, outcome: String
  @Nullable var effect: String?
  @Nullable var provision: String?
  @Nullable var says: String?
  var facts: [String]
  var open: [String]

  init(_ step: RecognitionReport.GateStep, outcome: String) {
    stage = step.stage.id
    title = step.stage.title
    self.outcome = outcome
    effect = step.decided?.then.rawValue
    provision = step.decided?.provision
    says = step.decided?.says
    facts = step.facts.map(\.rawValue)
    open = step.open.map(\.fact.rawValue)
  }
}

/// One requirement with its state.
private struct RequirementDocument: Encodable {
  struct Finding: Encodable {
    var condition, why: String
  }

  var target, title, state, reason: String
  var steps: [String]
  var blockers, open: [Finding]
  var evidence: [String]
  var verdict: String
  var draft, stale: Bool
  var applicability: ApplicabilityDocument

  init(_ requirement: RecognitionReport.Requirement) {
    target = requirement.finding.target.description
    title = requirement.finding.title
    state = requirement.state.rawValue
    reason = requirement.reason
    steps = requirement.steps
    blockers = requirement.blockers.map { Finding(condition: $0.condition, why: $0.why) }
    open = requirement.open.map { Finding(condition: $0.condition, why: $0.why) }
    evidence = requirement.evidence
    verdict = requirement.finding.verdict.rawValue
    draft = requirement.finding.draft
    stale = requirement.finding.stale
    applicability = ApplicabilityDocument(requirement.finding.applicability, requirement.finding.ground)
  }
}
