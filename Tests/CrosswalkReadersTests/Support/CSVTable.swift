@testable import CrosswalkReaders

/// What came of reading a CSV file: its rows, and what was wrong.
struct CSVOutcome: Equatable {
  var rows: [[String]] = []
  var error: ReadingError?
  var reason: ReadingError.Reason? { error?.reason }
  /// `line:column` of the error.
  var place: String? { error.map { "\($0.location.line):\($0.location.column)" } }
}

func readCSV(
  _ bytes: [UInt8], dialect: CSVDialect = CSVDialect(widths: .free), limits: ReadingLimits = .standard,
  pieceSize: Int = 256 << 10
) -> CSVOutcome {
  readCSV(
    SourceFile(name: "test.csv", bytes: bytes), dialect: dialect, limits: limits, pieceSize: pieceSize)
}

func readCSV(
  _ text: String, dialect: CSVDialect = CSVDialect(widths: .free), limits: ReadingLimits = .standard,
  pieceSize: Int = 256 << 10
) -> CSVOutcome {
  readCSV(Array(text.utf8), dialect: dialect, limits: limits, pieceSize: pieceSize)
}

func readCSV(
  _ file: SourceFile, dialect: CSVDialect = CSVDialect(widths: .free), limits: ReadingLimits = .standard,
  pieceSize: Int = 256 << 10
) -> CSVOutcome {
  var outcome = CSVOutcome()
  var reader = CSVReader(limits: limits, dialect: dialect)
  reader.pieceSize = pieceSize
  do {
    try reader.read(file) { (row: CSVRow) throws(Never) in
      outcome.rows.append((0..<row.count).map { row[$0].string })
    }
  } catch {
    outcome.error = error.fault
  }
  return outcome
}

/// `line:column` of every cell.
func placesOfCells(_ text: String, pieceSize: Int = 256 << 10) -> [String] {
  var places: [String] = []
  var reader = CSVReader(dialect: CSVDialect(delimiter: .comma, widths: .free))
  reader.pieceSize = pieceSize
  do {
    try reader.read(SourceFile(name: "test.csv", bytes: Array(text.utf8))) { (row: CSVRow) throws(Never) in
      // Backwards on purpose: places are asked for in any order.
      let row = (0..<row.count).reversed().map { row[$0].location }.reversed()
      places += row.map { "\($0.line):\($0.column)" }
    }
  } catch {
    places.append(error.fault.diagnostic.line)
  }
  return places
}
