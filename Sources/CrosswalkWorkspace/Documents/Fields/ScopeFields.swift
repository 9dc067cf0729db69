import CrosswalkModel

/// What the gate of a pathway says about a system: whether the law concerns it, its class, its procedure.
struct ScopeFields {
  let gate: RecognitionReport.Gate?
  let system: SystemDescription?
  /// The routes that the target declares, by whose titles classes are called.
  let routes: [ApplicationRoute]
  let words: Words

  static let description = FieldDescription.record(
    "scope", "Whether the law concerns the system, its class and its procedure, by the gate of the pathway.",
    [
      .flag("known", "Whether a system is described."),
      .text("outcome", "What the gate gave.", "within the scope"),
      .text("class", "The class of the system.", "High-risk system of Annex III"),
      .text("procedure", "The procedure of conformity assessment.", "Internal control"),
      .text("procedureText", "Why this procedure, and where that stands."),
    ]
      + FieldDescription.list(
        "steps", "The stages of the gate, in order.",
        [
          .text("id", "Short name of the stage.", "class"), .text("title", "What the stage decides."),
          .text("outcome", "What it gave, in words."), .text("place", "The provision.", "Article 6(2)"),
        ] + FieldDescription.list("facts", "The known facts that it rests on.", fact)
          + FieldDescription.list("open", "What has to be answered first.", question))
      + FieldDescription.list("open", "Every question that has to be answered first.", question))

  static let fact: [FieldDescription] = [
    .text("id", "Short name of the fact.", "defence-use"), .text("question", "What is asked."),
    .text("answer", "The answer.", "dual-use"), .text("from", "Where the answer comes from."),
    .flag("known", "Whether there is an answer."),
  ]

  private static let question: [FieldDescription] = [.text("question", "What is asked, with the provision.")]

  /// The gate as a record.
  var record: FieldRecord {
    var record: FieldRecord = [
      "known": .flag(gate != nil), "outcome": .text(outcome), "class": .given(systemClass),
      "procedure": .given((gate?.procedure?.title).map(words.shown)), "procedureText": .text(procedureText),
    ]
    record.set("steps", list: (gate?.steps ?? []).map(step))
    record.set("open", list: questions(gate?.steps.flatMap(\.open) ?? []))
    return record
  }

  /// One fact with its question and its answer.
  static func record(
    of question: RecognitionPathway.Question, _ system: SystemDescription, _ words: Words
  ) -> FieldRecord {
    let answers = system.answers(question.fact)
    return [
      "id": .text(question.fact.rawValue), "question": .text(words.shown(question.asks)),
      "answer": .text(answers.map { words.answers($0) } ?? words(.unknownFact)),
      "from": .given(system.facts[question.fact.rawValue]?.from), "known": .flag(answers != nil),
    ]
  }

  private func questions(_ questions: [RecognitionPathway.Question]) -> [FieldRecord] {
    questions.map { ["question": .text(words.shown($0.asks, at: $0.provision))] }
  }

  private var systemClass: String? {
    gate?.systemClass.map { id in
      routes.first { $0.id == id }.map { words.shown($0.title, at: $0.provision) } ?? id
    }
  }

  private var outcome: String {
    guard let gate else { return "" }
    guard let last = gate.steps.last, let rule = last.decided else { return words(.notDecided) }
    switch rule.then {
    case .procedure, .goOn, .classified: return words(.withinScope)
    case .outOfScope, .prohibited, .notJudged:
      return words.pair(words(rule.then), words.shown(rule.says, at: rule.provision))
    }
  }

  private var procedureText: String {
    guard gate?.procedure != nil, let rule = gate?.steps.last?.decided else { return "" }
    return words.shown(rule.says, at: rule.provision)
  }

  private func step(_ step: RecognitionReport.GateStep) -> FieldRecord {
    let outcome = step.decided.map { words.pair(words($0.then), words.shown($0.says)) } ?? words(.notDecided)
    var record: FieldRecord = [
      "id": .text(step.stage.id), "title": .text(words.shown(step.stage.title)), "outcome": .text(outcome),
      "place": .given((step.decided?.provision).map(words.shown)),
    ]
    let asked = (gate?.questions ?? []).filter { step.facts.contains($0.fact) }
    record.set("facts", list: system.map { system in asked.map { Self.record(of: $0, system, words) } } ?? [])
    record.set("open", list: questions(step.open))
    return record
  }
}
