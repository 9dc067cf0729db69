import CrosswalkModel
import CrosswalkOSCAL

/// What one `import` of a profile brings in.
struct ProfileImport {
  /// Groups and controls as the imported catalog arranges them, without what was not selected.
  private(set) var nodes: [OSCALElement] = []
  /// Parameters that stand in no selected control: they are kept where something refers to them.
  private(set) var looseParameters: [OSCALElement] = []
  /// Selectors that fit nothing.
  private(set) var notes: [NotUsed]

  /// Takes from `catalog` what `directive` selects.
  init(_ directive: OSCALElement, from catalog: OSCALElement) {
    let roots = catalog.elements.filter { $0.isStructure }
    let selection = ControlSelection(directive, of: ControlOutline(roots))
    notes = selection.notes
    looseParameters = catalog.elements("param")
    for root in roots {
      Self.collectLoose(root, outside: selection.identifiers, into: &looseParameters)
      nodes += Self.taking(selection.identifiers, from: root).map { Self.withoutParametersOfGroups($0) }
    }
  }

  /// What of `node` is selected; a selected control whose own parent is not moves up into the parent's place.
  ///
  /// Groups stay where they hold a selected control, or a property asks to keep them always.
  static func taking(_ selected: Set<String>, from node: OSCALElement) -> [OSCALElement] {
    var holdsControls = false
    let kept = node.mappingElements { child in
      guard child.isStructure else { return [child] }
      let taken = taking(selected, from: child)
      holdsControls = holdsControls || !taken.isEmpty
      return taken
    }
    if node.name == "group" { return holdsControls || node.isKeptAlways ? [kept] : [] }
    return selected.contains(node["id"] ?? "") ? [kept] : kept.elements("control")
  }

  private static func collectLoose(
    _ node: OSCALElement, outside selected: Set<String>, into parameters: inout [OSCALElement]
  ) {
    if node.name == "group" || !selected.contains(node["id"] ?? "") { parameters += node.elements("param") }
    for child in node.elements where child.isStructure {
      collectLoose(child, outside: selected, into: &parameters)
    }
  }

  /// OSCAL moves the parameters of groups to the top of the result.
  private static func withoutParametersOfGroups(_ node: OSCALElement) -> OSCALElement {
    guard node.name == "group" else { return node }
    return node.mappingElements { child in
      child.name == "param" ? [] : [child.name == "group" ? withoutParametersOfGroups(child) : child]
    }
  }
}
