import CrosswalkModel

/// Why which relations are still possible between two nodes, for a terminal.
public struct ExplanationTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The answer first, then the derivations, claim by claim.
  public func export(_ explanation: Explanation) -> [UInt8] {
    var page = TextPage(style: style)
    for (name, id, title) in [
      ("Source", explanation.source, explanation.sourceTitle),
      ("Target", explanation.target, explanation.targetTitle),
    ] {
      page.entry(name, "\(id.description.unbreakable)  \(title.onOneLine)", nameWidth: 6, indent: 0)
    }
    page.blank()
    page.paragraph(Self.answer(explanation.relations), ink: .strong)
    if let limit = explanation.longestChain?.chainLimitWords { page.paragraph(limit, ink: .faint) }
    let pair = (explanation.source.framework, explanation.target.framework)
    for (index, derivation) in explanation.derivations.enumerated() {
      page.heading("Derivation \(index + 1): \(Self.result(of: derivation))")
      for (step, content) in derivation.steps.enumerated() {
        write(content, number: step + 1, pair: pair, to: &page)
      }
    }
    if explanation.derivations.isEmpty {
      page.paragraph("No claim bears on this pair: nobody has judged it.")
    }
    return page.bytes
  }

  private static func answer(_ relations: RelationshipSet) -> String {
    switch relations {
    case []: "The claims conflict: no relation is possible."
    case .all: "No relation is excluded: nothing is known about this pair."
    default:
      relations.relationships.count == 1
        ? "Only one relation is not excluded: source \(relations.words) target."
        : "Not excluded: source \(relations.description) target."
    }
  }

  private static func result(of derivation: Derivation) -> String {
    var parts = [derivation.relations.words]
    if derivation.restsOnDraftsOnly, !derivation.claims.isEmpty { parts.append("rests on drafts only") }
    if derivation.isStale { parts.append("stale") }
    parts.append("confidence \(Share.confidence(derivation.confidence))")
    return parts.joined(separator: ", ")
  }

  private func write(
    _ step: DerivationStep, number: Int, pair: (FrameworkID, FrameworkID), to page: inout TextPage
  ) {
    let (source, target) = step.references(in: pair)
    page.paragraph(
      "\(number). \(source.unbreakable)  \(step.relations.words)  \(target.unbreakable)", indent: 2,
      hanging: 3)
    page.paragraph(step.groundWords.onOneLine, ink: .faint, indent: 5, hanging: 2)
    page.paragraph(step.location.description.onOneLine, ink: .faint, indent: 5, hanging: 2)
  }
}
