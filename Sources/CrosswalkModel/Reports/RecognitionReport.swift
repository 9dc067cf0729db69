/// Which steps of an assessment by third parties on one side could rest on work done on the other, requirement by
/// requirement.
///
/// It compares what a pathway declares with the facts about one system. It is no legal assessment: without a legal
/// basis in force, nothing in it is recognised.
public struct RecognitionReport: Sendable {
  /// What holds for one requirement.
  public enum State: String, CaseIterable, Sendable {
    /// Nothing has to be assessed by a third party, so there is nothing to recognise.
    case noThirdPartyStep = "no-third-party-step"
    /// An authority assesses; no agreement on bodies concerns it.
    case authorityActsAsNotifiedBody = "authority-acts-as-notified-body"
    /// Every step of a third party could rest on an artefact of the other side as it is.
    case recognised
    /// The same, with the named evidence beside it.
    case recognisedWithEvidence = "recognised-with-evidence"
    /// A step of a third party cannot rest on the other side's work: conditions are not met.
    case blocked
    /// Facts or judgements are missing.
    case notJudged = "not-judged"
    /// The law, or its rules on assessment, do not concern the system.
    case outOfScope = "out-of-scope"
    /// The practice is prohibited: no assessment opens the market to it.
    case prohibited
  }

  /// What one stage of the gate gave.
  public struct GateStep: Sendable {
    /// The stage.
    public var stage: GateStage
    /// The rule that decided; `nil` where facts are missing.
    public var decided: GateStage.Rule?
    /// The known facts that its rules ask for, in the order of the questions.
    public var facts: [SystemFact]
    /// What to ask where facts are missing, in the order of the questions.
    public var open: [RecognitionPathway.Question]

    /// Creates a step.
    public init(
      stage: GateStage, decided: GateStage.Rule?, facts: [SystemFact], open: [RecognitionPathway.Question]
    ) {
      self.stage = stage
      self.decided = decided
      self.facts = facts
      self.open = open
    }
  }

  /// What the gate says about a system, before any requirement is looked at.
  public struct Gate: Sendable {
    /// The stages, up to the one that ended the walk.
    public var steps: [GateStep]
    /// The class that it gave: `annex-iii`, `annex-i`.
    public var systemClass: String?
    /// The procedure that it chose.
    public var procedure: AssessmentProcedure?
    /// Everything that the pathway asks, in its order.
    public var questions: [RecognitionPathway.Question]

    /// Creates what a gate says.
    public init(
      steps: [GateStep], systemClass: String?, procedure: AssessmentProcedure?,
      questions: [RecognitionPathway.Question]
    ) {
      self.steps = steps
      self.systemClass = systemClass
      self.procedure = procedure
      self.questions = questions
    }
  }

  /// A condition that is not met, or not judged, and why.
  public struct Finding: Hashable, Sendable {
    /// Short name of the condition.
    public var condition: String
    /// Why it is not met, or what is missing to judge it.
    public var why: String

    /// Creates a finding.
    public init(condition: String, why: String) {
      self.condition = condition
      self.why = why
    }
  }

  /// One requirement.
  public struct Requirement: Sendable {
    /// What the gap report found about it.
    public var finding: GapReport.Finding
    /// What holds.
    public var state: State
    /// Why, in words.
    public var reason: String
    /// The steps of the procedure that examine it, by their short names.
    public var steps: [String]
    /// Where it is blocked: the smallest set of conditions that would lift the block, in the order of the pathway.
    public var blockers: [Finding]
    /// What is not judged besides, in the order of the pathway.
    public var open: [Finding]
    /// The evidence that an accepted artefact would have to be supplemented by.
    public var evidence: [String]

    /// Creates a requirement in a state.
    public init(
      finding: GapReport.Finding, state: State, reason: String, steps: [String] = [],
      blockers: [Finding] = [], open: [Finding] = [], evidence: [String] = []
    ) {
      self.finding = finding
      self.state = state
      self.reason = reason
      self.steps = steps
      self.blockers = blockers
      self.open = open
      self.evidence = evidence
    }
  }

  /// The pathway with all that it declares.
  public var pathway: RecognitionPathway
  /// The direction asked about.
  public var direction: RecognitionPathway.Direction
  /// The system asked about.
  public var system: SystemDescription
  /// The day of the report.
  public var asOf: CalendarDate
  /// The framework of the work.
  public var source: GapReport.End
  /// The framework whose requirements are assessed.
  public var target: GapReport.End
  /// On how many claims of which status the comparison of subject matter rests.
  public var basis: GapReport.Basis
  /// The stages of the gate, up to the one that ended it.
  public var gate: [GateStep]
  /// The class that the gate gave: `annex-iii`, `annex-i`.
  public var systemClass: String?
  /// The procedure that the gate chose.
  public var procedure: AssessmentProcedure?
  /// Every requirement that a procedure of the direction examines, in document order.
  public var requirements: [Requirement]
  /// The articles of the target, with their titles, in document order.
  public var groups: [GapReport.Group]
  /// How many requirements of the target no procedure of the direction examines.
  public var otherRequirements: Int
  /// Names in the pathway that this revision of the target does not have.
  public var dangling: [String]

  /// Creates a report; the analysis of the mapper fills it.
  public init(
    pathway: RecognitionPathway, direction: RecognitionPathway.Direction, system: SystemDescription,
    gap: GapReport, gate: [GateStep], systemClass: String?, procedure: AssessmentProcedure?,
    requirements: [Requirement], dangling: [String]
  ) {
    self.pathway = pathway
    self.direction = direction
    self.system = system
    asOf = gap.asOf
    source = gap.source
    target = gap.target
    basis = gap.basis
    self.gate = gate
    self.systemClass = systemClass
    self.procedure = procedure
    self.requirements = requirements
    groups = gap.groups
    otherRequirements = gap.findings.count - requirements.count
    self.dangling = dangling
  }
}

extension RecognitionReport {
  /// How many requirements are in `state`.
  public func count(of state: State) -> Int { requirements.count { $0.state == state } }

  /// Each condition that blocks, once, with the number of requirements that it blocks, in the order of the pathway.
  public var blockers: [(condition: RecognitionCondition, why: String, requirements: Int)] {
    pathway.conditions.compactMap { condition in
      let found = requirements.flatMap(\.blockers).filter { $0.condition == condition.id }
      return found.first.map { (condition, $0.why, found.count) }
    }
  }

  /// What has to be answered before more can be said, in the order of the pathway.
  public var questions: [RecognitionPathway.Question] { gate.flatMap(\.open) }

  /// Whether the pathway declares a legal basis in force on the day of the report.
  public var hasLegalBasis: Bool { direction.legalBasis.isInForce(on: asOf) }
}
