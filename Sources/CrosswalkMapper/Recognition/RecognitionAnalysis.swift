import CrosswalkModel

/// Tells which requirements of an assessment could rest on work of the other side, by what a pathway declares.
///
/// The gate comes first; behind it, each requirement has the state that follows from the steps which examine it.
/// Nothing is recognised without a legal basis that the pathway declares in force: every way of a step needs one.
public struct RecognitionAnalysis: Sendable {
  /// What the law and existing agreements are taken to be.
  public let pathway: RecognitionPathway
  /// The direction asked about.
  public let direction: RecognitionPathway.Direction

  /// Creates an analysis of `direction` of `pathway`.
  public init(_ pathway: RecognitionPathway, direction: RecognitionPathway.Direction) {
    self.pathway = pathway
    self.direction = direction
  }

  /// The class that the gate gives to `system`, as far as it gets: the route by which dates of application differ.
  public func systemClass(of system: SystemDescription) -> String? {
    GateWalk(direction, system, asking: pathway.questions).systemClass
  }

  /// What the gate says about `system`: scope, class and procedure, without a look at any requirement.
  public func gate(of system: SystemDescription) -> RecognitionReport.Gate {
    let walk = GateWalk(direction, system, asking: pathway.questions)
    var procedure: AssessmentProcedure?
    if case .procedure(let chosen, _) = walk.end { procedure = chosen }
    return RecognitionReport.Gate(
      steps: walk.steps, systemClass: walk.systemClass, procedure: procedure, questions: pathway.questions)
  }

  /// The report for one system.
  ///
  /// - Parameters:
  ///   - system: The facts; what is missing is unknown and never guessed.
  ///   - gap: What of the target has its subject matter addressed by the framework of the work.
  ///   - target: The framework whose requirements are assessed.
  /// - Complexity: linear in the findings, each times the search of ``ShortestBlockers``.
  public func report(system: SystemDescription, gap: GapReport, target: Catalog) -> RecognitionReport {
    let walk = GateWalk(direction, system, asking: pathway.questions)
    let outline = ExaminedOutline(target, direction.procedures)
    let examined = gap.findings.filter { outline.isExamined($0.target.local) }
    let procedure: AssessmentProcedure?
    let requirements: [RecognitionReport.Requirement]
    switch walk.end {
    case .stopped(let state, let reason):
      procedure = nil
      requirements = examined.map { RecognitionReport.Requirement(finding: $0, state: state, reason: reason) }
    case .procedure(let chosen, let rule):
      procedure = chosen
      let assessor = ConditionAssessor(
        pathway: pathway, direction: direction, ledger: walk.ledger, day: gap.asOf)
      let judge = RequirementJudge(procedure: chosen, rule: rule, assessor: assessor, outline: outline)
      requirements = examined.map(judge.requirement)
    }
    return RecognitionReport(
      pathway: pathway, direction: direction, system: system, gap: gap, gate: walk.steps,
      systemClass: walk.systemClass, procedure: procedure, requirements: requirements,
      dangling: outline.dangling)
  }
}
