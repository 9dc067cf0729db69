import CrosswalkModel

/// Groups that have no row of their own.
extension CatalogAssembler {
  /// Opens or goes back to the groups that the level columns of `row` name, and gives the innermost.
  mutating func openLevels(for row: TableRow) throws(ImportError) -> Int32? {
    guard !columns.levels.isEmpty else { return nil }
    var parent: Int32?
    var isParentNamed = false
    for (depth, level) in columns.levels.enumerated() {
      let cell = row[level.id]
      guard !isBlank(cell) else {
        // An empty cell under the same group above it goes on with what is open (merged cells).
        parent = openLevels[depth] ?? parent
        isParentNamed = false
        continue
      }
      let group = try group(named: cell, level, row, above: parent)
      if isParentNamed, builder.rows[Int(group)].parent != parent { reportMoved(group, named: cell) }
      isParentNamed = true
      if openLevels[depth] != group {
        openLevels[depth] = group
        for deeper in openLevels.indices where deeper > depth { openLevels[deeper] = nil }
      }
      parent = group
    }
    return parent
  }

  private mutating func group(
    named cell: TableCell, _ level: CatalogColumns.Level, _ row: TableRow, above parent: Int32?
  ) throws(ImportError) -> Int32 {
    let (head, rest) = Self.parted(cell.oneLine, at: level.rule.splitAt)
    let name = level.rule.upperCase == true ? head.uppercased() : head
    let local = (level.rule.idPrefix ?? "") + name
    let known = nodes[local]
    let index = if let known { known } else { try newGroup(local, at: cell.location, parent: parent ?? -1) }
    guard builder.rows[Int(index)].kind == .group else {
      throw ImportError(.duplicateControl(firstSeen: location(of: index)), at: cell.location, control: local)
    }
    if builder.rows[Int(index)].label.isEmpty {
      builder.rows[Int(index)].label = builder.store((level.rule.labelPrefix ?? "") + name)
    }
    if matches(level.rule.withdrawn, row) { builder.rows[Int(index)].isWithdrawn = true }
    if let title = self.cell(level.title, row) { fill(\.title, of: index, with: title, on: title.oneLine) }
    if !rest.isEmpty { fill(\.text, of: index, with: cell, on: rest) }
    if let text = self.cell(level.text, row) { fill(\.text, of: index, with: text, on: text.text) }
    return index
  }

  /// What stands before the first `mark` and what stands after it; all of `text` where there is no mark.
  private static func parted(_ text: String, at mark: String?) -> (head: String, rest: String) {
    guard let mark, let found = text.firstRange(of: mark) else { return (text, "") }
    return (
      String(text[..<found.lowerBound].trimmingBlanks), String(text[found.upperBound...].trimmingBlanks)
    )
  }

  /// Sets a text of a group, or names the cell where the group has another one already.
  private mutating func fill(
    _ field: WritableKeyPath<NodeRow, TextSpan>, of index: Int32, with cell: TableCell, on content: String
  ) {
    let span = builder.rows[Int(index)][keyPath: field]
    if span.isEmpty {
      builder.rows[Int(index)][keyPath: field] = builder.store(content)
    } else if builder.string(span) != content {
      let local = builder.string(builder.rows[Int(index)].local)
      let first = location(of: index).line
      notUsed.append(
        NotUsed(
          location: cell.location, what: "cell", why: "\(local) has another text, first in line \(first)"))
    }
  }

  /// A group lies where it was named first; a row that puts it elsewhere is named.
  private mutating func reportMoved(_ group: Int32, named cell: TableCell) {
    let first = location(of: group).line
    notUsed.append(
      NotUsed(
        location: cell.location, what: "cell",
        why: "\(cell.oneLine) lies in another group since line \(first)"))
  }

  private mutating func newGroup(
    _ local: String, at location: SourceLocation, parent: Int32
  ) throws(ImportError) -> Int32 {
    var node = NodeRow(
      kind: .group, parent: parent, line: UInt32(location.line), column: UInt32(location.column))
    node.local = try register(local, at: location)
    return builder.append(node)
  }

  /// The group that the identifier of a row shows, made with those above it where it is new; -1 for none.
  mutating func prefixGroup(of local: String, at location: SourceLocation) throws(ImportError) -> Int32 {
    var parent: Int32 = -1
    for rule in rules.groups ?? [] {
      guard let name = Self.part(of: local, before: rule.mark) else { continue }
      if let known = nodes[name] {
        parent = known
        continue
      }
      let index = try newGroup(name, at: location, parent: parent)
      builder.rows[Int(index)].label = builder.store(name)
      if let title = rule.titles?[name] { builder.rows[Int(index)].title = builder.store(title) }
      parent = index
    }
    return parent
  }
}
