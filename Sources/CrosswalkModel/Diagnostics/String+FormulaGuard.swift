/// Cells of tables that a spreadsheet would run as formulas, and the apostrophe that keeps it from doing so.
extension String {
  /// The text with an apostrophe in front where a spreadsheet would take it for a formula.
  public var guardedAgainstFormulas: String {
    guard let first = utf8.first else { return self }
    // Letters and digits need no closer look.
    if first >= 0x30 && first <= 0x39 || first >= 0x41 && first <= 0x5A || first >= 0x61 && first <= 0x7A {
      return self
    }
    return self[...].startsLikeFormula ? "'" + self : self
  }

  /// The text guarded so that ``withoutFormulaGuard`` gives back every text as it was: one that begins with
  /// apostrophes before such a beginning gets one more.
  public var guardedReversibly: String { afterApostrophes.startsLikeFormula ? "'" + self : self }

  /// The text without the apostrophe that guards it; any other text as it is.
  public var withoutFormulaGuard: String {
    utf8.first == 0x27 && afterApostrophes.startsLikeFormula ? String(dropFirst()) : self
  }

  private var afterApostrophes: Substring { drop { $0 == "'" } }
}

extension Substring {
  /// Whether a spreadsheet takes this for a formula; a plain number (`-5`, `1e4`) stays a number.
  fileprivate var startsLikeFormula: Bool { beginsLikeFormula && !isNumber }

  private var beginsLikeFormula: Bool {
    for scalar in unicodeScalars {
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
  private var isNumber: Bool {
    var rest = utf8[...]
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
}
