import CrosswalkModel
import CrosswalkOSCAL

/// The merge phase of profile resolution: what happens to controls that were imported twice, and how the rest is
/// arranged.
struct ProfileMerge {
  /// Groups and controls of all imports, in the order of the imports.
  private(set) var nodes: [OSCALElement]
  /// What had no effect.
  private(set) var notes: [NotUsed] = []

  /// Merges what was imported as the `merge` of `profile` says: kept and flat where it says nothing.
  ///
  /// - Throws: ``ImportError`` where two structures are asked for, or a control stands twice in the result.
  init(_ imported: [OSCALElement], as profile: OSCALElement) throws(ImportError) {
    nodes = imported
    let merge = profile.first("merge")
    try combine(merge?.first("combine"))
    try arrange(merge)
    try checkControlsStandOnce()
  }

  // MARK: Combining

  private mutating func combine(_ directive: OSCALElement?) throws(ImportError) {
    switch directive?["method"] {
    case nil, "keep": break
    case "use-first":
      var seen: Set<String> = []
      nodes = nodes.flatMap { Self.droppingRepetitions(in: $0, seen: &seen) }
    case "merge":
      var union = ControlUnion(nodes)
      nodes = nodes.flatMap { union.taking($0) }
    case let method?:
      throw ImportError(
        .invalidValue(String(method.prefix(64)), of: "combination method", allowed: "use-first, merge, keep"),
        at: directive?.place ?? SourceLocation(file: "", line: 1, column: 1))
    }
  }

  /// Without the controls that were seen before; what they hold that was not moves up into their place.
  private static func droppingRepetitions(in node: OSCALElement, seen: inout Set<String>) -> [OSCALElement] {
    let isRepeated = node.name == "control" && !seen.insert(node["id"] ?? "").inserted
    let kept = node.mappingElements { child in
      guard child.isStructure else { return [child] }
      return droppingRepetitions(in: child, seen: &seen)
    }
    return isRepeated ? kept.elements("control") : [kept]
  }

  // MARK: Arranging

  private mutating func arrange(_ merge: OSCALElement?) throws(ImportError) {
    let structures = merge?.elements.filter { ["flat", "as-is", "custom"].contains($0.name) } ?? []
    if structures.count > 1 {
      throw ImportError(.unexpectedElement(structures[1].name, in: "merge"), at: structures[1].place)
    }
    let structure = structures.first
    if structure?.name == "custom", let structure {
      arrangeAsCustom(structure)
    } else if structure?.name == "as-is", ["true", "1", ""].contains(structure?.text ?? "") {
      nodes = Self.joiningGroups(nodes)
    } else {
      nodes = nodes.flatMap { Self.flat($0) }
    }
  }

  /// The controls in a node, without groups and without nesting.
  private static func flat(_ node: OSCALElement) -> [OSCALElement] {
    var nested: [OSCALElement] = []
    let own = node.mappingElements { child in
      guard child.isStructure else { return [child] }
      nested += flat(child)
      return []
    }
    return (node.name == "control" ? [own] : []) + nested
  }

  /// Makes one of the groups that have the same identifier, at the place of the first.
  private static func joiningGroups(_ nodes: [OSCALElement]) -> [OSCALElement] {
    var joined: [OSCALElement] = []
    var places: [String: Int] = [:]
    for node in nodes {
      guard node.name == "group", let id = node["id"] else {
        joined.append(node)
        continue
      }
      if let place = places[id] {
        var known = Set(joined[place].elements.filter { !$0.isStructure }.map(\.identityAmongSiblings))
        joined[place].content += node.elements.filter { child in
          child.isStructure || known.insert(child.identityAmongSiblings).inserted
        }.map(OSCALElement.Content.element)
        joined[place].sortCanonically()
      } else {
        places[id] = joined.count
        joined.append(node)
      }
    }
    return joined.map { group in
      guard group.name == "group" else { return group }
      let inner = joiningGroups(group.elements("group"))
      var copy = group.mappingElements { $0.name == "group" ? [] : [$0] }
      for child in inner { copy.append(child) }
      return copy
    }
  }

  private mutating func arrangeAsCustom(_ custom: OSCALElement) {
    let outline = ControlOutline(nodes)
    var placed: Set<String> = []
    var arranged: [OSCALElement] = []
    for child in custom.elements { arranged += customNodes(child, outline, &placed) }
    let left = outline.identifiers.filter { !placed.contains($0) }
    if !left.isEmpty {
      let list = left.prefix(20).joined(separator: ", ") + (left.count > 20 ? ", …" : "")
      notes.append(
        NotUsed(
          location: custom.place, what: "\(left.count) imported controls: \(list)",
          why: "the custom structure has no place for them"))
    }
    nodes = arranged
  }

  private mutating func customNodes(
    _ element: OSCALElement, _ outline: ControlOutline, _ placed: inout Set<String>
  ) -> [OSCALElement] {
    switch element.name {
    case "insert-controls": return inserted(by: element, outline, &placed)
    case "group":
      var group = element
      group.content = []
      for child in element.elements {
        switch child.name {
        case "group", "insert-controls":
          for node in customNodes(child, outline, &placed) { group.append(node) }
        default: group.append(child)
        }
      }
      group.sortCanonically()
      return [group]
    default:
      notes.append(NotUsed(element, why: "OSCAL does not define it in a custom structure"))
      return []
    }
  }

  private mutating func inserted(
    by directive: OSCALElement, _ outline: ControlOutline, _ placed: inout Set<String>
  ) -> [OSCALElement] {
    let selection = ControlSelection(directive, of: outline)
    notes += selection.notes
    placed.formUnion(selection.identifiers)
    let controls = nodes.flatMap { ProfileImport.taking(selection.identifiers, from: $0) }.flatMap {
      Self.ungrouped($0)
    }
    switch directive["order"] {
    case nil, "keep": return controls
    case "ascending": return controls.sorted { ($0["id"] ?? "") < ($1["id"] ?? "") }
    case "descending": return controls.sorted { ($0["id"] ?? "") > ($1["id"] ?? "") }
    case let order?:
      notes.append(NotUsed(directive, why: "\"\(order.prefix(64))\" is no order; the controls keep theirs"))
      return controls
    }
  }

  /// The outermost controls in a node.
  private static func ungrouped(_ node: OSCALElement) -> [OSCALElement] {
    node.name == "control"
      ? [node]
      : node.elements.flatMap { child in
        child.isStructure ? ungrouped(child) : []
      }
  }

  // MARK: Checking

  /// OSCAL lets `keep` keep a control twice and calls the result invalid; it is refused here, where both places are
  /// still known.
  private func checkControlsStandOnce() throws(ImportError) {
    var first: [String: SourceLocation] = [:]
    var clash: ImportError?
    for node in nodes {
      node.forEachElement { element in
        guard element.name == "control", let id = element["id"], clash == nil else { return }
        if let earlier = first.updateValue(element.place, forKey: id) {
          clash = ImportError(.duplicateControl(firstSeen: earlier), at: element.place, control: id)
        }
      }
    }
    if let clash { throw clash }
  }
}
