/// Blanks, strings, numbers and words.
extension JSONEventReader {
  /// The byte at which reading stands, where it is in the window; `nil` at the end, once blanks were skipped.
  var current: UInt8? {
    offset < text.window.end ? text.window.bytes(from: offset, to: offset + 1)[0] : nil
  }

  /// The byte at `offset`, which is read where need be; `nil` at the end of the text.
  private mutating func byte(at offset: Int) throws(ReadingError) -> UInt8? {
    while offset >= text.window.end {
      text.window.discard(before: tokenStart)
      guard try text.readMore() else { return nil }
    }
    return text.window.bytes(from: offset, to: offset + 1)[0]
  }

  /// Goes to the next byte that is no blank, or to the end; the text before it is not needed any more.
  mutating func skipBlanks() throws(ReadingError) {
    repeat {
      let bytes = text.window.bytes(from: offset)
      var count = 0
      while count < bytes.count, bytes[count].isXMLSpace { count += 1 }
      offset += count
      tokenStart = offset
    } while try byte(at: offset)?.isXMLSpace == true
  }

  // MARK: Strings

  /// The content of the string that begins at `offset`, of at most `limit` bytes as written.
  mutating func string(limit: Int, tooLong: ReadingError.Reason) throws(ReadingError) -> String {
    let start = offset + 1
    var end = start
    // What was read before `run`, once an escape made the content another text than the one that stands there.
    var resolved: [UInt8] = []
    var run = start
    while true {
      end += Self.plainPrefix(text.window.bytes(from: end))
      guard end - start <= limit else { throw text.error(tooLong, at: tokenStart) }
      guard let byte = try byte(at: end) else {
        throw text.error(.malformedJSON(.unclosedString), at: tokenStart)
      }
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        resolved.append(contentsOf: text.window.bytes(from: run, to: end))
        run = try escape(at: end, into: &resolved)
        end = run
      } else if byte < 0x20 {
        throw text.error(.malformedJSON(.controlCharacter), at: end)
      }
    }
    offset = end + 1
    let rest = text.window.bytes(from: run, to: end)
    guard run > start else { return String(decoding: rest, as: UTF8.self) }
    resolved.append(contentsOf: rest)
    return String(decoding: resolved, as: UTF8.self)
  }

  /// How many bytes stand for themselves.
  private static func plainPrefix(_ bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    while count < bytes.count {
      let byte = bytes[count]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      count += 1
    }
    return count
  }

  /// Resolves the escape whose backslash stands at `start`, and gives the offset behind it.
  private mutating func escape(at start: Int, into text: inout [UInt8]) throws(ReadingError) -> Int {
    guard let kind = try byte(at: start + 1) else { throw unclosedString() }
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return try unicodeEscape(at: start, into: &text)
    default: throw self.text.error(.malformedJSON(.unknownEscape), at: start)
    }
    return start + 2
  }

  private mutating func unicodeEscape(at start: Int, into text: inout [UInt8]) throws(ReadingError) -> Int {
    var value = try codeUnit(at: start)
    var end = start + 6
    if value & 0xFC00 == 0xD800, try byte(at: end) == UInt8(ascii: "\\"),
      try byte(at: end + 1) == UInt8(ascii: "u")
    {
      let low = try codeUnit(at: end)
      guard low & 0xFC00 == 0xDC00 else { throw self.text.error(.malformedJSON(.loneSurrogate), at: start) }
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      end += 6
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw self.text.error(.malformedJSON(.loneSurrogate), at: start)
    }
    guard value != 0 else { throw self.text.error(.malformedJSON(.escapedNUL), at: start) }
    text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    return end
  }

  /// The four hexadecimal digits of the escape whose backslash stands at `start`.
  private mutating func codeUnit(at start: Int) throws(ReadingError) -> UInt32 {
    var value: UInt32 = 0
    for place in start + 2..<start + 6 {
      guard let byte = try byte(at: place) else { throw unclosedString() }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw text.error(.malformedJSON(.unknownEscape), at: start)
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func unclosedString() -> ReadingError {
    text.error(.malformedJSON(.unclosedString), at: tokenStart)
  }

  // MARK: Numbers and words

  /// A number, `true`, `false` or `null`.
  mutating func word() throws(ReadingError) -> JSONEvent.Kind {
    var end = offset
    while let byte = try byte(at: end), Self.isWordByte(byte) {
      end += 1
      guard end - offset <= limits.nameBytes else {
        throw text.error(.wordTooLong(limit: limits.nameBytes), at: offset)
      }
    }
    guard end > offset else { throw fault(.valueExpected) }
    let word = String(decoding: text.window.bytes(from: offset, to: end), as: UTF8.self)
    let kind: JSONEvent.Kind
    switch word {
    case "true": kind = .boolean(true)
    case "false": kind = .boolean(false)
    case "null": kind = .null
    default:
      if let fault = Self.fault(ofNumber: word) { throw text.error(.malformedJSON(fault), at: offset) }
      kind = .number(word)
    }
    offset = end
    return kind
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Whether JSON writes a number as `text`.
  public static func isNumber(_ text: String) -> Bool { fault(ofNumber: text) == nil }

  /// What is wrong with a word as a number, `nil` where it is one.
  private static func fault(ofNumber word: String) -> JSONFault? {
    let unsigned = word.utf8.first == UInt8(ascii: "-") ? word.utf8.dropFirst() : word.utf8[...]
    guard let first = unsigned.first else { return .malformedNumber }
    guard isDigit(first) else {
      if ["NaN", "Infinity", "inf", "nan"].contains(String(unsigned)) { return .notANumber }
      return "+-.".utf8.contains(word.utf8.first ?? first) ? .malformedNumber : .unknownWord
    }
    let digits = unsigned.prefix(while: isDigit)
    if first == UInt8(ascii: "0"), digits.count > 1 { return .leadingZero }
    var rest = unsigned.dropFirst(digits.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return .malformedNumber }
      rest = rest.dropFirst(fraction.count + 1)
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let exponent = rest.prefix(while: isDigit)
      guard !exponent.isEmpty else { return .malformedNumber }
      rest = rest.dropFirst(exponent.count)
    }
    return rest.isEmpty ? nil : .malformedNumber
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
