import CrosswalkModel
import CrosswalkReaders

/// Reads a table row by row, from a text file or from a sheet of a workbook: a header, then rows as wide as it.
///
/// Rows without any content are passed over wherever they stand. In a text file, every other row of another width is
/// an error; a sheet has no width of its own, so there missing cells are blank and cells beyond the header are named.
struct TableReader {
  let limits: ReadingLimits
  let form: TableForm

  /// Hands the header to `begin` once, then every row to `receive`, in order.
  ///
  /// - Returns: What stands in the file and is no part of the table: rows above the header, formulas, other sheets.
  /// - Throws: ``ImportError``: the reader's, that of a header or of a row of another width, or the caller's.
  func read(
    _ file: SourceFile, header begin: (TableHeader) throws(ImportError) -> Void,
    row receive: (TableRow) throws(ImportError) -> Void
  ) throws(ImportError) -> [NotUsed] {
    let opened = try open(file)
    var notUsed = opened.notUsed
    var body = TableBody(form: form, hasFreeWidths: opened.source.hasFreeWidths)
    let spreads = form.spreadsMerged
    notUsed += try opened.source.rows(limits: limits, spreadsMerged: spreads) {
      (row: TableRow) throws(ImportError) -> Bool in
      if !row.isBlank { try body.take(row, begin, receive) }
      return true
    }
    try body.finish(begin, receive)
    guard body.header != nil else { throw ImportError(ReadingError(.empty, file: opened.source.name)) }
    return notUsed + body.notUsed
  }

  /// The first rows of each table in `file` that hold something, as candidates for a header: of a text file, or of
  /// the visible sheets, or the one that is named.
  func candidates(in file: SourceFile) throws(ImportError) -> [(sheet: Workbook.Sheet?, rows: [TableRow])] {
    guard try isWorkbook(file) else {
      return [(nil, try firstRows(of: .text(file, form.dialect, isGuarded: form.isGuarded)))]
    }
    let workbook = try workbook(file)
    var tables: [(sheet: Workbook.Sheet?, rows: [TableRow])] = []
    for sheet in try sheets(of: workbook) {
      tables.append((sheet, try firstRows(of: .sheet(sheet, of: workbook))))
    }
    return tables
  }

  /// The header of a table on its side; that takes reading the whole.
  func turnedHeader(of file: SourceFile) throws(ImportError) -> TableHeader {
    var found: TableHeader?
    _ = try read(file, header: { found = $0 }, row: { _ in })
    guard let found else { throw ImportError(ReadingError(.empty, file: file.name)) }
    return found
  }

  private func firstRows(of source: TableSource) throws(ImportError) -> [TableRow] {
    var rows: [TableRow] = []
    _ = try source.rows(limits: limits) { (row: TableRow) throws(ImportError) -> Bool in
      if !row.isBlank { rows.append(row) }
      return rows.count < TableForm.searchedRows
    }
    return rows
  }

  // MARK: Workbooks

  private func isWorkbook(_ file: SourceFile) throws(ImportError) -> Bool {
    do { return try file.sniff() == .zip } catch { throw ImportError(error) }
  }

  private func workbook(_ file: SourceFile) throws(ImportError) -> Workbook {
    do { return try Workbook(file, limits: limits) } catch { throw ImportError(error) }
  }

  /// The sheet that is named, else the visible ones.
  private func sheets(of workbook: Workbook) throws(ImportError) -> [Workbook.Sheet] {
    guard let name = form.sheet else {
      let visible = workbook.sheets.filter { !$0.isHidden }
      return visible.isEmpty ? workbook.sheets : visible
    }
    if let sheet = workbook.sheets.first(where: { $0.name == name }) { return [sheet] }
    throw ImportError(
      .unknownSheet(name, known: workbook.sheets.map(\.name)),
      at: SourceLocation(file: workbook.name, line: 1, column: 1))
  }

  private func open(_ file: SourceFile) throws(ImportError) -> (source: TableSource, notUsed: [NotUsed]) {
    guard try isWorkbook(file) else { return (.text(file, form.dialect, isGuarded: form.isGuarded), []) }
    let workbook = try workbook(file)
    let sheet = try chosenSheet(of: workbook)
    guard let sheet else { throw ImportError(ReadingError(.empty, file: file.name)) }
    return (.sheet(sheet, of: workbook), Self.leftOut(of: workbook, besides: sheet))
  }

  /// The sheet that is named, else the first whose first rows hold the header, else the first with anything on it.
  private func chosenSheet(of workbook: Workbook) throws(ImportError) -> Workbook.Sheet? {
    let sheets = try sheets(of: workbook)
    guard form.sheet == nil else { return sheets.first }
    var filled: Workbook.Sheet?
    for sheet in sheets {
      let rows = try firstRows(of: .sheet(sheet, of: workbook))
      if rows.isEmpty { continue }
      filled = filled ?? sheet
      var search = HeaderSearch(form)
      for row in rows {
        if case .header(let found, _, _) = search.take(row), found.number == row.number { return sheet }
      }
    }
    return filled
  }

  private static func leftOut(of workbook: Workbook, besides chosen: Workbook.Sheet) -> [NotUsed] {
    let others = workbook.sheets.filter { $0 != chosen }.map { sheet in
      NotUsed(
        location: SourceLocation(file: workbook.fullName(of: sheet), line: 1, column: 1),
        what: sheet.isHidden ? "hidden sheet" : "sheet",
        why: "the sheet \"\(chosen.name)\" is read; another one is named with --sheet")
    }
    return others
      + workbook.leftOut.map { what in
        NotUsed(
          location: SourceLocation(file: workbook.name, line: 1, column: 1), what: what,
          why: "only cells are read, and nothing is ever run")
      }
  }
}
