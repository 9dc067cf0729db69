/// Resolves the marks of a filled Markdown template: lines, numbers of headings, lists, emphasis.
struct MarkdownAssembly {
  private var lines = MarkdownLines()
  private var line: [Unicode.Scalar] = []
  /// Where in the line the text of a block begins; `nil` in what stands before it.
  private var textStart: Int?
  /// Blanks at the place where the text of a block begins are left out.
  private var isAtStart = false
  /// Whether a new line is to stand before what comes next in the item.
  private var isBroken = false
  /// What began, innermost last: the sign and where in the line it stands; `nil` while nothing follows it.
  private var open: [(sign: String, isWritten: Bool)] = []
  /// The level of the heading that the line holds.
  private var heading: Int?
  private var numbers = HeadingNumbers()
  /// The item that begins in the line.
  private var item: MarkdownLine.Item?
  /// The lists around, innermost last, by their number; lists that ended count on.
  private var lists: [Int] = []
  private var listCount = 0

  /// The document.
  static func text(of filled: String) -> String {
    var assembly = MarkdownAssembly()
    for scalar in filled.unicodeScalars { assembly.take(scalar) }
    assembly.endLine()
    return assembly.lines.document
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if let level = PlaceMark.headings.firstIndex(of: scalar) { return beginHeading(level: level + 1) }
    switch scalar {
    case PlaceMark.newLine: endLine()
    case PlaceMark.textStart: beginText()
    case PlaceMark.list.start:
      listCount += 1
      lists.append(listCount)
    case PlaceMark.list.end: _ = lists.popLast()
    case PlaceMark.bullet: beginItem(isNumbered: false)
    case PlaceMark.number: beginItem(isNumbered: true)
    case PlaceMark.itemBreak: isBroken = !isHollow
    case PlaceMark.strong.start: open.append(("**", false))
    case PlaceMark.emphasis.start: open.append(("*", false))
    case PlaceMark.strong.end, PlaceMark.emphasis.end: closeEmphasis()
    case " ":
      if !isAtStart { line.append(scalar) }
    default:
      isAtStart = false
      if isBroken { line.append(contentsOf: "<br>".unicodeScalars) }
      isBroken = false
      for index in open.indices where !open[index].isWritten {
        line.append(contentsOf: open[index].sign.unicodeScalars)
        open[index].isWritten = true
      }
      append(scalar)
    }
  }

  private mutating func beginText() {
    isAtStart = true
    textStart = line.count
  }

  /// Begins a heading, which is one level below that of the outline: the first is the title's.
  private mutating func beginHeading(level: Int) {
    line.append(contentsOf: String(repeating: "#", count: level + 1).unicodeScalars)
    line.append(" ")
    heading = level
    beginText()
  }

  private mutating func beginItem(isNumbered: Bool) {
    let begun = MarkdownLine.Item(list: lists.last ?? 0, isNumbered: isNumbered)
    line += begun.marker()
    item = begun
    beginText()
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
    MarkdownLines.text(line.suffix(letters.utf8.count)).lowercased() == letters
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

  /// Whether the text of the block holds nothing so far.
  private var isHollow: Bool {
    textStart.map { line[$0...].allSatisfy(\.properties.isWhitespace) } ?? false
  }

  /// Ends the line: a heading whose words all vanished vanishes, and others get their number.
  private mutating func endLine() {
    let isHollow = isHollow
    item?.isHollow = isHollow
    if isHollow, item == nil {
      // The sign of a note stays.
      line.removeAll { $0 != ">" }
    } else if let heading, let textStart {
      line.insert(contentsOf: "\(numbers.next(level: heading)) ".unicodeScalars, at: textStart)
    }
    while line.last == " " { line.removeLast() }
    lines.append(MarkdownLine(text: line, item: item))
    line.removeAll()
    (textStart, heading, item) = (nil, nil, nil)
    (isAtStart, isBroken) = (false, false)
  }
}
