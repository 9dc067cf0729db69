import CrosswalkModel

extension Coverage {
  /// `13.6% to 100%`.
  var interval: String { "\(Share.percent(least)) to \(Share.percent(most))" }

}

extension GapReport {
  /// The interval and its open share as sentences.
  var coverageSentence: String {
    let (coverage, whole) = (summary.coverage, weights == nil ? unit.words : "weight of the \(unit.words)")
    let verbs = weights == nil ? ("have their", "are") : ("has its", "is")
    return
      "At least \(Share.percent(coverage.least)) and at most \(Share.percent(coverage.most)) of the \(whole) "
      + "\(verbs.0) subject matter addressed. \(Share.percent(coverage.open)) \(verbs.1) open: a review can still "
      + "settle \(weights == nil ? "them" : "it")."
  }

  /// `Coverage`, or `Coverage, weighed by weights.csv`.
  var coverageName: String { "Coverage" + (weights.map { ", weighed by \($0.file)" } ?? "") }
}

extension VerdictCounts {
  /// How many have `verdict`.
  func count(of verdict: Verdict) -> Int {
    switch verdict {
    case .covered: covered
    case .partial: partial
    case .gap: gap
    case .unknown: unknown
    case .contradicted: contradicted
    }
  }

  /// The verdicts that occur, counted in words: `2 subject matter addressed, 12 not judged; marked 1 stale`.
  var words: String {
    let verdicts = Verdict.allCases.filter { count(of: $0) > 0 }.map { verdict in
      let isProper = verdict == .partial && partialProper > 0
      return "\(count(of: verdict)) \(verdict.words)"
        + (isProper ? " (\(partialProper) with \(Extent.proper.words))" : "")
    }
    return verdicts.joined(separator: ", ")
      + (marks.isEmpty ? "" : "; marked \(marks.joined(separator: ", "))")
  }

  /// `1 stale`, `2 suggested gap`: what occurs of either.
  private var marks: [String] {
    (stale > 0 ? ["\(stale) stale"] : []) + (suggestedGap > 0 ? ["\(suggestedGap) suggested gap"] : [])
  }

  /// The marks as a sentence; `nil` where there are none.
  var marksSentence: String? {
    guard !marks.isEmpty else { return nil }
    let note = suggestedGap > 0 ? " (suggested gaps count as not judged)" : ""
    return "Marked: \(marks.joined(separator: ", "))\(note)."
  }

  /// The interval with its open share, or that nothing of it counts or weighs anything.
  var intervalWords: String {
    guard weight > 0 else { return statements == 0 ? "nothing counted" : "weighs nothing" }
    return "\(coverage.interval), \(Share.percent(coverage.open)) open"
  }

  /// `14 statements: 2 subject matter addressed, 12 not judged`.
  func sentence(unit: GapReport.Unit) -> String {
    statements == 0 ? "nothing counted here" : "\(Counted.of(statements, unit.rawValue)): \(words)"
  }
}
