import CrosswalkModel

/// Reads CSV files as a stream of rows, bounded and with exact locations.
///
/// The rules are those of RFC 4180, where files are less strict: a line ends at LF, CRLF or CR; a byte order mark is
/// no part of the first cell; a line with nothing on it is no row, wherever it stands; the last line needs no line
/// end. A file without any row is read without an error: whether a table may be empty is the caller's question.
/// Quotes count only at the beginning of a cell, so spaces before one are text. Memory stays at some 600 KiB, plus the
/// longest row.
public struct CSVReader: Sendable {
  /// The bounds that hold.
  public let limits: ReadingLimits
  /// How the cells are written.
  public let dialect: CSVDialect
  /// Bytes of the file that are taken at a time; tests take fewer, so that every border is met.
  var pieceSize = 256 << 10

  /// Creates a reader.
  public init(limits: ReadingLimits = .standard, dialect: CSVDialect = CSVDialect()) {
    self.limits = limits
    self.dialect = dialect
  }

  /// Hands every row of `file` to `receive`, in order, the header row included.
  ///
  /// When this throws, `receive` has seen the rows before the fault: what it made of them is to be thrown away.
  public func read<Failure: Error>(
    _ file: SourceFile, _ receive: (CSVRow) throws(Failure) -> Void
  ) throws(TableReadingError<Failure>) {
    var failure: Failure?
    do throws(ReadingError) {
      try readRows(of: file) { row in
        do throws(Failure) {
          try receive(row)
          return true
        } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw .reading(error)
    }
    if let failure { throw .receiver(failure) }
  }

  /// Hands rows to `visit` until the file ends or it returns `false`.
  private func readRows(of file: SourceFile, _ visit: (CSVRow) -> Bool) throws(ReadingError) {
    let parser = UnsafeMutablePointer<CSVParser>.allocate(capacity: 1)
    defer { parser.deallocate() }
    var hasMore = try begin(file, at: parser)
    defer { parser.deinitialize(count: 1) }
    while true {
      while try parser.pointee.nextRow(isLast: !hasMore) {
        guard let start = parser.pointee.text.window.bytes(from: parser.pointee.rowStart).baseAddress,
          visit(CSVRow(parser, start: start))
        else { return }
      }
      if !hasMore { return }
      parser.pointee.text.window.discard(before: parser.pointee.rowStart)
      hasMore = try parser.pointee.text.readMore()
    }
  }

  /// Opens `file`, decides on its delimiter and makes its parser.
  ///
  /// - Returns: Whether there may be more text than the first piece.
  private func begin(
    _ file: SourceFile, at parser: UnsafeMutablePointer<CSVParser>
  ) throws(ReadingError) -> Bool {
    let encoding: TextEncoding = dialect.encoding == .utf8 ? .utf8 : .windows1252
    var text = try TextStream(file, convention: .declared(encoding), limits: limits, pieceSize: pieceSize)
    try Self.checkKind(text.kind, file: file.name)
    let hasMore = try text.readMore()
    let found = CSVDelimiter.find(in: text.window.bytes(from: 0))
    parser.initialize(
      to: CSVParser(
        text, start: found.prefixLength, delimiter: dialect.delimiter ?? found.delimiter,
        widths: dialect.widths,
        limits: limits))
    return hasMore
  }

  private static func checkKind(_ kind: SourceKind, file: String) throws(ReadingError) {
    switch kind {
    case .zip, .gzip, .html: throw ReadingError(.notCSV(kind), file: file)
    case .empty, .xml, .json, .text, .binary: return
    }
  }
}
