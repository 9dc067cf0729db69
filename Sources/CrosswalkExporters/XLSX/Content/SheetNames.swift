/// Names of sheets as the format allows them: 1 to 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at either
/// end, unique without regard to case, not `History`, and none that reads as a cell.
struct SheetNames {
  private static let longest = 31
  private var taken: Set<String> = ["history"]

  /// A legal name like `wanted` that no earlier call gave.
  mutating func name(for wanted: String) -> String {
    let base = Self.legal(wanted)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = Self.shortened(base, to: Self.longest - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  private static func legal(_ wanted: String) -> String {
    var name = ""
    for scalar in wanted.unicodeScalars {
      switch scalar {
      case "[", "(": name += "("
      case "]", ")": name += ")"
      case ":", "*", "?", "/", "\\": name += "-"
      default:
        if !scalar.isUnsafeOnATerminal, scalar.value & 0xFFFE != 0xFFFE { name.unicodeScalars.append(scalar) }
      }
    }
    name = trimmed(shortened(trimmed(name), to: longest))
    if readsAsCell(name) { name = shortened("Part \(name)", to: longest) }
    return name.isEmpty ? "Sheet" : name
  }

  /// Whether a formula needs quotes around the name although it has letters, digits, `_` and `.` only: `2`, `A1`, `RC`.
  ///
  /// libxlsxwriter quotes other characters alone, and Excel repairs a workbook whose filters name the sheet `2` bare. The
  /// blank of `Part 2` makes the library quote.
  private static func readsAsCell(_ name: String) -> Bool {
    name.wholeMatch(of: /(?:[0-9.]|[A-Za-z]{1,3}[0-9])[A-Za-z0-9_.]*|[Rr][Cc]?|[Cc]/) != nil
  }

  private static func trimmed(_ name: String) -> String {
    var rest = name[...]
    while let first = rest.first, first == "'" || first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last == "'" || last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  /// Cut between characters, never within one.
  private static func shortened(_ name: String, to length: Int) -> String {
    var (short, used) = ("", 0)
    for character in name {
      used += character.utf16.count
      if used > length { break }
      short.append(character)
    }
    return short
  }
}
