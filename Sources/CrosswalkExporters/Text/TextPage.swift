/// Collects the lines of a document for a terminal.
struct TextPage {
  let style: TerminalStyle
  private(set) var text = ""

  init(style: TerminalStyle) { self.style = style }

  /// The document in UTF-8.
  var bytes: [UInt8] { Array(text.utf8) }

  /// Appends an empty line, unless the document is empty or ends in one.
  mutating func blank() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Appends `content`, wrapped and indented; further lines are indented by `hanging` more.
  mutating func paragraph(_ content: String, ink: Ink = .plain, indent: Int = 0, hanging: Int = 0) {
    let room = max(8, style.width - indent - hanging)
    for (index, line) in content.wrapped(to: room).enumerated() {
      text +=
        String(repeating: " ", count: indent + (index > 0 ? hanging : 0)) + style.paint(line, ink) + "\n"
    }
  }

  /// Appends a name and its value: side by side, or one below the other where the terminal is narrow.
  mutating func entry(_ name: String, _ value: String, nameWidth: Int, indent: Int = 2) {
    guard style.width >= indent + nameWidth + 24 else {
      paragraph(name, ink: .faint, indent: indent)
      return paragraph(value, indent: indent + 2)
    }
    let lead = indent + nameWidth + 2
    for (index, line) in value.wrapped(to: style.width - lead).enumerated() {
      let head =
        index == 0
        ? style.paint(name.padded(to: nameWidth), .faint) : String(repeating: " ", count: nameWidth)
      text += String(repeating: " ", count: indent) + head + "  " + line + "\n"
    }
  }

  /// Appends a heading between blank lines.
  mutating func heading(_ content: String) {
    blank()
    paragraph(content, ink: .strong)
  }

  /// Appends a line across the page.
  mutating func rule(_ mark: Character = "─") {
    text += style.paint(String(repeating: mark, count: style.width), .faint) + "\n"
  }

  /// Appends a line as it is.
  mutating func line(_ content: String) { text += content + "\n" }
}
