import CrosswalkModel

extension WhatIfReport {
  /// What every reader has to know first.
  static let heading = "What if: not in the store"

  /// What is supposed, a sentence for each file, framework and kind of change of claims.
  var suppositions: [String] {
    var sentences = [
      patch.files.isEmpty ? "Nothing is supposed." : "Supposed: \(patch.files.joined(separator: ", "))."
    ]
    sentences += patch.amendments.map(\.words)
    for (word, claims) in [("added", patch.added), ("removed", patch.removed)] where !claims.isEmpty {
      sentences.append("\(Counted.claims(claims.count)) \(word).")
    }
    return sentences
  }

  /// Coverage now and under the hypothesis.
  var coverageWords: String {
    let (old, new) = (before.summary.coverage, after.summary.coverage)
    return "Coverage \(old.interval), \(Share.percent(old.open)) open → "
      + "\(new.interval), \(Share.percent(new.open)) open."
  }

  /// Counts of verdicts now and under the hypothesis, those that differ.
  var countWords: [String] {
    let pairs = Verdict.allCases.map {
      ($0.words, before.summary.count(of: $0), after.summary.count(of: $0))
    }
    let further = [
      ("stale", before.summary.stale, after.summary.stale),
      ("suggested gap", before.summary.suggestedGap, after.summary.suggestedGap),
      ("all \(after.unit.words)", before.summary.statements, after.summary.statements),
    ]
    return (pairs + further).filter { $1 != $2 }.map { "\($0) \($1) → \($2)" }
  }
}

extension WhatIfReport.Patch.Amendment {
  /// What the amendment does, in one sentence.
  var words: String {
    let parts = [("added", added), ("changed", changed), ("withdrawn", withdrawn), ("removed", removed)]
    let said = parts.filter { !$1.isEmpty }.map { "\($0) \($1.joined(separator: ", "))" }
    return (title.map { "\($0): " } ?? "") + "\(revision) becomes the hypothetical revision \(hypothetical)"
      + (said.isEmpty ? ", unchanged." : ": \(said.joined(separator: "; ")).")
  }
}

extension WhatIfReport.State {
  /// The verdict with its extent and marks.
  var words: String {
    var marks: [String] = []
    if suggestedGap { marks.append("suggested gap") }
    if stale { marks.append("stale") }
    if draft { marks.append("draft") }
    let details = (extent.map { [$0.words] } ?? []) + marks
    return verdict.words + (details.isEmpty ? "" : " (\(details.joined(separator: "; ")))")
  }
}

extension WhatIfReport.Change {
  /// Its name, after the one that it had before where that is another.
  var requirementName: String { (formerly.map { "\($0.local) → " } ?? "") + target.local }
  /// What is said now, or that the requirement is not counted.
  var beforeWords: String { words(before, otherwise: "not there") }
  /// What would be said, or that the requirement would not be counted.
  var afterWords: String { words(after, otherwise: "no longer counted") }

  private func words(_ state: WhatIfReport.State?, otherwise: String) -> String {
    guard let state else { return otherwise }
    // Where it applies matters only where that changes.
    guard let before, let after, before.applicability != after.applicability else { return state.words }
    return "\(state.words), \(state.applicability.words)"
  }

  /// The claims that do it; the changed text where none does.
  var causeWords: [String] {
    if !causes.isEmpty { return causes.map(\.words) }
    if before == nil || after == nil { return ["the amendment itself"] }
    return ["the text or the place of the requirement"]
  }
}

extension WhatIfReport.Cause {
  /// What became of the claim, and what it says where.
  var words: String { "\(role.words): \(claim.words)" }
}

extension WhatIfReport.Cause.Role {
  var words: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .stale: "now stale"
    case .dangling: "now dangling"
    case .withoutEffect: "now without effect"
    case .follows: "follows"
    }
  }
}

extension WhatIfReport.Conflict {
  /// The two ends of the pair.
  var words: String {
    let ends = [source, target].map { $0.map(\.description).joined(separator: " | ") }
    return "\(ends[0]) and \(ends[1]): no relation would be possible"
  }
}

extension MappingClaim {
  /// `SOURCE relationship TARGET (file:line:column)`.
  var words: String { "\(saying) (\(origin))" }

  /// `SOURCE relationship TARGET`.
  var saying: String { "\(ReferenceText.full(source)) \(token) \(ReferenceText.full(target))" }
}
