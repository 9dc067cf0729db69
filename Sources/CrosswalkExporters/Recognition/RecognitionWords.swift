import CrosswalkModel

extension RecognitionReport.State {
  /// The words people read; none of them is an approval.
  var words: String {
    switch self {
    case .noThirdPartyStep: "no third-party step"
    case .authorityActsAsNotifiedBody: "authority acts as notified body"
    case .recognised: "recognised as is"
    case .recognisedWithEvidence: "recognised with named evidence"
    case .blocked: "blocked"
    case .notJudged: "not judged"
    case .outOfScope: "out of scope"
    case .prohibited: "prohibited practice"
    }
  }

  /// What it means, in one sentence.
  var meaning: String {
    switch self {
    case .noThirdPartyStep: "nobody but the provider assesses it, so there is nothing to recognise."
    case .authorityActsAsNotifiedBody: "an authority assesses it; agreements on bodies do not concern that."
    case .recognised:
      "the declared agreement lets an artefact of the other side stand for every third-party step."
    case .recognisedWithEvidence: "the same, with the named evidence beside the artefact."
    case .blocked: "third-party steps cannot rest on the other side's work, for the reasons listed."
    case .notJudged: "facts or reviews are missing; nothing is guessed."
    case .outOfScope: "the rules on assessment do not concern the system."
    case .prohibited: "no assessment opens the market to it."
    }
  }

  var ink: Ink {
    switch self {
    case .recognised, .recognisedWithEvidence: .green
    case .blocked, .prohibited: .red
    case .notJudged: .magenta
    case .authorityActsAsNotifiedBody: .blue
    case .noThirdPartyStep, .outOfScope: .plain
    }
  }
}

extension RecognitionReport {
  /// What every reader has to know first.
  var legalBasisSentence: String {
    let basis = direction.legalBasis
    if hasLegalBasis {
      return "Legal basis declared in force: \(basis.instrument ?? basis.source) (as of \(basis.asOf))."
    }
    // In force, but not on the day of the report.
    if basis.status == .inForce {
      return "No legal basis on \(asOf): \(basis.instrument ?? "the instrument") is not in force on that day."
    }
    let words = basis.status == .none ? "No legal basis" : "No legal basis (\(basis.status.words))"
    return "\(words), as of \(basis.asOf)."
  }

  /// `work in the United States for the market of the European Union`.
  var directionWords: String {
    let names = [direction.work, direction.market].map { pathway.partyName($0) }
    return "work in the \(names[0]) for the market of the \(names[1])"
  }

  /// The system with its version and provider.
  var systemWords: String {
    let version = system.version.map { " \($0)" } ?? ""
    let country = system.provider.country.map { ", \($0)" } ?? ""
    return "\(system.name)\(version) (\(system.provider.name)\(country))"
  }

  /// The pathway with its state of review and its day.
  var pathwayWords: String {
    "\(pathway.name), \(pathway.status.rawValue), as of \(pathway.asOf): \(pathway.title)"
  }

  /// What the gate gave, for one step of it.
  func outcome(of step: GateStep) -> String {
    guard let rule = step.decided else { return "not decided" }
    switch rule.then {
    case .goOn: return "goes on"
    case .classified: return rule.name ?? ""
    case .procedure: return procedure?.title ?? ""
    case .outOfScope: return State.outOfScope.words
    case .prohibited: return State.prohibited.words
    case .notJudged: return State.notJudged.words
    }
  }

  /// The facts of one step with their answers: `defence-use dual-use, stage placing`.
  func facts(of step: GateStep) -> String {
    step.facts.map { fact in
      "\(fact.rawValue) \(system.answers(fact)?.joined(separator: "+") ?? "unknown")"
    }.joined(separator: ", ")
  }

  /// What is in the list and what is not.
  var extentSentence: String {
    "\(Counted.of(requirements.count, "requirement")) that a procedure of assessment examines; "
      + "\(otherRequirements) others of the target are examined by none and not listed."
  }

  /// What a report never says.
  static let caution =
    "This compares what a pathway file declares with facts that its user gave. It is no legal assessment, and no "
    + "state in it is an approval or says that a duty is fulfilled."

  /// The places of the blocking conditions, by which requirements name them: B1, B2.
  var blockerMarks: [String: String] {
    var marks: [String: String] = [:]
    for (index, blocker) in blockers.enumerated() { marks[blocker.condition.id] = "B\(index + 1)" }
    return marks
  }

  /// The requirements under their articles, in document order.
  var articles: [(group: String, title: String, requirements: [Requirement])] {
    var articles: [(group: String, title: String, requirements: [Requirement])] = []
    for requirement in requirements {
      let id = requirement.finding.group
      if articles.last?.group != id {
        let group = groups.first { $0.id == id }
        articles.append((group?.label.isEmpty == false ? group?.label ?? id : id, group?.title ?? "", []))
        articles[articles.count - 1].group = id
      }
      articles[articles.count - 1].requirements.append(requirement)
    }
    return articles
  }
}

extension RecognitionReport.Requirement {
  /// What the gap report says about the subject matter: `partly addressed (cover not excluded), draft`.
  var subjectMatterWords: String { ([finding.verdictWords] + finding.marks).joined(separator: ", ") }

  /// Whether two requirements can stand under one reason.
  func isLike(_ other: Self) -> Bool {
    state == other.state && reason == other.reason && blockers == other.blockers && open == other.open
      && evidence == other.evidence
  }
}
