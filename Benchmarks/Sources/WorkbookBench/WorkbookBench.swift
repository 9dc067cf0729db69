import CrosswalkExporters
import CrosswalkModel
import Glibc

/// Writes a gap report of many findings as a workbook, and says how long that takes.
///
///     WorkbookBench ROWS FILE     rows, cells and milliseconds of CPU time, the median of five
@main
struct WorkbookBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 2, let rows = Int(arguments[0]), rows > 0 else {
      print("usage: WorkbookBench ROWS FILE")
      return
    }
    let report = LargeReport.report(findings: rows)
    var bytes: [UInt8] = []
    var times: [Double] = []
    for _ in 0..<5 {
      let start = cpuSeconds()
      bytes = try GapXLSXExporter().export(report)
      times.append((cpuSeconds() - start) * 1000)
    }
    guard write(bytes, to: arguments[1]) else { fatalError("cannot write \(arguments[1])") }
    print("rows \(rows) bytes \(bytes.count) cpu_ms \(Int(times.sorted()[2].rounded()))")
  }

  private static func cpuSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
