import CrosswalkModel
import CrosswalkReaders

/// Reads files that name nodes of one catalog: lists, and tables of weights.
struct LocalListReader {
  /// A node that a file names, with the number beside it.
  struct Entry {
    var row: Int
    var weight: Double
    var location: SourceLocation
  }

  private static let largestWeight = 1e9

  private let catalog: Catalog
  private let index: LocalIndex

  init(_ catalog: Catalog) {
    self.catalog = catalog
    index = LocalIndex(catalog)
  }

  /// The rows that a list names: one local name a line, or a table with a column `id`.
  ///
  /// Lines that begin with `#` are comments. A name may stand twice.
  func list(_ file: SourceFile) throws(LocalListError) -> Set<Int> {
    var rows: Set<Int> = []
    var column: Int?
    try read(file, CSVDialect(widths: .free)) { (row: CSVRow) throws(LocalListError) in
      if row.number == 0 { column = Self.column("id", of: row) }
      if row.number == 0 && column != nil || row[0].string.hasPrefix("#") { return }
      guard (column ?? 0) < row.count else { return }
      let cell = row[column ?? 0]
      if column == nil {
        for further in (0..<row.count).dropFirst() where !row[further].string.withoutEnds.isEmpty {
          throw LocalListError(.furtherCell(row[further].string), at: row[further].location)
        }
      }
      if !cell.string.withoutEnds.isEmpty { rows.insert(try self.row(cell)) }
    }
    return rows
  }

  /// The weights of a table with the columns `id` and `weight`; no node may stand twice.
  func weights(_ file: SourceFile) throws(LocalListError) -> [Int: Double] {
    var entries: [Int: Entry] = [:]
    var columns: (id: Int, weight: Int)?
    try read(file, CSVDialect()) { (row: CSVRow) throws(LocalListError) in
      guard let columns else {
        columns = try Self.weightColumns(row)
        return
      }
      let entry = Entry(
        row: try self.row(row[columns.id]), weight: try Self.weight(row[columns.weight]),
        location: row[columns.id].location)
      if let first = entries[entry.row] {
        throw LocalListError(
          .duplicate(catalog[entry.row].local, firstSeen: first.location), at: entry.location)
      }
      entries[entry.row] = entry
    }
    guard columns != nil else { throw LocalListError(ReadingError(.empty, file: file.name)) }
    return entries.mapValues(\.weight)
  }

  private func read(
    _ file: SourceFile, _ dialect: CSVDialect, _ receive: (CSVRow) throws(LocalListError) -> Void
  ) throws(LocalListError) {
    do { try CSVReader(dialect: dialect).read(file, receive) } catch {
      switch error {
      case .reading(let error): throw LocalListError(error)
      case .receiver(let error): throw error
      }
    }
  }

  private static func column(_ name: String, of row: CSVRow) -> Int? {
    (0..<row.count).first { row[$0].string.withoutEnds.lowercased() == name }
  }

  private static func weightColumns(_ row: CSVRow) throws(LocalListError) -> (id: Int, weight: Int) {
    do {
      let header = try CSVHeader(row)
      return (try header.requiredColumn("id"), try header.requiredColumn("weight"))
    } catch { throw LocalListError(error) }
  }

  private static func weight(_ cell: CSVCell) throws(LocalListError) -> Double {
    let text = cell.string.withoutEnds
    // Bounded, so that no sum of weights overflows; `Double` also reads hexadecimal numbers and words.
    guard let weight = Double(text), (0...largestWeight).contains(weight),
      text.allSatisfy("0123456789.eE+-".contains)
    else {
      throw LocalListError(.invalidWeight(text), at: cell.location)
    }
    return weight
  }

  private func row(_ cell: CSVCell) throws(LocalListError) -> Int {
    let local = cell.string.withoutEnds.withoutFormulaGuard
    return try row(local, at: cell.location)
  }

  /// The row that `local` names.
  func row(_ local: String, at location: SourceLocation) throws(LocalListError) -> Int {
    switch index.match(local) {
    case .one(let row): return row
    case .several(let rows):
      throw LocalListError(.ambiguous(local, candidates: rows.map { catalog[$0].local }), at: location)
    case .none:
      let names = catalog.nodes.lazy.filter { $0.kind != .guidance }.map(\.local)
      throw LocalListError(
        .unknown(local, catalog.metadata.id, closest: ClosestNames.to(local, among: Array(names))),
        at: location)
    }
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var withoutEnds: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
