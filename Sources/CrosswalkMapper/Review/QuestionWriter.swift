import CrosswalkModel

/// Writes candidates as the questions that people read, with the claims that record their answers.
struct QuestionWriter {
  let network: RelationNetwork
  let report: GapReport

  /// The question of one candidate.
  func question(_ candidate: QuestionCandidate) -> ReviewQuestions.Question {
    let isWhole = network.isEverything(NodeIndex(candidate.first))
    let claim = candidate.claim.map { network.claims[$0] }
    let ends = (end(candidate.first), end(candidate.second))
    var answers = candidate.choices.map { choice in
      ReviewQuestions.Answer(
        meaning: isWhole ? .noCounterpart : .relation(choice.relation), probability: choice.probability,
        settled: choice.settled, record: record(choice.relation, ends, isWhole: isWhole, of: claim))
    }
    if candidate.otherwise > 0 || claim != nil {
      answers.append(
        ReviewQuestions.Answer(
          meaning: claim == nil ? .someCounterpart : .rejected, probability: candidate.otherwise,
          settled: candidate.settledOtherwise, record: claim.map(rejection)))
    }
    // A stable order: of answers that are as probable, the one named first in the algebra.
    let order = answers.indices.sorted {
      (answers[$1].probability, $0) < (answers[$0].probability, $1)
    }
    return ReviewQuestions.Question(
      kind: candidate.kind, source: ends.0, target: ends.1, claim: claim, answers: order.map { answers[$0] },
      expectedLowering: candidate.lowering)
  }

  private typealias End = ReviewQuestions.Question.End

  private func end(_ node: Int) -> End {
    let nodes = network.names(of: NodeIndex(node))
    return End(
      nodes: nodes, framework: network.frameworks[node], title: network.title(of: NodeIndex(node)),
      text: nodes.compactMap(text).filter { !$0.isEmpty }.joined(separator: " | "))
  }

  private func text(_ control: ControlID) -> String? {
    guard let catalog = network.catalogIndex(of: control.framework) else { return nil }
    var structure = network.structures[catalog]
    return structure.row(named: control.local).map { structure.catalog[$0].requirement }
  }

  // MARK: Recording

  /// The claim that records a relation: the one asked about where it says just this of the present text, else another.
  private func record(
    _ relation: Relationship, _ ends: (End, End), isWhole: Bool, of claim: MappingClaim?
  ) -> MappingClaim {
    let said = RelationshipSet(relation)
    if let claim, !network.staleClaims.contains(claim.id),
      (claim.source.framework, claim.target.framework) == (source, target),
      claim.relations == said || claim.isNoCounterpart
    {
      return reviewed(claim, .complete)
    }
    var record = MappingClaim(
      id: ClaimID(""), source: isWhole ? .framework(ends.0.framework) : .nodes(ends.0.nodes),
      target: .nodes(ends.1.nodes), relations: said, token: isWhole ? "no-counterpart" : relation.rawValue,
      rationale: claim?.rationale ?? .semantic, confidence: 1, method: .human,
      origin: SourceLocation(file: "", line: 1, column: 1))
    record.author = ReviewQuestions.Answer.reviewer
    record.date = report.asOf
    record.sourceRevision = report.source.id.revision
    record.targetRevision = report.target.id.revision
    return reviewed(record, .complete)
  }

  private var source: FrameworkID { report.source.id.framework }
  private var target: FrameworkID { report.target.id.framework }

  private func rejection(of claim: MappingClaim) -> MappingClaim { reviewed(claim, .rejected) }

  private func reviewed(_ claim: MappingClaim, _ status: MappingClaim.Status) -> MappingClaim {
    var claim = claim
    claim.status = status
    claim.reviewer = ReviewQuestions.Answer.reviewer
    claim.reviewedOn = report.asOf
    return claim
  }
}
