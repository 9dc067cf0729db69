import CrosswalkModel
import Glibc

/// Finds the rows and cells of a text, one row at a time, and goes on where a piece of the text ended.
///
/// Outside of quotes bytes are compared one by one, inside of them `memchr` runs to the next quote: no byte is
/// looked at twice, however long a cell is, and nothing is copied.
@usableFromInline
struct CSVParser: ~Copyable {
  private enum Mode {
    case cellStart, plain, quoted, afterQuote
  }

  var text: TextStream
  let delimiter: CSVDelimiter
  /// Offset in the text at which the row begins.
  private(set) var rowStart: Int
  private(set) var spans = CSVSpanBuffer()
  /// Number of the row, from 0.
  private(set) var rowNumber = -1

  private let limits: ReadingLimits
  private let widths: CSVDialect.Widths
  private var width: Int?
  private var mode = Mode.cellStart
  private var span = CSVSpan(start: 0, end: 0, form: .plain)
  /// Where to go on, from the beginning of the row.
  private var cursor = 0
  private var isRowDone = true

  /// Begins at `start` in `text`, behind a line that names the delimiter.
  init(
    _ text: consuming TextStream, start: Int, delimiter: CSVDelimiter, widths: CSVDialect.Widths,
    limits: ReadingLimits
  ) {
    self.text = text
    rowStart = start
    self.delimiter = delimiter
    self.widths = widths
    self.limits = limits
  }

  /// Goes to the end of the next row.
  ///
  /// - Parameter isLast: Whether the text ends with the window.
  /// - Returns: `false` when the row is not complete in the window.
  mutating func nextRow(isLast: Bool) throws(ReadingError) -> Bool {
    if isRowDone { beginRow() }
    let bytes = text.window.bytes(from: rowStart)
    guard let base = bytes.baseAddress, bytes.count > 0 else { return false }
    if cursor == 0 && mode == .cellStart && !skipBlankLines(base, bytes.count) { return false }
    let row = text.window.bytes(from: rowStart)
    guard let start = row.baseAddress else { return false }
    let isComplete = try scan(start.assumingMemoryBound(to: UInt8.self), row.count)
    if !isComplete {
      try checkCell(end: mode == .afterQuote ? span.end : cursor)
      guard isLast else { return false }
      try endText(row.count)
    }
    try endRow()
    return true
  }

  private mutating func beginRow() {
    rowStart += cursor
    cursor = 0
    spans.removeAll()
    mode = .cellStart
    isRowDone = false
  }

  /// Moves the row to the first byte that ends no line; `false` when there is none.
  private mutating func skipBlankLines(_ base: UnsafeRawPointer, _ count: Int) -> Bool {
    var index = 0
    while index < count {
      let byte = base.load(fromByteOffset: index, as: UInt8.self)
      if byte != 0x0A && byte != 0x0D { break }
      index += 1
    }
    rowStart += index
    return index < count
  }

  /// Takes cells from `cursor` on; `true` when the line ended.
  private mutating func scan(_ base: UnsafePointer<UInt8>, _ end: Int) throws(ReadingError) -> Bool {
    while cursor < end {
      switch mode {
      case .cellStart:
        if takeWholeCells(base, end) { return true }
        if cursor < end { beginCell(base[cursor]) }
      case .plain:
        let stop = Self.endOfPlain(base, from: cursor, to: end, delimiter: delimiter.rawValue)
        cursor = stop
        if stop == end { return false }
        if base[stop] == 0x22 {
          // Tab-separated values know no quoting (IANA text/tab-separated-values): a quote inside a cell is text.
          guard delimiter == .tab else { throw error(.strayQuote, at: stop) }
          cursor += 1
          continue
        }
        if try endCell(at: stop, byte: base[stop]) { return true }
      case .quoted:
        if !scanQuoted(base, end) { return false }
      case .afterQuote:
        let byte = base[cursor]
        guard byte == delimiter.rawValue || byte == 0x0A || byte == 0x0D else {
          throw error(.textAfterQuote, at: cursor)
        }
        if try endCell(at: span.end, byte: byte) { return true }
      }
    }
    return false
  }

  /// Takes the cells that lie in the window whole and break no rule; `true` when the line ended.
  ///
  /// This is the fast way: what it does not take, the states below go through byte by byte, with the limits, the
  /// errors and the end of the window.
  private mutating func takeWholeCells(_ base: UnsafePointer<UInt8>, _ end: Int) -> Bool {
    let (delimiter, limit) = (delimiter.rawValue, limits.csvFieldBytes)
    var index = cursor
    defer { cursor = index }
    while index < end && spans.count < limits.csvColumns {
      guard let cell = Self.wholeCell(base, from: index, to: end, delimiter: delimiter) else { return false }
      let close = cell.form == .plain ? cell.end : cell.end + 1
      guard close < end, cell.end - cell.start <= limit else { return false }
      let byte = base[close]
      guard byte == delimiter || byte == 0x0A || byte == 0x0D else { return false }
      spans.append(cell)
      index = close + 1
      if byte != delimiter { return true }
    }
    return false
  }

