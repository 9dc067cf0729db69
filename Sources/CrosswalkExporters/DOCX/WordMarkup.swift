/// Pieces of WordprocessingML; texts hold tags as an author would type them.
enum WordMarkup {
  /// A paragraph of `style` with `runs`.
  static func paragraph(_ style: String, _ runs: String, properties: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(runs)</w:p>"
  }

  /// A run of text; none for no text.
  static func run(_ text: String, properties: String = "") -> String {
    guard !text.isEmpty else { return "" }
    let properties = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>"
  }

  /// A run that moves on to the next tab stop.
  static let tab = "<w:r><w:tab/></w:r>"

  /// A field with the result that is shown until a word processor computes it.
  static func field(_ instruction: String, shown: String) -> String {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let code = "<w:r><w:instrText xml:space=\"preserve\"> \(instruction) </w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + "<w:r><w:t>\(shown)</w:t></w:r>" + mark("end")
  }

  /// A table cell of `width` twentieths of a point.
  static func cell(_ paragraphs: String, width: Int, span: Int = 1) -> String {
    let span = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(span)</w:tcPr>\(paragraphs)</w:tc>"
  }

  /// Text between tags of XML; braces stay, since they are the tags of the template.
  static func escaped(_ text: String) -> String {
    let isBraced = text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    guard isBraced else { return XMLText.escaped(text) }
    return XMLText.escaped(text).replacing("&#123;", with: "{").replacing("&#125;", with: "}")
  }
}
