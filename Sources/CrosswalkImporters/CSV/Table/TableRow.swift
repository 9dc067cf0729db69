import CrosswalkModel

/// One cell of a table: text and nothing else; no number, date or formula is ever made of it.
struct TableCell: Sendable {
  /// The content without blanks at its ends, line ends as LF.
  let text: String
  /// Where the cell begins.
  let location: SourceLocation

  var isBlank: Bool { text.isEmpty }

  init(_ content: String, location: SourceLocation) {
    text = Self.normalized(content)
    self.location = location
  }

  /// The content on one line: identifiers and names of controls, which spreadsheets break and pad.
  var oneLine: String {
    if text.isTidyLine { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func normalized(_ content: String) -> String {
    let trimmed = content.trimmingBlanks
    guard trimmed.utf8.contains(0x0D) else { return String(trimmed) }
    // CRLF is one Character, so this sees each line end once.
    return String(trimmed.map { $0.isNewline && ($0 == "\r\n" || $0 == "\r") ? "\n" : $0 })
  }
}

/// One row of a table.
struct TableRow: Sendable {
  let cells: [TableCell]
  let location: SourceLocation
  /// The number of the row, from 1; in a text file, lines with nothing on them are no rows.
  var number = 0
  /// The cells with the text of merged cells in each of them, where a workbook has such; else `nil`.
  var spread: [TableCell]?

  subscript(position: Int) -> TableCell { cells[position] }

  /// Whether no cell holds anything: spreadsheets leave such rows at their end and between blocks.
  var isBlank: Bool { cells.allSatisfy(\.isBlank) }

  /// The cells as a header shows them.
  var headerCells: [TableCell] { spread ?? cells }
}
