import CrosswalkModel

/// The evidence plan as JSON, schema `crosswalk-evidence-plan/1`.
///
/// Fields are a contract: they may be added, never renamed.
public struct PlanJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; keys in alphabetical order.
  public func export(_ plan: EvidencePlan) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: PlanDocument(plan))
  }
}

/// The plan as it stands in JSON.
private struct PlanDocument: Encodable {
  struct Summary: Encodable {
    var cost, bound: Double
    var optimal: Bool
    var gap, withoutCrosswalk: Double
    var candidates, nodes: Int
    var source, target: Reached
    /// The statements of the target that no evidence for the source reaches, by verdict.
    var unreached: [String: Int]
  }

  struct Reached: Encodable {
    var statements, reached: Int

    init(_ reached: EvidencePlan.Reached) {
      statements = reached.statements
      self.reached = reached.reached
    }
  }

  struct Choice: Encodable {
    var control, title: String
    var cost: Double
    var whole: Bool
    var own: [String]
    var reaches: [Reach]
  }

  struct Reach: Encodable {
    var statement, title: String
    var together: [String]
    var draft, stale: Bool
    var by: FindingDocument.Support
  }

  struct Unreached: Encodable {
    var statement, title, verdict: String
  }

  var schema = "crosswalk-evidence-plan/1"
  var source, target: GapReportDocument.End
  var asOf: String
  @Nullable var scope: String?
  var unit, level, aim: String
  var basis: GapReportDocument.Basis
  var summary: Summary
  var choices: [Choice]
  var unreached: [Unreached]

  init(_ plan: EvidencePlan) {
    let pair = (plan.source.id.framework, plan.target.id.framework)
    source = .init(plan.source)
    target = .init(plan.target)
    asOf = plan.asOf.description
    scope = plan.scope
    unit = plan.unit.rawValue
    level = plan.level.rawValue
    aim = plan.aim.rawValue
    basis = .init(plan.basis)
    summary = Self.summary(plan)
    choices = plan.choices.map { Self.choice($0, pair) }
    unreached = plan.unreached.map {
      Unreached(statement: $0.statement.description, title: $0.title, verdict: $0.verdict.rawValue)
    }
  }

  private static func summary(_ plan: EvidencePlan) -> Summary {
    var unreached: [String: Int] = [:]
    for verdict in Verdict.allCases { unreached[verdict.rawValue] = 0 }
    for entry in plan.unreached { unreached[entry.verdict.rawValue, default: 0] += 1 }
    return Summary(
      cost: number(plan.proof.cost), bound: number(plan.proof.bound), optimal: plan.proof.isOptimal,
      gap: Share.rounded(plan.proof.gap), withoutCrosswalk: number(plan.proof.withoutCrosswalk),
      candidates: plan.proof.candidates, nodes: plan.proof.nodes, source: Reached(plan.sourceReach),
      target: Reached(plan.targetReach), unreached: unreached)
  }

  private static func choice(_ choice: EvidencePlan.Choice, _ pair: (FrameworkID, FrameworkID)) -> Choice {
    Choice(
      control: choice.control.description, title: choice.title, cost: number(choice.cost),
      whole: choice.isWhole, own: choice.own.map(\.description),
      reaches: choice.reaches.map { reach in
        Reach(
          statement: reach.statement.description, title: reach.title,
          together: reach.together.map(\.description), draft: reach.marks.contains("draft"),
          stale: reach.support.derivation.isStale, by: .init(reach.support, pair: pair))
      })
  }

  private static func number(_ cost: EvidenceCost) -> Double { Double(cost.thousandths) / 1000 }
}
