import CrosswalkModel

/// The sections of a template, and whether each is complete.
struct SectionFields {
  let manifest: TemplateManifest
  let words: Words
  let answers: SectionAnswers
  /// All evidence of the subject.
  let items: [EvidenceItem]
  let evidence: EvidenceFields
  let positions: PositionFields
  let catalog: FieldCatalog
  /// Every other field of the document.
  let record: FieldRecord

  static func descriptions(_ manifest: TemplateManifest) -> [FieldDescription] {
    let sections = (manifest.sections ?? []).map { section in
      FieldDescription.record(section.id, "The section “\(section.id)”.", fields)
    }
    return [.record("sections", "The sections of the template, each by its short name.", sections)]
      + FieldDescription.list("sectionList", "The sections of the template, in order.", fields)
  }

  private static let fields: [FieldDescription] =
    [
      .text("id", "Short name.", "classification"), .text("number", "Its number.", "4"),
      .text("title", "Its heading."),
      .text("answer", "What the subject file says."), .flag("answered", "Whether it says anything."),
      .text("owner", "Who answers for it."), .text("open", "What stays open."),
      .text("state", "Whether the section is complete: complete, partial or missing.", "partial"),
      .text("stateToken", "complete, partial or missing.", "partial"), .text("stateReason", "Why."),
    ]
    + FieldDescription.list(
      "missing", "What it is not complete without.",
      [
        .text("field", "Path of the field, or kind of evidence.", "details.milestones"),
        .text("meaning", "What that is."),
      ])
    + FieldDescription.list("evidence", "The evidence behind it.", EvidenceFields.item) + [
      PositionFields.pair
    ]

  /// `sections` and `sectionList`.
  var fields: FieldRecord {
    let list = (manifest.sections ?? []).enumerated().map { index, section in
      (section.id, self.section(section, number: index + 1))
    }
    let byName = Dictionary(list.map { ($0, FieldValue.record($1)) }, uniquingKeysWith: { first, _ in first })
    let record: FieldRecord = ["sections": .record(FieldRecord(byName))]
    return record.with("sectionList", list: list.map(\.1))
  }

  private func section(_ section: TemplateManifest.Section, number: Int) -> FieldRecord {
    let answer = answers.answer(about: section.id, of: manifest.sectionHolder)
    let kinds = section.evidence ?? []
    let named = Set(answer?.evidence ?? [])
    let items = self.items.filter { named.contains($0.id) || kinds.contains($0.kind) }
    let there = Set(items.filter(evidence.isThere).map(\.kind))
    let missingKinds = kinds.filter { !there.contains($0) }
    let needs = section.needs ?? []
    let absent = needs.filter { !record.gives($0) }
    let completeness = Completeness(
      isAnswered: answer?.text?.isEmpty == false, evidence: items, missing: missingKinds.map { [$0] },
      isOpen: answer?.open?.isEmpty == false,
      fields: needs.isEmpty ? nil : (needs.count - absent.count, needs.count))
    var fields = completeness.record(words, evidence).merging([
      "id": .text(section.id), "number": .count(number), "title": .text(words.label(section.title)),
      "answer": .given(answer?.text), "answered": .flag(answer?.text?.isEmpty == false),
      "owner": .given(answer?.owner), "open": .given(answer?.open),
      "positions": .record(
        positions.pair(on: .section(template: manifest.sectionHolder, section: section.id))),
    ])
    fields.set("missing", list: absent.map(missing) + missingKinds.map(missing))
    fields.set("evidence", list: items.map(evidence.record))
    return fields
  }

  private func missing(_ path: String) -> FieldRecord {
    let label = words.strings["needs-" + path.replacing(".", with: "-").lowercased()]
    return ["field": .text(path), "meaning": .text(label ?? catalog.field(at: path)?.meaning ?? path)]
  }

  private func missing(_ kind: EvidenceKind) -> FieldRecord {
    ["field": .text(kind.rawValue), "meaning": .text(words(kind))]
  }
}

extension TemplateManifest {
  /// The template whose sections these are: itself, unless it shows those of another one.
  var sectionHolder: String { sectionsOf ?? name }
}

extension FieldRecord {
  /// Whether the field at `path` holds anything; of a list, whether it has entries and all of them do.
  func gives(_ path: String) -> Bool {
    FieldValue.record(self).gives(path.split(separator: ".").map(String.init)[...])
  }
}

extension FieldValue {
  fileprivate func gives(_ path: ArraySlice<String>) -> Bool {
    switch self {
    case .list(let entries): !entries.isEmpty && entries.allSatisfy { path.isEmpty || $0.gives(path) }
    case .record(let record):
      if let name = path.first {
        record[name]?.gives(path.dropFirst()) ?? false
      } else {
        record.fields.values.contains { $0.gives([]) }
      }
    case .text, .flag: path.isEmpty && !isAbsent
    }
  }
}
