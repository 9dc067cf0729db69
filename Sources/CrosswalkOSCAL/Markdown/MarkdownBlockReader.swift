import CrosswalkModel

/// Reads the Markdown that OSCAL has in JSON for texts of several lines, as block elements.
///
/// Paragraphs, headings, lists, fenced code, block quotes, tables with a header row, rules, and the elements of
/// OSCAL's markup as tags. Indented lines are text, not code.
///
/// - Complexity: Linear in the text for each level of nesting, of which there are up to ``deepest``.
struct MarkdownBlockReader {
  static let deepest = 32

  let lines: [MarkdownText]
  let location: SourceLocation?
  let depth: Int
  var index = 0
  var blocks: [OSCALElement.Content] = []

  /// The blocks that `text` describes; they stand at `location`.
  static func read(_ text: String, at location: SourceLocation?) -> [OSCALElement.Content] {
    let bytes = Array(text.utf8)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in lines.indices where lines[index].last == 0x0D { lines[index] = lines[index].dropLast() }
    return read(lines.map { MarkdownText(bytes: $0) }, at: location, depth: 0)
  }

  static func read(_ lines: [MarkdownText], at location: SourceLocation?, depth: Int) -> [OSCALElement
    .Content]
  {
    var reader = MarkdownBlockReader(lines: lines, location: location, depth: depth)
    while reader.index < lines.count { reader.takeBlock() }
    return reader.blocks
  }

  private init(lines: [MarkdownText], location: SourceLocation?, depth: Int) {
    self.lines = lines
    self.location = location
    self.depth = depth
  }

  private mutating func takeBlock() {
    let line = lines[index]
    if line.isEmpty {
      index += 1
    } else if let heading = line.heading {
      append("h\(heading.level)", MarkdownLineReader.read(Array(heading.text), at: location))
      index += 1
    } else if let fence = line.fence {
      takeFenced(fence)
    } else if line.isRule {
      append("hr", [])
      index += 1
    } else if line.isQuoted, depth < Self.deepest {
      takeQuoted()
    } else if let marker = line.marker, depth < Self.deepest {
      takeList(marker)
    } else if isTable {
      takeTable()
    } else {
      takeParagraph()
    }
  }

  mutating func append(
    _ name: String, _ content: [OSCALElement.Content], _ attributes: [OSCALElement.Attribute] = []
  ) {
    blocks.append(.element(OSCALElement(name, attributes, content, at: location)))
  }

  // MARK: Paragraphs

  private mutating func takeParagraph() {
    var text = Array(lines[index].trimmedStart)
    index += 1
    while index < lines.count, !lines[index].isEmpty {
      if let level = lines[index].underline {
        index += 1
        return append("h\(level)", MarkdownLineReader.read(text.trimmingBlanks, at: location))
      }
      if lines[index].interruptsParagraph(canNest: depth < Self.deepest) || isTable { break }
      text.append(0x0A)
      text.append(contentsOf: lines[index].trimmedStart)
      index += 1
    }
    appendParagraphs(MarkdownLineReader.read(text.trimmingBlanks, at: location))
  }

  /// Appends a paragraph; blocks that were written in it as tags stand on their own.
  private mutating func appendParagraphs(_ content: [OSCALElement.Content]) {
    var line: [OSCALElement.Content] = []
    for part in content {
      if case .element(let element) = part, OSCALMarkup.blocks.contains(element.name) {
        endParagraph(&line)
        blocks.append(part)
      } else {
        line.append(part)
      }
    }
    endParagraph(&line)
  }

  private mutating func endParagraph(_ line: inout [OSCALElement.Content]) {
    if !line.isBlank { append("p", line) }
    line.removeAll()
  }

  // MARK: Code and quotes

  private mutating func takeFenced(_ fence: MarkdownText.Fence) {
    index += 1
    var text: [UInt8] = []
    var isFirst = true
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.closes(fence) { break }
      if !isFirst { text.append(0x0A) }
      isFirst = false
      text.append(contentsOf: line.dropping(indent: fence.indent).bytes)
    }
    append("pre", text.isEmpty ? [] : [.text(String(decoding: text, as: UTF8.self))])
  }

  private mutating func takeQuoted() {
    var inner: [MarkdownText] = []
    while index < lines.count, lines[index].isQuoted {
      inner.append(lines[index].unquoted)
      index += 1
    }
    append("blockquote", Self.read(inner, at: location, depth: depth + 1))
  }
}

extension [OSCALElement.Content] {
  /// Whether there is nothing but blanks.
  var isBlank: Bool {
    allSatisfy { part in
      if case .text(let text) = part { text.utf8.allSatisfy(\.isBlank) } else { false }
    }
  }
}
