/// What holds for things that were placed on the market, or put into service, before a day.
public struct TransitionRule: Hashable, Sendable {
  /// What the transition does to the duties it names.
  public enum Effect: Hashable, Sendable {
    /// They have to be complied with by this day.
    case complyBy(CalendarDate)
    /// They apply only where this holds.
    case onlyIf(String)
  }

  /// Local names of the nodes, each with all below it; none means the whole framework.
  public var nodes: [String]
  /// The routes concerned; none means every route.
  public var routes: [String]
  /// The roles concerned; empty means every role.
  public var roles: RoleSet
  /// Things placed on the market before this day are concerned.
  public var placedBefore: CalendarDate
  /// The further circumstance that it depends on, in words; `nil` where it holds for all of them.
  public var circumstance: String?
  /// What it does.
  public var effect: Effect
  /// The place that says so.
  public var provision: String

  /// Creates a transition.
  public init(
    nodes: [String], routes: [String] = [], roles: RoleSet = [], placedBefore: CalendarDate,
    circumstance: String? = nil, effect: Effect, provision: String
  ) {
    self.nodes = nodes
    self.routes = routes
    self.roles = roles
    self.placedBefore = placedBefore
    self.circumstance = circumstance
    self.effect = effect
    self.provision = provision
  }
}
