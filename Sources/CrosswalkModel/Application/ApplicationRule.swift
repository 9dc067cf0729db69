/// From when nodes of a framework apply, on some routes or on all.
public struct ApplicationRule: Hashable, Sendable {
  /// Local names of the nodes, each with all below it unless another rule names that; none means the whole framework.
  public var nodes: [String]
  /// The routes on which they apply; none means every route.
  public var routes: [String]
  /// First day of application.
  public var from: CalendarDate
  /// The place that says so.
  public var provision: String
  /// What the day alone would get wrong: on what else application depends.
  public var condition: String?
  /// The day from which the condition is settled; `nil` where none is known.
  public var until: CalendarDate?

  /// Creates a rule.
  public init(
    nodes: [String], routes: [String] = [], from: CalendarDate, provision: String, condition: String? = nil,
    until: CalendarDate? = nil
  ) {
    self.nodes = nodes
    self.routes = routes
    self.from = from
    self.provision = provision
    self.condition = condition
    self.until = until
  }

  /// Whether the rule speaks of `route`.
  public func reaches(_ route: String) -> Bool { routes.isEmpty || routes.contains(route) }
}
