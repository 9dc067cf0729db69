import CrosswalkModel

/// Puts the rows of a table together to a catalog, one at a time.
///
/// Parts: what one row holds (``CatalogAssembler/add(_:)``), the groups above it (`+Groups`), the cells with a
/// vocabulary (`+Cells`), and what can be known only at the end (`+Finish`).
struct CatalogAssembler {
  /// A parent that a row names before the table does.
  struct NamedParent {
    var row: Int32
    var name: String
    var location: SourceLocation
  }

  let rules: CatalogRules
  let columns: CatalogColumns
  let file: String
  var builder: CatalogBuilder
  /// Rows by identifier.
  var nodes: [String: Int32] = [:]
  var namedParents: [NamedParent] = []
  /// The group that is open at each level.
  var openLevels: [Int32?]
  var notUsed: [NotUsed] = []

  init(rules: CatalogRules, columns: CatalogColumns, builder: CatalogBuilder, file: String) {
    self.rules = rules
    self.columns = columns
    self.builder = builder
    self.file = file
    openLevels = columns.levels.map { _ in nil }
    for (column, why) in columns.ignored {
      let header = columns.header
      notUsed.append(
        NotUsed(location: header.locations[column], what: "column \"\(header.names[column])\"", why: why))
    }
  }

  /// Adds what `row` holds: groups that it opens, its control, and the guidance beside it.
  mutating func add(_ row: TableRow) throws(ImportError) {
    reportStrayCells(row)
    let group = try openLevels(for: row)
    let cell = row[columns.id]
    guard !isBlank(cell) else {
      if group != nil, !holdsRequirement(row) { return }
      throw ImportError(.emptyCell(column: columns.header.names[columns.id]), at: cell.location)
    }
    let local = (rules.idPrefix ?? "") + cell.oneLine
    let place = try placement(of: local, in: row, level: group)
    let localSpan = try register(local, at: cell.location)
    var node = try nodeRow(row, local: local, kind: place.kind, parent: place.parent, at: cell.location)
    node.local = localSpan
    let index = builder.append(node)
    if let name = place.parentName {
      namedParents.append(
        NamedParent(row: index, name: name, location: row[columns.parentID ?? columns.id].location))
    }
    addFacts(row, to: index)
    addGuidance(row, to: index, local: local)
  }

  private mutating func nodeRow(
    _ row: TableRow, local: String, kind: NodeKind, parent: Int32, at location: SourceLocation
  ) throws(ImportError) -> NodeRow {
    var node = NodeRow(
      kind: kind, parent: parent, line: UInt32(location.line), column: UInt32(location.column))
    node.modality = try modality(row, control: local) ?? defaultModality(kind)
    node.roles = try roles(row, control: local)
    node.assessable = try assessable(row, control: local)
    node.isWithdrawn = matches(rules.withdrawn, row)
    node.label = builder.store(label(row))
    node.title = builder.store(cell(columns.title, row)?.oneLine ?? "")
    node.text = builder.store(cell(columns.text, row)?.text ?? "")
    node.summary = builder.store(cell(columns.summary, row)?.text ?? "")
    node.appliesFrom = builder.store(try appliesFrom(row, control: local))
    node.appliesNote = builder.store(cell(columns.appliesNote, row)?.text ?? "")
    return node
  }

  /// What a row is and where it hangs; a parent by name is looked up when every row is known.
  private struct Placement {
    var kind: NodeKind
    var parent: Int32 = -1
    var parentName: String?
  }

  private mutating func placement(
    of local: String, in row: TableRow, level: Int32?
  ) throws(ImportError) -> Placement {
    var place = Placement(kind: try kind(row, control: local))
    if let column = columns.parentID {
      let cell = row[column]
      if !isBlank(cell) { place.parentName = cell.oneLine }
      return place
    }
    place.parent = if let level { level } else { try prefixGroup(of: local, at: row[columns.id].location) }
    if let mark = rules.enhancementMark, let base = Self.part(of: local, before: mark) {
      place.kind = .enhancement
      // An extract may hold an enhancement without its base control: it then hangs in the group.
      if let known = nodes[base] { place.parent = known }
    }
    return place
  }

  /// The part of `local` before the last `mark`, without blanks at its end; `nil` where there is none.
  static func part(of local: String, before mark: String) -> String? {
    guard let range = local.lastOccurrence(of: mark) else { return nil }
    let part = local[..<range].trimmingBlanks
    return part.isEmpty ? nil : String(part)
  }

  /// Stores `local`, which no row may have had.
  mutating func register(_ local: String, at location: SourceLocation) throws(ImportError) -> TextSpan {
    if let first = nodes.updateValue(Int32(builder.rows.count), forKey: local) {
      throw ImportError(.duplicateControl(firstSeen: self.location(of: first)), at: location, control: local)
    }
    return builder.store(local)
  }

  func location(of row: Int32) -> SourceLocation {
    let row = builder.rows[Int(row)]
    return SourceLocation(file: file, line: Int(row.line), column: Int(row.column))
  }
}

extension StringProtocol {
  /// Where the last occurrence of `mark` begins.
  fileprivate func lastOccurrence(of mark: String) -> Index? {
    var found: Index?
    var position = startIndex
    while position < endIndex {
      if self[position...].hasPrefix(mark) { found = position }
      position = index(after: position)
    }
    return found
  }
}
