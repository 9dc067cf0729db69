import CrosswalkMapper
import CrosswalkModel

/// What a user asks of an evidence plan.
public struct PlanRequest: Hashable, Sendable {
  /// The frameworks, the scope, the claims to trust and the day, as for a gap report; its unit is not used.
  public var gap: GapRequest
  /// Whether evidence is produced for statements or for controls.
  public var unit: GapReport.Unit
  /// What evidence must do for a statement.
  public var level: EvidencePlan.Level
  /// Which statements have to be reached.
  public var aim: EvidencePlan.Aim
  /// The path of a table of costs; `nil` where everything costs one unit.
  public var costs: String?
  /// After which time to stop looking for something better; `nil` for a limit of work, which gives the same plan on
  /// every machine.
  public var timeLimit: Duration?

  /// Creates a request.
  public init(
    gap: GapRequest, unit: GapReport.Unit = .control, level: EvidencePlan.Level = .covered,
    aim: EvidencePlan.Aim = .target, costs: String? = nil, timeLimit: Duration? = nil
  ) {
    self.gap = gap
    self.unit = unit
    self.level = level
    self.aim = aim
    self.costs = costs
    self.timeLimit = timeLimit
  }
}

/// What a user asks about the equivalence of two frameworks.
public struct EquivalenceRequest: Hashable, Sendable {
  /// One framework.
  public var from: Reference
  /// The other one.
  public var to: Reference
  /// Which claims to trust, and how far to think them through.
  public var reasoning: ReasoningOptions
  /// The day of the report.
  public var asOf: CalendarDate

  /// Creates a request.
  public init(from: Reference, to: Reference, reasoning: ReasoningOptions = .init(), asOf: CalendarDate) {
    self.from = from
    self.to = to
    self.reasoning = reasoning
    self.asOf = asOf
  }
}
