import CrosswalkModel

extension EvidencePlan {
  /// What the plan is about, as a heading.
  var heading: String {
    switch aim {
    case .target: "Evidence plan: for which \(unit.words) of the source evidence serves the target too"
    case .both: "Evidence plan: for which \(unit.words) of either framework evidence serves both"
    }
  }

  /// What counts as reached.
  var meaning: String {
    switch level {
    case .covered:
      "Reached: the evidence certainly deals with all of the statement's subject matter."
    case .addressed:
      "Reached: the evidence certainly shares subject matter with the statement. Partly addressed is not covered: what "
        + "the statement asks beyond that needs evidence of its own."
    }
  }

  /// The answer in one sentence.
  var answer: String {
    let end = aim == .target ? "" : "\(sourceReach.words) of the source and "
    return choices.isEmpty
      ? "No evidence for the source certainly reaches a statement of the target."
      : "Evidence for \(Counted.of(units, unit.rawValue)) reaches \(end)\(targetReach.words) of the target, at a cost of "
        + "\(proof.cost)."
  }

  /// How many controls or statements are in it; what wholes ask beyond them is not counted.
  private var units: Int { choices.count { !$0.isWhole } }

  /// How good the plan is, and what it saves; nothing where the plan is empty.
  var proofSentences: [String] { choices.isEmpty ? [] : [proofSentence, savingSentence] }

  private var proofSentence: String {
    guard !proof.isOptimal else { return "No plan that reaches the same costs less: proven." }
    return "Whether a cheaper plan reaches the same is not known. Proven is that none costs less than "
      + "\(proof.bound): this one is at most \(Share.percent(proof.gap)) of its cost too dear."
  }

  private var savingSentence: String {
    let alone =
      "Without the crosswalk, evidence for each statement in its own framework costs \(proof.withoutCrosswalk)"
    let saved = proof.withoutCrosswalk.thousandths - proof.cost.thousandths
    return saved > 0
      ? "\(alone): the plan saves \(EvidenceCost(thousandths: saved))." : "\(alone): the plan saves nothing."
  }

  /// What evidence for the source leaves open in the target: `183 of 301 statements: 41 partly addressed, ...`.
  var unreachedSentence: String {
    guard !unreached.isEmpty else { return "Evidence for the source reaches every statement of the target." }
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = unreached.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.words)"
    }
    let own = aim == .both ? " Evidence for the target itself reaches them." : ""
    return
      "\(unreached.count) of \(Counted.of(targetReach.statements, "statement")) of the target are reached by no "
      + "evidence for the source: "
      + counts.joined(separator: ", ") + "." + own
  }
}

extension EvidencePlan.Reached {
  /// `118 of 301 statements`.
  var words: String { "\(reached) of \(Counted.of(statements, "statement"))" }
}

extension EvidencePlan.Choice {
  /// Its local name, and that more than the controls in it is meant.
  var shortName: String { control.local + (isWhole ? " (as a whole)" : "") }
}

extension EvidencePlan.Reach {
  /// Marks beside the relation, in words.
  var marks: [String] {
    var marks: [String] = []
    if support.derivation.isStale { marks.append("stale") }
    if support.derivation.restsOnDraftsOnly, !support.derivation.claims.isEmpty { marks.append("draft") }
    if !together.isEmpty { marks.append("with \(ReferenceText.local(together))") }
    return marks
  }
}
