import CrosswalkModel
import CrosswalkReaders

/// How groups, controls and items are called.
extension OSCALCatalogDocument {
  /// Takes a printed label of the innermost node; the one that suits people best names the node.
  mutating func addLabel(_ value: UnsafeRawBufferPointer, of element: XMLElement) throws(ImportError) {
    guard IdentifierRegister.isSafe(value) else {
      throw failure(
        .invalidValue(
          Self.excerpt(value).escapedForOneLine, of: "label",
          allowed: "text without control characters and marks of writing direction"), at: element)
    }
    let last = nodes.count - 1
    let rank = Self.labelRank(of: element.bytes(.class))
    let label = arena.store(value)
    if nodes[last].isNamed {
      facts.append(NodeFact(node: nodes[last].row, kind: .alias, name: .empty, value: label))
    } else if rank > nodes[last].labelRank {
      if nodes[last].labelRank > 0 { furtherLabels.append(nodes[last].label) }
      nodes[last].label = label
      nodes[last].labelRank = rank
    } else {
      furtherLabels.append(label)
    }
  }

  /// How well a label of this class suits people: one without a class is what the publisher prints.
  private static func labelRank(of labelClass: UnsafeRawBufferPointer?) -> Int {
    guard let labelClass else { return 4 }
    if labelClass.equals("sp800-53") { return 3 }
    return labelClass.equals("zero-padded") ? 1 : 2
  }

  /// Settles how the innermost node is called, once all of its labels are known.
  mutating func settleName() throws(ImportError) {
    guard let node = nodes.last, !node.isNamed else { return }
    guard node.role == .group || node.role == .control else { return settlePartName() }
    nodes[nodes.count - 1].isNamed = true
    try settle(control: node)
    addFurtherLabels(to: node.row)
  }

  /// The same for a part, whose identifier names it already.
  mutating func settlePartName() {
    guard let node = nodes.last, !node.isNamed else { return }
    nodes[nodes.count - 1].isNamed = true
    switch node.role {
    case .item: settle(item: node)
    case .guidance: rows[Int(node.row)].label = node.label
    case .statement: addAlias(node.label, to: node.row)
    case .group, .control: break
    }
    addFurtherLabels(to: node.row)
  }

  private mutating func addFurtherLabels(to row: Int32) {
    for label in furtherLabels { addAlias(label, to: row) }
    furtherLabels.removeAll(keepingCapacity: true)
  }

  private mutating func addAlias(_ alias: TextSpan, to row: Int32) {
    let local = rows[Int(row)].local
    guard !alias.isEmpty, !arena.areEqual(alias, local) else { return }
    // Repetitions stand close together; looking further back would make many labels of one node slow.
    for fact in facts.suffix(16).reversed() {
      guard fact.node == row, fact.kind == .alias else { break }
      if arena.areEqual(fact.value, alias) { return }
    }
    facts.append(NodeFact(node: row, kind: .alias, name: .empty, value: alias))
  }

  // MARK: Groups and controls

  private mutating func settle(control node: OpenNode) throws(ImportError) {
    let last = nodes.count - 1
    let local = bareName(of: node)
    nodes[last].local = local
    nodes[last].name = local
    rows[Int(node.row)].local = local
    if node.role == .group { groupIdentifiers[node.row] = node.id }
    if !node.label.isEmpty { rows[Int(node.row)].label = local == node.id ? node.label : local }
    try register(local, of: node)
    addAlias(node.id, to: node.row)
    addAlias(node.label, to: node.row)
  }

  /// What the publisher prints, else the identifier of the file.
  private mutating func bareName(of node: OpenNode) -> TextSpan {
    if node.label.isEmpty {
      let title = rows[Int(node.row)].title
      if node.role == .control, printed.isIdentifier(title: arena[title], of: arena[node.id]) { return title }
      return node.id.isEmpty ? node.local : node.id
    }
    switch printed.bare(label: arena[node.label], id: arena[node.id]) {
    case .printed(let range):
      return TextSpan(offset: node.label.offset + UInt32(range.lowerBound), length: UInt32(range.count))
    case .identifier: return node.id.isEmpty ? node.local : node.id
    }
  }

