import CrosswalkExporters
import FoundationEssentials
import Testing

/// Files that were read by a person and are compared byte for byte.
enum Golden {
  private static let folder: String = {
    let file = #filePath
    return String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) + "/Golden/"
  }()

  /// Compares `bytes` with the golden file; with `RECORD_GOLDEN=1` the file is rewritten, and the test still
  /// fails.
  static func expect(
    _ bytes: [UInt8], equals name: String, at place: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let path = folder + name
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: URL(filePath: path))
      Issue.record("\(name) was recorded: read it, then run without RECORD_GOLDEN", sourceLocation: place)
      return
    }
    let expected = [UInt8](try Data(contentsOf: URL(filePath: path)))
    guard bytes != expected else { return }
    let lines = (String(decoding: bytes, as: UTF8.self), String(decoding: expected, as: UTF8.self))
    let difference = zip(
      lines.0.split(separator: "\n", omittingEmptySubsequences: false),
      lines.1.split(separator: "\n", omittingEmptySubsequences: false)
    ).enumerated().first { $1.0 != $1.1 }
    Issue.record(
      """
      \(name) differs at line \(difference.map { String($0.offset + 1) } ?? "of its end"):
      \(difference.map { "now:    \($0.element.0)\nbefore: \($0.element.1)" } ?? "")
      """, sourceLocation: place)
  }
}

/// The document as text; of a workbook all its cells, a line each.
func text<Report>(_ exporter: some Exporter<Report>, _ report: Report) throws -> String {
  let bytes = try exporter.export(report)
  guard bytes.starts(with: "PK".utf8) else { return String(decoding: bytes, as: UTF8.self) }
  let rows = try WorkbookSample.read(bytes).flatMap(\.rows)
  return rows.flatMap { row in row.keys.sorted().compactMap { row[$0] } }.joined(separator: "\n")
}
