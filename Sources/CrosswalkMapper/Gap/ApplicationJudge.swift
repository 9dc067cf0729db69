import CrosswalkModel

/// Judges whether and from when nodes of a framework apply to one role, on one route, on one day.
///
/// The nearest node with a rule speaks for what is below it: a route that none of its rules names is not concerned.
/// Without a route, or where nothing above a node has a rule, the dates of the nodes themselves count.
struct ApplicationJudge {
  let catalog: Catalog
  /// The route asked about.
  let route: ApplicationRoute?
  private let schedule: ApplicationSchedule
  private let asOf: CalendarDate
  private let placedOnMarket: CalendarDate?
  /// It must be addressed to one of each.
  private let chosenRoles: [RoleSet]
  private let rules: [String: [ApplicationRule]]

  /// Whether it applies, and why.
  struct Judgement: Hashable {
    var applicability: Applicability
    var ground: ApplicationGround?
  }

  /// - Throws: ``MapperError`` `.unknownRoute` where the framework declares no such route.
  init(_ catalog: Catalog, _ options: GapAnalysis.Options) throws(MapperError) {
    let roles = options.scopes.compactMap { scope in
      if case .roles(let chosen) = scope.members { chosen } else { nil }
    }
    try self.init(
      catalog, asOf: options.asOf, roles: roles, route: options.route, placedOnMarket: options.placedOnMarket)
  }

  /// - Throws: ``MapperError`` `.unknownRoute` where the framework declares no such route.
  init(
    _ catalog: Catalog, asOf: CalendarDate, roles: [RoleSet], route: String?, placedOnMarket: CalendarDate?
  ) throws(MapperError) {
    self.catalog = catalog
    self.asOf = asOf
    self.placedOnMarket = placedOnMarket
    chosenRoles = roles
    schedule = ApplicationSchedule(properties: catalog.metadata.properties)
    if let name = route {
      guard let known = schedule.route(name) else {
        throw .unknownRoute(name, catalog.framework, known: schedule.routes.map(\.id))
      }
      self.route = known
    } else {
      self.route = nil
    }
    rules = schedule.rules.reduce(into: [:]) { rules, rule in
      for node in rule.nodes.isEmpty ? [""] : rule.nodes { rules[node, default: []].append(rule) }
    }
  }

  /// The judgement on a row that stands for `leaves`: one that applies goes before one that applies later.
  func judgement(of row: Int, leaves: [Int]) -> Judgement {
    let own = leaves.filter(isForChosenRole)
    guard !own.isEmpty else { return Judgement(applicability: .notForThisRole) }
    guard route != nil else { return judgementWithoutRoute(row) }
    let all = own.map { judgementOnRoute($0) }
    // A stable order: of equals, the first in the document.
    return all.dropFirst().reduce(all[0]) { $1.applicability.precedes($0.applicability) ? $1 : $0 }
  }

  private func isForChosenRole(_ row: Int) -> Bool {
    chosenRoles.allSatisfy { catalog.isAddressed(row, to: $0) }
  }

  // MARK: Without a route

  private func judgementWithoutRoute(_ row: Int) -> Judgement {
    let line = TargetOutline.ancestorsAndSelf(of: row, in: catalog)
    // The nearest node that says when it applies speaks for what is below it.
    let dated = line.first { !catalog.rows[$0].appliesFrom.isEmpty || !catalog.rows[$0].appliesNote.isEmpty }
    guard let dated else { return Judgement(applicability: .applies) }
    let (date, note) = (catalog[dated].appliesFrom, catalog[dated].appliesNote)
    if let date, date > asOf {
      return Judgement(applicability: .from(date, note: note.isEmpty ? nil : note))
    }
    return Judgement(applicability: note.isEmpty ? .applies : .conditional(note, from: date))
  }

  // MARK: On a route

