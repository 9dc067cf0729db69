/// A table of text that fits a terminal: cells wrap, nothing is cut.
struct TextTable {
  /// One column.
  struct Column {
    var name: String
    /// Numbers stand at the right edge.
    var isNumber = false
    /// The most columns of the terminal it gets; the last column of a table may take what is left.
    var widest = Int.max
  }

  /// One cell.
  struct Cell {
    var text: String
    var ink = Ink.plain

    init(_ text: String, _ ink: Ink = .plain) {
      self.text = text
      self.ink = ink
    }
  }

  let columns: [Column]
  private(set) var rows: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Appends a row with one cell for each column.
  mutating func append(_ row: [Cell]) { rows.append(row) }

  /// Appends the table to `page`; where the terminal is too narrow for it, as a list of entries.
  func write(to page: inout TextPage, indent: Int = 2) {
    guard let widths = widths(in: page.style.width - indent) else {
      return writeAsList(to: &page, indent: indent)
    }
    let head = columns.map { Cell($0.name, .faint) }
    for row in [head] + rows { Self.write(row, columns, widths, to: &page, indent: indent) }
  }

  /// Appends one row whose columns have the given widths.
  static func write(
    _ row: [Cell], _ columns: [Column], _ widths: [Int], to page: inout TextPage, indent: Int
  ) {
    let cells = zip(row, widths).map { $0.text.wrapped(to: $1) }
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      var line = String(repeating: " ", count: indent)
      var owed = 0  // blanks that are due before the next text, so that no line ends in blanks
      for (column, lines) in cells.enumerated() {
        let text = index < lines.count ? lines[index] : ""
        let free = widths[column] - text.columns
        if text.isEmpty {
          owed += widths[column] + 2
          continue
        }
        let before = columns[column].isNumber ? max(0, free) : 0
        line += String(repeating: " ", count: owed + before) + page.style.paint(text, row[column].ink)
        owed = max(0, free - before) + 2
      }
      page.line(line)
    }
  }

  /// Natural widths, shrunk where they must be; `nil` where a readable table does not fit.
  private func widths(in room: Int) -> [Int]? {
    var widths = columns.indices.map { column in
      min(
        columns[column].widest, rows.reduce(columns[column].name.columns) { max($0, $1[column].text.columns) }
      )
    }
    let gaps = 2 * (columns.count - 1)
    while widths.reduce(gaps, +) > room {
      guard
        let widest = widths.indices.filter({ !columns[$0].isNumber }).max(by: { widths[$0] < widths[$1] }),
        widths[widest] > 14
      else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  /// Each row as its first cell, and below it the others by name.
  private func writeAsList(to page: inout TextPage, indent: Int) {
    for row in rows {
      guard let first = row.first else { continue }
      page.paragraph(first.text, ink: .strong, indent: indent, hanging: 2)
      let others = zip(columns, row).dropFirst().filter { !$1.text.isEmpty }
      page.paragraph(
        others.map { "\($0.name) \($1.text)" }.joined(separator: ", "), indent: indent + 2, hanging: 2)
    }
  }
}
