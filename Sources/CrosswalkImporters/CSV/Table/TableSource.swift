import CrosswalkModel
import CrosswalkReaders

/// Where the rows of a table come from: the one place that knows text files from workbooks.
enum TableSource {
  /// A text file; `isGuarded` where an apostrophe keeps cells of it from being taken for formulas.
  case text(SourceFile, CSVDialect, isGuarded: Bool)
  /// A sheet of a workbook.
  case sheet(Workbook.Sheet, of: Workbook)

  /// What messages call the table.
  var name: String {
    switch self {
    case .text(let file, _, _): file.name
    case .sheet(let sheet, let workbook): workbook.fullName(of: sheet)
    }
  }

  /// Whether rows say nothing about their width: a sheet has no last column.
  var hasFreeWidths: Bool {
    if case .sheet = self { true } else { false }
  }

  /// Hands every row to `receive` until it returns `false`.
  ///
  /// - Returns: What the source holds besides the text of its rows.
  func rows(
    limits: ReadingLimits, spreadsMerged: Bool = false,
    _ receive: (TableRow) throws(ImportError) -> Bool
  ) throws(ImportError) -> [NotUsed] {
    do {
      switch self {
      case .text(let file, let dialect, let isGuarded):
        try Self.read(file, CSVReader(limits: limits, dialect: dialect), isGuarded: isGuarded, receive)
        return []
      case .sheet(let sheet, let workbook):
        var reader = SheetRows(sheet, of: workbook, limits: limits, spreadsMerged: spreadsMerged)
        return try reader.read(receive)
      }
    } catch {
      switch error {
      case .reading(let error): throw ImportError(error)
      case .receiver(let error): throw error
      }
    }
  }

  /// Ends the reading where the receiver has seen enough.
  private enum Stop: Error {
    case enough
    case failed(ImportError)
  }

  private static func read(
    _ file: SourceFile, _ reader: CSVReader, isGuarded: Bool,
    _ receive: (TableRow) throws(ImportError) -> Bool
  ) throws(TableReadingError<ImportError>) {
    do {
      try reader.read(file) { (row: CSVRow) throws(Stop) in
        let goesOn: Bool
        let cells = TableRow(row, isGuarded: isGuarded)
        do throws(ImportError) { goesOn = try receive(cells) } catch { throw .failed(error) }
        if !goesOn { throw .enough }
      }
    } catch {
      switch error {
      case .reading(let error): throw .reading(error)
      case .receiver(.failed(let error)): throw .receiver(error)
      case .receiver(.enough): return
      }
    }
  }
}

extension TableRow {
  fileprivate init(_ row: CSVRow, isGuarded: Bool) {
    cells = (0..<row.count).map { column in
      let text = row[column].string
      return TableCell(isGuarded ? text.withoutFormulaGuard : text, location: row[column].location)
    }
    // Not the row's own: asking for an earlier place would look through the row again.
    location = cells[0].location
    number = row.number + 1
  }
}

/// Makes rows of a table of the rows of a sheet, gaps filled, and keeps what the cells are besides text.
struct SheetRows {
  private let sheet: Workbook.Sheet
  private let workbook: Workbook
  private let limits: ReadingLimits
  private let spreadsMerged: Bool
  private let name: String
  private var delivered = 0
  private var notes: [NotUsed] = []
  /// Cells with something to say beyond the most that are named one by one.
  private var unnamed = 0
  private static let mostNotes = 1_000
  /// Formulas by their columns: how many, and the row of the first.
  private var formulas: [Int: (count: Int, row: Int)] = [:]

  init(_ sheet: Workbook.Sheet, of workbook: Workbook, limits: ReadingLimits, spreadsMerged: Bool) {
    self.sheet = sheet
    self.workbook = workbook
    self.limits = limits
    self.spreadsMerged = spreadsMerged
    name = workbook.fullName(of: sheet)
  }

  mutating func read(
    _ receive: (TableRow) throws(ImportError) -> Bool
  ) throws(TableReadingError<ImportError>) -> [NotUsed] {
    let areas: [MergedArea]
    do { areas = try workbook.mergedAreas(of: sheet) } catch { throw .reading(error) }
    var merged = MergedCells(areas, widest: limits.csvColumns)
    try workbook.read(sheet) { (row: SheetRow) throws(ImportError) -> Bool in
      keepNotes(of: row)
      return try receive(tableRow(row, &merged))
    }
    return notes + formulaNotes() + restNote()
  }

  private mutating func tableRow(_ row: SheetRow, _ merged: inout MergedCells) throws(ImportError) -> TableRow
  {
    var cells: [TableCell] = []
    let width = row.cells.last { !$0.text.isEmpty }?.column ?? 1
    guard width <= limits.csvColumns else {
      let place = SourceLocation(file: name, line: row.number, column: limits.csvColumns + 1)
      throw ImportError(ReadingError(.tooManyColumns(limit: limits.csvColumns), at: place))
    }
    cells.reserveCapacity(width)
    for cell in row.cells where cell.column <= width {
      while cells.count < cell.column - 1 { cells.append(blank(row.number, cells.count + 1)) }
      cells.append(
        TableCell(cell.text, location: SourceLocation(file: name, line: row.number, column: cell.column)))
    }
    if cells.isEmpty { cells = [blank(row.number, 1)] }
    delivered += 1
    let isNearTop = delivered <= TableForm.searchedRows
    var result = TableRow(cells: cells, location: cells[0].location, number: row.number)
    if (isNearTop || spreadsMerged) && !merged.isEmpty {
      result.spread = merged.spread(cells, row: row.number, numbered: !spreadsMerged, name: name)
    }
    return result
  }

  private func blank(_ row: Int, _ column: Int) -> TableCell {
    TableCell("", location: SourceLocation(file: name, line: row, column: column))
  }

  private mutating func keepNotes(of row: SheetRow) {
    for cell in row.cells {
      let place = SourceLocation(file: name, line: row.number, column: cell.column)
      switch cell.note {
      case nil: break
      case .formula: formulas[cell.column, default: (0, row.number)].count += 1
      case .formulaWithoutValue:
        note(NotUsed(location: place, what: "formula", why: "no value was ever computed for it"))
      case .error:
        note(
          NotUsed(
            location: place, what: "cell \"\(cell.text)\"",
            why: "the spreadsheet could not compute it; its word for that is kept as text"))
      case .noDate:
        note(
          NotUsed(
            location: place, what: "cell \"\(cell.text)\"",
            why: "it is styled as a date and is no day; the number is kept as text"))
      }
    }
  }

  private mutating func note(_ record: NotUsed) {
    if notes.count < Self.mostNotes { notes.append(record) } else { unnamed += 1 }
  }

  private func restNote() -> [NotUsed] {
    guard unnamed > 0 else { return [] }
    let place = SourceLocation(file: name, line: 1, column: 1)
    return [
      NotUsed(
        location: place, what: "\(unnamed) more cells", why: "they are errors or formulas like those named")
    ]
  }

  private func formulaNotes() -> [NotUsed] {
    formulas.sorted { $0.key < $1.key }.map { column, found in
      NotUsed(
        location: SourceLocation(file: name, line: found.row, column: column),
        what: found.count == 1 ? "formula" : "\(found.count) formulas of this column",
        why: "the values computed last are used")
    }
  }
}