  @inline(__always)
  private static func wholeCell(
    _ base: UnsafePointer<UInt8>, from index: Int, to end: Int, delimiter: UInt8
  ) -> CSVSpan? {
    guard base[index] == 0x22 else {
      let stop = endOfPlain(base, from: index, to: end, delimiter: delimiter)
      return CSVSpan(start: index, end: stop, form: .plain)
    }
    var cell = CSVSpan(start: index + 1, end: index + 1, form: .quoted)
    while let found = memchr(base + cell.end, 0x22, end - cell.end) {
      cell.end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      guard cell.end + 1 < end else { return nil }
      guard base[cell.end + 1] == 0x22 else { return cell }
      cell.form = .doubled
      cell.end += 2
    }
    return nil
  }

  private mutating func beginCell(_ byte: UInt8) {
    if byte == 0x22 {
      cursor += 1
      span = CSVSpan(start: cursor, end: cursor, form: .quoted)
      mode = .quoted
    } else {
      span = CSVSpan(start: cursor, end: cursor, form: .plain)
      mode = .plain
    }
  }

  @inline(__always)
  private static func endOfPlain(
    _ base: UnsafePointer<UInt8>, from index: Int, to end: Int, delimiter: UInt8
  ) -> Int {
    var index = index
    while index < end {
      let byte = base[index]
      // The four bytes that matter are all small; most text is not.
      if byte <= 0x3B && (byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0x22) { break }
      index += 1
    }
    return index
  }

  /// Runs to the closing quote; `false` when it is not in the window.
  private mutating func scanQuoted(_ base: UnsafePointer<UInt8>, _ end: Int) -> Bool {
    while let found = memchr(base + cursor, 0x22, end - cursor) {
      let quote = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      // Whether this quote closes the cell is known only with the byte after it.
      guard quote + 1 < end else {
        cursor = quote
        return false
      }
      guard base[quote + 1] == 0x22 else {
        span.end = quote
        cursor = quote + 1
        mode = .afterQuote
        return true
      }
      span.form = .doubled
      cursor = quote + 2
    }
    cursor = end
    return false
  }

  /// Takes the cell that ends at `end`, before `byte`; `true` when the line ends too.
  @inline(__always)
  private mutating func endCell(at end: Int, byte: UInt8) throws(ReadingError) -> Bool {
    span.end = end
    if end - span.start > limits.csvFieldBytes || spans.count >= limits.csvColumns { try checkCell(end: end) }
    spans.append(span)
    cursor += 1
    mode = .cellStart
    guard byte != delimiter.rawValue else { return false }
    return true
  }

  /// Holds the cell at hand, which reaches to `end` at least, against the limits.
  private mutating func checkCell(end: Int) throws(ReadingError) {
    if spans.count >= limits.csvColumns {
      let place = mode == .cellStart ? cursor : span.outerStart
      throw error(.tooManyColumns(limit: limits.csvColumns), at: place)
    }
    if mode != .cellStart && end - span.start > limits.csvFieldBytes {
      throw error(.cellTooLong(limit: limits.csvFieldBytes), at: span.outerStart)
    }
  }

  /// Takes the last cell of a text without a line end after it.
  private mutating func endText(_ end: Int) throws(ReadingError) {
    switch mode {
    case .cellStart: span = CSVSpan(start: end, end: end, form: .plain)
    case .plain: span.end = end
    case .quoted:
      // A quote as the very last byte closes the cell.
      guard cursor == end - 1 else { throw error(.unclosedQuote, at: span.outerStart) }
      span.end = cursor
    case .afterQuote: break
    }
    spans.append(span)
    cursor = end
  }

  private mutating func endRow() throws(ReadingError) {
    isRowDone = true
    rowNumber += 1
    if rowNumber >= limits.csvRows { throw error(.tooManyRows(limit: limits.csvRows), at: 0) }
    guard widths == .equal else { return }
    if let width, width != spans.count { throw error(.ragged(expected: width, found: spans.count), at: 0) }
    width = spans.count
  }

  /// An error at `index` of the row.
  private mutating func error(_ reason: ReadingError.Reason, at index: Int) -> ReadingError {
    text.error(reason, at: rowStart + index)
  }
}
