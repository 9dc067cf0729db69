import CrosswalkModel

extension YAMLSubsetReader {
  /// The scalar that begins with `text` on the current line, which is passed together with its further lines.
  ///
  /// - Parameter parent: The indentation of the key or dash: further lines stand deeper.
  mutating func scalar(
    _ text: Substring, of line: YAMLLine, after offset: Int, parent: Int
  ) throws(ImportError) -> YAMLNode {
    let start = line.location(in: file, after: offset)
    try refuseIndicator(text, line, after: offset, forKey: false)
    let value: YAMLNode.Value
    switch text.utf8.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      place += 1
      value = text.first == "[" ? .sequence([]) : .mapping([])
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      value = .scalar(try blockScalar(text, of: line, after: offset, parent: parent))
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      value = .scalar(try quoted(text, of: line, after: offset, parent: parent))
    default: value = .scalar(try plain(text, of: line, after: offset, parent: parent))
    }
    return YAMLNode(value: value, location: start)
  }

  /// Refuses what the subset leaves out.
  func refuseIndicator(
    _ text: Substring, _ line: YAMLLine, after offset: Int, forKey: Bool
  ) throws(ImportError) {
    let what: String
    switch text.utf8.first {
    case UInt8(ascii: "&"): what = "anchors (&) are not read"
    case UInt8(ascii: "*"): what = "aliases (*) are not read"
    case UInt8(ascii: "!"): what = "tags (!) are not read"
    case UInt8(ascii: "%"): what = "directives (%) are not read"
    case UInt8(ascii: "@"), UInt8(ascii: "`"): what = "\"\(text.prefix(1))\" cannot begin a value"
    case UInt8(ascii: "?") where text == "?" || text.hasPrefix("? "):
      what = forKey ? "this line is indented unlike the ones before, or has no plain key" : "no plain value"
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if !forKey, ["[]", "{}"].contains(text.filter { $0 != " " }) { return }
      what = "lists and mappings in brackets are not read: write one member a line"
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "\t"):
      what = "this cannot begin a value"
    default: return
    }
    throw fault(what, line, after: offset)
  }

  // MARK: Plain

  private mutating func plain(
    _ text: Substring, of line: YAMLLine, after offset: Int, parent: Int
  ) throws(ImportError) -> String? {
    var folded = FoldedText()
    folded.append(try plainPart(text, line, after: offset))
    place += 1
    while place < lines.count, lines[place].isBlank || lines[place].indent > parent {
      let next = lines[place]
      if next.text.first == "#" { break }
      folded.append(next.isBlank ? "" : try plainPart(next.text, next, after: 0))
      place += 1
    }
    let value = folded.text
    return ["", "~", "null", "Null", "NULL"].contains(value) ? nil : value
  }

  /// One line of a plain scalar, without a comment behind it.
  private func plainPart(
    _ text: Substring, _ line: YAMLLine, after offset: Int
  ) throws(ImportError) -> Substring {
    var content = text
    if let comment = text.firstRange(of: " #") { content = text[..<comment.lowerBound].trimmingBlanks }
    if let colon = content.firstRange(of: ": ") {
      let distance = content.utf8.distance(from: content.startIndex, to: colon.lowerBound)
      throw fault("a value with \": \" in it must stand in quotes", line, after: offset + distance)
    }
    if content.last == ":" {
      throw fault("a value that ends with \":\" must stand in quotes", line, after: offset)
    }
    return content
  }

  // MARK: Quoted

  private mutating func quoted(
    _ text: Substring, of line: YAMLLine, after offset: Int, parent: Int
  ) throws(ImportError) -> String {
    var body = QuotedText(isDouble: text.first == "\"")
    var rest = try part(of: text.dropFirst(), line, after: offset + 1, &body)
    place += 1
    while rest == nil {
      guard place < lines.count, lines[place].isBlank || lines[place].indent > parent else {
        throw fault("this quotation mark is never closed", line, after: offset)
      }
      body.breakLine()
      rest = try part(of: lines[place].text, lines[place], after: 0, &body)
      place += 1
    }
    if let rest, !rest.isEmpty, rest.first != "#" {
      throw fault("something stands behind a quoted value", lines[place - 1])
    }
    return body.text
  }

  private func part(
    of text: Substring, _ line: YAMLLine, after offset: Int, _ body: inout QuotedText
  ) throws(ImportError) -> Substring? {
    do { return try body.append(text) } catch {
      throw fault("\"\\\(error.escape)\" is no escape that is read", line, after: offset)
    }
  }

  // MARK: Blocks of text

  private mutating func blockScalar(
    _ header: Substring, of line: YAMLLine, after offset: Int, parent: Int
  ) throws(ImportError) -> String {
    let isFolded = header.first == ">"
    let chomping = header.dropFirst().prefix { $0 != " " }
    guard ["", "-", "+"].contains(chomping) else {
      throw fault("of block scalars only |, >, |-, >-, |+ and >+ are read", line, after: offset)
    }
    place += 1
    var parts: [Substring] = []
    var indent: Int?
    while place < lines.count, lines[place].isBlank || lines[place].indent > parent {
      let next = lines[place]
      if !next.isBlank, indent == nil { indent = next.indent }
      if !next.isBlank, let indent, next.indent != indent {
        if isFolded || next.indent < indent { throw fault("in folded text all lines stand alike", next) }
        parts.append(String(repeating: " ", count: next.indent - indent) + next.text)
      } else {
        parts.append(next.text)
      }
      place += 1
    }
    while parts.last?.isEmpty == true { parts.removeLast() }
    guard isFolded else { return parts.joined(separator: "\n") }
    var folded = FoldedText()
    for part in parts { folded.append(part) }
    return folded.text
  }
}

