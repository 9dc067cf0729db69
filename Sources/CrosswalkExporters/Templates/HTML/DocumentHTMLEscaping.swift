import CrosswalkModel

/// Writes values into the HTML of a joint document: as ``HTMLEscaping`` does, with `<br>` for line breaks and places to
/// break in words that no column has room for.
struct DocumentHTMLEscaping: DocumentEscaping {
  static let name = "CROSSWALK-HTML"

  /// `text` safe between tags.
  func escapeText(_ text: String) -> String {
    let plain = PlaceMark.removed(from: text)
    guard plain.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return Self.line(plain[...]) }
    // CR LF is one line break, and one character.
    return plain.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map(Self.line).joined(separator: "<br>")
  }

  private static func line(_ line: Substring) -> String {
    guard line.utf8.count > 9, LongWords.mayBe(in: line) || line.utf8.contains(UInt8(ascii: "-")) else {
      return HTMLEscaping().escapeText(String(line))
    }
    return line.split(separator: " ", omittingEmptySubsequences: false).map(word).joined(separator: " ")
  }

  /// A word: a date stays together, and what is too long for a column may break.
  private static func word(_ word: Substring) -> String {
    // Two hyphens at least: matching is slow beside looking.
    if word.utf8.count > 9, word.utf8.count(where: { $0 == UInt8(ascii: "-") }) > 1,
      let date = word.firstMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/)
    {
      return LongWords.html(word[..<date.range.lowerBound]) + "<span class=\"nowrap\">\(date.output)</span>"
        + LongWords.html(word[date.range.upperBound...])
    }
    return LongWords.html(word)
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
