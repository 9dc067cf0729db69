import CrosswalkModel

extension BilateralPosition.Stance {
  /// The stance in words.
  var words: String {
    switch self {
    case .agreed: "agreed"
    case .reservation: "reservation"
    case .notYet: "not yet"
    }
  }
}

extension BothPositions {
  /// What one side says, who says it and when, on one line.
  func words(of side: BilateralPosition.Side) -> String {
    guard let held = self[side] else { return "not yet" }
    let position = held.position
    let reason = position.reason.map { ": \($0.onOneLine)" } ?? ""
    var facts = [position.author.onOneLine, position.time.description]
    if subject != nil, position.subject == nil { facts.append("on every subject") }
    if held.isStale { facts.append("stale: the text may have changed since") }
    return "\(position.stance.words)\(reason) (\(facts.joined(separator: ", ")))"
  }
}

extension TextPage {
  /// Appends what both sides say, one line a side.
  mutating func positions(_ both: BothPositions, indent: Int) {
    if let subject = both.subject {
      paragraph("for \(subject.onOneLine):", ink: .faint, indent: indent)
    }
    for side in BilateralPosition.Side.allCases {
      paragraph("\(side.name): \(both.words(of: side))", indent: indent, hanging: 4)
    }
  }
}

/// What recording a position gave, for a terminal.
public struct RecordedPositionTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// What was recorded, then where both sides stand.
  public func export(_ recorded: RecordedPosition) -> [UInt8] {
    var page = TextPage(style: style)
    let position = recorded.position
    page.paragraph(
      (recorded.isNew ? "Recorded: " : "Recorded before: ")
        + "\(position.side.name) \(position.stance.words) on \(position.about.description.unbreakable)",
      ink: .strong, hanging: 2)
    if !recorded.title.isEmpty { page.paragraph(recorded.title.onOneLine, indent: 2, hanging: 2) }
    page.heading("Both sides now")
    page.positions(recorded.both, indent: 2)
    page.blank()
    page.paragraph(Legend.positionCaution, ink: .faint)
    return page.bytes
  }
}
