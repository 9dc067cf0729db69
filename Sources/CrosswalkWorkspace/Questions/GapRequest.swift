import CrosswalkMapper
import CrosswalkModel

/// What a user asks of a gap report.
public struct GapRequest: Hashable, Sendable {
  /// The framework that may address requirements.
  public var from: Reference
  /// The framework whose requirements are judged.
  public var to: Reference
  /// What of the target the report is limited to, all of these together: roles, a named subset, a part, another
  /// framework such as a baseline, or the path of a file.
  public var scopes: [String]
  /// What of the source may bear on the target, written alike.
  public var sourceScopes: [String]
  /// The path of a table of weights; `nil` where every requirement weighs the same.
  public var weights: String?
  /// Whether statements or controls are counted.
  public var unit: GapReport.Unit
  /// Which claims to trust, and how far to think them through.
  public var reasoning: ReasoningOptions
  /// The day of the report.
  public var asOf: CalendarDate
  /// A route that the target declares; `nil` for all of them.
  public var route: String?
  /// When what is judged was placed on the market, for the transitional rules of its route.
  public var placedOnMarket: CalendarDate?

  /// Creates a request.
  public init(
    from: Reference, to: Reference, scopes: [String] = [], sourceScopes: [String] = [],
    weights: String? = nil, unit: GapReport.Unit = .statement, reasoning: ReasoningOptions = .init(),
    asOf: CalendarDate
  ) {
    self.from = from
    self.to = to
    self.scopes = scopes
    self.sourceScopes = sourceScopes
    self.weights = weights
    self.unit = unit
    self.reasoning = reasoning
    self.asOf = asOf
  }
}
