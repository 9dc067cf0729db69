/// Resolves the marks of a filled Markdown template: lines, emphasis, blank lines.
struct MarkdownAssembly {
  private var lines: [String] = []
  private var line: [Unicode.Scalar] = []
  /// Where in the line the text of a block begins; `nil` in what stands before it.
  private var textStart: Int?
  /// Blanks at the place where the text of a block begins are left out.
  private var isAtStart = false
  /// What began, innermost last: the sign and where in the line it stands; `nil` while nothing follows it.
  private var open: [(sign: String, isWritten: Bool)] = []

  /// The document.
  static func text(of filled: String) -> String {
    var assembly = MarkdownAssembly()
    for scalar in filled.unicodeScalars { assembly.take(scalar) }
    assembly.endLine()
    return assembly.document
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case PlaceMark.newLine: endLine()
    case PlaceMark.textStart:
      isAtStart = true
      textStart = line.count
    case PlaceMark.strong.start: open.append(("**", false))
    case PlaceMark.emphasis.start: open.append(("*", false))
    case PlaceMark.strong.end, PlaceMark.emphasis.end: closeEmphasis()
    case " ":
      if !isAtStart { line.append(scalar) }
    default:
      isAtStart = false
      for index in open.indices where !open[index].isWritten {
        line.append(contentsOf: open[index].sign.unicodeScalars)
        open[index].isWritten = true
      }
      append(scalar)
    }
  }

  /// Appends a character, escaped where values and words next to each other would make markup of it: the number of an
  /// item, the address of a web page.
  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case ".", ")":
      if isAtNumber { line.append("\\") }
      if scalar == ".", endsIn("www") { return line.append(contentsOf: "&#46;".unicodeScalars) }
    case "/" where endsIn(":/"): return line.append(contentsOf: "&#47;".unicodeScalars)
    default: break
    }
    line.append(scalar)
  }

  /// Whether the text of the block is a number so far.
  private var isAtNumber: Bool {
    guard let textStart, line.count > textStart, line.count - textStart < 10 else { return false }
    return line[textStart...].allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether the line so far ends in `letters`, in whichever case.
  private func endsIn(_ letters: String) -> Bool {
    Self.text(line.suffix(letters.utf8.count)).lowercased() == letters
  }

  /// Ends the innermost emphasis; one that holds nothing leaves no trace, and blanks at its end stand behind it.
  private mutating func closeEmphasis() {
    guard let (sign, isWritten) = open.popLast(), isWritten else { return }
    var blanks = 0
    while line.last == " " {
      line.removeLast()
      blanks += 1
    }
    line.append(contentsOf: sign.unicodeScalars)
    for _ in 0..<blanks { line.append(" ") }
  }

  private mutating func endLine() {
    while line.last == " " { line.removeLast() }
    lines.append(Self.text(line[...]))
    line.removeAll()
    textStart = nil
    isAtStart = false
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The lines with at most one blank between two others, and no blank line of a note at its start or end.
  private var document: String {
    var kept: [String] = []
    for (index, line) in lines.enumerated() {
      let isBlank = line.isEmpty || line == ">"
      if isBlank {
        guard let last = kept.last, !last.isEmpty, last != ">" else { continue }
        let next = lines[(index + 1)...].first { !$0.isEmpty && $0 != ">" }
        kept.append(last.hasPrefix(">") && next?.hasPrefix(">") == true ? line : "")
      } else {
        kept.append(line)
      }
    }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n") + "\n"
  }
}
