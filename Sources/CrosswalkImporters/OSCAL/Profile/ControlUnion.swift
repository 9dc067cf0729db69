import CrosswalkOSCAL

/// The combination method `merge`: controls of one identifier become one, which holds what any of them holds.
///
/// OSCAL has deprecated the method and defines it no longer; this is what its earlier drafts say.
struct ControlUnion {
  private var controls: [String: OSCALElement] = [:]
  private var taken: Set<String> = []

  /// Joins the controls in `nodes`.
  init(_ nodes: [OSCALElement]) {
    for node in nodes { collect(node) }
  }

  private mutating func collect(_ node: OSCALElement) {
    let own = node.mappingElements { $0.isStructure ? [] : [$0] }
    if node.name == "control", let id = node["id"] {
      controls[id] = controls[id].map { Self.joined($0, own) } ?? own
    }
    for child in node.elements where child.isStructure { collect(child) }
  }

  private static func joined(_ first: OSCALElement, _ second: OSCALElement) -> OSCALElement {
    var joined = first
    var known = Set(first.elements.map(\.identityAmongSiblings))
    for child in second.elements where known.insert(child.identityAmongSiblings).inserted {
      joined.append(child)
    }
    joined.sortCanonically()
    return joined
  }

  /// The node with each of its controls joined, where that stands for the first time.
  mutating func taking(_ node: OSCALElement) -> [OSCALElement] {
    var nested: [OSCALElement] = []
    for child in node.elements where child.isStructure {
      nested += taking(child)
    }
    guard node.name == "control", let id = node["id"], let whole = controls[id] else {
      var group = node.mappingElements { $0.isStructure ? [] : [$0] }
      for child in nested { group.append(child) }
      return [group]
    }
    guard taken.insert(id).inserted else { return nested }
    var control = whole
    for child in nested { control.append(child) }
    return [control]
  }
}

extension OSCALElement {
  /// What makes the element another one than those beside it: a control has one title and one parameter of a name;
  /// everything else is told apart by what it says.
  var identityAmongSiblings: [UInt8] {
    switch name {
    case "title": Array("title".utf8)
    case "param": Array("param \(self["id"] ?? "")".utf8)
    default: OSCALXMLWriter.write(self)
    }
  }
}
