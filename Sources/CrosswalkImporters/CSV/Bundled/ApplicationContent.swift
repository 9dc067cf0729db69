import CrosswalkModel

/// The routes, dates and transitional rules in the side file of a bundled framework.
struct ApplicationContent: Codable {
  var routes: [Route]?
  var rules: [Rule]?
  var transitions: [Transition]?

  struct Route: Codable {
    var id: String
    var title: String
    var summary: String
    var by: String
  }

  struct Rule: Codable {
    var at: [String]?
    var routes: [String]?
    var from: String
    var by: String
    var condition: String?
    var until: String?
  }

  struct Transition: Codable {
    var at: [String]?
    var routes: [String]?
    var roles: [String]?
    var placedBefore: String
    var circumstance: String?
    var complyBy: String?
    var onlyIf: String?
    var by: String
  }

  /// What is wrong with the content, in words.
  struct Mistake: Error {
    let words: String
  }

  /// The schedule that the content declares.
  func schedule() throws(Mistake) -> ApplicationSchedule {
    var schedule = ApplicationSchedule(
      routes: (routes ?? []).map {
        ApplicationRoute(id: $0.id, title: $0.title, summary: $0.summary, provision: $0.by)
      })
    let ids = Set(schedule.routes.map(\.id))
    guard ids.count == schedule.routes.count else { throw Mistake(words: "two routes have the same id") }
    for rule in rules ?? [] { schedule.rules.append(try Self.rule(rule, ids)) }
    for transition in transitions ?? [] { schedule.transitions.append(try Self.transition(transition, ids)) }
    // What does not survive being stored as properties would be lost without a word.
    guard ApplicationSchedule(properties: schedule.properties) == schedule else {
      throw Mistake(words: "a text in \"application\" is empty or holds \"|\", or a name holds a comma")
    }
    return schedule
  }

  private static func rule(_ rule: Rule, _ known: Set<String>) throws(Mistake) -> ApplicationRule {
    try check(rule.routes, known)
    var until: CalendarDate?
    if let day = rule.until { until = try self.day(day) }
    return ApplicationRule(
      nodes: rule.at ?? [], routes: rule.routes ?? [], from: try day(rule.from), provision: rule.by,
      condition: rule.condition, until: until)
  }

  private static func transition(
    _ transition: Transition, _ known: Set<String>
  ) throws(Mistake) -> TransitionRule {
    try check(transition.routes, known)
    var roles: RoleSet = []
    for name in transition.roles ?? [] {
      guard let role = RoleSet(name: name) else { throw Mistake(words: "there is no role \"\(name)\"") }
      roles.formUnion(role)
    }
    let effect: TransitionRule.Effect
    switch (transition.complyBy, transition.onlyIf) {
    case (let day?, nil): effect = .complyBy(try self.day(day))
    case (nil, let words?): effect = .onlyIf(words)
    default: throw Mistake(words: "a transition needs one of \"complyBy\" and \"onlyIf\"")
    }
    return TransitionRule(
      nodes: transition.at ?? [], routes: transition.routes ?? [], roles: roles,
      placedBefore: try day(transition.placedBefore), circumstance: transition.circumstance, effect: effect,
      provision: transition.by)
  }

  private static func check(_ routes: [String]?, _ known: Set<String>) throws(Mistake) {
    for route in routes ?? [] where !known.contains(route) {
      throw Mistake(words: "no route is called \"\(route)\"")
    }
  }

  private static func day(_ text: String) throws(Mistake) -> CalendarDate {
    guard let day = CalendarDate(text) else { throw Mistake(words: "\"\(text)\" is no day YYYY-MM-DD") }
    return day
  }
}
