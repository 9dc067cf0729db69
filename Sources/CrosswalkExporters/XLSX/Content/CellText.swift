/// Text as a cell of a workbook can hold it.
///
/// What XML has no form for becomes U+FFFD; line ends become line feeds; what looks like the format's own escapes
/// (`_x0041_`) is escaped, so that it is read back as it was. A text longer than a cell can hold ends with a sentence
/// that says so.
enum CellText {
  /// The most UTF-16 units in a cell.
  static let longest = 32_767

  /// The text of the cell, and whether it was shortened.
  static func cell(_ text: String) -> (text: String, isShortened: Bool) {
    if isPlain(text) { return (text, false) }
    let note =
      " … [shortened: the whole text is \(text.unicodeScalars.count) characters long; see csv or json]"
    var (safe, used) = ("", 0)
    // What fits if the note has to follow, taken as soon as that limit is passed.
    var withNote: String?
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let piece = escaped(scalar, at: index, of: scalars)
      if withNote == nil, used + piece.utf16.count > longest - note.utf16.count { withNote = safe }
      used += piece.utf16.count
      guard used <= longest else { return ((withNote ?? "") + note, true) }
      safe += piece
    }
    return (safe, false)
  }

  /// Whether the text can stand as it is: false proves nothing.
  private static func isPlain(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0xEF { return false }
      if byte == UInt8(ascii: "x") && previous == UInt8(ascii: "_") { return false }
      previous = byte
    }
    return true
  }

  private static func escaped(_ scalar: Unicode.Scalar, at index: Int, of all: [Unicode.Scalar]) -> String {
    switch scalar.value {
    case 0x0D: index + 1 < all.count && all[index + 1] == "\n" ? "" : "\n"
    case 0x09, 0x0A: String(scalar)
    case ..<0x20: "\u{FFFD}"
    case 0xFFFE, 0xFFFF: "\u{FFFD}"
    case 0x5F: beginsEscape(index, all) ? "_x005F_" : "_"
    default: String(scalar)
    }
  }

  /// Whether `_xHHHH_` stands at `index`.
  private static func beginsEscape(_ index: Int, _ all: [Unicode.Scalar]) -> Bool {
    guard index + 6 < all.count, all[index + 1] == "x", all[index + 6] == "_" else { return false }
    return all[index + 2...index + 5].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
