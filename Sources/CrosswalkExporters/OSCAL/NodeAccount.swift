import CrosswalkModel
import CrosswalkOSCAL

/// What the facts about one node say, sorted by where OSCAL says it.
struct NodeAccount {
  /// One fact with its strings.
  struct Fact {
    var kind: NodeFact.Kind
    var name: String
    var value: String
  }

  /// `class` of a control; `name`, `class`, `ns` of a part.
  private(set) var attributes: [OSCALElement.Attribute] = []
  private(set) var aliases: [String] = []
  private(set) var parameters: ParameterAccount
  private(set) var properties: [OSCALElement] = []
  private(set) var links: [OSCALElement] = []
  /// The same for the statement of a control, which has no node of its own.
  private(set) var statementAttributes: [OSCALElement.Attribute] = []
  private(set) var statementTitle: String?
  private(set) var statementProperties: [OSCALElement] = []
  private(set) var statementLinks: [OSCALElement] = []
  /// Whether the text is that of the assessment objectives.
  private(set) var hasBorrowedText = false

  /// Sorts the facts about `node`.
  init(_ node: CatalogNode) {
    let facts = node.catalog.facts(of: node.index).map {
      Fact(kind: $0.kind, name: node.catalog.string($0.name), value: node.catalog.string($0.value))
    }
    let isPart = node.kind == .statement || node.kind == .guidance || node.kind == .recital
    parameters = ParameterAccount(facts)
    var leading = isPart ? ["name", "class", "ns"] : ["class"]
    var leadingOfStatement = ["class", "ns"]
    var rest = parameters.others[...]
    while let fact = rest.popFirst() {
      switch fact.kind {
      case .alias: aliases.append(fact.value)
      case .note: properties.append(Self.note(fact))
      case .link:
        let link = Self.link(fact, taking: &rest)
        if aliases.isEmpty || isPart { links.append(link) } else { statementLinks.append(link) }
      case .property where fact.name == "text-from": hasBorrowedText = true
      case .property where fact.name == "statement/title": statementTitle = fact.value
      case .property where fact.name.hasPrefix("statement/"):
        let name = String(fact.name.dropFirst("statement/".count))
        if let place = leadingOfStatement.firstIndex(of: name), statementProperties.isEmpty {
          leadingOfStatement.removeSubrange(...place)
          statementAttributes.append(.init(name, fact.value))
        } else {
          statementProperties.append(Self.property(fact, named: name, taking: &rest))
        }
      case .property:
        if let place = leading.firstIndex(of: fact.name), properties.isEmpty, aliases.isEmpty {
          leading.removeSubrange(...place)
          attributes.append(.init(fact.name, fact.value))
        } else {
          properties.append(Self.property(fact, named: fact.name, taking: &rest))
        }
      }
    }
  }

  /// A property with what the facts behind it say about it.
  static func property(_ fact: Fact, named name: String, taking rest: inout ArraySlice<Fact>) -> OSCALElement
  {
    var element = OSCALElement("prop", [.init("name", name)])
    var details: [String: String] = [:]
    while let next = rest.first, next.kind == .property, next.name.hasPrefix(fact.name + "@") {
      details[String(next.name.dropFirst(fact.name.count + 1))] = next.value
      rest = rest.dropFirst()
    }
    for attribute in ["uuid", "ns"] { element[attribute] = details[attribute] }
    element["value"] = fact.value
    for attribute in ["class", "group"] { element[attribute] = details[attribute] }
    if let next = rest.first, next.kind == .property, next.name == fact.name + "/remarks" {
      element.append(OSCALElement("remarks", [], OSCALProse().blocks(next.value).map { .element($0) }))
      rest = rest.dropFirst()
    }
    return element
  }

  /// A link with what the facts behind it say about it; one without a relation is called `link`.
  static func link(_ fact: Fact, named name: String? = nil, taking rest: inout ArraySlice<Fact>)
    -> OSCALElement
  {
    var element = OSCALElement("link", [.init("href", fact.value)])
    let relation = name ?? fact.name
    if relation != "link" { element["rel"] = relation }
    while let next = rest.first, next.kind == .property, next.name.hasPrefix(fact.name) {
      let detail = next.name.dropFirst(fact.name.count)
      if detail.hasPrefix("@") {
        element[String(detail.dropFirst())] = next.value
      } else if detail == "/text" {
        element.append(OSCALElement("text", text: next.value))
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    return element
  }

  /// A footnote, which OSCAL does not know.
  private static func note(_ fact: Fact) -> OSCALElement {
    var property = OSCALExtension.property("footnote", fact.value)
    if !fact.name.isEmpty { property["class"] = OSCALToken.escaped(fact.name) }
    return property
  }
}

/// What the graph knows and OSCAL has no place for.
enum OSCALExtension {
  /// The namespace of such properties.
  static let namespace = "urn:crosswalk-toolkit:oscal"

  /// A property of this namespace; its value is one line.
  static func property(_ name: String, _ value: String) -> OSCALElement {
    let line = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return OSCALElement("prop", [.init("name", name), .init("ns", namespace), .init("value", line)])
  }
}