  /// Enters the name of a group or control.
  ///
  /// Two controls must not share one; a group whose printed number is taken
  /// keeps its identifier instead.
  private mutating func register(_ local: TextSpan, of node: OpenNode) throws(ImportError) {
    guard let earlier = localNames.insert(local, value: node.row, in: arena) else { return }
    if node.role == .group, !node.id.isEmpty, !arena.areEqual(node.id, local) {
      return rename(groupAt: node.row, to: node.id)
    }
    let isGroup = rows[Int(earlier)].kind == .group
    if isGroup, let id = groupIdentifiers[earlier], !id.isEmpty, !arena.areEqual(id, local) {
      rename(groupAt: earlier, to: id)
      localNames.setValue(node.row, of: local, in: arena)
      return
    }
    throw ImportError(
      .duplicateControl(firstSeen: location(ofRow: earlier)), at: location(ofRow: node.row),
      control: arena.string(local))
  }

  private mutating func rename(groupAt row: Int32, to id: TextSpan) {
    let printed = rows[Int(row)].local
    rows[Int(row)].local = id
    facts.append(NodeFact(node: row, kind: .alias, name: .empty, value: printed))
    for index in nodes.indices where nodes[index].row == row {
      nodes[index].local = id
      nodes[index].name = id
    }
  }

  // MARK: Items

  /// Gives an item its printed place, and the spellings that follow from it: `AC-2#a.1`, `AC-2a.1`.
  private mutating func settle(item node: OpenNode) {
    let row = Int(node.row)
    rows[row].label = node.label
    let parent = nodes[nodes.count - 2]
    if !node.id.isEmpty {
      addAlias(TextArena.suffix(of: rows[row].local, droppingFirst: Int(node.local.length) + 1), to: node.row)
    }
    guard let own = itemMark(of: node, in: parent) else { return }
    let start = arena.count
    arena.repeatBytes(of: node.local)
    arena.append("#")
    if parent.role == .item, !parent.path.isEmpty {
      arena.repeatBytes(of: parent.path)
      if arena[own].first != UInt8(ascii: "(") { arena.append(".") }
    }
    arena.repeatBytes(of: own)
    let spelling = arena.span(from: start)
    let path = TextArena.suffix(of: spelling, droppingFirst: Int(node.local.length) + 1)
    nodes[nodes.count - 1].path = path
    addAlias(spelling, to: node.row)
    addAlias(arena.join(node.local, "", path), to: node.row)
    if let whole = wholeLabel(of: node) { addAlias(whole, to: node.row) }
  }

  /// The mark of an item among those beside it: `a` for `a.`, for `SR-03.01.01.a` too.
  private func itemMark(of node: OpenNode, in parent: OpenNode) -> TextSpan? {
    let label = trimmedMark(node.label)
    guard !label.isEmpty else { return nil }
    let outer = parent.role == .item ? trimmedMark(parent.label) : .empty
    if !outer.isEmpty, arena[label].starts(with: arena[outer]),
      let rest = mark(in: label, after: Int(outer.length))
    {
      return rest
    }
    guard let position = position(of: node.local, in: label) else { return label }
    return mark(in: label, after: position + Int(node.local.length)) ?? label
  }

  /// The label from the control's own name on: `03.01.01.a`.
  private func wholeLabel(of node: OpenNode) -> TextSpan? {
    let label = trimmedMark(node.label)
    return position(of: node.local, in: label).map { TextArena.suffix(of: label, droppingFirst: $0) }
  }

  /// What follows in `label` after `count` bytes, if a separator or a parenthesis begins it.
  private func mark(in label: TextSpan, after count: Int) -> TextSpan? {
    let rest = TextArena.suffix(of: label, droppingFirst: count)
    switch arena[rest].first {
    case UInt8(ascii: ".")?, UInt8(ascii: "-")?:
      return rest.length > 1 ? TextArena.suffix(of: rest, droppingFirst: 1) : nil
    case UInt8(ascii: "(")?, UInt8(ascii: "[")?: return rest
    default: return nil
    }
  }

  /// A label without blanks around it and without the stop or colon at its end.
  private func trimmedMark(_ label: TextSpan) -> TextSpan {
    var bytes = arena[label].trimmingBlanks
    while let last = bytes.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":") { bytes.removeLast() }
    return TextSpan(offset: UInt32(bytes.startIndex), length: UInt32(bytes.count))
  }

  private func position(of needle: TextSpan, in label: TextSpan) -> Int? {
    guard !needle.isEmpty, label.length >= needle.length else { return nil }
    let text = arena[label]
    let part = arena[needle]
    let starts = text.startIndex...(text.endIndex - part.count)
    return starts.first { text[$0...].starts(with: part) }.map { $0 - text.startIndex }
  }
}
