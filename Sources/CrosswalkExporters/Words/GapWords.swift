import CrosswalkModel

extension GapReport.Basis {
  /// What every reader has to know first: `0 of 214 claims reviewed`.
  var reviewState: String { "\(reviewed) of \(Counted.claims(claims)) reviewed" }

  /// The same with how far claims were followed, where that was limited.
  var reviewStateAndReach: String {
    [reviewState, longestChain?.chainLimit].compactMap(\.self).joined(separator: "; ")
  }

  /// The rest of what the report rests on.
  var details: [String] {
    var parts = ["\(draft) draft", "\(Counted.of(derived, "relation")) derived"]
    if suggested > 0 { parts.append("\(Counted.of(suggested, "suggestion")) open") }
    if alternatives > 0 {
      parts.append("\(Counted.of(alternatives, "alternative route")) beside the verdicts")
    }
    if dangling > 0 { parts.append("\(Counted.claims(dangling)) with a name that neither revision has") }
    if minimumConfidence > 0 {
      parts.append("only claims with a confidence of at least \(Share.confidence(minimumConfidence))")
    }
    if let longestChain { parts.append(longestChain.chainLimit) }
    if assertedOnly { parts.append("claims as they stand, nothing concluded") }
    parts += trust.map(\.words)
    if let knownBy { parts.append(knownBy.knownByWords) }
    return parts
  }
}

extension Int {
  /// How far claims were followed, where this many were the limit.
  var chainLimit: String { "chains of at most \(Counted.claims(self))" }

  /// The same as a sentence.
  var chainLimitWords: String { "The claims are very many: only \(chainLimit) were followed." }
}

/// Numbers with their noun.
enum Counted {
  /// `1 claim`, `2 claims`.
  static func claims(_ count: Int) -> String { of(count, "claim") }

  /// `count` and `noun`, which gets an *s* unless there is just one.
  static func of(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension GapReport.Unit {
  /// The plural that sentences use.
  var words: String {
    switch self {
    case .statement: "statements"
    case .control: "controls"
    }
  }
}

extension GapReport.End {
  /// `title (id@revision, as of date)`.
  var words: String { "\(title.isEmpty ? id.framework.rawValue : title) (\(identity))" }

  /// `id@revision, as of date`.
  var identity: String { id.description + (asOf.map { ", as of \($0)" } ?? "") }
}

extension Extent {
  /// What the word of the algebra says to a reader.
  var words: String {
    switch self {
    case .proper: "cover excluded"
    case .open: "cover not excluded"
    }
  }
}

extension Applicability {
  /// The state with its date and condition.
  var words: String {
    switch self {
    case .applies: "applies"
    case .from(let date, let note): "applies from \(date)" + (note.map { "; \($0)" } ?? "")
    case .conditional(let condition, let date):
      "conditional" + (date.map { ", from \($0)" } ?? "") + (condition.isEmpty ? "" : ": \(condition)")
    case .transitional(let words): "transitional: \(words)"
    case .notForThisRole: "not for this role"
    case .outOfScope: "out of scope"
    }
  }

  /// The day from which it applies, where that is known and not past.
  var date: CalendarDate? {
    switch self {
    case .from(let date, _): date
    case .conditional(_, let date): date
    case .applies, .transitional, .notForThisRole, .outOfScope: nil
    }
  }

  /// What the date alone would get wrong.
  var condition: String? {
    switch self {
    case .conditional(let condition, _): condition
    case .from(_, let note): note
    case .transitional(let words): words
    case .applies, .notForThisRole, .outOfScope: nil
    }
  }
}

extension GapReport.Finding {
  /// Marks beside the verdict, in words.
  var marks: [String] {
    var marks: [String] = []
    if suggestedGap { marks.append("suggested gap") }
    if stale { marks.append("stale") }
    if draft { marks.append("draft") }
    return marks
  }

  /// The verdict on a node as a whole, which may be about more than the report is.
  var wholeWords: String {
    verdictWords + (applicability == .outOfScope ? ", what is out of scope included" : "")
  }

  /// The verdict in words, with its extent where it has one.
  var verdictWords: String { verdict.words + (extent.map { " (\($0.words))" } ?? "") }
}

extension RelationshipSet {
  /// The set in few words; "related" is anything but disjoint.
  var words: String {
    switch self {
    case .all: "nothing known"
    case .related: "related"
    default: description
    }
  }
}
