import CrosswalkModel
import CrosswalkReaders

/// Reads a table row by row: a header, then rows as wide as it.
///
/// Rows without any content are passed over wherever they stand; every other row of another width is an error.
struct TableReader {
  let limits: ReadingLimits
  let dialect: CSVDialect
  /// Whether the table lies on its side; such a table is held in memory as a whole.
  var isTransposed = false

  /// Hands the header to `begin` once, then every row to `receive`, in order.
  ///
  /// - Throws: ``ImportError``: the reader's, that of a header or of a row of another width, or the caller's.
  func read(
    _ file: SourceFile, header begin: (TableHeader) throws(ImportError) -> Void,
    row receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) {
    var header: TableHeader?
    var held: [TableRow] = []
    func take(_ row: TableRow) throws(ImportError) {
      if isTransposed { held.append(row) } else { try receive(row) }
    }
    do {
      try CSVReader(limits: limits, dialect: dialect).read(file) { (row: CSVRow) throws(ImportError) in
        let cells = TableRow(row)
        guard !cells.isBlank else { return }
        guard let known = header else {
          let first = try Self.header(cells.cells)
          header = first
          if isTransposed { held.append(cells) } else { try begin(first) }
          return
        }
        guard cells.cells.count == known.names.count else {
          let ragged = ReadingError.Reason.ragged(expected: known.names.count, found: cells.cells.count)
          throw ImportError(ReadingError(ragged, at: cells.location))
        }
        try take(cells)
      }
    } catch {
      throw Self.importError(error)
    }
    guard header != nil else { throw ImportError(ReadingError(.empty, file: file.name)) }
    if isTransposed { try turn(held, header: begin, row: receive) }
  }

  /// Ends the reading after the first row with content.
  private struct FirstRow: Error { var cells: [TableCell] }

  /// The header of `file` alone; of a table on its side, that takes reading the whole.
  func header(of file: SourceFile) throws(ImportError) -> TableHeader {
    guard !isTransposed else { return try turnedHeader(of: file) }
    do throws(CSVReadingError<FirstRow>) {
      try CSVReader(limits: limits, dialect: dialect).read(file) { (row: CSVRow) throws(FirstRow) in
        let row = TableRow(row)
        if !row.isBlank { throw FirstRow(cells: row.cells) }
      }
    } catch {
      switch error {
      case .receiver(let first): return try Self.header(first.cells)
      case .reading(let error): throw ImportError(error)
      }
    }
    throw ImportError(ReadingError(.empty, file: file.name))
  }

  private func turnedHeader(of file: SourceFile) throws(ImportError) -> TableHeader {
    var found: TableHeader?
    try read(file, header: { found = $0 }, row: { _ in })
    guard let found else { throw ImportError(ReadingError(.empty, file: file.name)) }
    return found
  }

  /// Columns become rows; the first column is the header.
  private func turn(
    _ rows: [TableRow], header begin: (TableHeader) throws(ImportError) -> Void,
    row receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) {
    guard let width = rows.first?.cells.count else { return }
    try begin(try Self.header(rows.map { $0[0] }, corner: "id"))
    for position in 1..<max(width, 1) {
      let row = TableRow(cells: rows.map { $0[position] }, location: rows[0][position].location)
      if !row.isBlank { try receive(row) }
    }
  }

  /// - Parameter corner: The name of the first column where it has none.
  private static func header(_ cells: [TableCell], corner: String = "") throws(ImportError) -> TableHeader {
    do { return try TableHeader(cells, corner: corner) } catch { throw ImportError(error) }
  }

  private static func importError(_ error: CSVReadingError<ImportError>) -> ImportError {
    switch error {
    case .reading(let error): ImportError(error)
    case .receiver(let error): error
    }
  }
}

extension TableRow {
  fileprivate init(_ row: CSVRow) {
    cells = (0..<row.count).map { TableCell(row[$0].string, location: row[$0].location) }
    // Not the row's own: asking for an earlier place would look through the row again.
    location = cells[0].location
  }
}
