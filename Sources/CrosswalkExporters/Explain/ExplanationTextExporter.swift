import CrosswalkModel

/// Why which relations are still possible between two nodes, for a terminal.
public struct ExplanationTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The answer first, then the shortest and the most trusted proof, claim by claim.
  public func export(_ explanation: Explanation) -> [UInt8] {
    var page = TextPage(style: style)
    for (name, id, title) in [
      ("Source", explanation.source, explanation.sourceTitle),
      ("Target", explanation.target, explanation.targetTitle),
    ] {
      page.entry(name, "\(id.description.unbreakable)  \(title.onOneLine)", nameWidth: 6, indent: 0)
    }
    page.blank()
    if let knownBy = explanation.knownBy { page.paragraph(knownBy.knownBySentence) }
    page.paragraph(Self.answer(explanation), ink: .strong)
    if let limit = explanation.longestChain?.chainLimitWords { page.paragraph(limit, ink: .faint) }
    let (shortest, mostTrusted) = (explanation.shortest, explanation.mostTrusted)
    if explanation.relations == .all {
      page.paragraph("No claim bears on this pair: nobody has judged it.")
    } else if explanation.relations.isEmpty {
      write(shortest, "Claims that conflict; none of them can be left out", explanation, to: &page)
      page.blank()
      page.paragraph("crosswalk check names the cheapest repairs.")
    } else if !shortest.derivations.isEmpty {
      let isSame = shortest == mostTrusted
      write(shortest, Self.heading(shortest, isAlsoMostTrusted: isSame), explanation, to: &page)
      if !isSame { write(mostTrusted, Self.heading(ofMostTrusted: mostTrusted), explanation, to: &page) }
    }
    return page.bytes
  }

  private static func heading(_ proof: Explanation.Proof, isAlsoMostTrusted isSame: Bool) -> String {
    let count = Counted.claims(proof.claims.count)
    if proof.claims.isEmpty { return "Structure alone gives it" }
    if !proof.isProven { return "Proof from \(count); no shorter one was found" }
    return isSame ? "Shortest proof, from \(count); also the most trusted" : "Shortest proof, from \(count)"
  }

  private static func heading(ofMostTrusted proof: Explanation.Proof) -> String {
    let count = Counted.claims(proof.claims.count)
    return proof.isProven
      ? "Most trusted proof, from \(count)"
      : "Most trusted proof, from \(count); no shorter one of this trust was found"
  }

  private func write(
    _ proof: Explanation.Proof, _ heading: String, _ explanation: Explanation, to page: inout TextPage
  ) {
    page.heading(heading)
    let pair = (explanation.source.framework, explanation.target.framework)
    for (index, derivation) in proof.derivations.enumerated() {
      let name = proof.derivations.count == 1 ? "" : "Line \(index + 1): "
      page.paragraph(name + Self.result(of: derivation), indent: 2, hanging: 2)
      for (step, content) in derivation.steps.enumerated() {
        write(content, explanation.claim(of: content), number: step + 1, pair: pair, to: &page)
      }
    }
  }

  private static func answer(_ explanation: Explanation) -> String {
    let relations = explanation.relations
    return switch relations {
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
    _ step: DerivationStep, _ claim: MappingClaim?, number: Int, pair: (FrameworkID, FrameworkID),
    to page: inout TextPage
  ) {
    let (source, target) = step.references(in: pair)
    page.paragraph(
      "\(number). \(source.unbreakable)  \(step.relations.words)  \(target.unbreakable)", indent: 4,
      hanging: 3)
    page.paragraph(step.groundWords(of: claim).onOneLine, ink: .faint, indent: 7, hanging: 2)
    if let note = claim?.note, !note.isEmpty { page.paragraph(note.onOneLine, indent: 7) }
    page.line(String(repeating: " ", count: 7) + style.paint(step.location.description.onOneLine, .faint))
  }
}
