import CrosswalkModel
import CrosswalkReaders

/// Properties and links, and how the facts that they become are called.
extension OSCALCatalogDocument {
  // MARK: Properties

  mutating func beginProperty(_ element: XMLElement) throws(ImportError) -> Place {
    let name = try required(.name, of: element)
    let value = try required(.value, of: element)
    switch place {
    case .metadata: addMetadataProperty(name: name, value: value, of: element)
    case .parameter: addParameterProperty(name: name, value: value, of: element)
    default: try addNodeProperty(name: name, value: value, of: element)
    }
    checkAttributes(of: element, used: 2, known: [.name, .value, .class, .ns, .uuid, .group])
    return .property
  }

  private mutating func addMetadataProperty(
    name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, of element: XMLElement
  ) {
    let property = Property(
      name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self))
    metadata.add(property: property)
    for attribute in [OSCALName.class, .ns, .uuid, .group] {
      guard let detail = element.string(attribute.rawValue) else { continue }
      metadata.properties.append(Property(name: "\(property.name)@\(attribute.spelling)", value: detail))
    }
    propertyOwner = .metadata(name: property.name)
  }

  private mutating func addNodeProperty(
    name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, of element: XMLElement
  ) throws(ImportError) {
    guard let node = nodes.last else { return }
    if name.equals("label") && node.role != .statement {
      propertyOwner = .node(row: node.row, name: intern(.label))
      return try addLabel(value, of: element)
    }
    if name.equals("status") && value.equalsIgnoringCase("withdrawn") && node.role != .statement {
      rows[Int(node.row)].isWithdrawn = true
    }
    let factName = node.role == .statement ? intern("statement/", name) : intern(name)
    facts.append(NodeFact(node: node.row, kind: .property, name: factName, value: arena.store(value)))
    propertyOwner = .node(row: node.row, name: factName)
    if element.attributes.count > 2 { addDetails(of: element, to: factName, row: node.row) }
  }

  /// Keeps what further attributes say about a fact, as facts that follow it.
  private mutating func addDetails(of element: XMLElement, to name: TextSpan, row: Int32) {
    for attribute in [OSCALName.class, .ns, .uuid, .group, .mediaType, .resourceFragment] {
      guard let detail = element.bytes(attribute) else { continue }
      let detailName = intern(name, "@", attribute.spelling)
      facts.append(NodeFact(node: row, kind: .property, name: detailName, value: arena.store(detail)))
    }
  }

  private mutating func addParameterProperty(
    name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, of element: XMLElement
  ) {
    if name.equals("aggregates") {
      parameters[parameter].aggregates.append(parameters.row(of: value, in: &arena))
    }
    let factName = parameterFactName("prop/", name)
    let row = nodes.last?.row ?? -1
    facts.append(NodeFact(node: row, kind: .property, name: factName, value: arena.store(value)))
    propertyOwner = .node(row: row, name: factName)
    if element.attributes.count > 2 { addDetails(of: element, to: factName, row: row) }
  }

  // MARK: Links

  mutating func beginLink(_ element: XMLElement) throws(ImportError) -> Place {
    let target = try required(.href, of: element)
    let relation = element.bytes(.rel)
    let used = relation == nil ? 1 : 2
    if place == .metadata {
      let name = relation.map { String(decoding: $0, as: UTF8.self) } ?? "link"
      metadata.add(link: Property(name: name, value: String(decoding: target, as: UTF8.self)))
      propertyOwner = .metadata(name: "link:\(name)")
      if let type = element.string(OSCALName.mediaType.rawValue) {
        metadata.properties.append(Property(name: "link:\(name)@media-type", value: type))
      }
    } else {
      let row = nodes.last?.row ?? -1
      linkName = relation.map { intern($0) } ?? intern(.link)
      if place == .parameter { linkName = parameterFactName("link/", linkName) }
      facts.append(NodeFact(node: row, kind: .link, name: linkName, value: arena.store(target)))
      propertyOwner = .node(row: row, name: linkName)
      if element.attributes.count > used { addDetails(of: element, to: linkName, row: row) }
    }
    checkAttributes(of: element, used: used, known: [.href, .rel, .mediaType, .resourceFragment])
    return .link
  }

  /// An element in a property (remarks) or in a link (its text).
  mutating func beginInFact(_ name: OSCALName?, _ element: XMLElement) -> Place {
    switch (place, name) {
    case (.property, .remarks?): beginField(.remarks, element)
    case (.link, .text?): beginField(.text, element)
    default: unexpected(element)
    }
  }

  // MARK: Names of facts

  /// Keeps an attribute of a node as its property.
  ///
  /// - Returns: How many attributes it used: 1 where the element has it, else 0.
  mutating func addFact(_ attribute: OSCALName, of element: XMLElement, row: Int32) -> Int {
    guard let value = element.bytes(attribute) else { return 0 }
    let isStatement = nodes.last?.role == .statement
    let name = isStatement ? intern("statement/\(attribute.spelling)") : intern(attribute)
    facts.append(NodeFact(node: row, kind: .property, name: name, value: arena.store(value)))
    return 1
  }

  mutating func intern(_ name: OSCALName) -> TextSpan {
    if ownFactNames[name.rawValue].isEmpty { ownFactNames[name.rawValue] = intern(name.spelling) }
    return ownFactNames[name.rawValue]
  }

  mutating func intern(_ name: UnsafeRawBufferPointer) -> TextSpan {
    factNames.insert(name, value: 0, in: &arena).span
  }

  mutating func intern(_ name: String) -> TextSpan {
    var name = name
    return name.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
  }

  private mutating func intern(_ prefix: String, _ name: UnsafeRawBufferPointer) -> TextSpan {
    intern(prefix + String(decoding: name, as: UTF8.self))
  }

  mutating func intern(_ name: TextSpan, _ separator: String, _ detail: String) -> TextSpan {
    intern(arena.string(name) + separator + detail)
  }

  /// `param:ac-2_prm_1/prop/label`; such names are long and occur once.
  mutating func parameterFactName(_ kind: StaticString, _ name: UnsafeRawBufferPointer) -> TextSpan {
    let start = beginParameterFactName(kind)
    _ = arena.store(name)
    return arena.span(from: start)
  }

  mutating func parameterFactName(_ kind: StaticString, _ name: TextSpan = .empty) -> TextSpan {
    let start = beginParameterFactName(kind)
    arena.repeatBytes(of: name)
    return arena.span(from: start)
  }

  private mutating func beginParameterFactName(_ kind: StaticString) -> Int {
    let start = arena.count
    arena.repeatBytes(of: parameterName)
    arena.append("/")
    arena.append(kind)
    return start
  }
}
