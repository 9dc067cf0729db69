import CrosswalkModel

/// One row of a CSV file, valid during the call that received it only.
public struct CSVRow {
  /// Number of the row, from 0; the header is row 0 where there is one.
  public let number: Int
  /// The number of cells.
  public var count: Int { 0 }
  /// The cell at `column`, from 0.
  public subscript(column: Int) -> CSVCell { CSVCell() }
  /// Where the row begins.
  public var location: SourceLocation { SourceLocation(file: "", line: 1, column: 1) }
  /// The delimiter of the file.
  public let delimiter: CSVDelimiter
}

/// One cell of a row, valid as long as the row.
public struct CSVCell {
  /// The content in UTF-8 without its outer quotes; quotes inside are still doubled when `hasDoubledQuotes`.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }
  /// Whether quotes inside `bytes` are still doubled.
  public var hasDoubledQuotes: Bool { false }
  /// Whether the cell was written in quotes.
  public var isQuoted: Bool { false }
  /// Whether there is no content.
  public var isEmpty: Bool { bytes.isEmpty }
  /// The content; line breaks stay as the file has them.
  public var string: String { "" }
  /// Where the cell begins, its opening quote included.
  public var location: SourceLocation { SourceLocation(file: "", line: 1, column: 1) }
}
