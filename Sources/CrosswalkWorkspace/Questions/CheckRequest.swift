import CrosswalkMapper
import CrosswalkModel

/// What a user asks of a check.
public struct CheckRequest: Hashable, Sendable {
  /// The frameworks whose claims to check; none for all that the store has.
  public var frameworks: [Reference]
  /// The day by which revisions are chosen.
  public var asOf: CalendarDate
  /// Which claims to trust, and how far to think them through.
  public var reasoning: ReasoningOptions
  /// How many minimal sets of conflicting claims to list; `nil` for the one of each conflict only.
  public var sets: Int?

  /// Creates a request.
  public init(
    frameworks: [Reference] = [], asOf: CalendarDate, reasoning: ReasoningOptions = .init(), sets: Int? = nil
  ) {
    self.frameworks = frameworks
    self.asOf = asOf
    self.reasoning = reasoning
    self.sets = sets
  }
}
