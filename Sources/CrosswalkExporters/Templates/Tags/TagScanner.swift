import CrosswalkModel

/// Finds the tags of a text, whatever the text is otherwise.
///
/// Mustache's own parser knows tags that a joint document must not have (unescaped values, other delimiters, calls);
/// they are refused here, before it sees them. Cost: one pass over the bytes; behind one tag more than a template may have
/// nothing is looked at, and a problem says so.
struct TagScanner {
  /// A tag and the bytes that it takes up.
  struct Found: Hashable {
    let tag: TemplateTag
    let range: Range<Int>
  }

  /// The tags in order of place.
  private(set) var found: [Found] = []
  /// What looks like a tag and is none, in order of place.
  private(set) var problems: [TemplateError] = []

  private let bytes: [UInt8]
  private let file: String
  private var offset = 0
  private var line: Int
  private var lineStart: Int

  /// Scans `text`, whose first byte stands at `origin`.
  init(_ text: [UInt8], from origin: SourceLocation) {
    bytes = text
    file = origin.file
    line = origin.line
    lineStart = 1 - origin.column
    scan()
  }

  /// The text as markup and tags, comments left out.
  ///
  /// - Parameter markup: Makes markup of the words between the tags.
  func pieces(_ markup: (String) -> String) -> [SectionNode.Piece] {
    var writer = PieceWriter()
    var end = 0
    for found in found {
      writer.write(markup(String(decoding: bytes[end..<found.range.lowerBound], as: UTF8.self)))
      if found.tag.kind != .comment { writer.write(found.tag) }
      end = found.range.upperBound
    }
    writer.write(markup(String(decoding: bytes[end...], as: UTF8.self)))
    return writer.pieces
  }

  private mutating func scan() {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset + 1
      } else if starts("{{", at: offset) {
        guard found.count + problems.count <= TemplateLimits.tags else {
          let place = SourceLocation(file: file, line: line, column: offset - lineStart + 1)
          problems.append(TemplateError(.tooManyTags(limit: TemplateLimits.tags), at: place))
          return
        }
        readTag()
        continue
      }
      offset += 1
    }
  }

  /// Reads the tag that begins at `offset` and moves behind it.
  private mutating func readTag() {
    let start = offset
    let place = SourceLocation(file: file, line: line, column: start - lineStart + 1)
    guard let close = closing(after: start + 2) else {
      problems.append(TemplateError(.unclosedTag, at: place))
      offset = start + 2
      while offset < bytes.count, bytes[offset] == UInt8(ascii: "{") { offset += 1 }
      return
    }
    let content = String(decoding: bytes[start + 2..<close], as: UTF8.self).trimmedOfBlanks
    offset = close + 2
    // The third brace of `{{{name}}}` belongs to the tag that is refused.
    if content.hasPrefix("{"), offset < bytes.count, bytes[offset] == UInt8(ascii: "}") { offset += 1 }
    do throws(TemplateError) {
      found.append(Found(tag: try Self.tag(content, at: place), range: start..<offset))
    } catch {
      problems.append(error)
    }
  }

  /// Where `}}` stands before the line ends and before another tag begins.
  private func closing(after start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if starts("}}", at: index) { return index }
      if index > start, starts("{{", at: index) { return nil }
      index += 1
    }
    return nil
  }

  private func starts(_ pair: StaticString, at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == pair.utf8Start[0] && bytes[index + 1] == pair.utf8Start[1]
  }

  /// The tag with `content` between its braces.
  private static func tag(_ content: String, at place: SourceLocation) throws(TemplateError) -> TemplateTag {
    guard let first = content.first else { throw TemplateError(.emptyTag, at: place) }
    let kinds: [Character: TemplateTag.Kind] = [
      "#": .section, "^": .inverted, "/": .end, ">": .partial, "!": .comment,
    ]
    guard let kind = kinds[first] else {
      if "{&=%<$*".contains(first) { throw TemplateError(.refusedTag(content), at: place) }
      return TemplateTag(kind: .field, path: try path(content, kind: .field, at: place), location: place)
    }
    let name = String(content.dropFirst()).trimmedOfBlanks
    let path = kind == .comment ? [] : try path(name, kind: kind, at: place)
    return TemplateTag(kind: kind, path: path, location: place)
  }

  private static func path(
    _ name: String, kind: TemplateTag.Kind, at place: SourceLocation
  ) throws(TemplateError) -> [String] {
    if name == ".", kind == .field { return ["."] }
    if name.contains("(") { throw TemplateError(.refusedTag(name), at: place) }
    let names = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isPlain = names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isNameByte) }
    guard isPlain, kind != .partial || names.count == 1 else {
      throw TemplateError(kind == .partial ? .badPartialName(name) : .badName(name), at: place)
    }
    return names
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension String {
  /// The text without blanks and tabs at its ends.
  fileprivate var trimmedOfBlanks: String {
    let start = unicodeScalars.drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(start[...$0]) } ?? ""
  }
}
