import CrosswalkModel

/// Writes CSV as RFC 4180 has it: CRLF after each record, quotes only where they are needed.
///
/// A spreadsheet runs a cell that begins like a formula: such cells get an apostrophe in front, as
/// ``Swift/String/guardedAgainstFormulas`` has it.
struct CSVText {
  private(set) var text = ""

  /// Appends one record.
  mutating func append(_ cells: [String]) {
    text += cells.map { Self.quoted($0.guardedAgainstFormulas) }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x00 })
    else {
      return cell
    }
    var quoted = "\""
    for scalar in cell.unicodeScalars where scalar.value != 0 {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted += "\"" }
    }
    return quoted + "\""
  }
}
