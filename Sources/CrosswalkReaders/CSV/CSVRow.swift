import CrosswalkModel

/// One row of a CSV file, valid during the call that received it only.
public struct CSVRow {
  /// Number of the row, from 0; the header is row 0 where there is one.
  public let number: Int
  /// The number of cells, at least 1.
  public let count: Int
  /// The delimiter of the file.
  public let delimiter: CSVDelimiter
  @usableFromInline let parser: UnsafeMutablePointer<CSVParser>
  /// The first byte of the row.
  @usableFromInline let start: UnsafeRawPointer
  @usableFromInline let spans: UnsafePointer<CSVSpan>

  init(_ parser: UnsafeMutablePointer<CSVParser>, start: UnsafeRawPointer) {
    self.parser = parser
    self.start = start
    number = parser.pointee.rowNumber
    count = parser.pointee.spans.count
    spans = UnsafePointer(parser.pointee.spans.start)
    delimiter = parser.pointee.delimiter
  }

  /// The cell at `column`, from 0.
  @inlinable
  public subscript(column: Int) -> CSVCell {
    precondition(column >= 0 && column < count, "no cell at this column")
    return CSVCell(span: spans[column], row: self)
  }

  /// Where the row begins.
  public var location: SourceLocation { self[0].location }
}

/// One cell of a row, valid as long as the row.
public struct CSVCell {
  @usableFromInline let span: CSVSpan
  @usableFromInline let row: CSVRow

  @inlinable
  init(span: CSVSpan, row: CSVRow) {
    self.span = span
    self.row = row
  }

  /// The content in UTF-8 without its outer quotes; quotes inside are still doubled when `hasDoubledQuotes`.
  @inlinable public var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: row.start + span.start, count: span.end - span.start)
  }
  /// Whether quotes inside `bytes` are still doubled.
  @inlinable public var hasDoubledQuotes: Bool { span.form == .doubled }
  /// Whether the cell was written in quotes.
  @inlinable public var isQuoted: Bool { span.form != .plain }
  /// Whether there is no content.
  @inlinable public var isEmpty: Bool { span.end == span.start }

  /// The content; line breaks stay as the file has them.
  public var string: String {
    guard hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == 0x22 && !isSecond
      if !isSecond { single.append(byte) }
    }
    // Of every pair of quotes the second one is taken.
    return String(decoding: single, as: UTF8.self)
  }

  /// Where the cell begins, its opening quote included.
  public var location: SourceLocation {
    let offset = row.parser.pointee.rowStart + span.outerStart
    let place = row.parser.pointee.text.window.place(of: offset)
    return SourceLocation(file: row.parser.pointee.text.name, line: place.line, column: place.column)
  }
}
