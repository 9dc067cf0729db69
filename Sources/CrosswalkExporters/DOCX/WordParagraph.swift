import CrosswalkModel

/// The text of one paragraph, joined from the runs into which a word processor split it, and the tags in it.
struct WordParagraph {
  /// Where a piece of the text comes from.
  struct Piece {
    /// The element: `w:t`, or one that stands for a single character.
    let node: Int
    /// Its place in the text.
    let range: Range<Int>
    /// Whether it is a `w:t`; anything else goes away where a tag is laid over it.
    let isText: Bool
  }

  /// The paragraph.
  let node: Int
  /// Its number in the part, from 1: the line that messages name.
  let number: Int
  /// What it says, in UTF-8; U+FFFC for what is no text.
  private(set) var text: [UInt8] = []
  /// Where the text comes from, in order.
  private(set) var pieces: [Piece] = []
  /// The tags in order.
  private(set) var tags: [TagScanner.Found] = []
  /// For each tag the place, among the pieces, of the one that it begins in.
  private(set) var homes: [Int] = []
  /// What looks like a tag and is none.
  private(set) var problems: [TemplateError] = []

  /// Reads the paragraph at `node`.
  init(_ node: Int, number: Int, in tree: WordTree, file: String) {
    self.node = node
    self.number = number
    collect(node, in: tree)
    guard Self.hasOpening(text) else { return }
    let scanner = TagScanner(Self.plain(text), from: SourceLocation(file: file, line: number, column: 1))
    var home = 0
    for found in scanner.found {
      while home < pieces.count, pieces[home].range.upperBound <= found.range.lowerBound { home += 1 }
      // Braces that no run holds are none: a tag begins in text.
      guard home < pieces.count, pieces[home].isText else { continue }
      tags.append(found)
      homes.append(home)
    }
    let excerpt = excerpt
    problems = scanner.problems.map { TemplateError($0.reason, at: $0.location, excerpt: excerpt) }
  }

  private mutating func collect(_ index: Int, in tree: WordTree) {
    for child in tree.nodes[index].children {
      switch tree.nodes[child].name {
      case .t: append(tree.text(of: child), child, isText: true)
      case .tab: if tree.nodes[index].name == .r { append([UInt8(ascii: "\t")], child) }
      case .br where tree.nodes[child].value == "page": append(Self.object, child)
      case .br, .cr: append([UInt8(ascii: "\n")], child)
      case .noBreakHyphen: append([UInt8(ascii: "-")], child)
      case .softHyphen: append([], child)
      // A paragraph inside of this one (a text box) is one of its own; what was deleted is not there.
      case .p, .del, .moveFrom: continue
      case .some(let name) where name.isObject:
        append(Self.object, child)
        if name == .fldSimple { collect(child, in: tree) }
      case .pPr: if tree.child(.sectPr, of: child) != nil { append(Self.object, child) }
      default: collect(child, in: tree)
      }
    }
  }

  private mutating func append(_ bytes: [UInt8], _ node: Int, isText: Bool = false) {
    pieces.append(Piece(node: node, range: text.count..<(text.count + bytes.count), isText: isText))
    text += bytes
  }

  /// U+FFFC: something that is no text.
  private static let object: [UInt8] = [0xEF, 0xBF, 0xBC]

  /// Whether two braces that begin a tag stand next to each other in `text`.
  static func hasOpening(_ text: some Collection<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "{"), previous == byte { return true }
      previous = byte
    }
    return false
  }

  /// The text with a blank for every line break and tab, and blanks for no-break spaces: word processors put them into
  /// tags without being asked.
  private static func plain(_ text: [UInt8]) -> [UInt8] {
    var plain = text
    for index in plain.indices {
      switch plain[index] {
      case 0x09, 0x0A: plain[index] = 0x20
      case 0xA0 where index > 0 && plain[index - 1] == 0xC2:
        plain[index - 1] = 0x20
        plain[index] = 0x20
      default: break
      }
    }
    return plain
  }

  /// The beginning of the text, for messages.
  var excerpt: String {
    let line = String(decoding: Self.plain(Array(text.prefix(2048))), as: UTF8.self)
    return line.count > 80 ? line.prefix(79) + "…" : line
  }

  /// The whole text on one line, without blanks at its ends.
  var excerptOfAll: String {
    let line = String(decoding: Self.plain(text), as: UTF8.self)
    return line.split(separator: " ").joined(separator: " ").replacing("\u{FFFC}", with: "")
  }

  /// The bytes from the first through the last that is no blank and stands in none of the tags `ignored`, which are in
  /// order; `nil` where there is none.
  func content(ignoring ignored: [Range<Int>] = []) -> Range<Int>? {
    var found: Range<Int>?
    var index = 0
    var rest = ignored[...]
    while index < text.count {
      if let tag = rest.first, tag.lowerBound <= index {
        index = max(index, tag.upperBound)
        rest.removeFirst()
      } else if text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0A {
        index += 1
      } else if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        index += 2
      } else {
        found = (found?.lowerBound ?? index)..<(index + 1)
        index += 1
      }
    }
    return found
  }
}
