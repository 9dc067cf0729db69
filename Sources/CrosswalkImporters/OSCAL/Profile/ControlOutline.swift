import CrosswalkOSCAL

/// The controls of a catalog by identifier, with those that each of them holds.
struct ControlOutline {
  /// Identifiers in document order, each once.
  private(set) var identifiers: [String] = []
  /// All controls below a control, at any depth.
  private(set) var descendants: [String: [String]] = [:]

  init(_ roots: [OSCALElement]) {
    var ancestors: [String] = []
    for root in roots { enter(root, below: &ancestors) }
  }

  private mutating func enter(_ element: OSCALElement, below ancestors: inout [String]) {
    let id = element.name == "control" ? element["id"] : nil
    if let id {
      if descendants[id] == nil {
        identifiers.append(id)
        descendants[id] = []
      }
      for ancestor in ancestors { descendants[ancestor, default: []].append(id) }
      ancestors.append(id)
    }
    for child in element.elements where child.isStructure {
      enter(child, below: &ancestors)
    }
    if id != nil { ancestors.removeLast() }
  }
}
