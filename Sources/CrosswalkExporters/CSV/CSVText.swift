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
  static func guarded(_ cell: String) -> String {
    guard let first = cell.utf8.first else { return cell }
    // Letters and digits need no closer look.
    if first >= 0x30 && first <= 0x39 || first >= 0x41 && first <= 0x5A || first >= 0x61 && first <= 0x7A {
      return cell
    }
    return startsLikeFormula(cell) && !isNumber(cell) ? "'" + cell : cell
  }

  private static func startsLikeFormula(_ cell: String) -> Bool {
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "−", "﹦", "﹢", "﹣", "﹫": return true
      default:
        let properties = scalar.properties
        guard properties.isWhitespace || properties.isDefaultIgnorableCodePoint || scalar.value < 0x20 else {
          return false
        }
      }
    }
    return false
  }

  /// An optional sign, digits, optionally a fraction and an exponent: what is harmless as a number.
  private static func isNumber(_ cell: String) -> Bool {
    var rest = cell.utf8[...]
    func digits() -> Bool {
      let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    func skip(_ bytes: String.UTF8View) -> Bool {
      guard let first = rest.first, bytes.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("+-".utf8)
    guard digits() else { return false }
    if skip(".".utf8), !digits() { return false }
    if skip("eE".utf8) {
      _ = skip("+-".utf8)
      guard digits() else { return false }
    }
    return rest.isEmpty
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
