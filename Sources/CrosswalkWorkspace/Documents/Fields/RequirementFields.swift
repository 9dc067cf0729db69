import CrosswalkModel

/// The requirements that a document goes through, as fields.
struct RequirementFields {
  let words: Words
  let links: LinkFields
  let evidence: EvidenceFields
  let subject: SubjectNames
  let rules: EvidenceRules
  let verdicts: RequirementVerdicts

  static let descriptions = FieldDescription.list(
    "requirements", "The points of the target that the document goes through, in document order.",
    [
      .text("ref", "Full reference.", "eu-ai-act/annex-iv/1"), .text("number", "Its number.", "1"),
      .text("title", "Its title.", "General description"),
      .text("asks", "The official text, or else our summary."),
      .text("asksNote", "Which of them, and the language where it is not the document's."),
      .text("answer", "What the subject file answers about the point as a whole."),
      .flag("answered", "Whether it does."), .text("open", "What stays open of the point as a whole."),
      .flag("hasSubpoints", "Whether its parts are points of their own below it."),
    ] + FieldDescription.list("parts", "Its single requirements; a point without parts is its own.", part))

  private static let part: [FieldDescription] =
    [
      .text("ref", "Full reference.", "eu-ai-act/annex-iv/1(a)"), .text("number", "Its number.", "1(a)"),
      .text("title", "Its title."), .text("asks", "The official text, or else our summary."),
      .text("asksNote", "Which of them, and the language where it is not the document's."),
      .text("modality", "What it does.", "legal duty"), .text("roles", "Whom it addresses.", "provider"),
      .text("applies", "Whether and from when it applies.", "applies from 2027-12-02"),
      .text("verdict", "How far the linked items address its subject matter."),
      .text("verdictToken", "covered, partial, gap, unknown or contradicted.", "partial"),
      .text("answer", "What the subject file answers."), .flag("answered", "Whether it answers."),
      .text("simplifiedAnswer", "The shorter answer, or else the full one."),
      .text("owner", "Who answers for it."),
      .text("open", "What stays open."),
      .text("state", "Whether the document is complete here: complete, partial or missing."),
      .text("stateToken", "complete, partial or missing.", "partial"),
      .text("stateReason", "Why."),
    ] + LinkFields.descriptions
    + FieldDescription.list(
      "alternatives", "What else is deemed to meet it: never part of the verdict.",
      [
        .text("title", "The certificate, act or standard."),
        .text("basis", "The place that makes it a route."),
        .text("note", "How far it reaches, and on which condition."),
      ])
    + FieldDescription.list("evidence", "The evidence behind it.", EvidenceFields.item)
    + FieldDescription.list(
      "missingEvidence", "Evidence without which the document is not complete.",
      [.text("kind", "The kinds, of which one is enough.", "test report")])
    + [.text("missingKinds", "The same in one line.", "test report; plan or policy"), PositionFields.pair]

  /// The groups below `roots`, in their order.
  func groups(_ roots: [CatalogNode]) -> [FieldRecord] {
    roots.flatMap(RequirementGroup.groups).map { group in
      let shown = ShownText(group.node, words)
      let answer = subject.answer(about: group.node.id)
      let record: FieldRecord = [
        "ref": .text(group.node.id.description), "number": .text(group.node.numberInDocument),
        "title": .text(shown.title), "asks": .text(shown.text), "asksNote": .text(shown.note),
        "answer": .given(answer?.text), "answered": .flag(answer?.text?.isEmpty == false),
        "open": .given(answer?.open),
        "hasSubpoints": .flag(group.parts.first?.id != group.node.id),
      ]
      return record.with("parts", list: group.parts.map(part))
    }
  }

  private func part(_ node: CatalogNode) -> FieldRecord {
    let shown = ShownText(node, words)
    let answer = subject.answer(about: node.id)
    let items = subject.evidence(for: node)
    let found = verdicts.verdict(on: node)
    let open = ([answer?.open ?? ""] + found.residuals).filter { !$0.isEmpty }.joined(separator: "\n")
    let missing = rules.missing(for: node)
    let completeness = Completeness(
      isAnswered: answer?.text?.isEmpty == false, evidence: items, missing: missing,
      isOpen: answer?.open?.isEmpty == false, fields: nil)
    let number: FieldRecord = [
      "ref": .text(node.id.description), "number": .text(node.numberInDocument), "title": .text(shown.title),
      "asks": .text(shown.text), "asksNote": .text(shown.note),
      "modality": .given(found.modality.map { words($0) }),
      "roles": .text(words.roles(found.roles)), "applies": .text(found.applies(words)),
      "verdict": .text(found.words(words)), "verdictToken": .text(found.verdict.rawValue),
      "positions": .record(links.positions.pair(on: .node(node.id))),
    ]
    var record = number.merging(self.answer(answer)).merging(completeness.record(words, evidence))
    record["open"] = .text(open)
    record.set("linked", list: found.supports.map { links.record($0.support, from: $0.framework) })
    record.set("alternatives", list: found.alternatives.map(alternative))
    record.set("evidence", list: items.map(evidence.record))
    let kinds = missing.map { words.list($0.map { words($0) }) }
    record["missingKinds"] = .text(words.sequence(kinds))
    record.set("missingEvidence", list: kinds.map { ["kind": .text($0)] })
    return record
  }

  private func answer(_ answer: DocumentSubject.Answer?) -> FieldRecord {
    [
      "answer": .given(answer?.text), "answered": .flag(answer?.text?.isEmpty == false),
      "simplifiedAnswer": .given(answer?.simplified ?? answer?.text), "owner": .given(answer?.owner),
    ]
  }

  private func alternative(_ route: AlternativeRoute) -> FieldRecord {
    let title: String
    if case .framework(let framework) = route.source, let known = links.titles[framework] {
      title = known
    } else {
      title = route.source.spelled
    }
    let basis = words.sequence([route.basis, words(route.isReviewed ? .reviewed : .draft)])
    return ["title": .text(title), "basis": .text(basis), "note": .text(route.condition)]
  }
}
