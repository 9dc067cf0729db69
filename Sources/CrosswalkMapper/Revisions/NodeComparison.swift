import CrosswalkModel

/// Compares one node of two revisions, without its parts.
struct NodeComparison {
  /// What was found about a node.
  struct Result {
    var parts: [CatalogDiff.Part] = []
    /// Marks that only the newer side has.
    var marks: [AmendmentMark] = []
    var notCompared: CatalogDiff.NotCompared.Reason?
  }

  private let from: Catalog
  private let to: Catalog
  private let isSameLanguage: Bool

  init(from: Catalog, to: Catalog) {
    self.from = from
    self.to = to
    // Where a side does not name its language, the texts of one framework are taken to be in one.
    let languages = (from.metadata.language, to.metadata.language)
    isSameLanguage =
      languages.0 == nil || languages.1 == nil || languages.0?.language == languages.1?.language
  }

  func compare(_ old: CatalogNode, _ new: CatalogNode) -> Result {
    var result = Result()
    let (before, after) = (from.rows[old.index], to.rows[new.index])
    compareWords(old, new, before, after, into: &result)
    compareValues(old, new, before, after, into: &result)
    if before.roles != after.roles {
      let (names, others) = (before.roles.names, after.roles.names)
      result.parts.append(
        .list(
          .roles, removed: names.filter { !others.contains($0) },
          inserted: others.filter { !names.contains($0) }))
    }
    if !hasSameFacts(old.index, new.index) {
      FactComparison(old, new).add(to: &result, isSameLanguage: isSameLanguage)
    }
    return result
  }

  // MARK: Words

  private func compareWords(
    _ old: CatalogNode, _ new: CatalogNode, _ before: NodeRow, _ after: NodeRow, into result: inout Result
  ) {
    let hasWords = [before, after].contains { !$0.title.isEmpty || !$0.text.isEmpty || !$0.summary.isEmpty }
    guard isSameLanguage else {
      if hasWords { result.notCompared = .otherLanguage }
      return
    }
    if !from.hasSameBytes(before.title, as: after.title, of: to) {
      result.add(.title, old.title, new.title)
    }
    let field = new.kind == .guidance ? CatalogDiff.Field.guidance : .requirement
    if !before.text.isEmpty, !after.text.isEmpty {
      if !from.hasSameBytes(before.text, as: after.text, of: to) { result.add(field, old.text, new.text) }
      if !before.summary.isEmpty, !after.summary.isEmpty { result.add(.summary, old.summary, new.summary) }
    } else if !before.summary.isEmpty, !after.summary.isEmpty {
      result.add(field == .requirement ? .requirementSummary : field, old.summary, new.summary)
    } else if !before.text.isEmpty, !after.hasWords, !after.isWithdrawn,
      !new.children.contains(where: \.hasOfficialWords)
    {
      // A publisher's words that are gone, and that did not move into parts; what is withdrawn has none any more.
      result.add(field, old.text, "")
    } else {
      let words = (before.hasWords, after.hasWords)
      if words.0 && words.1 { result.notCompared = .otherKindOfText }
      if words.0 != words.1 { result.notCompared = .textOnOneSide }
      if !words.0, !words.1, old.hasNoWordsOfWhatItRequires, new.hasNoWordsOfWhatItRequires {
        result.notCompared = .noText
      }
    }
  }

  // MARK: Values

  private func compareValues(
    _ old: CatalogNode, _ new: CatalogNode, _ before: NodeRow, _ after: NodeRow, into result: inout Result
  ) {
    // A label that is the name again says nothing that the name does not.
    let hasSameLabel =
      from.hasSameBytes(before.label, as: after.label, of: to)
      && from.hasSameBytes(before.local, as: after.local, of: to)
    if !hasSameLabel, LocalKey(old.printedName) != LocalKey(new.printedName) {
      result.add(value: .label, old.label, new.label)
    }
    result.add(value: .kind, before.kind.name, after.kind.name)
    result.add(value: .modality, before.modality?.rawValue ?? "", after.modality?.rawValue ?? "")
    result.add(value: .appliesFrom, from.string(before.appliesFrom), to.string(after.appliesFrom))
    if isSameLanguage {
      result.add(value: .appliesNote, from.string(before.appliesNote), to.string(after.appliesNote))
    }
    result.add(value: .assessable, Self.word(before.assessable), Self.word(after.assessable))
    result.add(value: .unionOfParts, Self.word(before.isUnionOfParts), Self.word(after.isUnionOfParts))
  }

  private static func word(_ value: Bool?) -> String {
    switch value {
    case nil: ""
    case true?: "yes"
    case false?: "no"
    }
  }

  private func hasSameFacts(_ old: Int, _ new: Int) -> Bool {
    let (before, after) = (from.facts(of: old), to.facts(of: new))
    return before.count == after.count
      && zip(before, after).allSatisfy { left, right in
        left.kind == right.kind && from.hasSameBytes(left.name, as: right.name, of: to)
          && from.hasSameBytes(left.value, as: right.value, of: to)
      }
  }
}

extension CatalogNode {
  /// Whether it requires something that stands neither in it nor in its parts; a group only holds what requires.
  fileprivate var hasNoWordsOfWhatItRequires: Bool {
    kind != .group && requiresSomething && RequirementText(self).isEmpty
  }

  fileprivate var printedName: String { label.isEmpty ? local : label }
}

extension CatalogNode {
  /// Whether it or a part of it has a publisher's words.
  fileprivate var hasOfficialWords: Bool { !RequirementText(self).official.isEmpty }
}

extension NodeRow {
  fileprivate var hasWords: Bool { !text.isEmpty || !summary.isEmpty }
}

extension String {
  /// The first subtag of a language tag: `en` of `en-GB`.
  fileprivate var language: String { prefix { $0 != "-" }.lowercased() }
}

extension NodeComparison.Result {
  /// Leaves words only: the links, properties and marks of a node that was withdrawn say just that.
  mutating func keepWords() {
    parts.removeAll { part in
      if case .words = part { return false }
      return true
    }
    marks = []
    notCompared = nil
  }

  /// Adds how words changed, where they did.
  mutating func add(_ field: CatalogDiff.Field, _ before: String, _ after: String, language: String? = nil) {
    guard let change = WordComparison(before: before, after: after).change() else { return }
    parts.append(.words(field, change, language: language))
  }

  /// Adds how a value changed, where it did.
  mutating func add(value field: CatalogDiff.Field, _ before: String, _ after: String) {
    if before != after { parts.append(.value(field, before: before, after: after)) }
  }
}
