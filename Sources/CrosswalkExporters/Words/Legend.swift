import CrosswalkModel

/// What a reader must know to read a gap report rightly; every format for people says the same.
enum Legend {
  /// What a report never says.
  static let caution =
    "Nothing here is a statement of legal compliance. That subject matter is addressed says what a text is about, "
    + "not that a duty is fulfilled; voluntary guidance does not discharge a legal duty."

  /// What a list of duties is not.
  static let applicationCaution =
    "Which role and route something has is for its operator to find out; this list is no legal assessment."

  /// What a position is not.
  static let positionCaution =
    "A position says what reviewers of one side told those of the other; it approves nothing."

  /// What one verdict means.
  static func meaning(of verdict: Verdict) -> String {
    switch verdict {
    case .covered: "something in the source deals with all that the statement asks."
    case .partial:
      "something in the source certainly shares subject matter with the statement; that it deals with all of it is "
        + "not proven (“cover not excluded”) or ruled out (“cover excluded”)."
    case .gap: "everything in the source is certainly about something else, or a reviewer recorded so."
    case .unknown: "the claims do not decide it. This is no gap: nobody has judged it yet."
    case .contradicted: "the claims leave no relation possible: one of them must be wrong."
    }
  }

  /// What the marks mean.
  static let marks = [
    ("draft", "rests on unreviewed claims only."),
    ("stale", "rests on a claim about another revision; a review has to confirm it."),
    ("suggested gap", "unreviewed claims say that there is no counterpart; counted as not judged."),
    ("related", "anything but disjoint: equal to, subset of, superset of or intersecting."),
  ]

  /// What the interval means.
  static let coverage =
    "Coverage is an interval: least counts what is addressed and not stale, most counts all that is no gap; open is "
    + "what a review can still settle."
}