  private func judgementOnRoute(_ row: Int) -> Judgement {
    guard let route else { return judgementWithoutRoute(row) }
    let line = TargetOutline.ancestorsAndSelf(of: row, in: catalog).map {
      catalog.string(catalog.rows[$0].local)
    }
    guard let named = (line + [""]).lazy.compactMap({ rules[$0] }).first else {
      return judgementWithoutRoute(row)
    }
    guard let rule = named.first(where: { $0.reaches(route.id) }) else {
      return outside(named, route)
    }
    return transitional(row, line, rule) ?? general(rule)
  }

  private func outside(_ rules: [ApplicationRule], _ route: ApplicationRoute) -> Judgement {
    var others: [String] = []
    for id in rules.flatMap(\.routes) where !others.contains(id) { others.append(id) }
    let reason =
      "not on the route \(route.id) (\(route.provision)); it concerns \(others.joined(separator: ", "))"
    return Judgement(
      applicability: .outOfScope,
      ground: ApplicationGround(since: nil, provision: route.provision, reason: reason))
  }

  private func general(_ rule: ApplicationRule) -> Judgement {
    let since = max(rule.from, rule.until ?? rule.from)
    let ground = ApplicationGround(since: since, provision: rule.provision)
    if rule.from > asOf {
      return Judgement(applicability: .from(rule.from, note: rule.condition), ground: ground)
    }
    if let condition = rule.condition, rule.until.map({ $0 > asOf }) ?? true {
      let open = ApplicationGround(since: rule.until == nil ? nil : since, provision: rule.provision)
      return Judgement(applicability: .conditional(condition, from: rule.from), ground: open)
    }
    return Judgement(applicability: .applies, ground: ground)
  }

  // MARK: Transitional rules

  /// What the transitional rules make of it; `nil` where none concerns it.
  private func transitional(_ row: Int, _ line: [String], _ rule: ApplicationRule) -> Judgement? {
    let found = transitions(for: row, line)
    guard !found.isEmpty else { return nil }
    let further = found.filter { $0.circumstance != nil }.map(words(of:))
    let reason = further.isEmpty ? nil : further.joined(separator: "; ")
    guard let main = found.first(where: { $0.circumstance == nil }) else {
      var judgement = general(rule)
      judgement.ground?.reason = reason
      return judgement
    }
    let placed = "it was placed on the market before \(main.placedBefore)"
    switch main.effect {
    case .complyBy(let day):
      let since = max(day, rule.from)
      let ground = ApplicationGround(since: since, provision: main.provision, reason: reason)
      return Judgement(applicability: since > asOf ? .from(since, note: placed) : .applies, ground: ground)
    case .onlyIf(let words):
      let ground = ApplicationGround(since: nil, provision: main.provision, reason: reason)
      return Judgement(applicability: .transitional("\(words), since \(placed)"), ground: ground)
    }
  }

  private func transitions(for row: Int, _ line: [String]) -> [TransitionRule] {
    guard let placedOnMarket, let route else { return [] }
    let roles = chosenRoles.reduce(catalog.addressees(of: row)) { $0.intersection($1) }
    return schedule.transitions.filter { transition in
      placedOnMarket < transition.placedBefore
        && (transition.routes.isEmpty || transition.routes.contains(route.id))
        && (transition.nodes.isEmpty || !Set(transition.nodes).isDisjoint(with: line))
        && (transition.roles.isEmpty || roles.isEmpty || !transition.roles.isDisjoint(with: roles))
    }
  }

  /// A transitional rule that depends on a further circumstance, in words.
  private func words(of transition: TransitionRule) -> String {
    let circumstance = transition.circumstance ?? ""
    return switch transition.effect {
    case .complyBy(let day): "\(circumstance), by \(day) (\(transition.provision))"
    case .onlyIf(let words): "\(circumstance), \(words) (\(transition.provision))"
    }
  }
}

extension Applicability {
  /// Whether it applies sooner or more certainly than `other`.
  fileprivate func precedes(_ other: Applicability) -> Bool {
    if case .from(let day, _) = self, case .from(let later, _) = other { return day < later }
    return rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .applies: 0
    case .conditional: 1
    case .transitional: 2
    case .from: 3
    case .outOfScope: 4
    case .notForThisRole: 5
    }
  }
}
