import CrosswalkModel

/// Whether and from when something applies, in words, with the place that says so.
enum ApplicationWords {
  /// The state with its day, its condition and its place.
  static func text(_ applicability: Applicability, _ ground: ApplicationGround?) -> String {
    guard let ground else { return applicability.words }
    let place = " (\(ground.provision))"
    let further = ground.reason.map { "; \($0)" } ?? ""
    switch applicability {
    case .applies: return "applies" + (ground.since.map { " since \($0)" } ?? "") + place + further
    case .from(let day, let note):
      return "applies from \(day)" + place + (note.map { "; \($0)" } ?? "") + further
    case .conditional, .transitional: return applicability.words + place + further
    case .outOfScope: return ground.reason ?? applicability.words
    case .notForThisRole: return applicability.words
    }
  }
}

extension GapReport.Finding {
  /// Whether and from when it applies, and by which place.
  var applicationWords: String { ApplicationWords.text(applicability, ground) }
}

extension AlternativeRoute {
  /// What the route goes by.
  var name: String { ReferenceText.full(source) }

  /// The place that makes it a route, and how far one may trust the claim.
  var standing: String {
    "\(basis); \(status.rawValue)\(isReviewed ? ", reviewed" : "")\(isStale ? ", stale" : "")"
  }

  /// The same where a reader has read its condition already.
  var wordsAgain: String { "alternative route: \(name) (\(standing)), as above" }

  /// The whole of it: `alternative route: eu-csa (Article 42(2); draft): …`.
  var words: String {
    "alternative route: \(name) (\(standing))" + (condition.isEmpty ? "" : ": \(condition)")
  }
}

extension ApplicationRoute {
  /// `annex-iii: High-risk system of Annex III (Article 6(2))`.
  var words: String { "\(id): \(title) (\(provision))" }
}
