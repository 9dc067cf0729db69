import CrosswalkModel

/// Reads an HTML template as a browser would, to know in which context each tag stands.
///
/// It knows less than a browser and refuses what it does not know: then both agree on what is text, what is a value of an
/// attribute, and what is neither. Cost: one pass.
struct HTMLContextReader {
  /// What goes into the page at a place.
  struct Insertion {
    enum What {
      /// Nothing: a comment stood there.
      case nothing
      /// The policy of the page.
      case policy
      case tag(TemplateTag)
    }
    let range: Range<Int>
    let what: What
  }

  /// What is wrong, in order of place.
  var problems: [TemplateError] = []
  /// The tags, the policy at the start of the head, and nothing where comments were, in order of place.
  private(set) var insertions: [Insertion] = []
  /// What the style elements hold, in order.
  private(set) var styles: [[UInt8]] = []

  let bytes: [UInt8]
  var offset = 0

  let tags: [Int: TagScanner.Found]
  private let lineStarts: [Int]
  private let file: String
  /// The sections that are open in the context.
  var sections = OpenSections()

  init(_ bytes: [UInt8], tags: [TagScanner.Found], file: String) {
    self.bytes = bytes
    self.file = file
    self.tags = Dictionary(tags.map { ($0.range.lowerBound, $0) }) { first, _ in first }
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Reads to the end.
  mutating func read() {
    readBeginning()
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
  }

  /// Reads up to the start of the head, where the policy goes.
  ///
  /// Anything else before it, or a section around it, would open the body in a browser, where no policy counts.
  private mutating func readBeginning() {
    let hint = "begin with <!DOCTYPE html><html><head>"
    skipUnseen()
    guard starts("<!doctype html>") else {
      return refuse("the page does not begin with <!DOCTYPE html>", hint, at: offset)
    }
    offset += 15
    skipUnseen()
    if startsElement("html") {
      readMarkup()
      skipUnseen()
    }
    guard startsElement("head") else {
      return refuse("something else than <head> stands at the start of the page", hint, at: offset)
    }
    readMarkup()
    insertions.append(Insertion(range: offset..<offset, what: .policy))
  }

  /// Passes over blanks and comments of both kinds.
  private mutating func skipUnseen() {
    while offset < bytes.count {
      if let found = tags[offset], found.tag.kind == .comment {
        take(found)
      } else if starts("<!--") {
        readComment()
      } else if isBlank(bytes[offset]) {
        offset += 1
      } else {
        return
      }
    }
  }

  // MARK: - Tags

  mutating func take(_ found: TagScanner.Found) {
    let isComment = found.tag.kind == .comment
    insertions.append(Insertion(range: found.range, what: isComment ? .nothing : .tag(found.tag)))
    problems += sections.meet(found.tag)
    offset = found.range.upperBound
  }

  /// Refuses the tag at `offset`, if there is one, and moves behind it.
  ///
  /// So are comments: what they leave when they vanish would be another page than the one that was read.
  mutating func refuseTag(in context: String, _ hint: String) -> Bool {
    guard let found = tags[offset] else { return false }
    offset = found.range.upperBound
    problems.append(
      TemplateError(
        .unsafeContext(tag: found.tag.spelling, context: context, hint: hint), at: found.tag.location))
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
    case "style": readStyle()
    case "title": readTitle()
    default: break
    }
  }

  /// Takes a comment out of the page.
  private mutating func readComment() {
    let start = offset
    if start > 0, bytes[start - 1] == UInt8(ascii: "{") {
      refuse(
        "a comment behind a brace", "leave a blank between them: without the comment two braces make a tag",
        at: start)
    }
    offset += 4
    while offset < bytes.count, !starts("-->") {
      if !refuseTag(in: "a comment", "write the words of the next author as {{! … }}") { offset += 1 }
    }
    guard offset < bytes.count else {
      return refuse("a comment that does not end", "end it with -->", at: start)
    }
    offset += 3
    insertions.append(Insertion(range: start..<offset, what: .nothing))
  }

  private mutating func readStyle() {
    let start = offset
    while offset < bytes.count, !starts("</style") {
      if !refuseTag(in: "a style sheet", "give elements classes, and write styles without tags") {
        offset += 1
      }
    }
    if offset == bytes.count { refuse("a style sheet that does not end", "end it with </style>", at: start) }
    let style = Array(bytes[start..<offset])
    styles.append(style)
    if let (what, hint) = HTMLRules.refusal(ofStyle: String(decoding: style, as: UTF8.self)) {
      refuse(what, hint, at: start)
    }
  }

  /// A title holds text and nothing else.
  private mutating func readTitle() {
    let start = offset
    let outer = sections
    sections = OpenSections()
    while offset < bytes.count, !starts("</title") {
      if let found = tags[offset], found.tag.kind != .partial {
        take(found)
      } else if !refuseTag(in: "the title", "parts stand between elements") {
        // Tags may leave nothing, and what stands around them would end the title.
        if bytes[offset] == UInt8(ascii: "<") { refuse("a sign < in the title", "write &lt;", at: offset) }
        offset += 1
      }
    }
    if offset == bytes.count { refuse("a title that does not end", "end it with </title>", at: start) }
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

  /// Whether the start of the element `name` stands at `offset`.
  private func startsElement(_ name: String) -> Bool {
    guard starts("<" + name) else { return false }
    let end = offset + 1 + name.utf8.count
    return end == bytes.count || !isNameByte(bytes[end])
  }

  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C }

  mutating func skipBlanks() {
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
  }

  /// Whether a byte is one of letters, digits and hyphens.
  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Reads letters, digits and hyphens, as small letters.
  mutating func readName() -> String {
    let start = offset
    while offset < bytes.count, isNameByte(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
  }
}
