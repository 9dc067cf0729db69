import CrosswalkModel

/// What a user asks of a check.
public struct CheckRequest: Hashable, Sendable {
  /// The frameworks whose claims to check; none for all that the store has.
  public var frameworks: [Reference]
  /// The day by which revisions are chosen.
  public var asOf: CalendarDate
  /// Weakest claim to trust, 0 through 1.
  public var minimumConfidence: Double
  /// How many minimal sets of conflicting claims to list; `nil` for the one of each conflict only.
  public var sets: Int?

  /// Creates a request.
  public init(
    frameworks: [Reference] = [], asOf: CalendarDate, minimumConfidence: Double = 0, sets: Int? = nil
  ) {
    self.frameworks = frameworks
    self.asOf = asOf
    self.minimumConfidence = minimumConfidence
    self.sets = sets
  }
}
