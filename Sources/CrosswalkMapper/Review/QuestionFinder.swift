import CrosswalkModel

/// Finds the questions whose answers lower the open share of a gap report most, in expectation.
///
/// Asked about are claims between the two frameworks that nobody has reviewed, that are stale or that a conflict rests
/// on; and, for each requirement that nobody has judged, whether the source has any counterpart to it, and how it
/// relates to the nodes of the source that claims relate to its neighbours. What may be answered is each relation that
/// the closure leaves, and of a claim also that it is wrong. For each answer the closure is taken again, with the answer
/// as a reviewed claim about the present text, and the open requirements are counted.
///
/// - Note: Where claims conflict, the pairs in conflict stay withdrawn, whatever is answered about others.
public struct QuestionFinder: Sendable {
  /// What the report is about.
  public var options: GapAnalysis.Options

  /// Creates a finder; the inference of its options is the closure.
  public init(_ options: GapAnalysis.Options) {
    self.options = options
    self.options.reasoning.inference = .closure
  }

  /// The best `top` questions.
  ///
  /// - Throws: ``MapperError`` where the graph lacks one of the frameworks, or both are the same.
  /// - Complexity: a gap report, a closure; for each answer, an incremental closure as a matrix; and one more closure
  ///   for each claim whose rejection may bring it among the best.
  public func questions(
    graph: CrosswalkGraph, from source: FrameworkID, to target: FrameworkID, top: Int
  ) throws(MapperError) -> ReviewQuestions {
    let report = try GapAnalysis(options).report(graph: graph, from: source, to: target)
    let ranking = QuestionRanking(
      report: report, graph: graph, reasoning: options.reasoning, sourceScopes: options.sourceScopes)
    let best = ranking.best(top)
    let writer = QuestionWriter(network: ranking.closure.network, report: report)
    return ReviewQuestions(
      report: report, candidates: ranking.candidates.count, questions: best.map(writer.question))
  }
}

/// Ranks the candidates of one report.
struct QuestionRanking {
  let closure: RelationshipClosure
  let requirements: OpenRequirements
  /// All candidates, with everything worked out but what a rejection would settle.
  private(set) var candidates: [QuestionCandidate] = []
  private let graph: CrosswalkGraph
  private let source: FrameworkID
  private let target: FrameworkID
  /// The names of the requirements that are counted.
  private let counted: [ControlID]
  private let reasoning: ReasoningOptions
  private let sourceScopes: [GapAnalysis.Scope]

  init(
    report: GapReport, graph: CrosswalkGraph, reasoning: ReasoningOptions,
    sourceScopes: [GapAnalysis.Scope] = []
  ) {
    self.sourceScopes = sourceScopes
    (source, target) = (report.source.id.framework, report.target.id.framework)
    self.graph = graph
    self.reasoning = reasoning
    let findings = report.findings.filter(\.applicability.isCounted)
    counted = findings.map(\.target)
    closure = Self.closure(graph, reasoning, counted, source)
    let verdicts = MatrixVerdicts(
      closure, source: source, target: target, sourceScopes: sourceScopes)
    requirements = Self.requirements(closure, verdicts, counted, target)
    let selection = CandidateSelection(
      closure: closure, requirements: requirements,
      frequencies: RelationFrequencies(
        closure.network, source: source, target: closure.network.catalogIndex(of: target) ?? 0),
      source: source, target: target)
    var all = selection.claims()
    for finding in findings where finding.verdict == .unknown && !finding.suggestedGap {
      guard let place = closure.place(of: finding.target), place.isAnchor, let node = place.anchor else {
        continue
      }
      all += selection.unclaimedPairs(of: Int(node), whole: verdicts.everything)
    }
    candidates = all.map(answered)
  }

  private static func closure(
    _ graph: CrosswalkGraph, _ reasoning: ReasoningOptions, _ counted: [ControlID], _ source: FrameworkID
  ) -> RelationshipClosure {
    RelationshipClosure(
      RelationNetworkBuilder.network(of: graph, options: reasoning, including: counted, wholes: [source]),
      options: reasoning)
  }

