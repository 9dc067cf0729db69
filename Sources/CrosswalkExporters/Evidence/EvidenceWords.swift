import CrosswalkModel

extension ArtefactReport {
  /// What stands above the report.
  var heading: String { "Evidence of \(subject.onOneLine) by artefact" }

  /// How far the claims behind the report are reviewed.
  var reviewState: String { "\(basis.reviewed) of \(Counted.claims(basis.claims)) reviewed" }

  /// What the words of the report mean.
  static let meaning =
    "What the subject file names is what its authors say. What is reached through claims follows from them: the whole "
    + "subject matter where all that a requirement asks is part of what the artefact supports, else a part of it. An "
    + "artefact for voluntary guidance shows part of the subject matter of a duty; whether the duty is met is not judged."
}

extension ArtefactReport.Reach {
  /// How much is shown, in words.
  var extentWords: String {
    switch extent {
    case .whole: "shows the whole subject matter"
    case .part:
      support.relations.isDisjoint(with: .covering)
        ? "shows part of the subject matter" : "shows part of the subject matter, perhaps all"
    case .unknown: "may share subject matter"
    }
  }

  /// What bears on it.
  var via: String {
    support.source.isEmpty ? "" : support.source.map(\.description.unbreakable).joined(separator: " and ")
  }

  /// The relation and how far one may trust it.
  var groundWords: String {
    let claims = support.derivation.claims.count
    let origin = support.origin == .asserted ? "claimed" : "derived from \(Counted.claims(claims))"
    return ([support.relations.words, origin, "confidence \(Share.confidence(support.confidence))"] + marks)
      .joined(separator: ", ")
  }

  /// Marks in words.
  var marks: [String] {
    (support.derivation.isStale ? ["stale"] : [])
      + [support.derivation.restsOnDraftsOnly ? "draft" : "rests on a review"]
  }

  /// What is still missing, in words; empty where nothing is known to be.
  var missingWords: String {
    var parts: [String] = []
    if let note = missing.note, !note.isEmpty { parts.append(note.onOneLine) }
    if !missing.parts.isEmpty {
      parts.append(
        "Reached by no artefact: \(missing.parts.map(\.local.unbreakable).joined(separator: ", ")).")
    }
    if parts.isEmpty {
      switch extent {
      case .whole: break
      case .part: parts.append("The claims do not say which part is left.")
      case .unknown: parts.append("Whether any of it is shared is open.")
      }
    }
    return parts.joined(separator: " ")
  }
}

extension ArtefactReport.Artefact {
  /// Kind, day, owner and what comparing the digest showed.
  var facts: String {
    var facts = [item.kind.rawValue, item.id]
    if let date = item.date { facts.append("\(date)") }
    if let owner = item.owner { facts.append(owner.onOneLine) }
    facts.append(item.path.onOneLine)
    switch check?.state {
    case nil: break
    case .verified?: facts.append("digest verified")
    case .missing?: facts.append("FILE MISSING")
    case .changed?: facts.append("FILE CHANGED")
    case .unpinned?: facts.append("no digest recorded")
    }
    return facts.joined(separator: ", ")
  }
}

extension ArtefactReport.Target {
  /// How many statements are shown how far, in a sentence.
  var countWords: String {
    let counts = counts
    var parts = ["\(counts.direct) named by the subject file"]
    if counts.whole > 0 { parts.append("\(counts.whole) reached as a whole") }
    parts.append("\(counts.part) reached in part")
    if counts.unknown > 0 { parts.append("\(counts.unknown) perhaps reached") }
    parts.append("\(counts.none) without any artefact")
    return "\(Counted.of(counts.statements, "statement")): \(parts.joined(separator: ", "))."
  }

  /// The statements that no artefact is named for and none reaches.
  var unreached: [ArtefactReport.Requirement] { requirements.filter(\.isUnreached) }
}
