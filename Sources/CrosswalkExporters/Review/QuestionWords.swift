import CrosswalkModel

extension ReviewQuestions {
  /// How much is open, and how many pairs were considered.
  var openWords: String {
    let counts = report.summary
    let open = Share.percent(counts.coverage.open)
    return "\(open) of \(Counted.of(counts.statements, report.unit.rawValue)) are open. "
      + "\(Counted.of(candidates, "pair")) considered; those first whose answer settles most, in expectation."
  }
}

extension ReviewQuestions.Question {
  /// The two ends as references.
  var pairWords: String { "\(source.reference) ? \(target.reference)" }

  /// What the answer is expected to settle, of `all` requirements.
  func worth(of report: GapReport) -> String {
    let share = report.summary.statements == 0 ? 0 : expectedLowering / Double(report.summary.statements)
    return "expected to settle \(Share.decimal(expectedLowering)) \(report.unit.words)"
      + (share > 0 ? " (\(Share.percent(share)))" : "")
  }

  /// Why it is asked.
  var kindWords: String {
    switch kind {
    case .draftClaim: "Nobody has reviewed this claim"
    case .staleClaim: "This claim is about another text"
    case .conflictingClaim: "This claim takes part in a conflict"
    case .unclaimedPair: "Nobody has claimed anything about this pair"
    }
  }
}

extension ReviewQuestions.Question.End {
  /// Full references; the framework for the whole of it.
  var reference: String { ReferenceText.full(nodes, whole: framework) }
}

extension ReviewQuestions.Answer {
  /// The answer as a program reads it.
  var name: String {
    switch meaning {
    case .relation(let relation): relation.rawValue
    case .noCounterpart: "no-counterpart"
    case .rejected: "rejected"
    case .someCounterpart: "some-counterpart"
    }
  }

  /// The answer in words.
  var words: String {
    switch meaning {
    case .relation(let relation): "source \(relation.rawValue) target"
    case .noCounterpart: "no counterpart"
    case .rejected: "the claim is wrong"
    case .someCounterpart: "there is a counterpart"
    }
  }

  /// What it settles, in words.
  var settledWords: String {
    switch settled {
    case nil: "would show another claim wrong"
    case let count? where count < 0: "reopens \(-count)"
    case let count?: count == 0 ? "nothing" : "\(count)"
    }
  }
}

extension Share {
  /// A number of requirements with two decimals.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = hundredths % 100
    return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}
