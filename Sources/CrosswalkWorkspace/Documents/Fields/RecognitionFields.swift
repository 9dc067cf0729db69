import CrosswalkModel

/// A report on recognition as fields.
struct RecognitionFields {
  let report: RecognitionReport
  let words: Words

  static let description = FieldDescription.record(
    "recognition", "What would have to exist for work of one side to count on the other, by the pathway.",
    [
      .text("title", "Title of the pathway."),
      .text("direction", "Where the work is done, and for which market."),
      .text("status", "The legal basis in words.", "no legal basis, as of 2026-11-01"),
      .text("statusText", "What there is and what is missing."),
      .text("statusFrom", "Where that can be checked."),
      .flag("hasLegalBasis", "Whether the pathway declares one in force on the day of the document."),
      .text("notes", "What a reader must know before everything else."),
    ]
      + FieldDescription.list(
        "parties", "The two sides.",
        [.text("id", "Short name.", "us"), .text("name", "Full name.", "United States")])
      + FieldDescription.list(
        "contents", "The nine contents of an annex, in their order.",
        [
          .text("id", "Short name.", "legislation"), .text("title", "What an annex says there."),
          .text("us", "What the United States has."), .text("eu", "What the European Union has."),
          .text("text", "How far both sides are."), .text("from", "Where that stands."),
        ])
      + FieldDescription.list(
        "conditions", "What recognition needs, in the order of the pathway.",
        [
          .text("title", "The condition in words."), .text("state", "Whether it is met.", "not met"),
          .text("why", "Why it is not met."), .text("blocks", "How many requirements it blocks.", "14"),
        ])
      + FieldDescription.list(
        "states", "The states that requirements have.",
        [
          .text("state", "The state in words.", "blocked"),
          .text("count", "How many requirements have it.", "14"),
        ])
      + FieldDescription.list("requirements", "Every requirement that a procedure examines.", requirement)
      + FieldDescription.list(
        "questions", "What has to be answered first.", [.text("question", "The question.")])
      + FieldDescription.list(
        "terms", "Further terms that an agreement would settle.",
        [
          .text("title", "What it would settle."), .text("text", "How far that is."),
          .text("from", "Where existing practice settles it."),
        ]
      ))

  private static let requirement: [FieldDescription] =
    [
      .text("ref", "Full reference.", "eu-ai-act/9(1)"), .text("label", "Local name.", "9(1)"),
      .text("title", "Its title."), .text("state", "The state in words.", "no third-party step"),
      .text("reason", "Why."), .text("steps", "The steps that examine it."),
    ]
    + FieldDescription.list(
      "blockers", "The smallest set of conditions that would lift the block.",
      [.text("condition", "The condition in words."), .text("why", "Why it is not met.")])

  /// The report as a record.
  var record: FieldRecord {
    let basis = report.direction.legalBasis
    var record: FieldRecord = [
      "title": .text(words.shown(report.pathway.title)), "direction": .text(direction),
      "status": .text(status),
      "statusText": .text(words.shown(basis.says)), "statusFrom": .text(words.shown(basis.source)),
      "hasLegalBasis": .flag(report.hasLegalBasis), "notes": .text(words.shown(report.pathway.notice)),
    ]
    record.set(
      "parties", list: report.pathway.parties.map { ["id": .text($0.id), "name": .text(words.party($0))] })
    record.set("contents", list: report.pathway.contents.map(content))
    record.set("conditions", list: conditions)
    record.set("states", list: states)
    record.set("requirements", list: report.requirements.map(requirement))
    record.set(
      "questions", list: report.questions.map { ["question": .text(words.shown($0.asks, at: $0.provision))] })
    record.set(
      "terms",
      list: report.pathway.terms.map {
        [
          "title": .text(words.shown($0.says)), "text": .text(words($0.state)),
          "from": .text(words.shown($0.source)),
        ]
      })
    return record
  }

  private var direction: String {
    let parties = [report.direction.work, report.direction.market].map { id in
      report.pathway.parties.first { $0.id == id }.map { words.party($0) } ?? id
    }
    return words(.direction, parties[0], parties[1])
  }

  /// In force counts only on the day of the report.
  private var status: String {
    let basis = report.direction.legalBasis
    if basis.status == .inForce && !report.hasLegalBasis {
      return words(.notInForceOn, report.asOf.description)
    }
    return "\(words(basis.status)), \(words(.asOf, basis.asOf.description))"
  }

  private func content(_ content: AnnexContent) -> FieldRecord {
    let parts = report.pathway.parties.compactMap { party in content.parts[party.id].map { (party, $0) } }
    let side = { (id: String) in FieldValue.given((content.parts[id]?.says).map(words.shown)) }
    return [
      "id": .text(content.name.rawValue), "title": .text(words.shown(content.title)), "us": side("us"),
      "eu": side("eu"),
      "text": .text(words.sequence(parts.map { words.pair(words.party($0), words($1.state)) })),
      "from": .text(words.sequence(parts.map { words.pair(words.party($0), words.shown($1.source)) })),
    ]
  }

  private var conditions: [FieldRecord] {
    let blockers = report.blockers
    let open = Dictionary(
      report.requirements.flatMap(\.open).map { ($0.condition, $0.why) },
      uniquingKeysWith: { first, _ in first })
    return report.pathway.conditions.map { condition in
      let blocker = blockers.first { $0.condition.id == condition.id }
      let state: Words.Word =
        blocker != nil ? .notMet : open[condition.id] != nil ? .notJudged : .blocksNothing
      return [
        "title": .text(words.shown(condition.says, at: condition.provision)), "state": .text(words(state)),
        "why": .given(blocker?.why ?? open[condition.id]), "blocks": .count(blocker?.requirements ?? 0),
      ]
    }
  }

  private var states: [FieldRecord] {
    RecognitionReport.State.allCases.compactMap { state in
      let count = report.count(of: state)
      return count == 0 ? nil : ["state": .text(words(state)), "count": .count(count)]
    }
  }

  private func requirement(_ requirement: RecognitionReport.Requirement) -> FieldRecord {
    let steps = report.procedure?.steps.filter { requirement.steps.contains($0.id) } ?? []
    let record: FieldRecord = [
      "ref": .text(requirement.finding.target.description), "label": .text(requirement.finding.target.local),
      "title": .text(requirement.finding.title), "state": .text(words(requirement.state)),
      "reason": .text(requirement.reason),
      "steps": .text(words.sequence(steps.map { words.shown($0.title, at: $0.provision) })),
    ]
    return record.with(
      "blockers",
      list: requirement.blockers.map { blocker in
        let condition = report.pathway.conditions.first { $0.id == blocker.condition }
        return [
          "condition": .text(words.shown(condition?.says ?? blocker.condition)), "why": .text(blocker.why),
        ]
      })
  }
}
