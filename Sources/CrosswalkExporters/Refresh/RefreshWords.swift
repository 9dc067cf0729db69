import CrosswalkModel

extension RefreshRecord.Outcome {
  /// The outcome in words.
  var words: String {
    switch self {
    case .published: "published"
    case .unchanged: "unchanged"
    case .heldBack: "held back"
    case .failed: "failed"
    case .skipped: "skipped"
    }
  }

  /// The outcomes in the order in which people want to read of them, with the ink of each.
  static let byUrgency: [(outcome: RefreshRecord.Outcome, ink: Ink)] = [
    (.heldBack, .yellow), (.failed, .red), (.published, .green), (.unchanged, .plain),
  ]
}

extension RefreshReport {
  /// `1 held back, 1 failed, 2 published, 5 unchanged`; what is none is left out.
  var counts: String {
    let parts = RefreshRecord.Outcome.byUrgency.compactMap { entry in
      let count = sources(entry.outcome).count
      return count == 0
        ? nil : "\(count) \(words(entry.outcome))"
    }
    return parts.isEmpty ? "no source" : parts.joined(separator: ", ")
  }

  /// An outcome in words; a run for show publishes nothing.
  func words(_ outcome: RefreshRecord.Outcome) -> String {
    outcome == .published && isDryRun ? "to publish" : outcome.words
  }

  /// The arguments of the command that releases a step which was held back.
  func release(of source: Source) -> [String] {
    var words = ["crosswalk", "refresh", "--store", store, "--manifest", record.manifest]
    words += ["--source", source.record.id]
    return words + ["--accept", source.record.diffDigest ?? ""]
  }

  /// The arguments of the command that shows a step which was held back, whole.
  func look(at source: Source) -> [String] {
    [
      "crosswalk", "refresh", "--dry-run", "--store", store, "--manifest", record.manifest, "--source",
      source.record.id,
    ]
  }

  /// Whether somebody has to do something about it.
  var isUrgent: Bool { ![0, 3].contains(record.exitStatus) }
}

extension RefreshReport.Source {
  /// What the store had and has, in words.
  var revisions: String {
    let (before, after) = (record.before?.revision.rawValue, record.after?.revision.rawValue)
    switch record.outcome {
    case .unchanged: return after ?? ""
    case .failed, .skipped: return before.map { "stays \($0)" } ?? ""
    case .heldBack: return "\(before.map { "stays \($0)" } ?? "nothing yet"), offered \(after ?? "?")"
    case .published: return before.map { $0 == after ? $0 : "\($0) -> \(after ?? "?")" } ?? (after ?? "")
    }
  }

  /// What changed, kind by kind, with up to `most` names each; empty where nothing did or nothing was compared.
  func changes(most: Int) -> [String] {
    guard let diff else { return [] }
    let kinds: [(String, [String])] = [
      ("gone", diff.removed.map(\.node.id.local)), ("withdrawn", diff.withdrawn.map(\.node.id.local)),
      ("renumbered", diff.renumbered.map { "\($0.from.id.local) to \($0.to.local)" }),
      ("moved", diff.moved.map { "\($0.from.id.local) to \($0.to.local)" }),
      ("changed", diff.changedControls(but: .group)), ("added", diff.added.map(\.node.id.local)),
      ("reinstated", diff.reinstated.map(\.node.id.local)),
    ]
    let lines = kinds.compactMap { word, names -> String? in
      guard !names.isEmpty else { return nil }
      let more = names.count > most ? " and \(names.count - most) more" : ""
      return "\(names.count) \(word): " + names.prefix(most).map(\.unbreakable).joined(separator: ", ") + more
    }
    return diff.notCompared.isEmpty ? lines : lines + ["\(diff.notCompared.count) not compared"]
  }

  /// What is said of a first revision; `nil` of any other.
  var firstWords: String? {
    guard record.outcome == .published, record.before == nil, let controls else { return nil }
    return "new in the store: \(Counted.of(controls, "control")) in force"
  }

  /// When it was last seen to be current.
  var lastSuccess: String {
    guard let moment = age.lastSuccess, let seconds = age.seconds else { return "never checked successfully" }
    return "last checked \(moment), \(RefreshWords.span(seconds)) ago"
  }
}

extension CatalogDiff {
  /// The controls in which something changed; a family that is only titled or sorted otherwise requires nothing.
  fileprivate func changedControls(but kind: NodeKind) -> [String] {
    var seen: Set<String> = []
    return changed.filter { $0.after.kind != kind }.map(\.after.control).filter { seen.insert($0).inserted }
  }
}

/// Words that the forms of a refresh share.
enum RefreshWords {
  /// `3 days`, `5 hours`, `12 minutes`, `40 seconds`.
  static func span(_ seconds: Int64) -> String {
    for (length, word) in [(Int64(86_400), "day"), (3600, "hour"), (60, "minute")] where seconds >= length * 2
    {
      return "\(seconds / length) \(word)s"
    }
    return seconds == 1 ? "1 second" : "\(seconds) seconds"
  }

  /// When a date of application is, and what happens then.
  static func notice(_ notice: ApplicationNotice) -> String {
    let when =
      switch notice.days {
      case ..<0: "passed on \(notice.date)"
      case 0: "today, \(notice.date)"
      default: "\(notice.date), in \(notice.days) \(notice.days == 1 ? "day" : "days")"
      }
    let asOf = notice.asOf.map { " (text as of \($0))" } ?? ""
    return "\(when): \(notice.framework.description.unbreakable)\(asOf): \(notice.what.onOneLine)"
  }

  /// A command line that a shell takes as it stands, broken behind backslashes where it is wider than `width`.
  static func commandLines(_ words: [String], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words.map(quoted) {
      if !line.isEmpty, line.columns + word.columns + 3 > width {
        lines.append(line + " \\")
        line = "  " + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return lines + [line]
  }

  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "/._-+:@%,=".utf8.contains(byte)
      }
    }
    guard !plain || word.isEmpty else { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
