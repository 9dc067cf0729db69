import CrosswalkModel

/// Reads the part of YAML that metadata of mapping sets uses, and refuses the rest at its place.
///
/// Read are block mappings and sequences, plain, quoted and block scalars, comments, and empty `[]` and `{}`. Anchors,
/// aliases, tags, directives, merge keys, complex keys and flow collections with content are errors: no value can
/// grow beyond the text that is there.
struct YAMLSubsetReader {
  let file: String
  var lines: [YAMLLine]
  var place = 0
  private var depth = 0

  /// Blocks in blocks; metadata has three levels.
  private static let deepest = 16

  init(_ lines: [YAMLLine], file: String) {
    self.lines = lines
    self.file = file
  }

  /// The members of the outermost mapping; none where there is nothing but layout.
  ///
  /// - Throws: ``ImportError`` `.malformedMetadata` at the first thing outside the subset.
  mutating func read() throws(ImportError) -> [YAMLNode.Entry] {
    skipLayout()
    if place < lines.count, lines[place].text == "---" {
      place += 1
      skipLayout()
    }
    guard place < lines.count else { return [] }
    let first = lines[place]
    let node = try block(indent: first.indent)
    skipLayout()
    if place < lines.count { throw fault("this line is indented less than the first", lines[place]) }
    guard case .mapping(let entries) = node.value else {
      throw fault("the metadata is no list of \"name: value\"", first)
    }
    return entries
  }

  func fault(_ what: String, _ line: YAMLLine, after offset: Int = 0) -> ImportError {
    ImportError(.malformedMetadata(what), at: line.location(in: file, after: offset))
  }

  mutating func skipLayout() { while place < lines.count, lines[place].isLayout { place += 1 } }

  // MARK: Blocks

  private mutating func block(indent: Int) throws(ImportError) -> YAMLNode {
    let line = lines[place]
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("nested deeper than \(Self.deepest) levels", line) }
    return line.isItem ? try sequence(indent: indent) : try mapping(indent: indent)
  }

  private mutating func sequence(indent: Int) throws(ImportError) -> YAMLNode {
    let start = lines[place].location(in: file)
    var items: [YAMLNode] = []
    while let line = current(at: indent), line.isItem {
      let rest = line.text.utf8.dropFirst().drop { $0 == 0x20 }
      let offset = line.text.utf8.count - rest.count
      let text = line.text[rest.startIndex...]
      if text.isEmpty || text.first == "#" {
        place += 1
        items.append(try nested(below: indent, of: line))
      } else if text == "-" || text.hasPrefix("- ") {
        throw fault("a list directly in a list is not read", line, after: offset)
      } else if YAMLKey(text) != nil {
        // The mapping begins behind the dash: its further lines stand under its first.
        lines[place].text = text
        lines[place].indent = indent + offset
        items.append(try block(indent: indent + offset))
      } else {
        items.append(try scalar(text, of: line, after: offset, parent: indent))
      }
    }
    return YAMLNode(value: .sequence(items), location: start)
  }

  private mutating func mapping(indent: Int) throws(ImportError) -> YAMLNode {
    let start = lines[place].location(in: file)
    var entries: [YAMLNode.Entry] = []
    var seen: [String: Int] = [:]
    while let line = current(at: indent), !line.isItem {
      try refuseIndicator(line.text, line, after: 0, forKey: true)
      guard let key = YAMLKey(line.text) else { throw fault("here \"name: value\" is expected", line) }
      guard key.name != "<<" else { throw fault("merge keys are not read", line) }
      if let first = seen.updateValue(line.number, forKey: key.name) {
        throw fault("\"\(key.name)\" stands here twice, first in line \(first)", line)
      }
      let value = try self.value(of: key, line, indent: indent)
      entries.append(YAMLNode.Entry(key: key.name, location: line.location(in: file), value: value))
    }
    return YAMLNode(value: .mapping(entries), location: start)
  }

  private mutating func value(of key: YAMLKey, _ line: YAMLLine, indent: Int) throws(ImportError) -> YAMLNode
  {
    guard !key.rest.isEmpty, key.rest.first != "#" else {
      place += 1
      return try nested(below: indent, of: line, allowsList: true)
    }
    return try scalar(key.rest, of: line, after: key.offset, parent: indent)
  }

  /// What stands under a line that ends with its key or dash.
  private mutating func nested(
    below indent: Int, of line: YAMLLine, allowsList: Bool = false
  ) throws(ImportError) -> YAMLNode {
    skipLayout()
    let empty = YAMLNode(value: .scalar(nil), location: line.location(in: file))
    guard place < lines.count else { return empty }
    let next = lines[place]
    if next.indent == indent, allowsList, next.isItem { return try block(indent: indent) }
    guard next.indent > indent else { return empty }
    if next.isItem || YAMLKey(next.text) != nil { return try block(indent: next.indent) }
    return try scalar(next.text, of: next, after: 0, parent: indent)
  }

  /// The next line with content, where it stands at `indent`; `nil` where the block has ended.
  private mutating func current(at indent: Int) -> YAMLLine? {
    skipLayout()
    guard place < lines.count, lines[place].indent >= indent else { return nil }
    // A deeper line begins no block here: it is handed out and refused as no key of this one.
    return lines[place].indent == indent ? lines[place] : misplaced(lines[place])
  }

  private func misplaced(_ line: YAMLLine) -> YAMLLine {
    var line = line
    line.text = line.text.isEmpty ? "" : "?"
    return line
  }
}

/// A key at the beginning of a line, and what follows its colon.
struct YAMLKey {
  let name: String
  let rest: Substring
  /// Bytes from the beginning of the line to `rest`.
  let offset: Int

  /// `nil` where the line does not begin with a key.
  init?(_ line: Substring) {
    let after: Substring.UTF8View
    if let quote = line.utf8.first, quote == 0x22 || quote == 0x27 {
      let inner = line.utf8.dropFirst()
      guard let end = inner.firstIndex(of: quote) else { return nil }
      // Escapes in keys are not read; such a key then is no known slot.
      name = String(line[inner.startIndex..<end])
      after = inner[inner.index(after: end)...]
      guard after.first == 0x3A else { return nil }
    } else {
      guard let colon = Self.colon(in: line) else { return nil }
      name = String(line[..<colon].trimmingBlanks)
      after = line.utf8[colon...]
    }
    let value = after.dropFirst()
    guard value.isEmpty || value.first == 0x20 || value.first == 0x09 else { return nil }
    let content = value.drop { $0 == 0x20 || $0 == 0x09 }
    rest = line[content.startIndex...]
    offset = line.utf8.count - content.count
  }

  /// The first colon that a blank or the end follows.
  private static func colon(in line: Substring) -> Substring.Index? {
    let bytes = line.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == 0x3A, next == bytes.endIndex || bytes[next] == 0x20 || bytes[next] == 0x09 {
        return index == bytes.startIndex ? nil : index
      }
      index = next
    }
    return nil
  }
}
