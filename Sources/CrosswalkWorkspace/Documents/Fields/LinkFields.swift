import CrosswalkModel

/// What bears on a requirement, as fields.
struct LinkFields {
  let words: Words
  /// The titles of the frameworks.
  let titles: [FrameworkID: String]
  /// The claims of the store, by name.
  let claims: [ClaimID: MappingClaim]
  let positions: PositionFields

  static let descriptions = FieldDescription.list(
    "linked", "What of the other frameworks bears on it, strongest first.",
    [
      .text("source", "Full reference.", "nist-ai-rmf-1.0/MEASURE 2.3"),
      .text("label", "The item as its publisher names it.", "MEASURE 2.3"), .text("title", "Its title."),
      .text("framework", "Title of its framework."), .text("relation", "The relation in words.", "related"),
      .text("relationToken", "The relation as OSCAL spells it; several mean one of these.", "superset-of"),
      .text("confidence", "The weakest claim behind it, 0 through 1.", "0.40"),
      .text("state", "Whether anybody has reviewed it.", "draft, not reviewed"),
      .text("note", "What is shared and what is left."),
      .flag("derived", "Whether it follows from claims without being claimed."),
      .flag("stale", "Whether a claim behind it was made about another text."),
      .flag(
        "weak",
        "Whether a reviewer should expect little: a claim behind it states a strength of at most 3 of 10, or a confidence "
          + "below 0.4."),
      PositionFields.pair,
    ])

  /// One bearing of `framework` as a record.
  func record(_ support: GapReport.Support, from framework: FrameworkID) -> FieldRecord {
    let behind = support.derivation.claims
    return names(of: support, framework).merging([
      "framework": .text(titles[framework] ?? framework.rawValue), "relation": .text(relation(of: support)),
      "relationToken": .text(support.relations.token),
      "confidence": .text(words.decimal(Share.confidence(support.confidence))),
      "state": .text(state(of: support.derivation)), "note": .given(support.note),
      "derived": .flag(support.origin == .derived), "stale": .flag(support.derivation.isStale),
      "weak": .flag(support.relations != .disjoint && isWeak(behind)),
      "positions": .record(positions.pair(on: behind.count == 1 ? .claim(behind[0]) : nil)),
    ])
  }

  /// Reference, name and title; a whole framework stands where no counterpart is claimed of it.
  func names(of support: GapReport.Support, _ framework: FrameworkID) -> FieldRecord {
    if support.source.isEmpty {
      return [
        "source": .text(framework.rawValue), "label": .text(framework.rawValue),
        "title": .text(words(.wholeFramework)),
      ]
    }
    return [
      "source": .text(support.source.map(\.description).joined(separator: " | ")),
      "label": .text(support.source.map(\.local).joined(separator: " | ")), "title": .text(support.title),
    ]
  }

  /// The relation in words.
  func relation(of support: GapReport.Support) -> String {
    support.source.isEmpty && support.relations == .disjoint ? words(Verdict.gap) : words(support.relations)
  }

  /// Whether anybody stands behind the claims that something rests on.
  func state(of derivation: Derivation) -> String {
    let behind = Set(derivation.claims).compactMap { claims[$0] }
    if behind.isEmpty { return words(.structure) }
    let reviewed = behind.filter(\.isReviewed)
    if reviewed.isEmpty { return words(behind.contains { $0.status == .draft } ? .draft : .notReviewed) }
    guard reviewed.count == behind.count else { return words(.partlyReviewed) }
    guard let only = reviewed.first, reviewed.count == 1, let reviewer = only.reviewer else {
      return words(.reviewed)
    }
    return only.reviewedOn.map { words(.reviewedOn, reviewer, $0.description) }
      ?? words(.reviewedBy, reviewer)
  }

  private func isWeak(_ names: [ClaimID]) -> Bool {
    // That there is no counterpart is claimed with strength 0, which is no weakness of the claim.
    names.lazy.compactMap { claims[$0] }.contains { claim in
      claim.strength.map { (1...3).contains($0) } ?? false || claim.confidence.map { $0 < 0.4 } ?? false
    }
  }
}

extension RelationshipSet {
  /// The relations as OSCAL spells them, separated by blanks; `related` for anything but disjoint.
  var token: String {
    self == .related ? "related" : relationships.map(\.rawValue).joined(separator: " ")
  }
}
