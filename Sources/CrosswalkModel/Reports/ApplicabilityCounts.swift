/// How many findings apply on the day of the report, and how many do not yet, not always or not to the role.
public struct ApplicabilityCounts: Hashable, Sendable {
  /// Those that apply.
  public private(set) var applies = 0
  /// Those that apply from a later day on.
  public private(set) var later = 0
  /// The first of those days.
  public private(set) var nextDay: CalendarDate?
  /// Those that depend on something.
  public private(set) var conditional = 0
  /// Those that a transitional rule leaves alone but for what it names.
  public private(set) var transitional = 0
  /// Those addressed to other roles only: shown, and in no other count.
  public private(set) var notForThisRole = 0
  /// Those of other routes, and those that reach beyond the scope: in no other count.
  public private(set) var outOfScope = 0

  /// Those that concern the one who asks, now, later or perhaps.
  public var concerned: Int { applies + later + conditional + transitional }

  /// Creates empty counts.
  public init() {}

  /// Counts one finding.
  public mutating func add(_ applicability: Applicability) {
    switch applicability {
    case .applies: applies += 1
    case .from(let day, _):
      later += 1
      nextDay = min(nextDay ?? day, day)
    case .conditional: conditional += 1
    case .transitional: transitional += 1
    case .notForThisRole: notForThisRole += 1
    case .outOfScope: outOfScope += 1
    }
  }
}
