import CrosswalkModel

extension TextPage {
  /// Appends one act on `claim`, or by which it was made, on one paragraph.
  mutating func act(_ act: ReviewAct, on claim: ClaimID, indent: Int) {
    var words = act.pastWords.onOneLine
    if let result = act.result {
      if result.id == claim, let earlier = act.claim {
        words += " (made from claim \(earlier))"
      } else if result.id != claim {
        words += " (claim \(result.id) takes its place)"
      }
    }
    paragraph(words, indent: indent, hanging: 4)
  }
}

/// What recording acts of review gave, for a terminal.
public struct RecordedReviewTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// Each act with its claim as it counts now, and the claim that it made.
  public func export(_ review: RecordedReview) -> [UInt8] {
    var page = TextPage(style: style)
    for (index, entry) in review.entries.enumerated() {
      if index > 0 { page.blank() }
      let about = entry.act.claim.map { " claim \($0)" } ?? ""
      page.paragraph(
        (entry.isNew ? "Recorded: " : "Recorded before: ") + entry.act.kind.pastWords + about, ink: .strong,
        hanging: 2)
      if let claim = entry.claim { page.claim(claim, indent: 2) }
      if let result = entry.result {
        page.paragraph(entry.claim == nil ? "It made this claim:" : "In its place:", ink: .faint, indent: 2)
        page.claim(result, indent: 2)
      }
    }
    page.blank()
    page.paragraph(Legend.caution, ink: .faint)
    return page.bytes
  }
}
