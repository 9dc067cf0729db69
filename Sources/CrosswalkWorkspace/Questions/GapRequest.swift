import CrosswalkModel

/// What a user asks of a gap report.
public struct GapRequest: Hashable, Sendable {
  public var from: Reference
  public var to: Reference
  /// A role, or a part of the target; `nil` for all of it.
  public var scope: String?
  public var unit: GapReport.Unit
  /// Weakest claim to trust, 0 through 1.
  public var minimumConfidence: Double
  public var assertedOnly: Bool
  /// The day of the report.
  public var asOf: CalendarDate

  /// Creates a request.
  public init(
    from: Reference, to: Reference, scope: String? = nil, unit: GapReport.Unit = .statement,
    minimumConfidence: Double = 0, assertedOnly: Bool = false, asOf: CalendarDate
  ) {
    self.from = from
    self.to = to
    self.scope = scope
    self.unit = unit
    self.minimumConfidence = minimumConfidence
    self.assertedOnly = assertedOnly
    self.asOf = asOf
  }
}
