import CrosswalkModel

/// The parts of a comparison other than changes, as every format lists them.
struct DiffSection {
  /// One node in a list.
  struct Item {
    var name: String
    var title: String
    /// What there is to say about it, one line each.
    var details: [String]
  }

  /// For links inside a page.
  var anchor: String
  var title: String
  var meaning: String
  var items: [Item]
}

extension RevisionReport {
  /// What differs, in one line: `4 controls differ: SA-4, SA-5, SA-8, SI-2`.
  var differenceSentence: String {
    // What is new as a whole is told as such; in it may stand what had another number before.
    let new = Set(diff.added.map(\.node.id.local))
    let controls = diff.changedControls.filter { !new.contains($0) }
    guard !diff.isEmpty else {
      return diff.notCompared.isEmpty && staleClaims.isEmpty
        ? "Nothing differs." : "Nothing that can be compared differs."
    }
    let differ =
      controls.isEmpty
      ? "The text of nothing that both have differs"
      : "\(Counted.of(controls.count, "control")) \(controls.count == 1 ? "differs" : "differ"): \(Self.list(controls))"
    return ([differ] + cameAndWent).joined(separator: "; ")
  }

  /// Whole controls that only one revision has in force.
  private var cameAndWent: [String] {
    [("new", diff.added), ("withdrawn", diff.withdrawn), ("gone", diff.removed)].compactMap { what, entries in
      let names = entries.map(\.node).filter(\.kind.isControl).map(\.id.local)
      return names.isEmpty ? nil : "\(names.count) \(what): \(Self.list(names))"
    }
  }

