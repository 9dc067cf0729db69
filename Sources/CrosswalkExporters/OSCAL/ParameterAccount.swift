import CrosswalkModel
import CrosswalkOSCAL

/// Parameters as their facts describe them: `param:ID` holds the text, `param:ID/…` and `param:ID@…` the rest.
struct ParameterAccount {
  /// Identifiers and texts, in the order of the source.
  private(set) var texts: [(id: String, text: String)] = []
  private var details: [String: [NodeAccount.Fact]] = [:]

  /// Links that stand in the text of a parameter.
  private var anchors: [String: [NodeAccount.Fact]] = [:]
  /// What is said about something else.
  private(set) var others: [NodeAccount.Fact] = []

  /// Takes the facts about parameters out of `facts`.
  init(_ facts: [NodeAccount.Fact]) {
    var last: String?
    for fact in facts {
      if fact.name.hasPrefix("param:") {
        last = take(fact)
      } else if fact.kind == .link, fact.name == "inline", let last {
        anchors[last, default: []].append(fact)
      } else {
        last = nil
        others.append(fact)
      }
    }
  }

  private mutating func take(_ fact: NodeAccount.Fact) -> String {
    let path = fact.name.dropFirst("param:".count)
    let id = String(path.prefix { $0 != "/" && $0 != "@" })
    if path.count == id.count {
      texts.append((id, fact.value))
    } else {
      details[id, default: []].append(
        NodeAccount.Fact(kind: fact.kind, name: String(path.dropFirst(id.count)), value: fact.value))
    }
    return id
  }

  /// The `param` elements.
  var elements: [OSCALElement] { texts.map { element($0.id, text: $0.text) } }

  private func element(_ id: String, text: String) -> OSCALElement {
    var parameter = OSCALElement("param", [.init("id", id)])
    var label: String?
    var isAggregate = false
    var fields: [OSCALElement] = []
    var rest = (details[id] ?? [])[...]
    while let fact = rest.popFirst() {
      let path = fact.name.dropFirst()
      switch fact.name.first {
      case "@": parameter[String(path)] = fact.value
      case _ where path.hasPrefix("prop/"):
        let name = String(path.dropFirst("prop/".count))
        isAggregate = isAggregate || name == "aggregates"
        parameter.append(NodeAccount.property(fact, named: name, taking: &rest))
      case _ where path.hasPrefix("link/"):
        let name = String(path.dropFirst("link/".count))
        parameter.append(NodeAccount.link(fact, named: name, taking: &rest))
      case _ where path == "label": label = fact.value
      default: fields.append(Self.field(String(path), fact.value, taking: &rest))
      }
    }
    let others = OSCALProse(parameters: texts.filter { $0.id != id && $0.text != text })
    let value = values(of: text, id: id, isAggregate: isAggregate, prose: others)
    let links = (anchors[id] ?? []).map { OSCALElement("a", [.init("href", $0.value)]) }
    if let label = label ?? value.label {
      // Where in the text they stood is not known.
      parameter.append(OSCALElement("label", [], others.inline(label) + links.map { .element($0) }))
    }
    let order = ["usage", "constraint", "guideline"]
    for name in order { for field in fields where field.name == name { parameter.append(field) } }
    for element in value.elements { parameter.append(element) }
    for field in fields where !order.contains(field.name) { parameter.append(field) }
    return parameter
  }

  // MARK: Values

  /// What makes the parameter say `text`: a label, a selection or a value.
  private func values(of text: String, id: String, isAggregate: Bool, prose: OSCALProse) -> (
    label: String?, elements: [OSCALElement]
  ) {
    for (opening, howMany) in [("[Selection (one or more): ", "one-or-more"), ("[Selection: ", "one")] {
      guard let choices = Self.inner(of: text, after: opening) else { continue }
      var select = OSCALElement("select", [.init("how-many", howMany)])
      for choice in Self.choices(in: choices) {
        select.append(OSCALElement("choice", [], prose.inline(choice)))
      }
      return (nil, [select])
    }
    if let label = Self.inner(of: text, after: "[Assignment: ") {
      return (label == id ? nil : label, [])
    }
    return (nil, isAggregate || text.isEmpty ? [] : [OSCALElement("value", text: text)])
  }

  /// What stands between `opening` and the bracket that closes it, where that ends the text.
  private static func inner(of text: String, after opening: String) -> String? {
    guard text.hasPrefix(opening), text.hasSuffix("]") else { return nil }
    let inner = text.dropFirst(opening.count).dropLast()
    var depth = 0
    for character in inner {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if depth < 0 { return nil }
    }
    return depth == 0 && !inner.isEmpty ? String(inner) : nil
  }

  /// The choices between semicolons that stand in no bracket.
  private static func choices(in text: String) -> [String] {
    var choices: [String] = [""]
    var depth = 0
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if depth == 0, character == ";", rest.first == " " {
        rest.removeFirst()
        choices.append("")
      } else {
        choices[choices.count - 1].append(character)
      }
    }
    return choices
  }

  // MARK: Fields

  private static func field(_ path: String, _ text: String, taking rest: inout ArraySlice<NodeAccount.Fact>)
    -> OSCALElement
  {
    let blocks = OSCALProse().blocks(text).map(OSCALElement.Content.element)
    switch path {
    case "constraint", "constraint/test":
      var constraint = OSCALElement("constraint")
      if path == "constraint" { constraint.append(OSCALElement("description", [], blocks)) }
      if path == "constraint/test" { constraint.append(test(text, taking: &rest)) }
      while let next = rest.first, next.name == "/constraint/test" {
        rest = rest.dropFirst()
        constraint.append(test(next.value, taking: &rest))
      }
      return constraint
    default: return OSCALElement(path, [], blocks)
    }
  }

  private static func test(_ expression: String, taking rest: inout ArraySlice<NodeAccount.Fact>)
    -> OSCALElement
  {
    var test = OSCALElement("test", [], [.element(OSCALElement("expression", text: expression))])
    if let next = rest.first, next.name == "/constraint/test/remarks" {
      rest = rest.dropFirst()
      test.append(OSCALElement("remarks", [], OSCALProse().blocks(next.value).map { .element($0) }))
    }
    return test
  }
}
