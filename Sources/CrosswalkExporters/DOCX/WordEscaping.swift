import CrosswalkModel

/// Writes values into the text of a Word document: `<w:t>` ends for a line break or a tab and begins again.
struct WordEscaping: DocumentEscaping {
  static let name = "CROSSWALK-WORD"

  /// `text` as what may stand inside of `<w:t>`, where the document calls its own namespace `w`.
  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: XMLText.needsCare) else { return text }
    var written = ""
    var words = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      let element: String?
      switch scalar {
      case "\n": element = isAfterReturn ? nil : "br"
      case "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": element = "br"
      case "\t": element = "tab"
      default:
        words.append(scalar)
        isAfterReturn = false
        continue
      }
      isAfterReturn = scalar == "\r"
      guard let element else { continue }
      written += XMLText.escaped(String(words)) + "</w:t><w:\(element)/><w:t xml:space=\"preserve\">"
      words.removeAll()
    }
    return written + XMLText.escaped(String(words))
  }
}

/// Writes values into the properties of a Word file, on one line.
struct PropertyEscaping: DocumentEscaping {
  static let name = "CROSSWALK-PROPERTY"

  /// `text` safe between tags.
  func escapeText(_ text: String) -> String {
    XMLText.escaped(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }
}
