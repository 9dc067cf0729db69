import CrosswalkModel

/// The evidence plan for a terminal.
public struct PlanTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The answer first, then each piece of evidence with what it reaches.
  public func export(_ plan: EvidencePlan) -> [UInt8] {
    var page = TextPage(style: style)
    writeHead(of: plan, to: &page)
    writeChoices(of: plan, to: &page)
    writeUnreached(of: plan, to: &page)
    page.blank()
    page.paragraph(Legend.caution)
    return page.bytes
  }

  private func writeHead(of plan: EvidencePlan, to page: inout TextPage) {
    page.paragraph(plan.basis.reviewState, ink: .strong)
    page.paragraph(plan.basis.details.joined(separator: ", "), ink: .faint)
    page.heading(plan.heading)
    page.ends([("Source", plan.source), ("Target", plan.target)])
    page.entry("Day", plan.asOf.description, nameWidth: 8)
    page.entry("Scope", (plan.scope ?? "all of the target").onOneLine, nameWidth: 8)
    page.heading(plan.answer)
    for sentence in plan.proofSentences + [plan.meaning] {
      page.paragraph(sentence, indent: 2, hanging: 2)
    }
    page.blank()
    page.entry("Target", "\(plan.targetReach.words) reached", nameWidth: 8)
    page.entry("Source", "\(plan.sourceReach.words) reached", nameWidth: 8)
    page.entry("Open", plan.unreachedSentence, nameWidth: 8)
  }

  private func writeChoices(of plan: EvidencePlan, to page: inout TextPage) {
    for (name, framework) in [("source", plan.source.id.framework), ("target", plan.target.id.framework)] {
      let choices = plan.choices.filter { $0.control.framework == framework }
      guard !choices.isEmpty else { continue }
      page.heading("Evidence for the \(name)")
      for choice in choices { write(choice, to: &page) }
    }
  }

  private func write(_ choice: EvidencePlan.Choice, to page: inout TextPage) {
    page.blank()
    let title = choice.title.isEmpty ? "" : "  \(choice.title.onOneLine)"
    page.paragraph(choice.shortName.unbreakable + title, ink: .strong, indent: 2, hanging: 2)
    let own = choice.own.isEmpty ? "" : ", its own \(Counted.of(choice.own.count, "statement"))"
    page.paragraph(
      "cost \(choice.cost)\(own), \(Counted.of(choice.reaches.count, "statement")) besides", ink: .faint,
      indent: 4)
    for reach in choice.reaches {
      let facts = [reach.support.relations.words, "confidence \(Share.confidence(reach.support.confidence))"]
      page.paragraph(
        "\(reach.statement.local.unbreakable)  \((facts + reach.marks).joined(separator: ", "))", indent: 4,
        hanging: 4)
    }
  }

  private func writeUnreached(of plan: EvidencePlan, to page: inout TextPage) {
    guard !plan.unreached.isEmpty else { return }
    page.heading("Not reached by evidence for the source")
    for verdict in Verdict.allCases {
      let names = plan.unreached.filter { $0.verdict == verdict }.map(\.statement.local.unbreakable)
      guard !names.isEmpty else { continue }
      page.paragraph(
        "\(verdict.mark) \(verdict.words) (\(names.count)): \(names.joined(separator: ", "))",
        ink: verdict.ink, indent: 2, hanging: 2)
    }
  }
}