  private static func requirements(
    _ closure: RelationshipClosure, _ verdicts: MatrixVerdicts, _ counted: [ControlID], _ target: FrameworkID
  ) -> OpenRequirements {
    guard let catalog = closure.network.catalogIndex(of: target) else {
      return OpenRequirements(closure, verdicts: verdicts, rows: [])
    }
    var structure = closure.network.structures[catalog]
    let rows = counted.compactMap { structure.row(named: $0.local) }
    return OpenRequirements(closure, verdicts: verdicts, rows: rows)
  }

  private func answered(_ candidate: QuestionCandidate) -> QuestionCandidate {
    var candidate = candidate
    for index in candidate.choices.indices {
      candidate.choices[index].settled = requirements.settled(
        by: .init(
          first: candidate.first, second: candidate.second,
          relation: RelationshipSet(candidate.choices[index].relation)))
    }
    candidate.excludeImpossible()
    return candidate
  }

  // MARK: The best

  /// The best `count` candidates, worked out wholly.
  ///
  /// A rejection is worked out only where it may matter: what it can settle at most is known before (see
  /// ``OpenRequirements/mostSettled(withoutClaim:)``), and bounds what a question can be worth.
  func best(_ count: Int) -> [QuestionCandidate] {
    guard count > 0 else { return [] }
    let order = candidates.indices.sorted { left, right in
      let (first, second) = (bound(of: candidates[left]), bound(of: candidates[right]))
      return first == second ? precedes(left, right) : first > second
    }
    var best: [(index: Int, candidate: QuestionCandidate)] = []
    for index in order {
      if best.count == count, let last = best.last {
        let bound = bound(of: candidates[index])
        let mayEnter =
          bound > last.candidate.lowering
          || bound == last.candidate.lowering && precedes(index, last.index)
        guard mayEnter else { break }
      }
      best.append((index, workedOut(candidates[index])))
      best.sort { left, right in
        let (first, second) = (left.candidate.lowering, right.candidate.lowering)
        return first == second ? precedes(left.index, right.index) : first > second
      }
      if best.count > count { best.removeLast() }
    }
    return best.map(\.candidate)
  }

  /// Document order of the target, then of the source, then claims by identity.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (candidates[left], candidates[right])
    return (first.second, first.first, first.claim ?? -1, left)
      < (second.second, second.first, second.claim ?? -1, right)
  }

  /// What a candidate can be worth at most.
  private func bound(of candidate: QuestionCandidate) -> Double {
    guard candidate.settledOtherwise == nil, let claim = candidate.claim else { return candidate.lowering }
    // Without one of the claims of a conflict, anything may follow that was withdrawn.
    let most =
      candidate.kind == .conflictingClaim
      ? requirements.count : requirements.mostSettled(withoutClaim: claim)
    return candidate.loweringByChoices + candidate.otherwise * Double(most)
  }

  /// The candidate with what a rejection of its claim would settle.
  private func workedOut(_ candidate: QuestionCandidate) -> QuestionCandidate {
    guard candidate.settledOtherwise == nil, let claim = candidate.claim else { return candidate }
    var candidate = candidate
    let isInConflict = candidate.kind == .conflictingClaim
    candidate.settledOtherwise =
      isInConflict
      ? settledAnew(withoutClaim: claim)
      : requirements.settled(withoutClaim: claim) ?? settledAnew(withoutClaim: claim)
    return candidate
  }

  /// What the rejection of a claim would settle, where derivations decide it: everything is concluded anew.
  private func settledAnew(withoutClaim claim: Int) -> Int {
    let id = closure.network.claims[claim].id
    let rest = CrosswalkGraph(
      catalogs: graph.catalogs, claims: graph.claims.filter { $0.id != id }, staleClaims: graph.staleClaims)
    let closure = Self.closure(rest, reasoning, counted, source)
    let verdicts = MatrixVerdicts(
      closure, source: source, target: target, sourceScopes: sourceScopes)
    return requirements.count - Self.requirements(closure, verdicts, counted, target).count
  }
}
