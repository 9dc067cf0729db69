/// Named values in one text, `name: value | name: value`, so that a property stays legible.
struct Record {
  private(set) var fields: [(name: String, value: String)] = []

  init() {}

  init(_ text: String) {
    for part in text.split(separator: "|") {
      guard let mark = part.firstIndex(of: ":") else { continue }
      fields.append(
        (String(part[..<mark].trimmingBlanks), String(part[part.index(after: mark)...].trimmingBlanks)))
    }
  }

  /// The mark between fields, which no value may hold.
  static let separator: Character = "|"

  var text: String { fields.map { "\($0.name): \($0.value)" }.joined(separator: " \(Self.separator) ") }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  func list(_ name: String) -> [String] {
    (self[name] ?? "").split(separator: ",").map { String($0.trimmingBlanks) }
  }

  func day(_ name: String) -> CalendarDate? { self[name].flatMap { CalendarDate($0) } }

  mutating func set(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { fields.append((name, value)) }
  }
}

extension ApplicationRoute {
  init?(_ record: Record) {
    guard let id = record["id"], let title = record["title"], let provision = record["by"] else { return nil }
    self.init(id: id, title: title, summary: record["summary"] ?? "", provision: provision)
  }

  var record: Record {
    var record = Record()
    record.set("id", id)
    record.set("title", title)
    record.set("summary", summary)
    record.set("by", provision)
    return record
  }
}

extension ApplicationRule {
  init?(_ record: Record) {
    guard let from = record.day("from"), let provision = record["by"] else { return nil }
    self.init(
      nodes: record.list("at"), routes: record.list("routes"), from: from, provision: provision,
      condition: record["condition"], until: record.day("until"))
  }

  var record: Record {
    var record = Record()
    record.set("at", nodes.joined(separator: ", "))
    record.set("routes", routes.joined(separator: ", "))
    record.set("from", from.description)
    record.set("by", provision)
    record.set("condition", condition)
    record.set("until", until?.description)
    return record
  }
}

extension TransitionRule {
  init?(_ record: Record) {
    guard let placedBefore = record.day("placed-before"), let provision = record["by"] else { return nil }
    let effect: Effect
    if let day = record.day("comply-by") {
      effect = .complyBy(day)
    } else if let words = record["only-if"] {
      effect = .onlyIf(words)
    } else {
      return nil
    }
    self.init(
      nodes: record.list("at"), routes: record.list("routes"),
      roles: record.list("roles").reduce(into: []) { $0.formUnion(RoleSet(name: $1) ?? []) },
      placedBefore: placedBefore, circumstance: record["circumstance"], effect: effect, provision: provision)
  }

  var record: Record {
    var record = Record()
    record.set("at", nodes.joined(separator: ", "))
    record.set("routes", routes.joined(separator: ", "))
    record.set("roles", roles.names.joined(separator: ", "))
    record.set("placed-before", placedBefore.description)
    record.set("circumstance", circumstance)
    switch effect {
    case .complyBy(let day): record.set("comply-by", day.description)
    case .onlyIf(let words): record.set("only-if", words)
    }
    record.set("by", provision)
    return record
  }
}
