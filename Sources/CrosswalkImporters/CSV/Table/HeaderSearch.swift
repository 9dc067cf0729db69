import CrosswalkModel

/// Finds the header among the first rows of a table, whatever stands above it.
struct HeaderSearch {
  /// What the rows so far show.
  enum Finding {
    /// Not enough.
    case none
    /// The header, the rows above it, and those below it that were read already.
    case header(TableRow, above: [TableRow], below: [TableRow])
  }

  private let wanted: Set<String>
  private let headerRow: Int?
  private var held: [TableRow] = []

  init(_ form: TableForm) {
    wanted = Set(form.wanted.map(TableHeader.folded))
    headerRow = form.headerRow
  }

  /// Looks at the next row that holds something.
  mutating func take(_ row: TableRow) -> Finding {
    if let headerRow {
      if row.number >= headerRow { return .header(row, above: held, below: []) }
      held.append(row)
      return .none
    }
    if wanted.isEmpty || fits(row) { return .header(row, above: held, below: []) }
    held.append(row)
    return held.count < TableForm.searchedRows ? .none : first
  }

  /// What the rows show where there are no more.
  var atEnd: Finding { headerRow == nil ? first : .none }

  /// Where no row fits, the first is taken for the header: people see it as that, and the error names its columns.
  private var first: Finding {
    guard let row = held.first else { return .none }
    return .header(row, above: [], below: Array(held.dropFirst()))
  }

  private func fits(_ row: TableRow) -> Bool {
    wanted.isSubset(of: row.headerCells.map { TableHeader.folded($0.oneLine) })
  }
}
