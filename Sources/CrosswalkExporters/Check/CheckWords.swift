import CrosswalkModel

extension CheckReport.Repair {
  /// The change in words: `change superset-of to intersects-with`.
  var words: String {
    guard let relations else { return "withdraw the claim (\(claim.token.onOneLine))" }
    return "change \(claim.token.onOneLine) to \(relations.description)"
  }

  /// Which claim it changes: `draft claim, not reviewed`.
  var claimWords: String {
    var parts = ["\(claim.status.rawValue) claim", claim.isReviewed ? "reviewed" : "not reviewed"]
    if let confidence = claim.confidence { parts.append("confidence \(Share.confidence(confidence))") }
    return parts.joined(separator: ", ")
  }
}

extension CheckReport.Pair {
  /// Both ends as references.
  var references: [String] {
    [source, target].map { $0.map(\.description).joined(separator: " | ") }
  }
}

extension CheckReport.Dangling.Missing {
  /// What is missing, in words, with the closest names.
  var words: String {
    let what =
      revision.map { "\($0) has no \"\(name.local)\"" } ?? "the store has no framework \"\(name.framework)\""
    return closest.isEmpty ? what : what + "; closest: \(closest.joined(separator: ", "))"
  }

  /// The name as the claim gives it; of a whole framework, the framework.
  var reference: String { name.local.isEmpty ? name.framework.rawValue : name.description }
}

extension CheckReport.Stale.End {
  /// Which text changed, in words.
  var words: String {
    "made about \(framework)@\(named); the text of \(framework)@\(current) is not known to be the same"
  }

  /// The same, and what changed, one line each.
  var lines: [String] {
    [words] + (changes?.flatMap { $0.lines(.plain) } ?? ["the text of \(framework)@\(named) is not here"])
  }
}
