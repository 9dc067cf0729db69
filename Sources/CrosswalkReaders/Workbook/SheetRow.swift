import CrosswalkModel

/// One cell of a sheet that holds something.
public struct SheetCell: Hashable, Sendable {
  /// What a cell that is not plain text or a number was made from.
  public enum Note: Hashable, Sendable {
    /// A formula; the text is the value that the spreadsheet computed last.
    case formula
    /// A formula whose value was never computed; there is no text.
    case formulaWithoutValue
    /// The spreadsheet could not compute a value; the text is its word for that: `#N/A`.
    case error
    /// The cell is styled as a date and holds no number of a day; the text is what stands in the file.
    case noDate
  }

  /// Column, from 1.
  public let column: Int
  /// The content: text as it is, a number as the file spells it, a date as ISO 8601 spells it, `TRUE` or `FALSE`.
  public let text: String
  /// What a reader must know about the content; `nil` for nothing.
  public let note: Note?
}

/// One row of a sheet.
public struct SheetRow: Sendable {
  /// Number of the row, from 1.
  public let number: Int
  /// The cells that hold something, in ascending order of columns.
  public let cells: [SheetCell]
}