/// Lines that become one: a line break is a blank, an empty line is a line break.
struct FoldedText {
  private(set) var text = ""
  private var breaks = 0

  mutating func append(_ line: Substring) {
    if line.isEmpty {
      breaks += 1
      return
    }
    if !text.isEmpty { text += breaks > 0 ? String(repeating: "\n", count: breaks) : " " }
    breaks = 0
    text += line
  }
}

/// A quoted scalar, line by line.
struct QuotedText {
  /// An escape outside the subset.
  struct UnknownEscape: Error { var escape: Character }

  let isDouble: Bool
  private(set) var text = ""
  private var joinsNext = false

  init(isDouble: Bool) { self.isDouble = isDouble }

  /// Goes on to the next line: a line break is a blank, unless a backslash stood before it.
  mutating func breakLine() {
    if !joinsNext { text += " " }
    joinsNext = false
  }

  /// Appends one line.
  ///
  /// - Returns: What stands behind the closing mark; `nil` where the line has none.
  mutating func append(_ line: Substring) throws(UnknownEscape) -> Substring? {
    var rest = line[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "\"" where isDouble: return rest.trimmingBlanks
      case "'" where !isDouble:
        guard rest.first == "'" else { return rest.trimmingBlanks }
        text += "'"
        rest = rest.dropFirst()
      case "\\" where isDouble:
        guard let escape = rest.first else {
          joinsNext = true
          return nil
        }
        rest = rest.dropFirst()
        text.append(try Self.escaped(escape, &rest))
      default: text.append(character)
      }
    }
    return nil
  }

  private static func escaped(_ escape: Character, _ rest: inout Substring) throws(UnknownEscape) -> Character
  {
    switch escape {
    case "n": return "\n"
    case "t": return "\t"
    case "\"", "\\", "/", " ": return escape
    case "x", "u":
      let length = escape == "x" ? 2 : 4
      let digits = rest.prefix(length)
      guard digits.utf8.count == length, let number = UInt32(digits, radix: 16), number > 0,
        let scalar = Unicode.Scalar(number)
      else { throw UnknownEscape(escape: escape) }
      rest = rest.dropFirst(length)
      return Character(scalar)
    default: throw UnknownEscape(escape: escape)
    }
  }
}
