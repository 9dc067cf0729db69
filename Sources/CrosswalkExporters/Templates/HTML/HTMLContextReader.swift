import CrosswalkModel

/// Reads an HTML template as a browser would, to know in which context each tag stands.
///
/// It knows less than a browser and refuses what it does not know: then both agree on what is text, what is a value of an
/// attribute, and what is neither. Cost: one pass.
struct HTMLContextReader {
  /// What goes into the page at a place.
  struct Insertion {
    enum What {
      case text(String)
      case tag(TemplateTag)
    }
    let range: Range<Int>
    let what: What
  }

  /// What is wrong, in order of place.
  var problems: [TemplateError] = []
  /// What the style elements hold, in order.
  private(set) var styles: [[UInt8]] = []

  let bytes: [UInt8]
  var offset = 0

  let tags: [Int: TagScanner.Found]
  private let lineStarts: [Int]
  private let file: String
  private var insertions: [Insertion] = []
  /// The sections that are open in the context.
  var sections = OpenSections()
  /// The end of `<head>`.
  private var head: Int?
  private var hasDoctype = false

  init(_ bytes: [UInt8], tags: [TagScanner.Found], file: String) {
    self.bytes = bytes
    self.file = file
    self.tags = Dictionary(tags.map { ($0.range.lowerBound, $0) }) { first, _ in first }
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The tags, the policy in the head, and nothing where comments were, in order of place.
  func insertions(of policy: String) -> [Insertion] {
    guard let head else { return insertions }
    return (insertions + [Insertion(range: head..<head, what: .text(policy))])
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Reads to the end.
  mutating func read() {
    while offset < bytes.count {
      if let found = tags[offset] {
        take(found)
      } else if bytes[offset] == UInt8(ascii: "<") {
        readMarkup()
      } else {
        offset += 1
      }
    }
    problems += sections.end()
    if !hasDoctype { refuse("the page has no <!DOCTYPE html>", "begin with it", at: 0) }
    if head == nil { refuse("the page has no <head>", "write <head>…</head> before <body>", at: 0) }
  }

  // MARK: - Tags

  mutating func take(_ found: TagScanner.Found) {
    insertions.append(Insertion(range: found.range, what: Self.what(found.tag)))
    problems += sections.meet(found.tag)
    offset = found.range.upperBound
  }

  private static func what(_ tag: TemplateTag) -> Insertion.What {
    tag.kind == .comment ? .text("") : .tag(tag)
  }

  /// Refuses the tag at `offset`, if there is one, and moves behind it.
  mutating func refuseTag(in context: String, _ hint: String) -> Bool {
    guard let found = tags[offset] else { return false }
    offset = found.range.upperBound
    if found.tag.kind != .comment {
      problems.append(
        TemplateError(
          .unsafeContext(tag: found.tag.spelling, context: context, hint: hint), at: found.tag.location))
    }
    return true
  }

  mutating func refuse(_ what: String, _ hint: String, at offset: Int) {
    problems.append(TemplateError(.html(what, hint: hint), at: place(offset)))
  }

  private func place(_ offset: Int) -> SourceLocation {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceLocation(file: file, line: low + 1, column: offset - lineStarts[low] + 1)
  }

  // MARK: - Markup

  private mutating func readMarkup() {
    let start = offset
    if starts("<!--") { return readComment() }
    if starts("<!doctype html>") {
      hasDoctype = true
      offset += 15
      return
    }
    offset += 1
    let isEnd = offset < bytes.count && bytes[offset] == UInt8(ascii: "/")
    if isEnd { offset += 1 }
    let name = readName()
    guard !name.isEmpty else {
      if !refuseTag(in: "the name of an element", "tags stand between elements and in quoted attributes") {
        refuse("a sign < that begins no element", "write &lt;", at: start)
      }
      return
    }
    if !HTMLRules.elements.contains(name) {
      refuse(
        "the element <\(name)>", "joint documents hold headings, text, lists, tables and images", at: start)
    }
    readAttributes(of: name)
    if isEnd { return }
    switch name {
    case "head": head = head ?? offset
    case "style": readStyle()
    case "title": readTitle()
    default: break
    }
  }

  /// Takes a comment out of the page.
  private mutating func readComment() {
    let start = offset
    offset += 4
    while offset < bytes.count, !starts("-->") {
      if !refuseTag(in: "a comment", "write the words of the next author as {{! … }}") { offset += 1 }
    }
    guard offset < bytes.count else {
      return refuse("a comment that does not end", "end it with -->", at: start)
    }
    offset += 3
    insertions.append(Insertion(range: start..<offset, what: .text("")))
  }

  private mutating func readStyle() {
    let start = offset
    while offset < bytes.count, !starts("</style") {
      if !refuseTag(in: "a style sheet", "give elements classes, and write styles without tags") {
        offset += 1
      }
    }
    let style = Array(bytes[start..<offset])
    styles.append(style)
    if let (what, hint) = HTMLRules.refusal(ofStyle: String(decoding: style, as: UTF8.self)) {
      refuse(what, hint, at: start)
    }
  }

  /// A title holds text and nothing else.
  private mutating func readTitle() {
    let outer = sections
    sections = OpenSections()
    while offset < bytes.count, !starts("</title") {
      if let found = tags[offset], found.tag.kind != .partial {
        take(found)
      } else if !refuseTag(in: "the title", "parts stand between elements") {
        offset += 1
      }
    }
    problems += sections.end()
    sections = outer
  }

  // MARK: - Bytes

  /// Whether `text`, in small letters, stands at `offset`, in whichever case.
  func starts(_ text: String) -> Bool {
    guard offset + text.utf8.count <= bytes.count else { return false }
    return zip(text.utf8, bytes[offset...]).allSatisfy { wanted, byte in
      byte == wanted || (byte >= 0x41 && byte <= 0x5A && byte | 0x20 == wanted)
    }
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C }

  mutating func skipBlanks() {
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
  }

  /// Reads letters, digits and hyphens, as small letters.
  mutating func readName() -> String {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        offset += 1
      default: return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
      }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
  }
}
