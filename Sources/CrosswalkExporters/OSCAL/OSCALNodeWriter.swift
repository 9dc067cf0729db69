import CrosswalkModel
import CrosswalkOSCAL

/// Writes the nodes of a catalog as groups, controls and parts.
struct OSCALNodeWriter {
  let catalog: Catalog
  /// Whether the catalog was read from OSCAL, so that its aliases hold the identifiers of the file.
  let isFromOSCAL: Bool

  /// What stands at the top: controls before groups, as the schema wants them.
  func topElements() -> [OSCALElement] {
    let top = catalog.children(of: -1).map { catalog[Int($0)] }
    var groups: [OSCALElement] = []
    var controls: [OSCALElement] = []
    var recitals = OSCALElement(
      "group", [.init("id", "recitals")], [.element(OSCALElement("title", text: "Recitals"))])
    for node in top {
      switch node.kind {
      case .group: groups.append(group(node))
      case .recital, .guidance: recitals.append(part(node, of: nil))
      case .control, .enhancement, .statement: controls.append(control(node))
      }
    }
    return controls + (recitals.elements.count > 1 ? [recitals] : []) + groups
  }

  // MARK: Groups

  private func group(_ node: CatalogNode) -> OSCALElement {
    let account = NodeAccount(node)
    let name = naming(node, aliases: account.aliases)
    var element = OSCALElement("group", [.init("id", name.id)] + account.attributes)
    // A group without an identifier is named by its place.
    if isFromOSCAL, node.local.contains("/") { element["id"] = nil }
    element.append(OSCALElement("title", text: node.title.isEmpty ? node.local : node.title))
    for child in account.parameters.elements + name.labels + account.properties + extensions(of: node)
      + account.links + account.statementLinks
    {
      element.append(child)
    }
    let prose = OSCALProse(parameters: account.parameters.texts)
    if !node.requirement.isEmpty {
      element.append(
        OSCALElement("part", [.init("name", "overview")], prose.blocks(node.requirement).map { .element($0) })
      )
    }
    var structure: [OSCALElement] = []
    for child in node.children {
      switch child.kind {
      case .group: structure.append(group(child))
      case .control, .enhancement: structure.append(control(child))
      case .statement, .guidance, .recital: element.append(part(child, of: node))
      }
    }
    for child in Self.ofOneSort(structure, title: node.title) { element.append(child) }
    return element
  }

  /// The schema takes groups or controls in a group, never both: then the controls get a group of their own.
  private static func ofOneSort(_ children: [OSCALElement], title: String) -> [OSCALElement] {
    let groups = children.filter { $0.name == "group" }
    guard !groups.isEmpty, groups.count < children.count else { return children }
    var own = OSCALElement(
      "group", [.init("class", "ungrouped")], [.element(OSCALElement("title", text: title))])
    for control in children where control.name == "control" { own.append(control) }
    return [own] + groups
  }

  // MARK: Controls

  private func control(_ node: CatalogNode) -> OSCALElement {
    let account = NodeAccount(node)
    let children = Array(node.children)
    let hasStatement =
      !node.requirement.isEmpty || account.hasBorrowedText || !account.statementAttributes.isEmpty
      || account.statementTitle != nil || !account.statementProperties.isEmpty
      || children.contains { isInStatement($0, of: node) }
    // The last name of a control that has a statement is that of the statement.
    let statementName = hasStatement && isFromOSCAL ? account.aliases.last : nil
    let name = naming(node, aliases: statementName == nil ? account.aliases : account.aliases.dropLast())
    var element = OSCALElement("control", [.init("id", name.id)] + account.attributes)
    if node.kind == .enhancement, element["class"]?.lowercased().contains("enhancement") != true {
      element["class"] = "enhancement"
    }
    element.append(OSCALElement("title", text: node.title.isEmpty ? node.local : node.title))
    let links = account.links + (hasStatement ? [] : account.statementLinks)
    for child in account.parameters.elements + name.labels + account.properties + extensions(of: node) + links
    {
      element.append(child)
    }
    let lastItem = children.lastIndex { isInStatement($0, of: node) } ?? -1
    if hasStatement {
      var statement = statement(node, account, name: statementName)
      for child in children[...lastItem] where child.kind.isPart { statement.append(part(child, of: node)) }
      for link in account.statementLinks { statement.append(link) }
      element.append(statement)
    }
    for child in children[(lastItem + 1)...] where child.kind.isPart { element.append(part(child, of: node)) }
    for child in children where !child.kind.isPart { element.append(control(child)) }
    return element
  }

  private func statement(_ node: CatalogNode, _ account: NodeAccount, name: String?) -> OSCALElement {
    var statement = OSCALElement("part")
    if let name, !name.contains("/"), !name.contains("#") { statement["id"] = name }
    statement["name"] = "statement"
    statement.attributes += account.statementAttributes
    if let title = account.statementTitle { statement.append(OSCALElement("title", text: title)) }
    for property in account.statementProperties { statement.append(property) }
    guard !account.hasBorrowedText else { return statement }
    let prose = OSCALProse(parameters: account.parameters.texts)
    for block in prose.blocks(node.requirement) { statement.append(block) }
    return statement
  }

