extension String {
  /// The text with an apostrophe in front where a spreadsheet would take it for a formula.
  ///
  /// That is a text that begins with `=`, `+`, `-`, `@`, a tab, a line end, or a full-width form of one of them, also
  /// after blanks or invisible characters. Spreadsheets take the apostrophe as "this is text". A plain number (`-5`,
  /// `1e4`) stays as it is, so that numbers stay numbers. A text that looks guarded already gets one apostrophe
  /// more, so that ``withoutFormulaGuard`` gives every text back as it was.
  public var guardedAgainstFormulas: String {
    guard let first = utf8.first, !Self.isLetterOrDigit(first) else { return self }
    if first == Self.apostrophe { return looksGuarded ? "'" + self : self }
    return startsLikeFormula && !isPlainNumber ? "'" + self : self
  }

  /// The text without the apostrophe that ``guardedAgainstFormulas`` put in front of it.
  public var withoutFormulaGuard: String {
    guard utf8.first == Self.apostrophe, looksGuarded else { return self }
    return String(dropFirst())
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  /// Whether only apostrophes stand before what looks like a formula.
  private var looksGuarded: Bool {
    var rest = unicodeScalars[...]
    while rest.first == "'" { rest = rest.dropFirst() }
    return String(rest).startsLikeFormula
  }

  private var startsLikeFormula: Bool {
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
  private var isPlainNumber: Bool {
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
