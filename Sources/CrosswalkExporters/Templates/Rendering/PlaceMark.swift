/// Private-use characters with which a writer marks places that only the finished text shows the meaning of; neither
/// templates nor what is filled into them can hold one.
enum PlaceMark {
  /// A new line.
  static let newLine: Unicode.Scalar = "\u{E000}"
  /// The text of a block begins: blanks after it vanish.
  static let textStart: Unicode.Scalar = "\u{E001}"
  /// Strong words begin, and end.
  static let strong: (start: Unicode.Scalar, end: Unicode.Scalar) = ("\u{E002}", "\u{E003}")
  /// Emphasised words begin, and end.
  static let emphasis: (start: Unicode.Scalar, end: Unicode.Scalar) = ("\u{E004}", "\u{E005}")
  /// A list begins, and ends.
  static let list: (start: Unicode.Scalar, end: Unicode.Scalar) = ("\u{E006}", "\u{E007}")
  /// An item of the list begins: after a bullet, or after a number.
  static let bullet: Unicode.Scalar = "\u{E008}"
  static let number: Unicode.Scalar = "\u{E009}"
  /// A new line in an item, where words stand before and after it.
  static let itemBreak: Unicode.Scalar = "\u{E00A}"
  /// A heading's text begins (one mark a level), and ends.
  static let headings: [Unicode.Scalar] = ["\u{E011}", "\u{E012}", "\u{E013}", "\u{E014}"]
  static let headingEnd: Unicode.Scalar = "\u{E010}"

  /// Whether a character could be taken for a mark.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0xE000...0xE01F).contains(scalar.value) }

  /// `text` with U+FFFD for every character that could be taken for a mark.
  static func removed(from text: String) -> String {
    // All of them begin with this byte.
    guard text.utf8.contains(0xEE) else { return text }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: text.unicodeScalars.map { isMark($0) ? "\u{FFFD}" : $0 })
    return String(plain)
  }
}
