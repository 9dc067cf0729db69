import CrosswalkModel

/// What a user asks of a gap report.
public struct GapRequest: Hashable, Sendable {
  /// The framework that may address requirements.
  public var from: Reference
  /// The framework whose requirements are judged.
  public var to: Reference
  /// A role, or a part of the target; `nil` for all of it.
  public var scope: String?
  /// Whether statements or controls are counted.
  public var unit: GapReport.Unit
  /// Weakest claim to trust, 0 through 1.
  public var minimumConfidence: Double
  /// Whether claims count as they stand, without what follows from them.
  public var assertedOnly: Bool
  /// The most claims on a chain between the frameworks; `nil` to limit them only where there are very many claims.
  public var longestChain: Int?
  /// The day of the report.
  public var asOf: CalendarDate
  /// A route that the target declares; `nil` for all of them.
  public var route: String?
  /// When what is judged was placed on the market, for the transitional rules of its route.
  public var placedOnMarket: CalendarDate?

  /// Creates a request.
  public init(
    from: Reference, to: Reference, scope: String? = nil, unit: GapReport.Unit = .statement,
    minimumConfidence: Double = 0, assertedOnly: Bool = false, longestChain: Int? = nil,
    asOf: CalendarDate
  ) {
    self.from = from
    self.to = to
    self.scope = scope
    self.unit = unit
    self.minimumConfidence = minimumConfidence
    self.assertedOnly = assertedOnly
    self.longestChain = longestChain
    self.asOf = asOf
  }
}
