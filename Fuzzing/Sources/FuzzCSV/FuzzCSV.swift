import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import FuzzSupport

/// Reads the cells of a table, and then the table as a claims file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = input("input.csv", start, count)
  var cells = 0
  do {
    try CSVReader(limits: limits, dialect: CSVDialect(widths: .free)).read(file) {
      (row: CSVRow) throws(Never) in
      for column in 0..<row.count {
        let place = row[column].location
        precondition(place.line >= 1 && place.column >= 1)
        cells &+= row[column].string.utf8.count
      }
    }
  } catch {
    check(error.fault)
  }
  claims(in: file)
  return 0
}

private func claims(in file: SourceFile) {
  var graph = CrosswalkGraphBuilder()
  do {
    try ClaimsCSVImporter().importClaims(file, limits: limits, into: &graph)
  } catch {
    check(error)
  }
}
