import CrosswalkModel

/// What single cells say.
extension CatalogAssembler {
  /// Whether a cell holds nothing, or what the profile says means nothing.
  func isBlank(_ cell: TableCell) -> Bool { cell.isBlank || rules.blanks?.contains(cell.text) == true }

  /// The cell of an optional column; `nil` where the table lacks the column or the cell is blank.
  func cell(_ column: Int?, _ row: TableRow) -> TableCell? {
    guard let column, !isBlank(row[column]) else { return nil }
    return row[column]
  }

  /// Whether one of `tests` holds for `row`.
  func matches(_ tests: [CatalogRules.CellTest]?, _ row: TableRow) -> Bool {
    (tests ?? []).contains { test in
      guard let column = columns.header.column(test.column) else { return false }
      let text = row[column].text.lowercased()
      return test.equals.map { text == $0.lowercased() } ?? false
        || test.beginsWith.map { text.hasPrefix($0.lowercased()) } ?? false
    }
  }

  /// What is printed before a control: its own cell, or else its identifier.
  func label(_ row: TableRow) -> String {
    guard columns.label == nil else { return cell(columns.label, row)?.oneLine ?? "" }
    return (rules.labelPrefix ?? "") + row[columns.id].oneLine
  }

  func kind(_ row: TableRow, control: String) throws(ImportError) -> NodeKind {
    guard let cell = cell(columns.kind, row) else { return rules.rows == .statement ? .statement : .control }
    if let kind = NodeKind.allCases.first(where: { $0.name == cell.text.lowercased() }) { return kind }
    throw invalid(cell, "kind", NodeKind.allCases.map(\.name), control)
  }

  func modality(_ row: TableRow, control: String) throws(ImportError) -> Modality? {
    guard let cell = cell(columns.modality, row) else { return nil }
    if let modality = Modality(rawValue: cell.text.lowercased()) { return modality }
    throw invalid(cell, "modality", Modality.allCases.map(\.rawValue), control)
  }

  /// What the profile says rows require; groups and guidance require nothing of their own.
  func defaultModality(_ kind: NodeKind) -> Modality? {
    switch kind {
    case .control, .enhancement, .statement: rules.modality.flatMap { Modality(rawValue: $0) }
    case .group, .guidance, .recital: nil
    }
  }

  func roles(_ row: TableRow, control: String) throws(ImportError) -> RoleSet {
    guard let cell = cell(columns.roles, row) else { return [] }
    var roles: RoleSet = []
    for name in cell.text.split(separator: "|") {
      guard let role = RoleSet(name: name.trimmingBlanks) else {
        throw invalid(cell, "role", RoleSet.names, control)
      }
      roles.formUnion(role)
    }
    return roles
  }

  func assessable(_ row: TableRow, control: String) throws(ImportError) -> Bool? {
    guard let cell = cell(columns.assessable, row) else { return nil }
    switch cell.text.lowercased() {
    case "1", "true", "yes": return true
    case "0", "false", "no": return false
    default: throw invalid(cell, "answer to \"assessable\"", ["1", "0"], control)
    }
  }

  func appliesFrom(_ row: TableRow, control: String) throws(ImportError) -> String {
    guard let cell = cell(columns.appliesFrom, row) else { return "" }
    if let date = CalendarDate(cell.text) { return date.description }
    throw invalid(cell, "date", ["YYYY-MM-DD"], control)
  }

  private func invalid(_ cell: TableCell, _ what: String, _ allowed: [String], _ control: String)
    -> ImportError
  {
    ImportError(
      .invalidValue(cell.text, of: what, allowed: allowed.joined(separator: ", ")), at: cell.location,
      control: control)
  }

  /// Properties and links of a row.
  mutating func addFacts(_ row: TableRow, to index: Int32) {
    for (column, separator) in columns.properties where !isBlank(row[column]) {
      let name = columns.header.names[column]
      for value in Self.values(of: row[column].text, separator: separator) {
        builder.append(.property, name: name, value: value, to: index)
      }
    }
    for (column, rule) in columns.links where !isBlank(row[column]) {
      var text = row[column].text
      if text.hasSuffix(".") { text.removeLast() }
      for value in Self.values(of: text, separator: rule.separator) {
        builder.append(.link, name: rule.relation, value: value, to: index)
      }
    }
  }

  private static func values(of text: String, separator: String?) -> [String] {
    guard let separator else { return [text] }
    return text.split(separator: separator).map { String($0.trimmingBlanks) }.filter { !$0.isEmpty }
  }

  /// Each guidance cell becomes a node below its control, named by the column after `#`.
  mutating func addGuidance(_ row: TableRow, to index: Int32, local: String) {
    for column in columns.guidance where !isBlank(row[column]) {
      let cell = row[column]
      var node = NodeRow(
        kind: .guidance, parent: index, line: UInt32(cell.location.line), column: UInt32(cell.location.column)
      )
      let name = columns.header.names[column]
      node.local = builder.store("\(local)#\(TableHeader.folded(name))")
      node.title = builder.store(name)
      node.text = builder.store(cell.text)
      builder.append(node)
    }
  }

  /// Names every cell that stands under no column name.
  mutating func reportStrayCells(_ row: TableRow) {
    for column in columns.unnamed where !isBlank(row[column]) {
      notUsed.append(
        NotUsed(location: row[column].location, what: "cell", why: "it stands under a column without a name"))
    }
  }

  /// Whether a row without an identifier holds more than the groups above it.
  func holdsRequirement(_ row: TableRow) -> Bool {
    [columns.label, columns.title, columns.text, columns.summary].contains { cell($0, row) != nil }
  }
}
