import CrosswalkModel

/// The evidence plan as CSV (RFC 4180): one row for each statement that a piece of evidence reaches, or that none does.
///
/// The column `how` says which: `own` (part of what the evidence is for), `reached` or `unreached`. Each row repeats
/// how good the plan is known to be, because rows get copied out of their table.
public struct PlanCSVExporter: Exporter {
  /// The columns, in order; names do not change.
  public static let header = [
    "evidence", "evidence_title", "cost", "whole", "how", "statement", "statement_title", "together",
    "relations", "origin", "draft", "stale", "confidence", "claims", "verdict", "level", "plan_cost",
    "plan_bound", "optimal", "basis", "source_revision", "target_revision", "as_of",
  ]

  /// Creates an exporter.
  public init() {}

  /// A header and the rows, in the order of the plan.
  public func export(_ plan: EvidencePlan) -> [UInt8] {
    var csv = CSVText()
    csv.append(Self.header)
    for choice in plan.choices {
      let evidence = [
        choice.control.description, choice.title, choice.cost.description, Self.number(choice.isWhole),
      ]
      for own in choice.own {
        csv.append(
          evidence + ["own", own.description, ""] + Array(repeating: "", count: 8) + Self.tail(plan))
      }
      for reach in choice.reaches { csv.append(evidence + Self.cells(of: reach) + Self.tail(plan)) }
      if choice.own.isEmpty && choice.reaches.isEmpty {
        csv.append(evidence + Array(repeating: "", count: 11) + Self.tail(plan))
      }
    }
    for entry in plan.unreached {
      csv.append(
        Array(repeating: "", count: 4) + ["unreached", entry.statement.description, entry.title]
          + Array(repeating: "", count: 7) + [entry.verdict.rawValue] + Self.tail(plan))
    }
    return Array(csv.text.utf8)
  }

  private static func cells(of reach: EvidencePlan.Reach) -> [String] {
    let support = reach.support
    let isDraft = support.derivation.restsOnDraftsOnly && !support.derivation.claims.isEmpty
    return [
      "reached", reach.statement.description, reach.title,
      reach.together.map(\.description).joined(separator: " | "),
      support.relations.relationships.map(\.rawValue).joined(separator: " | "), support.origin.rawValue,
      number(isDraft), number(support.derivation.isStale), "\(Share.rounded(support.confidence))",
      support.derivation.claims.map(\.description).joined(separator: " | "), "",
    ]
  }

  private static func tail(_ plan: EvidencePlan) -> [String] {
    [
      plan.level.rawValue, plan.proof.cost.description, plan.proof.bound.description,
      number(plan.proof.isOptimal), plan.basis.reviewState, plan.source.id.description,
      plan.target.id.description, plan.asOf.description,
    ]
  }

  private static func number(_ value: Bool) -> String { value ? "1" : "0" }
}
