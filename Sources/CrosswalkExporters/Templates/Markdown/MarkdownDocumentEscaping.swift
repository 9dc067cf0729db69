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
    // A no-break space is part of what is written: French sets one before a colon.
    let pieces = line.split(separator: "\u{A0}", omittingEmptySubsequences: false)
    let text = pieces.map { MarkdownText.inline(String($0)) }.joined(separator: "\u{A0}")
    // A closing row of number signs belongs to the heading that it stands in.
    return text.utf8.contains(UInt8(ascii: "#")) ? text.replacing(" #", with: " \\#") : text
  }
}
