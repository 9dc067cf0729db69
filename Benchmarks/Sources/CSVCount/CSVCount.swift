import CrosswalkReaders

/// Counts what `python/csv_count.py` counts, through the reader.
@main
struct CSVCount {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 2 else { return print("usage: CSVCount FILE") }
    var limits = ReadingLimits.standard.with(fileBytes: ReadingLimits.largestFile)
    limits.csvRows = .max
    var (rows, cells, bytes) = (0, 0, 0)
    try CSVReader(limits: limits).read(SourceFile(path: arguments[1])) { (row: CSVRow) throws(Never) in
      rows += 1
      cells += row.count
      for column in 0..<row.count { bytes += row[column].bytes.count }
    }
    print("\(rows) rows, \(cells) cells, \(bytes) bytes")
  }
}
