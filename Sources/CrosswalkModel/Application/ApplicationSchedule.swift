/// To whom and from when a framework applies: its routes, its dates and its transitional rules.
///
/// A framework declares its schedule as properties of the whole, so that it stays with the framework when the
/// official text joins it, when it is stored, and when it is exported. Properties that do not read as one are no part
/// of the schedule; the importer of bundled frameworks writes them from checked content.
public struct ApplicationSchedule: Hashable, Sendable {
  /// The routes, in the order in which they are declared.
  public var routes: [ApplicationRoute]
  /// The dates of application.
  public var rules: [ApplicationRule]
  /// The transitional rules.
  public var transitions: [TransitionRule]

  /// Creates a schedule.
  public init(
    routes: [ApplicationRoute] = [], rules: [ApplicationRule] = [], transitions: [TransitionRule] = []
  ) {
    self.routes = routes
    self.rules = rules
    self.transitions = transitions
  }

  /// Whether the framework declares none.
  public var isEmpty: Bool { routes.isEmpty && rules.isEmpty && transitions.isEmpty }

  /// The route called `id`, whatever its case.
  public func route(_ id: String) -> ApplicationRoute? {
    routes.first { $0.id.lowercased() == id.lowercased() }
  }

  // MARK: As properties

  /// The names of the properties that hold a schedule.
  private enum Name {
    static let route = "application-route"
    static let rule = "application-rule"
    static let transition = "application-transition"
  }

  /// Reads the schedule that `properties` hold; those of another name are passed over.
  public init(properties: [Property]) {
    let records = { (name: String) in properties.filter { $0.name == name }.map { Record($0.value) } }
    routes = records(Name.route).compactMap { ApplicationRoute($0) }
    rules = records(Name.rule).compactMap { ApplicationRule($0) }
    transitions = records(Name.transition).compactMap { TransitionRule($0) }
  }

  /// The schedule as properties, which read back as the same.
  public var properties: [Property] {
    routes.map { Property(name: Name.route, value: $0.record.text) }
      + rules.map { Property(name: Name.rule, value: $0.record.text) }
      + transitions.map { Property(name: Name.transition, value: $0.record.text) }
  }
}
