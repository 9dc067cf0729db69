import CrosswalkModel
import CrosswalkReaders

/// Parts: statements with their items, and everything beside them.
extension OSCALCatalogDocument {
  mutating func beginPart(_ element: XMLElement) throws(ImportError) -> Place {
    try settleName()
    flushPartText()
    let name = try required(.name, of: element)
    let role = role(ofPart: name)
    let parent = nodes.count - 1
    nodes[parent].parts += 1
    var used = 1
    var id = TextSpan.empty
    if let bytes = element.bytes(.id) {
      used += 1
      id = try enter(bytes, element)
    }
    let row =
      role == .statement ? nodes[parent].row : appendRow(role == .item ? .statement : .guidance, element)
    var node = OpenNode(role: role, row: row, id: id)
    node.local = nodes[parent].local
    node.name = partName(id: id, in: nodes[parent])
    noteStatement(role, element)
    nodes.append(node)
    if role == .statement {
      facts.append(NodeFact(node: row, kind: .alias, name: .empty, value: id.isEmpty ? node.name : id))
    } else {
      rows[Int(row)].local = node.name
    }
    let isNamedByKind = role == .statement || (role == .item && name.equals("item"))
    if name.equals("assessment-objective") || name.equals("objective") { objectives.insert(row) }
    if !isNamedByKind { _ = addFact(.name, of: element, row: row) }
    used += addFact(.class, of: element, row: row) + addFact(.ns, of: element, row: row)
    checkAttributes(of: element, used: used, known: [.name, .id, .class, .ns])
    collecting = .part
    return .part
  }

  /// `statement` and `item` require something; every other part stands beside.
  private func role(ofPart name: UnsafeRawBufferPointer) -> OpenNode.Role {
    let isItem = name.equals("item")
    let isStatement = name.equals("statement")
    switch nodes.last?.role {
    case .control: return isStatement ? .statement : isItem ? .item : .guidance
    case .statement, .item: return isItem || isStatement ? .item : .guidance
    default: return .guidance
    }
  }

  /// `AC-2#ac-2_smt.k`; a part without an identifier is named by its place (no identifier holds a stroke).
  private mutating func partName(id: TextSpan, in parent: OpenNode) -> TextSpan {
    guard id.isEmpty else { return arena.join(parent.local, "#", id) }
    let start = arena.count
    arena.repeatBytes(of: parent.name)
    arena.append(parent.role == .control || parent.role == .group ? "#/" : "/")
    _ = arena.store(String(parent.parts))
    return arena.span(from: start)
  }

  /// Remembers whether the control's statement says something itself or by its items.
  private mutating func noteStatement(_ role: OpenNode.Role, _ element: XMLElement) {
    guard role == .statement || role == .item,
      let control = nodes.lastIndex(where: { $0.role == .control })
    else { return }
    if role == .item {
      nodes[control].statement = .withItems
    } else if case .none = nodes[control].statement {
      nodes[control].statement = .present(mark(of: element))
    }
  }

  mutating func beginInPart(_ name: OSCALName?, _ element: XMLElement) throws(ImportError) -> Place {
    switch name {
    case .prop: return try beginProperty(element)
    case .part: return try beginPart(element)
    case .link: return try beginLink(element)
    case .title: return beginTitle(element)
    default: return beginMarkup(name, element)
    }
  }

  mutating func endPart() {
    flushPartText()
    settlePartName()
    nodes.removeLast()
  }

  /// Moves the text of the innermost part to its row.
  private mutating func flushPartText() {
    guard !partText.isEmpty, let row = nodes.last?.row else { return partText.reset() }
    if partText.inserts.isEmpty && !rows[Int(row)].text.isWaiting {
      let text = arena.store(partText.bytes[...])
      let before = rows[Int(row)].text
      rows[Int(row)].text = before.isEmpty ? text : arena.join(before, "\n", text)
    } else {
      let before = rows[Int(row)].text
      if !before.isEmpty { keepBefore(before, row: row) }
      rows[Int(row)].text = .waiting
      deferred.append(DeferredText(target: .text(row: row), draft: parameters.draft(partText)))
    }
    partText.reset()
  }

  /// Makes a text that is known already the first of those that wait.
  private mutating func keepBefore(_ text: TextSpan, row: Int32) {
    let draft = parameters.draft(bytes: arena[text])
    deferred.append(DeferredText(target: .text(row: row), draft: draft))
  }
}

extension TextSpan {
  /// Stands in a row whose text waits for parameters.
  static let waiting = TextSpan(offset: .max, length: 0)
  var isWaiting: Bool { self == .waiting }
}
