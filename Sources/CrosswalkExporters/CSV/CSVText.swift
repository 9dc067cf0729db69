import CrosswalkModel

/// Writes CSV as RFC 4180 has it: CRLF after each record, quotes only where they are needed.
///
/// **Formulas.** A spreadsheet runs a cell that begins like a formula. So a text cell that begins with `=`,
/// `+`, `-`, `@`, a tab, a line end, or a full-width form of one of them, also after blanks or invisible
/// characters, gets an apostrophe in front, which spreadsheets take as "this is text". A cell that is a plain
/// number (`-5`, `1e4`) stays as it is, so that numbers stay numbers.
struct CSVText {
  private(set) var text = ""

  /// Appends one record.
  mutating func append(_ cells: [String]) {
    text += cells.map { Self.quoted(Self.guarded($0)) }.joined(separator: ",") + "\r\n"
  }

  /// `cell` with an apostrophe in front where a spreadsheet would take it for a formula.
  static func guarded(_ cell: String) -> String { cell.guardedAgainstFormulas }

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
