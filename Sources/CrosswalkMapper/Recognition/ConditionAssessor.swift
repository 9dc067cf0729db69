import CrosswalkModel

/// Tells of each condition whether it is met, by what the pathway declares and the gap report found.
struct ConditionAssessor {
  /// What is known of one condition.
  enum Standing: Hashable {
    /// Met; with evidence to be given beside an artefact where subject matter is addressed in part only.
    case met(evidence: String? = nil)
    case unmet(String)
    /// Facts or judgements are missing.
    case open(String)
  }

  let pathway: RecognitionPathway
  let direction: RecognitionPathway.Direction
  let ledger: FactLedger
  let day: CalendarDate

  /// What is known of `condition` for the requirement that `finding` is about.
  func standing(of condition: RecognitionCondition, _ finding: GapReport.Finding) -> Standing {
    switch condition.kind {
    case .subjectMatter: return Self.subjectMatter(finding)
    case .content: return content(condition)
    case .legalBasis, .productScope, .artefact: break
    }
    guard direction.legalBasis.isInForce(on: day) else { return .unmet(direction.legalBasis.status.words) }
    switch condition.kind {
    case .productScope: return covers(direction.legalBasis.covers, what: "the legal basis")
    case .artefact:
      let accepted = condition.artefact.map { direction.legalBasis.artefacts?.contains($0) == true } == true
      return accepted ? .met() : .unmet("the legal basis does not name it")
    default: return .met()
    }
  }

  private func content(_ condition: RecognitionCondition) -> Standing {
    guard let content = pathway.contents.first(where: { $0.name == condition.content }) else {
      return .unmet("the pathway declares nothing")
    }
    var standing = Standing.met()
    for side in sides(condition.side ?? .both) {
      guard let part = content.parts[side], part.state == .settled else {
        return .unmet("\(pathway.partyName(side)): \(content.parts[side]?.says ?? "nothing is declared")")
      }
      switch covers(part.covers, what: "\(pathway.partyName(side))'s part") {
      case .met: break
      case .unmet(let why): return .unmet(why)
      case .open(let why): standing = .open(why)
      }
    }
    return standing
  }

  private func sides(_ side: RecognitionCondition.Side) -> [String] {
    switch side {
    case .work: [direction.work]
    case .market: [direction.market]
    case .both: [direction.work, direction.market]
    }
  }

  private func covers(_ condition: FactCondition?, what: String) -> Standing {
    guard let condition else { return .met() }
    switch ledger.holds(condition) {
    case true?: return .met()
    case false?: return .unmet("\(what) does not cover this system")
    case nil:
      let facts = ledger.unknownFacts(of: condition)
      let names = SystemFact.allCases.filter(facts.contains).map(\.rawValue)
      return .open("whether \(what) covers this system depends on \(names.joined(separator: ", "))")
    }
  }

  /// Drafts, stale claims and conflicts never carry recognition; no counterpart blocks it.
  private static func subjectMatter(_ finding: GapReport.Finding) -> Standing {
    switch finding.verdict {
    case .gap: return .unmet("\(Verdict.gap.words) in the framework of the work")
    case .unknown, .contradicted: return .open(finding.verdict.words)
    case .covered, .partial: break
    }
    if finding.stale { return .open("\(finding.verdict.words), on a claim about another revision") }
    if finding.draft { return .open("\(finding.verdict.words), on unreviewed claims only") }
    guard finding.verdict == .partial else { return .met() }
    let residual = finding.residual.isEmpty ? "what the framework of the work leaves open" : finding.residual
    return .met(evidence: "beside the report: \(residual)")
  }
}
