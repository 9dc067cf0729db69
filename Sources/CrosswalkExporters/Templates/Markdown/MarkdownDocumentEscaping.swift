import CrosswalkModel

/// Writes values into Markdown so that none can become markup, alone or together with what stands around it.
struct MarkdownDocumentEscaping: DocumentEscaping {
  static let name = "CROSSWALK-MARKDOWN"

  /// `text` with every markup character escaped; its line breaks become `<br>`, which works in a paragraph and in a
  /// table cell alike.
  func escapeText(_ text: String) -> String {
    guard !text.isTidyLine || text.utf8.contains(0xEE) else { return Self.line(text) }
    return PlaceMark.removed(from: text).split(whereSeparator: \.isNewline)
      .map { Self.line(String($0)) }.filter { !$0.isEmpty }.joined(separator: "<br>")
  }

  /// One line that keeps its meaning next to any other text.
  static func line(_ line: String) -> String {
    var text = MarkdownText.inline(line)
    // A closing row of number signs belongs to the heading that it stands in.
    if text.utf8.contains(UInt8(ascii: "#")) { text = text.replacing(" #", with: " \\#") }
    // The name of a scheme, the digits of a list and the www of an address may stand right before.
    if text.utf8.contains(UInt8(ascii: "/")) { text = text.replacing("://", with: "&#58;//") }
    switch text.utf8.first {
    case UInt8(ascii: ":"): return "&#58;" + text.dropFirst()
    case UInt8(ascii: "."): return "&#46;" + text.dropFirst()
    case UInt8(ascii: ")"): return "\\" + text
    case UInt8(ascii: "w"), UInt8(ascii: "W"):
      let rest = text.drop { $0 == "w" || $0 == "W" }
      guard rest.first == "." else { return text }
      return text.prefix(text.count - rest.count) + "&#46;" + rest.dropFirst()
    default: return text
    }
  }
}
