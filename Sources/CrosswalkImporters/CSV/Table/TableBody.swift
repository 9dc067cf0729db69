import CrosswalkModel
import CrosswalkReaders

/// Tells the header of a table from what stands above and below it, and hands on the rows of the table proper.
struct TableBody {
  private let form: TableForm
  private let hasFreeWidths: Bool
  private var search: HeaderSearch
  private(set) var header: TableHeader?
  /// The rows of a table on its side.
  private var held: [TableRow] = []
  private var explanations: Int
  private(set) var notUsed: [NotUsed] = []

  /// - Parameter hasFreeWidths: Whether a row that is narrower or wider than the header is no error.
  init(form: TableForm, hasFreeWidths: Bool) {
    self.form = form
    self.hasFreeWidths = hasFreeWidths
    search = HeaderSearch(form)
    explanations = form.explanationRows
  }

  /// Takes the next row that holds something.
  mutating func take(
    _ row: TableRow, _ begin: (TableHeader) throws(ImportError) -> Void,
    _ receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) {
    if form.isTransposed { return try hold(row) }
    guard header == nil else { return try takeBody(row, receive) }
    try accept(search.take(row), begin, receive)
  }

  /// Ends the table: a header that was not found yet, and the columns of a table on its side.
  mutating func finish(
    _ begin: (TableHeader) throws(ImportError) -> Void, _ receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) {
    if form.isTransposed { return try turn(begin, receive) }
    if header == nil { try accept(search.atEnd, begin, receive) }
  }

  private mutating func accept(
    _ finding: HeaderSearch.Finding, _ begin: (TableHeader) throws(ImportError) -> Void,
    _ receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) {
    guard case .header(let row, let above, let below) = finding else { return }
    notUsed += above.map { higher in
      NotUsed(
        location: higher.location, what: "row", why: "it stands above the header in line \(row.location.line)"
      )
    }
    let header = try Self.header(row.headerCells)
    self.header = header
    try begin(header)
    for row in below { try takeBody(row, receive) }
  }

  private mutating func takeBody(
    _ row: TableRow, _ receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) {
    if explanations > 0 {
      explanations -= 1
      notUsed.append(NotUsed(location: row.location, what: "row", why: "it explains the columns"))
      return
    }
    guard let header else { return }
    try receive(try fitted(row, to: header))
  }

  /// The row as wide as the header.
  private mutating func fitted(_ row: TableRow, to header: TableHeader) throws(ImportError) -> TableRow {
    let width = header.names.count
    let cells = form.spreadsMerged ? row.headerCells : row.cells
    guard cells.count != width || form.spreadsMerged else { return row }
    guard hasFreeWidths else {
      throw ImportError(ReadingError(.ragged(expected: width, found: cells.count), at: row.location))
    }
    for cell in cells.dropFirst(width) where !cell.isBlank {
      notUsed.append(
        NotUsed(location: cell.location, what: "cell", why: "it stands under a column without a name"))
    }
    var fitted = Array(cells.prefix(width))
    while fitted.count < width {
      let place = SourceLocation(file: row.location.file, line: row.location.line, column: fitted.count + 1)
      fitted.append(TableCell("", location: place))
    }
    return TableRow(cells: fitted, location: row.location, number: row.number)
  }

  // MARK: Tables on their side

  private mutating func hold(_ row: TableRow) throws(ImportError) {
    if let width = held.first?.cells.count, width != row.cells.count {
      guard hasFreeWidths else {
        throw ImportError(ReadingError(.ragged(expected: width, found: row.cells.count), at: row.location))
      }
    }
    held.append(row)
  }

  /// Columns become rows; the first column is the header.
  private mutating func turn(
    _ begin: (TableHeader) throws(ImportError) -> Void, _ receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) {
    guard let width = held.map(\.cells.count).max() else { return }
    let header = try Self.header(held.map { $0[0] }, corner: "id")
    self.header = header
    try begin(header)
    for position in 1..<max(width, 1) {
      let cells = held.map { row in
        guard position < row.cells.count else {
          let line = row.location.line
          return TableCell(
            "", location: SourceLocation(file: row.location.file, line: line, column: position + 1))
        }
        return row[position]
      }
      let row = TableRow(cells: cells, location: cells[0].location, number: position + 1)
      if !row.isBlank { try receive(row) }
    }
  }

  /// - Parameter corner: The name of the first column where it has none.
  private static func header(_ cells: [TableCell], corner: String = "") throws(ImportError) -> TableHeader {
    do { return try TableHeader(cells, corner: corner) } catch { throw ImportError(error) }
  }
}
