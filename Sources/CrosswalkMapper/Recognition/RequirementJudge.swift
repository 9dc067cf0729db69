import CrosswalkModel

/// The state of one requirement, from the steps of the procedure that examine it.
struct RequirementJudge {
  let procedure: AssessmentProcedure
  /// The rule of the gate that chose the procedure.
  let rule: GateStage.Rule
  let assessor: ConditionAssessor
  let outline: ExaminedOutline

  func requirement(_ finding: GapReport.Finding) -> RecognitionReport.Requirement {
    let steps = procedure.steps.filter { outline.isWithin(finding.target.local, $0.examines) }
    let third = steps.filter { $0.by == .thirdParty }
    guard third.isEmpty else { return judged(finding, steps, third) }
    let authority = steps.first { $0.by == .authority }
    let state: RecognitionReport.State =
      authority == nil ? .noThirdPartyStep : .authorityActsAsNotifiedBody
    let reason =
      steps.isEmpty
      ? "no step of this procedure examines it (\(procedure.provision))" : whose(rule.says, rule.provision)
    return RecognitionReport.Requirement(
      finding: finding, state: state, reason: reason, steps: steps.map(\.id))
  }

  private func whose(_ says: String, _ provision: String) -> String { "\(says) (\(provision))" }

  private func judged(
    _ finding: GapReport.Finding, _ steps: [AssessmentProcedure.Step], _ third: [AssessmentProcedure.Step]
  ) -> RecognitionReport.Requirement {
    let standings = assessor.pathway.conditions.map { assessor.standing(of: $0, finding) }
    let ways = third.map { ($0.ways ?? []).map { masks(of: $0, standings) } }
    let names = third.map(\.title).joined(separator: "; ")
    var requirement = RecognitionReport.Requirement(
      finding: finding, state: .blocked, reason: "steps of a third party: \(names)", steps: steps.map(\.id))
    guard let choice = ShortestBlockers.best(ways) else { return requirement }
    requirement.blockers = findings(choice.unmet, standings)
    requirement.open = findings(choice.open, standings)
    if choice.unmet.isEmpty {
      requirement.evidence = evidence(for: finding, zip(third, choice.ways), standings)
      requirement.state = choice.open.isEmpty ? recognised(requirement.evidence) : .notJudged
      // Whatever the ways of a pathway ask for: nothing is recognised without a legal basis in force.
      if !assessor.direction.legalBasis.isInForce(on: assessor.day) { requirement.state = .blocked }
    }
    return requirement
  }

  private func recognised(_ evidence: [String]) -> RecognitionReport.State {
    evidence.isEmpty ? .recognised : .recognisedWithEvidence
  }

  private func masks(
    of way: AssessmentProcedure.Way, _ standings: [ConditionAssessor.Standing]
  ) -> (unmet: ConditionSet, open: ConditionSet) {
    var masks = (unmet: ConditionSet(), open: ConditionSet())
    for (index, condition) in assessor.pathway.conditions.enumerated() where way.needs.contains(condition.id)
    {
      switch standings[index] {
      case .met: break
      case .unmet: masks.unmet.insert(index)
      case .open: masks.open.insert(index)
      }
    }
    return masks
  }

  private func findings(
    _ set: ConditionSet, _ standings: [ConditionAssessor.Standing]
  ) -> [RecognitionReport.Finding] {
    set.members.map { index in
      let id = assessor.pathway.conditions[index].id
      switch standings[index] {
      case .met: return RecognitionReport.Finding(condition: id, why: "")
      case .unmet(let why), .open(let why): return RecognitionReport.Finding(condition: id, why: why)
      }
    }
  }

  /// What the chosen ways ask for beside their artefacts, each once, in the order of the steps.
  private func evidence(
    for finding: GapReport.Finding, _ chosen: Zip2Sequence<[AssessmentProcedure.Step], [Int]>,
    _ standings: [ConditionAssessor.Standing]
  ) -> [String] {
    var found: [String] = []
    for (step, index) in chosen {
      guard let way = step.ways?[index] else { continue }
      for piece in way.evidence ?? [] where outline.isWithin(finding.target.local, piece.for) {
        found.append(piece.says)
      }
      for (place, condition) in assessor.pathway.conditions.enumerated()
      where way.needs.contains(condition.id) {
        if case .met(let evidence?) = standings[place] { found.append(evidence) }
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }
}
