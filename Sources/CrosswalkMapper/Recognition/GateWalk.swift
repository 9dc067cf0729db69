import CrosswalkModel

/// Walks the stages of a gate: what is certain goes on, and the first stage that facts are missing for ends the walk.
struct GateWalk {
  /// How the walk ended.
  enum End {
    case procedure(AssessmentProcedure, GateStage.Rule)
    case stopped(RecognitionReport.State, reason: String)
  }

  private(set) var steps: [RecognitionReport.GateStep] = []
  private(set) var ledger: FactLedger
  private(set) var systemClass: String?
  private(set) var end: End

  init(
    _ direction: RecognitionPathway.Direction, _ system: SystemDescription,
    asking questions: [RecognitionPathway.Question]
  ) {
    ledger = FactLedger(system)
    end = .stopped(.notJudged, reason: "the pathway names no procedure")
    for stage in direction.gate {
      let step = Self.step(stage, ledger, questions)
      steps.append(step)
      guard let rule = step.decided else {
        end = .stopped(.notJudged, reason: Self.missing(step.open))
        return
      }
      ledger.outcomes[stage.id] = rule.name ?? rule.then.rawValue
      if rule.then == .classified { systemClass = rule.name }
      if let end = Self.end(rule, direction) {
        self.end = end
        return
      }
    }
  }

  /// How the walk ends with `rule`; `nil` where it goes on.
  private static func end(_ rule: GateStage.Rule, _ direction: RecognitionPathway.Direction) -> End? {
    let reason = "\(rule.says) (\(rule.provision))"
    switch rule.then {
    case .goOn, .classified: return nil
    case .outOfScope: return .stopped(.outOfScope, reason: reason)
    case .prohibited: return .stopped(.prohibited, reason: reason)
    case .notJudged: return .stopped(.notJudged, reason: reason)
    case .procedure:
      return direction.procedures.first { $0.id == rule.name }.map { .procedure($0, rule) }
    }
  }

  /// Every rule that may be the first to hold, up to the one that certainly holds; decided where all of them have the
  /// same effect, whatever the unknown facts are.
  private static func step(
    _ stage: GateStage, _ ledger: FactLedger, _ questions: [RecognitionPathway.Question]
  ) -> RecognitionReport.GateStep {
    var possible: [GateStage.Rule] = []
    var unknown: Set<SystemFact> = []
    var certain: GateStage.Rule?
    for rule in stage.rules where certain == nil {
      switch ledger.holds(rule.when) {
      case true?:
        possible.append(rule)
        certain = rule
      case nil:
        possible.append(rule)
        unknown.formUnion(ledger.unknownFacts(of: rule.when))
      case false?: break
      }
    }
    let isDecided = Set(possible.map { [$0.then.rawValue, $0.name ?? ""] }).count == 1
    let asked = Set(stage.rules.flatMap { $0.when.alternatives.flatMap(\.keys) })
    return RecognitionReport.GateStep(
      stage: stage, decided: isDecided ? certain ?? possible.last : nil,
      facts: questions.map(\.fact).filter { asked.contains($0.rawValue) && ledger.system.answers($0) != nil },
      open: isDecided ? [] : questions.filter { unknown.contains($0.fact) })
  }

  private static func missing(_ questions: [RecognitionPathway.Question]) -> String {
    let names = questions.map { "\($0.fact.rawValue) (\($0.provision))" }
    return "unknown: " + names.joined(separator: ", ")
  }
}
