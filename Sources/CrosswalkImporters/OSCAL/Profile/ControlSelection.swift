import CrosswalkModel
import CrosswalkOSCAL

/// Which controls an `import` or an `insert-controls` takes: those that it includes, without those that it excludes.
struct ControlSelection {
  /// The identifiers taken.
  private(set) var identifiers: Set<String> = []
  /// Names and patterns that fit nothing.
  private(set) var notes: [NotUsed] = []

  /// Reads the directives in `directive`; one without any `include-` takes everything.
  ///
  /// - Complexity: O(*patterns* · *controls*).
  init(_ directive: OSCALElement, of outline: ControlOutline) {
    let includes = directive.elements("include-controls")
    if includes.isEmpty {
      identifiers = Set(outline.identifiers)
    } else {
      for include in includes { identifiers.formUnion(named(by: include, in: outline)) }
    }
    for exclude in directive.elements("exclude-controls") {
      identifiers.subtract(named(by: exclude, in: outline))
    }
  }

  private mutating func named(by selector: OSCALElement, in outline: ControlOutline) -> Set<String> {
    var found: Set<String> = []
    for entry in selector.elements {
      switch entry.name {
      case "with-id": found.formUnion(control(named: entry, in: outline))
      case "matching": found.formUnion(controls(matching: entry, in: outline))
      default: note(entry, "it selects no control")
      }
    }
    guard selector["with-child-controls"] == "yes" else { return found }
    return found.union(found.flatMap { outline.descendants[$0] ?? [] })
  }

  private mutating func control(named entry: OSCALElement, in outline: ControlOutline) -> [String] {
    let id = entry.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if outline.descendants[id] != nil { return [id] }
    note(entry, "no control has the identifier \"\(id)\" in what is selected from")
    return []
  }

  private mutating func controls(matching entry: OSCALElement, in outline: ControlOutline) -> [String] {
    let text = entry["pattern"] ?? ""
    let pattern = GlobPattern(text)
    let found = outline.identifiers.filter(pattern.matches)
    if found.isEmpty { note(entry, "no control's identifier fits the pattern \"\(text)\"") }
    return found
  }

  private mutating func note(_ element: OSCALElement, _ why: String) {
    notes.append(NotUsed(element, why: why))
  }
}

extension NotUsed {
  /// Names an element of a document that has no effect.
  init(_ element: OSCALElement, why: String) {
    let subject = element.name == "with-id" ? "<with-id>\(element.text)" : "<\(element.name)>"
    self.init(location: element.place, what: "element \(subject)", why: why)
  }
}

extension OSCALElement {
  /// Where the element stands; one that was made stands nowhere.
  var place: SourceLocation { location ?? SourceLocation(file: "", line: 1, column: 1) }

  /// Whether it is a group or a control.
  var isStructure: Bool { name == "control" || name == "group" }

  /// Whether a property asks that the object be kept even where nothing refers to it.
  var isKeptAlways: Bool {
    elements("prop").contains { $0["name"] == "keep" && $0["value"] == "always" }
  }

  /// The element with its child elements replaced by what `change` makes of each.
  func mappingElements(_ change: (OSCALElement) -> [OSCALElement]) -> OSCALElement {
    var copy = self
    copy.content = content.flatMap { part -> [Content] in
      guard case .element(let element) = part else { return [part] }
      return change(element).map(Content.element)
    }
    return copy
  }

  /// Calls `body` for the element and everything below, in document order.
  func forEachElement(_ body: (OSCALElement) -> Void) {
    body(self)
    for part in content {
      if case .element(let element) = part { element.forEachElement(body) }
    }
  }

  /// Brings the children into the order that the schema asks for; those of one name keep theirs.
  mutating func sortCanonically() {
    let order: [String]
    switch name {
    case "control", "group", "catalog":
      order = ["metadata", "title", "param", "prop", "link", "part", "control", "group", "back-matter"]
    case "param":
      order = ["prop", "link", "label", "usage", "constraint", "guideline", "value", "select", "remarks"]
    case "part": order = ["title", "prop", "", "part", "link"]
    default: return
    }
    // Prose stands for the empty name.
    let ranks = content.map { part -> Int in
      guard case .element(let element) = part else { return order.firstIndex(of: "") ?? 0 }
      return order.firstIndex(of: element.name) ?? order.firstIndex(of: "") ?? order.count
    }
    guard zip(ranks, ranks.dropFirst()).contains(where: >) else { return }
    content = content.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { content[$0] }
  }
}
