/// A column with what it says of each row, so that a table is declared in one place.
struct TableColumn<Row>: Sendable {
  var column: SheetColumn
  var value: @Sendable (Row) -> CellValue

  init(
    _ title: String, _ width: Double, _ marking: SheetColumn.Marking = .none,
    _ value: @escaping @Sendable (Row) -> CellValue
  ) {
    column = SheetColumn(title: title, width: width, marking: marking)
    self.value = value
  }
}

extension SheetContent {
  /// A table with one row for each of `rows`.
  ///
  /// - Parameter printed: How many of the columns are printed, from the left; all where it is `nil`.
  static func table<Row>(
    _ name: String, _ columns: [TableColumn<Row>], _ rows: [Row], printed: Int? = nil
  ) -> SheetContent {
    SheetContent(
      name: name, layout: .table, columns: columns.map(\.column), printed: printed ?? columns.count,
      rows: rows.map { row in columns.map { StyledCell($0.value(row)) } })
  }
}

/// A sheet of names and values, built from the top.
struct SheetPage {
  private var rows: [[StyledCell]] = []

  /// Appends the title of the workbook.
  mutating func title(_ text: String) { rows.append([StyledCell(.text(text), .title)]) }

  /// Appends a heading with a blank row above it.
  mutating func heading(_ text: String) { rows += [[], [StyledCell(.text(text), .heading)]] }

  /// Appends what every reader has to know.
  mutating func notice(_ text: String) { rows.append([StyledCell(.text(text), .notice)]) }

  /// Appends a name and its values.
  mutating func entry(_ name: String, _ values: CellValue...) {
    rows.append([StyledCell(.words(name), .strong)] + values.map { StyledCell($0) })
  }

  /// Appends a row of faint column names.
  mutating func columnNames(_ names: String...) { rows.append(names.map { StyledCell(.words($0), .faint) }) }

  /// The sheet; the columns are wide enough for names, a text and two figures.
  func sheet(_ name: String) -> SheetContent {
    let columns = [24.0, 64, 26, 14, 30].map { SheetColumn(title: "", width: $0) }
    return SheetContent(name: name, layout: .page, columns: columns, printed: columns.count, rows: rows)
  }
}