  private static func list(_ names: [String]) -> String {
    let rest = names.count - mostNames
    return names.prefix(mostNames).map(\.unbreakable).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private static let mostNames = 40

  /// Counts of everything that is listed.
  var countsSentence: String {
    let counts = [
      (diff.added.count, "added"), (diff.withdrawn.count, "withdrawn"), (diff.removed.count, "removed"),
      (diff.reinstated.count, "reinstated"), (diff.moved.count, "moved"),
      (diff.renumbered.count, "renumbered"), (diff.changed.count, "changed"),
      (diff.notCompared.count, "not compared"),
    ]
    return counts.map { "\($0) \($1)" }.joined(separator: ", ") + "."
  }

  /// Of how many requirements only this project's words were compared; `nil` for none.
  var summariesSentence: String? {
    let count = diff.changed.count { $0.parts.contains { $0.field == .requirementSummary } }
    guard count > 0 else { return nil }
    return "Of \(Counted.of(count, "requirement")) the words that changed are this toolkit's summaries:"
      + " the store has no official text of them on both sides."
  }

  /// How many claims are affected.
  var claimsSentence: String {
    guard claims > 0 else { return "No claim is about this framework." }
    return "\(staleClaims.count) of \(Counted.of(claims, "claim")) about it "
      + (staleClaims.count == 1 ? "becomes stale" : "become stale")
      + "; \(claimsOfOlder == 0 ? "none" : "\(claimsOfOlder)") of them \(claimsOfOlder == 1 ? "is" : "are") about the older revision."
  }

  /// How many verdicts are otherwise.
  var verdictsSentence: String {
    guard !verdicts.isEmpty else { return "No verdicts rest on claims about this framework." }
    let frameworks = Set(verdicts.flatMap { [$0.source.framework, $0.target.framework] })
    return "\(Counted.of(changedVerdicts, "verdict")) "
      + (changedVerdicts == 1 ? "changes" : "change")
      + ", towards \(Counted.of(frameworks.count - 1, "other framework"))."
  }

  /// Lists of nodes, those that are not empty.
  var sections: [DiffSection] {
    let lists: [(String, String, String, [DiffSection.Item])] = [
      ("added", "Added", "Only the newer revision has these.", diff.added.map(\.item)),
      ("withdrawn", "Withdrawn", "The publisher marks these as withdrawn.", diff.withdrawn.map(\.item)),
      (
        "removed", "Removed", "These are gone, without a mark of the publisher.", diff.removed.map(\.item)
      ),
      (
        "reinstated", "Reinstated", "These were withdrawn and are in force again.",
        diff.reinstated.map(\.item)
      ),
      ("moved", "Moved", "These went elsewhere.", diff.moved.map(\.item)),
      (
        "renumbered", "Renumbered", "The same words stand under another identifier.",
        diff.renumbered.map(\.item)
      ),
    ]
    return lists.filter { !$0.3.isEmpty }.map {
      DiffSection(anchor: $0.0, title: $0.1, meaning: $0.2, items: $0.3)
    }
  }

  /// The changes by the control that they are in, in document order.
  var changesByControl: [ControlChanges] {
    var groups: [ControlChanges] = []
    for change in diff.changed {
      if groups.last?.control != change.after.control {
        groups.append(ControlChanges(control: change.after.control, title: change.after.controlTitle))
      }
      groups[groups.count - 1].append(change)
    }
    return groups
  }

  /// What the revisions say otherwise about themselves, but for the properties, which are counted: most are names and
  /// addresses of those who made the file.
  var metadataParts: (parts: [CatalogDiff.Part], properties: String?) {
    var properties: String?
    for case .list(.properties, let removed, let inserted) in diff.metadata {
      properties =
        "\(Counted.of(removed.count, "further fact")) of the older revision only, \(inserted.count) of the newer one only"
    }
    return (diff.metadata.filter { $0.field != .properties }, properties)
  }

  /// How many nodes could not be compared, by the reason.
  var notComparedSentences: [String] {
    CatalogDiff.NotCompared.Reason.allCases.compactMap { reason in
      let count = diff.notCompared.count { $0.reason == reason }
      return count == 0 ? nil : "\(Counted.of(count, "node")): \(reason.words(diff))."
    }
  }
}

extension CatalogDiff.NotCompared.Reason {
  /// Why words were not compared.
  func words(_ diff: CatalogDiff) -> String {
    switch self {
    case .otherLanguage:
      "the texts are in different languages (\(diff.from.language ?? "?") and \(diff.to.language ?? "?"))"
    case .otherKindOfText: "one revision has the official text, the other a summary"
    case .textOnOneSide: "only one revision has words"
    case .noText: "neither revision has words, so nobody knows whether they are the same"
    }
  }
}

extension CatalogDiff.Entry {
  fileprivate var item: DiffSection.Item {
    let text = node.text.isEmpty ? [] : [node.text]
    return .init(name: node.id.local, title: node.title, details: marks.map(\.words) + text)
  }
}

extension CatalogDiff.Move {
  fileprivate var item: DiffSection.Item {
    .init(name: from.id.local, title: from.title, details: [words])
  }

  /// Where it went.
  var words: String {
    let name = to.local + (destination.map { $0.title.isEmpty ? "" : " (\($0.title))" } ?? "")
    let lacking = destination == nil ? ", which the newer revision does not have" : ""
    switch ground {
    case .movedTo: return "moved to \(name)\(lacking)"
    case .incorporatedInto: return "incorporated into \(name)\(lacking)"
    case .otherParent: return "stands under \(name) now"
    case .sameText: return "is \(name) now"
    }
  }
}

extension CatalogDiff.Field {
  /// The name that readers see.
  var words: String {
    switch self {
    case .title, .label, .kind, .requirement, .guidance, .summary, .links, .parameters, .modality, .roles,
      .properties, .publisher, .licence, .language, .source, .selection:
      rawValue
    case .requirementSummary: "summary of the requirement"
    case .parallelText: "parallel text"
    case .notes: "footnotes"
    case .appliesFrom: "applies from"
    case .appliesNote: "note on application"
    case .assessable: "counted"
    case .unionOfParts: "union of its parts"
    case .asOf: "as of"
    }
  }
}
