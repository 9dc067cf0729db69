import CrosswalkModel

/// What both sides say, as fields.
struct PositionFields {
  let words: Words
  let index: PositionIndex
  /// The subject that positions may be limited to.
  let subject: String?

  /// Both columns beside a claim, a requirement or a section.
  static let pair = FieldDescription.record(
    "positions", "What both sides say about it.",
    [
      .record("us", "The side of the United States.", side),
      .record("eu", "The side of the European Union.", side),
    ])

  private static let side: [FieldDescription] = [
    .text("stance", "The position in words.", "reservation"),
    .text("stanceToken", "agreed, reservation or not-yet.", "not-yet"),
    .text("reason", "Why."), .text("author", "Who recorded it."),
    .text("time", "When it was recorded.", "2026-11-20T09:30:00Z"),
    .flag("hasReason", "Whether a reason is recorded."),
    .flag("stale", "Whether the text that it is about may have changed since."),
  ]

  static let descriptions = FieldDescription.list(
    "positions", "Every position that counts for the subject, in the order of what they are about.",
    [
      .text("side", "Who says it.", "European Union"),
      .text("about", "What it is about.", "eu-ai-act/annex-iv/4"),
      .text("title", "The title of that."), .text("stance", "The position in words.", "reservation"),
      .text("reason", "Why."), .text("author", "Who recorded it."), .text("time", "When it was recorded."),
    ])

  /// Both columns about one thing; a side without a position has not taken one yet.
  func pair(on about: BilateralPosition.About?) -> FieldRecord {
    let both = about.map { index.both(on: $0, subject: subject) }
    return ["us": .record(record(both?.us)), "eu": .record(record(both?.eu))]
  }

  private func record(_ held: BothPositions.Held?) -> FieldRecord {
    let stance = held?.position.stance ?? .notYet
    let reason = held?.position.reason ?? ""
    return [
      "stance": .text(words(stance)), "stanceToken": .text(stance.rawValue), "reason": .text(reason),
      "author": .given(held?.position.author), "time": .given(held?.position.time.description),
      "hasReason": .flag(!reason.isEmpty), "stale": .flag(held?.isStale ?? false),
    ]
  }

  /// The positions as a list.
  ///
  /// - Parameter title: The title of what a position is about.
  func list(_ held: [BothPositions], title: (BilateralPosition.About) -> String) -> [FieldRecord] {
    held.flatMap { both in
      BilateralPosition.Side.allCases.compactMap { side -> FieldRecord? in
        guard let position = both[side]?.position else { return nil }
        return [
          "side": .text(words["side-\(side.rawValue)"]), "about": .text(both.about.description),
          "title": .text(title(both.about)), "stance": .text(words(position.stance)),
          "reason": .given(position.reason), "author": .text(position.author),
          "time": .text(position.time.description),
        ]
      }
    }
  }
}
