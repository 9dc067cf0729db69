import CrosswalkModel

/// Reads one line, or one paragraph, of the Markdown that OSCAL has in JSON as elements.
///
/// `*em*`, `**strong**`, `` `code` ``, `~sub~`, `^sup^`, `"q"`, `[a](href)`, `![img](src)`,
/// `{{ insert: param, id }}`, escapes, character references, and the elements of OSCAL's markup as tags. What opens and
/// is never closed is text: nothing is ever wrong.
///
/// - Complexity: Linear in the text; elements nest up to ``deepest`` deep, what would open beyond is text.
struct MarkdownLineReader {
  /// Something that opened and may still close.
  struct Opening {
    enum Kind: Equatable {
      case em, strong, sub, sup, quote, link, image
      case tag(String)
    }
    var kind: Kind
    /// Its place among the nodes, where its own text stands as long as it does not close.
    var node: Int
    var attributes: [OSCALElement.Attribute] = []
  }

  static let deepest = 32

  let bytes: [UInt8]
  let location: SourceLocation?
  var index = 0
  var text: [UInt8] = []
  private var nodes: [OSCALElement.Content] = []
  private(set) var open: [Opening] = []
  /// Lengths of runs of backticks that no further run closes.
  var unclosedCode: Set<Int> = []

  /// The content that `text` describes; its elements stand at `location`.
  static func read(_ text: String, at location: SourceLocation?) -> [OSCALElement.Content] {
    read(Array(text.utf8), at: location)
  }

  static func read(_ bytes: [UInt8], at location: SourceLocation?) -> [OSCALElement.Content] {
    // Most texts have no markup at all.
    guard bytes.contains(where: isSpecial) else {
      return bytes.isEmpty ? [] : [.text(String(decoding: bytes, as: UTF8.self))]
    }
    var reader = MarkdownLineReader(bytes: bytes, location: location)
    return reader.content()
  }

  private init(bytes: [UInt8], location: SourceLocation?) {
    self.bytes = bytes
    self.location = location
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "\""),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "{"), UInt8(ascii: "<"),
      UInt8(ascii: "&"), UInt8(ascii: "\\"), 0x0A:
      true
    default: false
    }
  }

  private mutating func content() -> [OSCALElement.Content] {
    while index < bytes.count {
      let byte = bytes[index]
      guard Self.isSpecial(byte), takeSpecial(byte) else {
        text.append(byte)
        index += 1
        continue
      }
    }
    flushText()
    return Self.merged(nodes[...])
  }

  /// Takes what begins with `byte` as markup; `false` where it is text.
  private mutating func takeSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"): takeEscape()
    case UInt8(ascii: "*"): takeStars()
    case UInt8(ascii: "~"): takeMark(.sub, "sub")
    case UInt8(ascii: "^"): takeMark(.sup, "sup")
    case UInt8(ascii: "\""): takeQuote()
    case UInt8(ascii: "`"): takeCode()
    case UInt8(ascii: "["): openMark(.link, length: 1)
    case UInt8(ascii: "!"): byteAt(index + 1) == UInt8(ascii: "[") && openMark(.image, length: 2)
    case UInt8(ascii: "]"): takeBracket()
    case UInt8(ascii: "{"): takeInsert()
    case UInt8(ascii: "<"): takeTag()
    case UInt8(ascii: "&"): takeReference()
    case 0x0A: takeLineEnd()
    default: false
    }
  }

  func byteAt(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  // MARK: Nodes

  mutating func flushText() {
    guard !text.isEmpty else { return }
    nodes.append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }

  mutating func append(_ element: OSCALElement) {
    flushText()
    var element = element
    element.location = location
    nodes.append(.element(element))
  }

  /// Opens something whose own text is the next `length` bytes.
  mutating func openMark(
    _ kind: Opening.Kind, length: Int, attributes: [OSCALElement.Attribute] = []
  ) -> Bool {
    guard open.count < Self.deepest else { return false }
    flushText()
    open.append(Opening(kind: kind, node: nodes.count, attributes: attributes))
    nodes.append(.text(String(decoding: bytes[index..<index + length], as: UTF8.self)))
    index += length
    return true
  }

  /// Closes the innermost opening of one of `kinds` as an element; what opened in it and is not closed stays text.
  mutating func close(_ opening: Int, as name: String, attributes: [OSCALElement.Attribute] = []) {
    flushText()
    let start = open[opening].node
    let content = OSCALMarkup.empty.contains(name) ? [] : Self.merged(nodes[(start + 1)...])
    let element = OSCALElement(name, attributes, content, at: location)
    nodes.removeSubrange(start...)
    nodes.append(.element(element))
    open.removeSubrange(opening...)
  }

  /// Gives up an opening: its own text is text.
  mutating func abandon(_ opening: Int) { open.remove(at: opening) }

  /// The text of what stands in an opening.
  mutating func plainText(in opening: Int) -> String {
    flushText()
    return OSCALElement("", [], Array(nodes[(open[opening].node + 1)...])).text
  }

  func innermost(_ isWanted: (Opening.Kind) -> Bool) -> Int? { open.lastIndex { isWanted($0.kind) } }

  private static func merged(_ nodes: ArraySlice<OSCALElement.Content>) -> [OSCALElement.Content] {
    var merged: [OSCALElement.Content] = []
    var texts: [String] = []
    for node in nodes {
      if case .text(let text) = node {
        texts.append(text)
        continue
      }
      if !texts.isEmpty { merged.append(.text(texts.joined())) }
      texts.removeAll()
      merged.append(node)
    }
    if !texts.isEmpty { merged.append(.text(texts.joined())) }
    return merged
  }
}
