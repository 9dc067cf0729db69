import CrosswalkModel
import CrosswalkReaders

/// The elements of one part of a Word file and where they stand in its bytes.
///
/// The bytes themselves stay as they are: changes are made by cutting and inserting, so that whatever the toolkit does
/// not know is kept.
struct WordTree {
  /// One element.
  struct Node {
    /// What it is; `nil` for one that the toolkit does not tell apart.
    let name: WordName?
    /// Offset of its start tag.
    let start: Int
    /// Offset after its start tag.
    var contentStart: Int
    /// Offset of its end tag; that of the element's end where it is empty.
    var contentEnd: Int
    /// Offset after its end.
    var end: Int
    let parent: Int?
    var children: [Int] = []
    /// The attribute that matters: a value, an identifier, a style's name, a field's instruction.
    var value: String?

    /// Everything from its start tag through its end tag.
    var range: Range<Int> { start..<end }
  }

  /// The part as UTF-8.
  let bytes: [UInt8]
  /// The elements in document order.
  let nodes: [Node]

  /// Reads a part.
  ///
  /// - Throws: ``TemplateError`` for a part that is no well-formed XML in UTF-8, or has a document type.
  ///
  /// - Parameter refusal: The error for what the reader refuses.
  init(
    _ part: [UInt8], file: String, refusal: (ReadingError) -> TemplateError = TemplateError.init(reading:)
  ) throws(TemplateError) {
    // The reader's offsets do not count a byte order mark.
    bytes = part.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(part.dropFirst(3)) : part
    var handler = WordTreeHandler()
    do {
      try XMLEventReader(limits: Self.limits).read(SourceFile(name: file, bytes: bytes), into: &handler)
    } catch {
      throw refusal(error.fault)
    }
    guard let nodes = handler.nodes(in: bytes) else {
      let start = SourceLocation(file: file, line: 1, column: 1)
      throw TemplateError(
        .word("the part is not UTF-8", hint: "save the file again with a word processor"), at: start)
    }
    self.nodes = nodes
  }

  private static let limits: ReadingLimits = {
    var limits = ReadingLimits.standard.with(fileBytes: 128 << 20)
    limits.textBytes = 64 << 20
    limits.elements = 8_000_000
    return limits
  }()

  /// The first child of `index` that is a `name`.
  func child(_ name: WordName, of index: Int) -> Int? {
    nodes[index].children.first { nodes[$0].name == name }
  }

  /// The closest element around `index` for which `holds` says so.
  func ancestor(of index: Int, where holds: (WordName?) -> Bool) -> Int? {
    var current = nodes[index].parent
    while let ancestor = current, !holds(nodes[ancestor].name) { current = nodes[ancestor].parent }
    return current
  }

  /// The marks of bookmarks and comments in `index`, in order: what stands around their other ends needs them.
  func rangeMarks(in index: Int) -> [Node] {
    nodes[index...].prefix { $0.start < nodes[index].end }.filter {
      [.bookmarkStart, .bookmarkEnd, .commentRangeStart, .commentRangeEnd].contains($0.name)
    }
  }

  /// Checks that what is put in means the same as what stands there: it is spelled `w:`, as all word processors do.
  func checkPrefix(file: String) throws(TemplateError) {
    let namespace = nodes.isEmpty ? nil : WordStartTag(startTag(of: 0))["xmlns:w"]
    guard let namespace, WordName.wordNamespaces.contains(namespace) else {
      throw TemplateError(
        .word("its elements have another prefix than w", hint: "save it once with Word or LibreOffice"),
        at: SourceLocation(file: file, line: 1, column: 1))
    }
  }

  /// The text between the tags of `index`, references resolved.
  func text(of index: Int) -> [UInt8] {
    XMLText.decoded(bytes[nodes[index].contentStart..<nodes[index].contentEnd])
  }

  /// The start tag of `index` as it stands there.
  func startTag(of index: Int) -> ArraySlice<UInt8> { bytes[nodes[index].start..<nodes[index].contentStart] }
}

extension TemplateError {
  /// What a reader found wrong with a Word file or a part of it.
  init(reading error: ReadingError) {
    let diagnostic = error.diagnostic
    self.init(.word(diagnostic.message, hint: diagnostic.hint), at: diagnostic.location)
  }
}

/// Takes note of the elements of a part.
struct WordTreeHandler: XMLEventHandler {
  static let vocabulary = WordName.vocabulary
  static let namespaces = WordName.namespaces

  /// By the place in the vocabulary.
  private static let names = WordName.allCases

  private var found: [WordTree.Node] = []
  private var open: [Int] = []
  /// Offsets of the end tags.
  private var ends: [(node: Int, offset: Int)] = []

  mutating func startElement(_ element: XMLElement) throws(Never) {
    let name = element.name >= 0 && element.namespaceIndex >= 0 ? Self.names[element.name] : nil
    let index = found.count
    found.append(
      WordTree.Node(
        name: name, start: element.offset, contentStart: 0, contentEnd: 0, end: 0, parent: open.last,
        value: name.flatMap { Self.value(of: $0, in: element) }))
    if let parent = open.last { found[parent].children.append(index) }
    open.append(index)
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {
    guard let index = open.popLast() else { return }
    ends.append((index, element.offset))
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}

  /// The attribute of an element that the toolkit looks at.
  private static func value(of name: WordName, in element: XMLElement) -> String? {
    let wanted: WordName
    switch name {
    case .pStyle, .tblStyle, .numId, .abstractNumId, .id, .name: wanted = .val
    case .bookmarkStart, .bookmarkEnd, .docPr: wanted = .id
    case .style: wanted = .styleId
    case .num: wanted = .numId
    case .fldSimple: wanted = .instr
    case .fldChar: wanted = .fldCharType
    case .br: wanted = .type
    case .p, .tr: wanted = .paraId
    default: return nil
    }
    let found = element.attributes.filter { $0.name == wanted.rawValue }
    // One of another namespace may have the same name.
    return (found.first { $0.namespace == element.namespace } ?? found.first)?.value
  }

  /// The elements with all their places; `nil` where they do not stand where the reader says.
  func nodes(in bytes: [UInt8]) -> [WordTree.Node]? {
    var nodes = found
    for (index, offset) in ends {
      guard bytes.indices.contains(nodes[index].start), bytes[nodes[index].start] == UInt8(ascii: "<"),
        bytes.indices.contains(offset), bytes[offset] == UInt8(ascii: "<")
      else { return nil }
      let tagEnd = Self.endOfTag(bytes, from: nodes[index].start)
      nodes[index].contentStart = tagEnd
      if offset == nodes[index].start {
        nodes[index].contentEnd = tagEnd
        nodes[index].end = tagEnd
      } else {
        nodes[index].contentEnd = offset
        nodes[index].end = Self.endOfTag(bytes, from: offset)
      }
    }
    return nodes
  }

  /// Offset after the `>` that ends the tag at `start`.
  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return index
  }
}
