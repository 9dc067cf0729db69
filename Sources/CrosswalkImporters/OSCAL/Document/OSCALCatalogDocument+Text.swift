import CrosswalkModel
import CrosswalkReaders

/// Texts: titles, labels, remarks, and the markup inside them and inside parts.
extension OSCALCatalogDocument {
  mutating func beginField(_ name: OSCALName, _ element: XMLElement) -> Place {
    checkAttributes(of: element, used: 0)
    fieldName = name
    fieldText.reset()
    collecting = .field
    return .field
  }

  /// The title of the innermost node; a further one would displace it.
  mutating func beginTitle(_ element: XMLElement) -> Place {
    guard let node = nodes.last, node.role == .statement || rows[Int(node.row)].title.isEmpty else {
      return unexpected(element, why: "there is a title already")
    }
    return beginField(.title, element)
  }

  mutating func endField() {
    switch place {
    case .group, .control, .part: endTitle()
    case .parameter, .select, .constraint, .test: endParameterField()
    case .property, .link: endFactField()
    case .metadata: metadata.end(field: fieldName, text: plainFieldText())
    case .resource, .citation: endResourceField()
    default: break
    }
  }

  private mutating func endTitle() {
    guard let node = nodes.last, !fieldText.isEmpty else { return }
    if node.role == .statement { return addFieldFact(named: intern("statement/title")) }
    if fieldText.inserts.isEmpty {
      rows[Int(node.row)].title = arena.store(fieldText.bytes[...])
    } else {
      deferred.append(DeferredText(target: .title(row: node.row), draft: parameters.draft(fieldText)))
    }
  }

  /// Remarks of a property, or the text of a link.
  private mutating func endFactField() {
    let detail = fieldName == .text ? "text" : "remarks"
    switch propertyOwner {
    case .metadata(let name):
      metadata.properties.append(Property(name: "\(name)/\(detail)", value: plainFieldText()))
    case .node(let row, let name):
      guard !fieldText.isEmpty else { return }
      addFieldFact(named: intern(name, "/", detail), row: row)
    }
  }

  /// The text of a field outside all controls, where a parameter is shown by its identifier.
  mutating func plainFieldText() -> String {
    guard !fieldText.inserts.isEmpty else { return String(decoding: fieldText.bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var position = 0
    for insert in fieldText.inserts {
      text += fieldText.bytes[position..<insert.offset]
      position = insert.offset
      text += Array("[Assignment: ".utf8) + arena[parameters[insert.parameter].id] + Array("]".utf8)
    }
    text += fieldText.bytes[position...]
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Markup

  /// Calls `change` on the text that is being collected.
  private mutating func write(_ change: (inout ProseText) -> Void) {
    if collecting == .part { change(&partText) } else { change(&fieldText) }
  }

  mutating func beginMarkup(_ name: OSCALName?, _ element: XMLElement) -> Place {
    var used = 0
    switch name {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .table, .tr, .td, .th, .hr, .br:
      write { $0.breakLine() }
    case .ul, .ol: write { $0.beginList(isOrdered: name == .ol) }
    case .li: write { $0.beginItem() }
    case .pre: write { $0.beginPreformatted() }
    case .q: write { $0.append("“") }
    case .em, .i, .b, .strong, .code, .sub, .sup: break
    case .a: used = keepLink(of: element, attribute: .href, relation: "inline")
    case .insert: used = beginInsert(element)
    case .img:
      used = keepLink(of: element, attribute: .src, relation: "image")
      if let text = element.bytes(.alt) {
        used += 1
        write { $0.append(text) }
      }
    default:
      report(
        "element <\(element.localName)>", at: location(element),
        why: "OSCAL does not define it in a text; the text in it is kept")
    }
    if name != nil { checkAttributes(of: element, used: used, known: Self.markupAttributes(name)) }
    return .markup
  }

  private static func markupAttributes(_ name: OSCALName?) -> [OSCALName] {
    switch name {
    case .a: [.href]
    case .insert: [.type, .idRef]
    case .img: [.src, .alt]
    default: []
    }
  }

  /// Keeps the target of a link inside a text.
  private mutating func keepLink(of element: XMLElement, attribute: OSCALName, relation: String) -> Int {
    guard let target = element.bytes(attribute) else { return 0 }
    guard let node = nodes.last, catalogMetadata != nil else {
      metadata.properties.append(
        Property(name: "link:\(relation)", value: String(decoding: target, as: UTF8.self)))
      return 1
    }
    facts.append(NodeFact(node: node.row, kind: .link, name: intern(relation), value: arena.store(target)))
    return 1
  }

  /// The mention of a parameter.
  private mutating func beginInsert(_ element: XMLElement) -> Int {
    let type = element.bytes(.type)
    let used = type == nil ? 0 : 1
    guard let id = element.bytes(.idRef), !id.isEmpty else {
      report("element <insert>", at: location(element), why: "it names nothing to insert")
      return used
    }
    if let type, !type.equals("param") {
      report(
        "element <insert>", at: location(element),
        why: "\"\(Self.excerpt(type))\" is no type that can be inserted; its name is shown instead")
      write {
        $0.append("[")
        $0.append(id)
        $0.append("]")
      }
      return used + 1
    }
    let row = parameters.row(of: id, in: &arena)
    let mark = mark(of: element)
    write { $0.insert(parameter: row, at: mark) }
    return used + 1
  }

  mutating func endMarkup(_ element: XMLElementEnd) {
    // What another namespace calls a list began none.
    switch element.namespaceIndex == 0 ? OSCALName(rawValue: element.name) : nil {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .table, .tr, .td, .th, .li: write { $0.breakLine() }
    case .ul, .ol: write { $0.endList() }
    case .pre: write { $0.endPreformatted() }
    case .q: write { $0.append("”") }
    default: break
    }
  }
}
