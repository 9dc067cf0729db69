/// Looks at the bytes of a document before libxml2 does, and stops what would harm it.
///
/// libxml2 2.9.14 needs 50 s for a start tag with 100,000 attributes, and expands the entities of a document type
/// declaration before anyone is asked. So this scanner finds the ends of tags, comments, CDATA sections and
/// instructions, counts what limits count, and refuses `<!DOCTYPE`. Whether the document is well-formed stays
/// libxml2's question: on malformed markup the scanner may lose its way, but the parser stops there first.
struct XMLScanner {
  /// A construct that must not reach the parser; everything before `offset` may.
  struct Violation {
    let reason: ReadingError.Reason
    let offset: Int
  }

  private enum Mode {
    case content
    /// Inside a tag, and inside a value when `quote` is not 0.
    case tag(quote: UInt8)
    case comment, characterData, instruction
  }

  /// Offset up to which the text was looked at: the parser may have what lies before it.
  private(set) var position = 0
  /// Offsets of the processing instructions that the parser has not yet reported, in order.
  var instructions = Queue<Int>()
  /// Parts that the parser must get in one go, in order; those it has may be removed.
  var indivisible = Queue<Range<Int>>()
  /// Whether there was any markup.
  private(set) var sawMarkup = false

  private let limits: ReadingLimits
  private var mode = Mode.content
  private var isLast = false
  private var constructStart = 0
  private var attributes = 0
  private var nameLength = 0

  init(limits: ReadingLimits) { self.limits = limits }

  /// Looks at the next piece of the text, which begins at ``position``.
  ///
  /// A construct whose kind the last bytes leave open stays for
  /// the next call, unless `isLast`.
  mutating func scan(_ text: UnsafeRawBufferPointer, isLast: Bool) -> Violation? {
    guard let base = text.baseAddress else { return nil }
    self.isLast = isLast
    var cursor = Cursor(base: base, index: 0, end: text.count, offset: position)
    defer { position = cursor.offset + (isLast ? text.count : cursor.index) }
    while cursor.index < cursor.end {
      let before = cursor.index
      let violation: Violation? =
        switch mode {
        case .content: scanContent(&cursor)
        case .tag(let quote): scanTag(&cursor, quote: quote)
        case .comment: scanUntil("-->", &cursor)
        case .characterData: scanUntil("]]>", &cursor)
        case .instruction: scanUntil("?>", &cursor)
        }
      if let violation { return violation }
      if cursor.index == before { break }
    }
    return nil
  }

  /// Goes from one `<` to a later one for as long as their distance alone proves the tags between them harmless.
  private mutating func scanContent(_ cursor: inout Cursor) -> Violation? {
    guard var open = cursor.find(0x3C, from: cursor.index) else {
      cursor.index = cursor.end
      return nil
    }
    sawMarkup = true
    let special = cursor.findSpecial(from: open)
    // An attribute takes four bytes at least, and `<` cannot stand inside a tag.
    let harmless = min(limits.attributes * 4, limits.tagBytes, limits.nameBytes)
    while open < special {
      // Half the distance at once; where that leads too far, the very next one.
      let far = cursor.find(0x3C, from: min(open + max(harmless / 2, 1), special), to: special)
      guard let next = far.flatMap({ $0 - open < harmless ? $0 : nil }) ?? cursor.find(0x3C, from: open + 1),
        next - open < harmless
      else {
        if open + 1 == cursor.end { break }
        return begin(.tag(quote: 0), at: open, length: 1, &cursor)
      }
      open = next
    }
    return beginSpecial(at: open, &cursor)
  }

  /// Tells apart what begins with `<!` or `<?`, once enough bytes are there.
  private mutating func beginSpecial(at open: Int, _ cursor: inout Cursor) -> Violation? {
    cursor.index = open
    if cursor.has("<?", at: open) {
      // The XML declaration is no instruction, `<?xml-stylesheet` at the very beginning is one.
      guard cursor.end - open >= 6 || isLast else { return nil }
      let isDeclaration =
        cursor.offset + open == 0 && cursor.has("<?xml", at: open) && cursor.end > 5 && cursor[5].isXMLSpace
      if !isDeclaration { instructions.append(cursor.offset + open) }
      return begin(.instruction, at: open, length: 2, &cursor)
    }
    if cursor.has("<!-->", at: open) || cursor.has("<!--->", at: open) {
      return beginOddComment(at: open, &cursor)
    }
    if cursor.has("<!--", at: open), cursor.end - open >= 6 || isLast {
      return begin(.comment, at: open, length: 4, &cursor)
    }
    if cursor.has("<![CDATA[", at: open) { return begin(.characterData, at: open, length: 9, &cursor) }
    if cursor.has("<!DOCTYPE", at: open) { return Violation(reason: .doctype, offset: cursor.offset + open) }
    guard cursor.end - open >= 9 else { return nil }
    return begin(.tag(quote: 0), at: open, length: 2, &cursor)
  }