  /// Whether a child of a control is an item of its statement; one without an identifier says so by its name.
  private func isInStatement(_ child: CatalogNode, of control: CatalogNode) -> Bool {
    child.kind == .statement && !child.local.hasPrefix(control.local + "#/")
  }

  // MARK: Parts

  private func part(_ node: CatalogNode, of owner: CatalogNode?) -> OSCALElement {
    let account = NodeAccount(node)
    var element = OSCALElement("part")
    element["id"] = partIdentifier(node, of: owner)
    element["name"] = account.attributes.first { $0.name == "name" }?.value ?? Self.name(of: node.kind)
    element.attributes += account.attributes.filter { $0.name != "name" }
    if !node.title.isEmpty { element.append(OSCALElement("title", text: node.title)) }
    for child in partLabels(node, of: owner, aliases: account.aliases) + account.properties
      + extensions(of: node)
    {
      element.append(child)
    }
    let parameters = owner.map { NodeAccount($0).parameters.texts } ?? []
    for block in OSCALProse(parameters: parameters).blocks(node.requirement) { element.append(block) }
    for child in node.children { element.append(part(child, of: owner)) }
    for link in account.links { element.append(link) }
    return element
  }

  private static func name(of kind: NodeKind) -> String {
    switch kind {
    case .statement: "item"
    case .recital: "recital"
    default: "guidance"
    }
  }

  /// `ac-2_smt.k` of `AC-2#ac-2_smt.k`; none where the part is named by its place.
  private func partIdentifier(_ node: CatalogNode, of owner: CatalogNode?) -> String? {
    guard isFromOSCAL else { return OSCALToken.escaped(node.local) }
    guard let owner, node.local.hasPrefix(owner.local + "#") else { return nil }
    let id = String(node.local.dropFirst(owner.local.count + 1))
    return id.contains("/") ? nil : id
  }

  /// The printed label, and other labels: aliases that do not follow from it.
  private func partLabels(_ node: CatalogNode, of owner: CatalogNode?, aliases: [String]) -> [OSCALElement] {
    let id = partIdentifier(node, of: owner)
    let control = owner?.local ?? ""
    let paths = aliases.filter { $0.hasPrefix(control + "#") }.map {
      control + $0.dropFirst(control.count + 1)
    }
    let further = aliases.filter { alias in
      alias != id && !alias.hasPrefix(control + "#") && !paths.contains(alias)
        && !(alias.hasPrefix(control) && node.label.contains(alias))
    }
    return labels(node.label.isEmpty ? [] : [node.label], further: further)
  }

  // MARK: Names

  /// The identifier of a group or control, and its labels as properties.
  private func naming(_ node: CatalogNode, aliases: [String]) -> (id: String, labels: [OSCALElement]) {
    guard isFromOSCAL else {
      let further = [node.label].filter { !$0.isEmpty && $0 != node.local } + aliases
      return (OSCALToken.escaped(node.local), labels([node.local], further: further))
    }
    let isPrinted = node.label == node.local || (node.label.isEmpty && node.title == node.local)
    guard isPrinted, let id = aliases.first, OSCALToken.isToken(id) else {
      return (
        OSCALToken.escaped(node.local),
        labels(node.label.isEmpty ? [] : [node.label], further: aliases.filter { $0 != node.label })
      )
    }
    return (id, labels(node.label.isEmpty ? [] : [node.label], further: Array(aliases.dropFirst())))
  }

  private func labels(_ main: [String], further: [String]) -> [OSCALElement] {
    main.map { OSCALElement("prop", [.init("name", "label"), .init("value", $0)]) }
      + further.map {
        OSCALElement("prop", [.init("name", "label"), .init("value", $0), .init("class", "alternative")])
      }
  }

  // MARK: What OSCAL has no place for

  private func extensions(of node: CatalogNode) -> [OSCALElement] {
    var properties: [OSCALElement] = []
    if let modality = node.modality {
      properties.append(OSCALExtension.property("modality", modality.rawValue))
    }
    properties += node.roles.names.map { OSCALExtension.property("role", $0) }
    if let assessable = catalog.rows[node.index].assessable {
      properties.append(OSCALExtension.property("assessable", assessable ? "yes" : "no"))
    }
    if node.isUnionOfParts { properties.append(OSCALExtension.property("union-of-parts", "yes")) }
    if let day = node.appliesFrom {
      properties.append(OSCALExtension.property("applies-from", day.description))
    }
    if !node.appliesNote.isEmpty {
      properties.append(OSCALExtension.property("applies-note", node.appliesNote))
    }
    if !node.text.isEmpty, !node.summary.isEmpty {
      properties.append(OSCALExtension.property("summary", node.summary))
    }
    let isSaid = node.properties.contains { $0.name == "status" && $0.value.lowercased() == "withdrawn" }
    if node.isWithdrawn, !isSaid {
      properties.append(OSCALElement("prop", [.init("name", "status"), .init("value", "withdrawn")]))
    }
    return properties
  }
}

extension NodeKind {
  /// Whether OSCAL writes it as a part.
  fileprivate var isPart: Bool {
    switch self {
    case .statement, .guidance, .recital: true
    case .group, .control, .enhancement: false
    }
  }
}
