import CrosswalkModel

/// Shares as people read them.
enum Share {
  /// `share` (0 through 1) in percent with at most one decimal.
  ///
  /// Only none is "0%" and only all is "100%".
  static func percent(_ share: Double) -> String {
    let thousandths = Int((min(max(share, 0), 1) * 1000).rounded())
    switch (thousandths, share) {
    case (0, _): return share > 0 ? "<0.1%" : "0%"
    case (1000, _): return share < 1 ? ">99.9%" : "100%"
    default: return "\(thousandths / 10).\(thousandths % 10)%"
    }
  }

  /// `count` of `all` in percent.
  static func percent(_ count: Int, of all: Int) -> String {
    percent(all == 0 ? 0 : Double(count) / Double(all))
  }

  /// `value` rounded to three decimals; 0 for what is no number.
  static func rounded(_ value: Double) -> Double {
    value.isFinite ? (value * 1000).rounded() / 1000 : 0
  }

  /// A confidence, 0 through 1, with two decimals.
  static func confidence(_ value: Double) -> String {
    let hundredths = Int((min(max(value.isFinite ? value : 0, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension Coverage {
  /// `13.6% to 100%`.
  var interval: String { "\(Share.percent(least)) to \(Share.percent(most))" }

  /// The interval and its open share as sentences.
  func sentence(unit: String) -> String {
    "At least \(Share.percent(least)) and at most \(Share.percent(most)) of the \(unit) have their subject matter "
      + "addressed. \(Share.percent(open)) are open: a review can still settle them."
  }
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
    let verdicts = Verdict.allCases.filter { count(of: $0) > 0 }.map { "\(count(of: $0)) \($0.words)" }
    return verdicts.joined(separator: ", ") + (applying == statements ? "" : "; \(applying) apply on the day")
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

  /// `14 statements: 2 subject matter addressed, 12 not judged`.
  func sentence(unit: GapReport.Unit) -> String {
    statements == 0 ? "nothing counted here" : "\(Counted.of(statements, unit.rawValue)): \(words)"
  }

  /// The same after the interval and its open share, where anything is counted.
  func sentenceWithCoverage(unit: GapReport.Unit) -> String {
    let coverage = statements == 0 ? "" : "\(coverage.interval), \(Share.percent(coverage.open)) open; "
    return coverage + sentence(unit: unit)
  }
}
