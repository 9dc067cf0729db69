import CrosswalkModel

/// The evidence plan as Markdown with tables, as GitHub and GitLab render it.
public struct PlanMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The answer first, then a table of the evidence and one of what stays open.
  public func export(_ plan: EvidencePlan) -> [UInt8] {
    let text =
      """
      **\(plan.basis.reviewState)**; \(plan.basis.details.joined(separator: ", ")).

      # \(plan.heading)

      \(MarkdownText.ends([("Source", plan.source), ("Target", plan.target)]))
      Day of the plan: \(plan.asOf). Scope: \(plan.scope.map(MarkdownText.inline) ?? "all of the target").

      \((["**\(plan.answer)**"] + plan.proofSentences).joined(separator: " "))

      \(plan.meaning)

      - Target: \(plan.targetReach.words) reached. \(plan.unreachedSentence)
      - Source: \(plan.sourceReach.words) reached.

      """
    return Array((text + Self.choices(plan) + Self.unreached(plan) + "\n\(Legend.caution)\n").utf8)
  }

  private static func choices(_ plan: EvidencePlan) -> String {
    guard !plan.choices.isEmpty else { return "" }
    let rows = plan.choices.map { choice in
      let whole = choice.isWhole ? " (as a whole)" : ""
      return MarkdownText.row([
        "**\(MarkdownText.inline(choice.control.description))**\(whole)", MarkdownText.inline(choice.title),
        choice.cost.description, choice.own.map(\.local).map(MarkdownText.inline).joined(separator: ", "),
        choice.reaches.map(reach).joined(separator: "<br>"),
      ])
    }
    return "\n## Evidence\n\n| evidence for | title | cost | its own statements | reaches besides |\n"
      + "|---|---|---:|---|---|\n" + rows.joined()
  }

  private static func reach(_ reach: EvidencePlan.Reach) -> String {
    let confidence = "confidence \(Share.confidence(reach.support.confidence))"
    let facts = [reach.support.relations.words, confidence] + reach.marks
    return
      "\(MarkdownText.inline(reach.statement.local)) (\(MarkdownText.inline(facts.joined(separator: ", "))))"
  }

  private static func unreached(_ plan: EvidencePlan) -> String {
    guard !plan.unreached.isEmpty else { return "" }
    let rows = plan.unreached.map { entry in
      MarkdownText.row([
        MarkdownText.inline(entry.statement.local), MarkdownText.inline(entry.title), entry.verdict.words,
      ])
    }
    return "\n## Not reached by evidence for the source\n\n| statement | title | verdict |\n|---|---|---|\n"
      + rows.joined()
  }
}
