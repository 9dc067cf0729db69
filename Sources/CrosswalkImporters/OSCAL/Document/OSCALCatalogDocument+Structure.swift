import CrosswalkModel
import CrosswalkReaders

/// The catalog itself, its groups and its controls.
extension OSCALCatalogDocument {
  mutating func beginDocument(_ name: OSCALName?, _ element: XMLElement) throws(ImportError) -> Place {
    guard name == .catalog else {
      throw failure(.notThisFormat(expected: Self.formatName, found: Self.kind(of: element)), at: element)
    }
    var used = 0
    if let uuid = element.string(OSCALName.uuid.rawValue) {
      used += 1
      metadata.properties.append(Property(name: "uuid", value: uuid))
    }
    for attribute in element.attributes where attribute.namespace == "http://www.w3.org/XML/1998/namespace" {
      guard attribute.localName == "lang" else { continue }
      metadata.language = attribute.value
    }
    if element.attributes.count != used { reportRootAttributes(of: element) }
    metadata.catalogPlace = location(element)
    return .catalog
  }

  private mutating func reportRootAttributes(of element: XMLElement) {
    for attribute in element.attributes {
      let isLanguage = attribute.localName == "lang" && attribute.namespace != nil
      let isUUID = attribute.localName == "uuid" && attribute.namespace == nil
      guard !isLanguage, !isUUID else { continue }
      report(
        "attribute \"\(attribute.localName)\" of <catalog>", at: location(element),
        why: "it is not part of OSCAL")
    }
  }

  /// What a document is that is no OSCAL catalog, judged by its first element.
  private static func kind(of element: XMLElement) -> String {
    let name = String(element.localName.prefix(64))
    if name.lowercased() == "html" { return "an HTML page" }
    if element.namespaceIndex == 0 { return "an OSCAL <\(name)>" }
    guard let namespace = element.namespace else { return "<\(name)> without a namespace" }
    return "<\(name)> of the namespace \(namespace.prefix(128))"
  }

  mutating func beginInCatalog(_ name: OSCALName?, _ element: XMLElement) throws(ImportError) -> Place {
    if name == .metadata {
      guard catalogMetadata == nil else {
        throw failure(.unexpectedElement("metadata", in: "catalog"), at: element)
      }
      metadata.place = location(element)
      checkAttributes(of: element, used: 0)
      return .metadata
    }
    guard catalogMetadata != nil else {
      throw failure(.missingElement("metadata", in: "catalog"), at: element)
    }
    switch name {
    case .group: return try beginGroup(element)
    case .control: return try beginControl(element)
    case .param: return try beginParameter(element)
    case .backMatter:
      checkAttributes(of: element, used: 0)
      return .backMatter
    default: return unexpected(element)
    }
  }

  /// An element in a group or a control.
  mutating func beginInNode(_ name: OSCALName?, _ element: XMLElement) throws(ImportError) -> Place {
    switch name {
    case .link: return try beginLink(element)
    case .prop: return try beginProperty(element)
    case .part: return try beginPart(element)
    case .param: return try beginParameter(element)
    case .control: return try beginControl(element)
    case .title: return beginTitle(element)
    case .group where place == .group: return try beginGroup(element)
    default: return unexpected(element)
    }
  }

  func endCatalog() throws(ImportError) {
    guard catalogMetadata == nil else { return }
    throw ImportError(.missingElement("metadata", in: "catalog"), at: metadata.catalogPlace)
  }

  // MARK: Groups

  private mutating func beginGroup(_ element: XMLElement) throws(ImportError) -> Place {
    try settleName()
    var used = 0
    var id = TextSpan.empty
    if let bytes = element.bytes(.id) {
      used += 1
      id = try enter(bytes, element)
    }
    let siblings = groupNumber()
    let row = appendRow(.group, element)
    var node = OpenNode(role: .group, row: row, id: id)
    if id.isEmpty { node.local = derivedGroupName(number: siblings) }
    nodes.append(node)
    used += addFact(.class, of: element, row: row)
    checkAttributes(of: element, used: used, known: [.id, .class])
    return .group
  }

  /// The number of a group among those beside it, from 1.
  private mutating func groupNumber() -> Int {
    guard !nodes.isEmpty else {
      topGroups += 1
      return topGroups
    }
    nodes[nodes.count - 1].groups += 1
    return nodes[nodes.count - 1].groups
  }

  /// `group/2`, or `group/2/1` for a group in it: no identifier holds a stroke.
  private mutating func derivedGroupName(number: Int) -> TextSpan {
    let start = arena.count
    if let parent = nodes.last { arena.repeatBytes(of: parent.local) } else { arena.append("group") }
    arena.append("/")
    _ = arena.store(String(number))
    return arena.span(from: start)
  }

  mutating func endGroup() throws(ImportError) {
    try settleName()
    nodes.removeLast()
  }

  // MARK: Controls

  private mutating func beginControl(_ element: XMLElement) throws(ImportError) -> Place {
    try settleName()
    let id = try enter(try required(.id, of: element), element)
    let isNested = nodes.last?.role == .control
    let isEnhancement = isNested && element.bytes(.class)?.containsIgnoringCase("enhancement") == true
    let row = appendRow(isEnhancement ? .enhancement : .control, element)
    nodes.append(OpenNode(role: .control, row: row, id: id))
    let used = 1 + addFact(.class, of: element, row: row)
    checkAttributes(of: element, used: used, known: [.id, .class])
    return .control
  }

  mutating func endControl() throws(ImportError) {
    try settleName()
    let node = nodes.removeLast()
    guard case .present(let mark) = node.statement, !rows[Int(node.row)].isWithdrawn,
      rows[Int(node.row)].text == .empty
    else { return }
    emptyStatements.append(
      EmptyStatement(row: node.row, end: Int32(rows.count), mark: mark))
  }

  // MARK: Rows and identifiers

  /// Appends the row of a node in the innermost open one.
  mutating func appendRow(_ kind: NodeKind, _ element: XMLElement) -> Int32 {
    let mark = mark(of: element)
    rows.append(NodeRow(kind: kind, parent: nodes.last?.row ?? -1, line: mark.line, column: mark.column))
    return Int32(rows.count - 1)
  }

  /// Enters the identifier of a group, control or part, and gives its stored form.
  mutating func enter(_ id: UnsafeRawBufferPointer, _ element: XMLElement) throws(ImportError) -> TextSpan {
    guard IdentifierRegister.isAllowed(id) else {
      throw failure(
        .invalidValue(
          Self.excerpt(id), of: "identifier",
          allowed: "up to \(IdentifierRegister.longest) bytes without blanks, control characters, / \\ and #"),
        at: element)
    }
    let entered = identifiers.enter(id, at: mark(of: element), in: &arena)
    if let first = entered.first {
      let place = first.location(in: file)
      throw ImportError(
        .duplicateControl(firstSeen: place), at: location(element), control: arena.string(entered.span))
    }
    return entered.span
  }
}