  /// Goes over a comment that begins with `>` or `->`, as it may.
  ///
  /// libxml2 2.9.14 takes the first bytes of such a comment for its ending, and the rest for missing unless it is
  /// there: so the comment goes to the parser in one go, and is held to the limit of a tag.
  private mutating func beginOddComment(at open: Int, _ cursor: inout Cursor) -> Violation? {
    if let ending = cursor.find("-->", from: open + 4) {
      cursor.index = ending + 3
      indivisible.append(cursor.offset + open..<cursor.offset + cursor.index)
    } else if cursor.end - open > limits.tagBytes {
      return Violation(reason: .textTooLong(limit: limits.tagBytes), offset: cursor.offset + open)
    } else if isLast {
      return begin(.comment, at: open, length: 4, &cursor)
    }
    return nil
  }

  private mutating func begin(
    _ mode: Mode, at open: Int, length: Int, _ cursor: inout Cursor
  ) -> Violation? {
    self.mode = mode
    constructStart = cursor.offset + open
    attributes = 0
    nameLength = 0
    cursor.index = open + length
    return nil
  }

  /// Reads a tag byte by byte, counting `=` outside of values.
  private mutating func scanTag(_ cursor: inout Cursor, quote: UInt8) -> Violation? {
    var quote = quote
    defer { if case .tag = mode { mode = .tag(quote: quote) } }
    while cursor.index < cursor.end {
      if quote != 0 {
        let close = cursor.find(Int32(quote), from: cursor.index)
        cursor.index = close.map { $0 + 1 } ?? cursor.end
        if close != nil { quote = 0 }
      } else if takeTagByte(cursor[cursor.index], quote: &quote) {
        cursor.index += 1
        mode = .content
        return tagViolation(cursor)
      } else {
        cursor.index += 1
      }
      if let violation = tagViolation(cursor) { return violation }
    }
    return nil
  }

  /// Takes one byte outside of values; `true` for the `>` that ends the tag.
  private mutating func takeTagByte(_ byte: UInt8, quote: inout UInt8) -> Bool {
    switch byte {
    case 0x3E: return true
    case 0x22, 0x27: (quote, nameLength) = (byte, 0)
    case 0x3D:
      attributes += 1
      nameLength = 0
    case 0x20, 0x09, 0x0A, 0x0D, 0x2F: nameLength = 0
    default: nameLength += 1
    }
    return false
  }

  private func tagViolation(_ cursor: Cursor) -> Violation? {
    if attributes > limits.attributes {
      return Violation(reason: .tooManyAttributes(limit: limits.attributes), offset: constructStart)
    }
    if nameLength > limits.nameBytes {
      return Violation(reason: .nameTooLong(limit: limits.nameBytes), offset: constructStart)
    }
    if cursor.offset + cursor.index - constructStart > limits.tagBytes {
      return Violation(reason: .tagTooLong(limit: limits.tagBytes), offset: constructStart)
    }
    return nil
  }

  /// Looks for the end of a comment, CDATA section or instruction.
  private mutating func scanUntil(_ ending: StaticString, _ cursor: inout Cursor) -> Violation? {
    if let found = cursor.find(ending, from: cursor.index) {
      cursor.index = found + ending.utf8CodeUnitCount
      mode = .content
    } else {
      // The ending may lie across the border: its first bytes are looked at again.
      cursor.index = max(cursor.index, cursor.end - ending.utf8CodeUnitCount + 1)
    }
    guard cursor.offset + cursor.index - constructStart > limits.textBytes else { return nil }
    return Violation(reason: .textTooLong(limit: limits.textBytes), offset: constructStart)
  }
}
