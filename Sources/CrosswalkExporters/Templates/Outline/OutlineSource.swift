import CrosswalkModel

/// The text of an outline made ready for a Markdown parser: each tag replaced by a private-use character, padded to
/// the length of the tag so that columns stay, and tags that stand alone set apart by blank lines.
///
/// Markdown would take `_`, `*`, `#` and `>` inside tags for its own.
struct OutlineSource {
  /// The tags by their number.
  private(set) var tags: [TagScanner.Found]
  /// What the parser gets.
  private(set) var text: [UInt8] = []
  /// What is wrong with the text.
  var problems: [TemplateError]

  let file: String
  /// The lines of the file, with the characters that stand for tags.
  let original: [[UInt8]]
  /// The line of the file, from 1, that each line of `text` comes from.
  private var lines: [Int] = []

  /// The first of the characters that stand for tags: a plane of its own, large enough for every number of tags.
  private static let firstMark: UInt32 = 0xF0000

  /// Reads an outline from `bytes`.
  init(_ bytes: [UInt8], file: String) throws(TemplateError) {
    self.file = file
    var text = try TemplateText.read(bytes, file: file, limit: TemplateLimits.outlineSize)
    let scanner = TagScanner(text, from: SourceLocation(file: file, line: 1, column: 1))
    guard scanner.found.count <= TemplateLimits.tags else {
      throw TemplateError(
        .tooManyTags(limit: TemplateLimits.tags), at: SourceLocation(file: file, line: 1, column: 1))
    }
    tags = scanner.found
    problems = scanner.problems
    for (number, found) in tags.enumerated() {
      let padding = [UInt8](repeating: UInt8(ascii: "x"), count: found.range.count - 4)
      text.replaceSubrange(found.range, with: Self.mark(number) + padding)
    }
    original = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    try checkTables()
    checkReferences()
    arrange()
  }

  /// The four bytes of the character that stands for tag `number`.
  private static func mark(_ number: Int) -> [UInt8] {
    let value = firstMark + UInt32(number)
    return [
      0xF0 | UInt8(value >> 18), 0x80 | UInt8(value >> 12 & 0x3F), 0x80 | UInt8(value >> 6 & 0x3F),
      0x80 | UInt8(value & 0x3F),
    ]
  }

  /// The pieces of a text that the parser gives back: the author's words and tags.
  func pieces(of literal: String) -> [OutlineInline] {
    var pieces: [OutlineInline] = []
    var words = String.UnicodeScalarView()
    var padding = 0
    for scalar in literal.unicodeScalars {
      if padding > 0 {
        padding -= 1
      } else if scalar.value >= Self.firstMark, Int(scalar.value - Self.firstMark) < tags.count {
        let found = tags[Int(scalar.value - Self.firstMark)]
        if !words.isEmpty { pieces.append(.text(String(words))) }
        words.removeAll()
        padding = found.range.count - 4
        if found.tag.kind != .comment { pieces.append(.tag(found.tag)) }
      } else {
        words.append(scalar)
      }
    }
    return words.isEmpty ? pieces : pieces + [.text(String(words))]
  }

  /// Where a place of the parsed text stands in the file.
  func location(line: Int, column: Int) -> SourceLocation {
    guard lines.indices.contains(line - 1) else { return SourceLocation(file: file, line: 1, column: 1) }
    let number = lines[line - 1]
    // Each backslash that `keep` put in stands two columns behind its bracket.
    let added = Self.brackets(original[number - 1]).enumerated().prefix { $1 + 2 + $0 < column }.count
    return SourceLocation(file: file, line: number, column: max(1, column - added))
  }

  /// The bytes of a line of the parsed text.
  func bytes(ofLine line: Int) -> [UInt8] {
    lines.indices.contains(line - 1) ? original[lines[line - 1] - 1] : []
  }

  /// Whether a tag stands in a line of the parsed text.
  func hasTag(inLine line: Int) -> Bool {
    String(decoding: bytes(ofLine: line), as: UTF8.self).unicodeScalars.contains {
      $0.value >= Self.firstMark
    }
  }

  /// How many cells the row of a table has that stands in a line of the parsed text.
  func cells(inLine line: Int) -> Int {
    let row = bytes(ofLine: line).filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    var bars = row.indices.count {
      row[$0] == UInt8(ascii: "|") && ($0 == 0 || row[$0 - 1] != UInt8(ascii: "\\"))
    }
    if row.first == UInt8(ascii: "|") { bars -= 1 }
    let endsInBar =
      row.count > 1 && row.last == UInt8(ascii: "|") && row.dropLast().last != UInt8(ascii: "\\")
    return endsInBar ? bars : bars + 1
  }

  // MARK: - Tags that stand alone

  /// Puts blank lines around tags that wrap blocks, and takes comments out.
  private mutating func arrange() {
    /// For each open section whether its start stood among the rows of a table.
    var open: [Bool] = []
    var afterRow = false
    for (index, line) in original.enumerated() {
      guard let tag = lonelyTag(line) else {
        keep(line, number: index)
        afterRow = Self.isRow(line)
        continue
      }
      if tag.kind == .comment { continue }
      let isAmongRows = afterRow && belongsToTable(tag, at: index, open: open)
      switch tag.kind {
      case .section, .inverted: open.append(isAmongRows)
      case .end: _ = open.popLast()
      default: break
      }
      if isAmongRows {
        keep(line, number: index)
      } else {
        for kept in [[], line, []] { keep(kept, number: index) }
        afterRow = false
      }
    }
  }

  /// Whether a tag right below a table row is a row itself.
  private func belongsToTable(_ tag: TemplateTag, at index: Int, open: [Bool]) -> Bool {
    switch tag.kind {
    case .end: open.last ?? false
    case .section, .inverted:
      original[(index + 1)...].first { lonelyTag($0)?.kind != .comment }.map(Self.isRow) ?? false
    default: false
    }
  }

  /// Hands a line to the parser, with a backslash in every `]:`: Markdown takes `[name]: target` for the definition of
  /// a link, and out of the text without a word.
  private mutating func keep(_ line: [UInt8], number: Int) {
    var start = 0
    for bracket in Self.brackets(line) {
      text += line[start...bracket]
      text.append(UInt8(ascii: "\\"))
      start = bracket + 1
    }
    text += line[start...]
    text.append(UInt8(ascii: "\n"))
    lines.append(number + 1)
  }

  /// Where in a line a bracket stands before a colon.
  private static func brackets(_ line: [UInt8]) -> [Int] {
    line.indices.dropLast().filter {
      line[$0] == UInt8(ascii: "]") && line[$0 + 1] == UInt8(ascii: ":")
    }
  }

  /// The tag that is all that stands in a line, if it is one that can stand around blocks.
  private func lonelyTag(_ line: [UInt8]) -> TemplateTag? {
    let words = String(
      decoding: line.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }, as: UTF8.self)
    guard let first = words.unicodeScalars.first, first.value >= Self.firstMark else { return nil }
    let found = tags[Int(first.value - Self.firstMark)]
    return words.utf8.count == found.range.count && found.tag.kind != .field ? found.tag : nil
  }

  private static func isRow(_ line: [UInt8]) -> Bool {
    line.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|")
  }
}
