import CrosswalkModel

/// The evidence plan as a workbook: a summary with its proof, the evidence, what it reaches, and what stays open.
public struct PlanXLSXExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The whole workbook.
  public func export(_ plan: EvidencePlan) throws(ExportError) -> [UInt8] {
    try WorkbookWriter.bytes(of: Self.content(plan))
  }

  static func content(_ plan: EvidencePlan) -> WorkbookContent {
    let reached = plan.choices.flatMap { choice in choice.reaches.map { Reached(choice: choice, reach: $0) } }
    return WorkbookContent(
      title: plan.heading, created: plan.asOf,
      sheets: [
        summary(plan), .table("Evidence", evidence, plan.choices), .table("Reached", reach, reached),
        .table("Not reached", unreached, plan.unreached),
      ])
  }

  private static func summary(_ plan: EvidencePlan) -> SheetContent {
    var page = SheetPage()
    page.title("Evidence plan")
    page.basis(plan.basis)
    page.rowOfText(plan.heading)
    page.frameworks([("Source", plan.source), ("Target", plan.target)])
    page.heading("Question")
    page.entry("Day of the plan", .date(plan.asOf))
    page.entry("Scope", .text(plan.scope ?? "all of the target"))
    page.heading("Answer")
    for sentence in [plan.answer] + plan.proofSentences + [plan.meaning, plan.unreachedSentence] {
      page.rowOfText(sentence)
    }
    page.columnNames("", "", "cost")
    page.entry("cost of the plan", .empty, amount(plan.proof.cost))
    page.entry("no plan costs less than", .empty, amount(plan.proof.bound))
    page.entry("without the crosswalk", .empty, amount(plan.proof.withoutCrosswalk))
    page.columnNames("", "", "reached", "of statements")
    page.entry(
      "target", .empty, .count(plan.targetReach.reached), .count(plan.targetReach.statements))
    page.entry(
      "source", .empty, .count(plan.sourceReach.reached), .count(plan.sourceReach.statements))
    page.legend()
    return page.sheet("Summary")
  }

  private static func amount(_ cost: EvidenceCost) -> CellValue { .number(Double(cost.thousandths) / 1000) }

  private static let evidence: [TableColumn<EvidencePlan.Choice>] = [
    .init("Evidence for", 26) { .text($0.control.description + ($0.isWhole ? " (as a whole)" : "")) },
    .init("Title", 46) { .words($0.title) },
    .init("Cost", 9) { amount($0.cost) },
    .init("Own statements", 11) { .count($0.own.count) },
    .init("Reaches besides", 11) { .count($0.reaches.count) },
    .init("Its own statements", 50) { .words($0.own.map(\.local).joined(separator: ", ")) },
  ]

  private struct Reached {
    var choice: EvidencePlan.Choice
    var reach: EvidencePlan.Reach
  }

  private static let reach: [TableColumn<Reached>] = [
    .init("Statement", 26) { .text($0.reach.statement.description) },
    .init("Title", 40) { .words($0.reach.title) },
    .init("Evidence for", 26) { .text($0.choice.control.description) },
    .init("Together with", 24) { .words($0.reach.together.map(\.description).joined(separator: " | ")) },
    .init("Relation: evidence … statement", 22) { .text($0.reach.support.relations.words) },
    .init("Confidence", 11, .share) { .confidence($0.reach.support.confidence) },
    .init("Draft", 8, .caution) { .mark($0.reach.marks.contains("draft")) },
    .init("Stale", 8, .caution) { .mark($0.reach.support.derivation.isStale) },
    .init("What is shared, what is left", 50) { .words($0.reach.support.note) },
  ]

  private static let unreached: [TableColumn<EvidencePlan.Unreached>] = [
    .init("Statement", 26) { .text($0.statement.description) },
    .init("Title", 60) { .words($0.title) },
    .init("Verdict", 24, .verdicts) { .text($0.verdict.words) },
  ]
}
