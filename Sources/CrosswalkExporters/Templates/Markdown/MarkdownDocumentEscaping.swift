import CrosswalkModel

/// Writes values into Markdown so that none can become markup.
struct MarkdownDocumentEscaping: DocumentEscaping {
  static let name = "CROSSWALK-MARKDOWN"

  /// `text` with every markup character escaped; its line breaks become `<br>`, which works in a paragraph and in a
  /// table cell alike.
  func escapeText(_ text: String) -> String {
    guard !text.isTidyLine else { return Self.line(text) }
    return PlaceMark.removed(from: text).split(whereSeparator: \.isNewline)
      .map { Self.line(String($0)) }.filter { !$0.isEmpty }.joined(separator: "<br>")
  }

  /// One line whose characters stand for themselves; what only joins up with the text around is ``MarkdownAssembly``'s.
  static func line(_ line: String) -> String {
    // A no-break blank is part of what is written: French sets one before a colon.
    var text = ""
    var rest = line[...]
    while let blank = rest.firstIndex(where: isNoBreakBlank) {
      text += MarkdownText.inline(String(rest[..<blank])) + String(rest[blank])
      rest = rest[rest.index(after: blank)...]
    }
    text += MarkdownText.inline(String(rest))
    // A closing row of number signs belongs to the heading that it stands in.
    return text.utf8.contains(UInt8(ascii: "#")) ? text.replacing(" #", with: " \\#") : text
  }

  /// Whether a blank keeps what stands beside it on one line.
  static func isNoBreakBlank(_ character: Character) -> Bool {
    character == "\u{A0}" || character == "\u{202F}"
  }
}
