import CrosswalkModel

/// Writes values into the HTML of a joint document: as ``HTMLEscaping`` does, with `<br>` for line breaks.
struct DocumentHTMLEscaping: DocumentEscaping {
  static let name = "CROSSWALK-HTML"

  /// `text` safe between tags.
  func escapeText(_ text: String) -> String {
    let escaped = HTMLEscaping().escapeText(PlaceMark.removed(from: text))
    // CR LF is one line break, and the escaping leaves both characters.
    guard escaped.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return escaped }
    return escaped.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .joined(separator: "<br>")
  }

  /// The author's words between tags: braces become references, so that none can be taken for a tag's.
  static func words(_ words: String) -> String {
    HTMLEscaping().escapeText(words).replacing("{", with: "&#123;").replacing("}", with: "&#125;")
  }
}

/// Writes values into an HTML template of an author's own, between tags and into quoted attributes alike: line breaks
/// stay line breaks, for the author's style sheet to show (`white-space: pre-line`).
struct AuthoredHTMLEscaping: DocumentEscaping {
  static let name = "CROSSWALK-HTML-AUTHORED"

  /// `text` safe between tags and inside quotation marks.
  func escapeText(_ text: String) -> String { HTMLEscaping().escapeText(PlaceMark.removed(from: text)) }
}
