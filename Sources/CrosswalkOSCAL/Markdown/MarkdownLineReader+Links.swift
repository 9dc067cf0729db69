/// Links, images, inserted parameters, tags and character references.
extension MarkdownLineReader {
  private static let longestName = 1_024
  private static let mostParentheses = 32

  // MARK: Links

  mutating func takeBracket() -> Bool {
    guard let opening = innermost({ $0 == .link || $0 == .image }) else { return false }
    guard byteAt(index + 1) == UInt8(ascii: "("), let (target, end) = target(from: index + 2) else {
      abandon(opening)
      return false
    }
    if open[opening].kind == .link {
      close(opening, as: "a", attributes: [.init("href", target)])
    } else {
      let text = plainText(in: opening)
      close(opening, as: "img", attributes: [.init("alt", text), .init("src", target)])
    }
    index = end
    return true
  }

  /// The target of a link up to its closing parenthesis, and the offset behind that.
  private func target(from start: Int) -> (String, Int)? {
    var target: [UInt8] = []
    var place = start
    var depth = 0
    while let byte = byteAt(place) {
      switch byte {
      case UInt8(ascii: ")") where depth == 0:
        return (String(decoding: target, as: UTF8.self), place + 1)
      case UInt8(ascii: "("):
        depth += 1
        guard depth <= Self.mostParentheses else { return nil }
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"):
        if let next = byteAt(place + 1), next.isPunctuation {
          target.append(next)
          place += 2
          continue
        }
      case _ where byte.isBlank || byte == UInt8(ascii: "<"): return nil
      default: break
      }
      target.append(byte)
      place += 1
    }
    return nil
  }

  // MARK: Inserts

  /// Takes the mention of a parameter: `{{ insert: param, id }}`.
  mutating func takeInsert() -> Bool {
    var cursor = index
    func skipBlanks() { while byteAt(cursor) == 0x20, cursor - index < Self.longestName { cursor += 1 } }
    func take(_ word: StaticString) -> Bool {
      let length = word.utf8CodeUnitCount
      guard cursor + length <= bytes.count,
        bytes[cursor..<cursor + length].elementsEqual(
          UnsafeBufferPointer(start: word.utf8Start, count: length))
      else { return false }
      cursor += length
      return true
    }
    func token() -> String? {
      let start = cursor
      while let byte = byteAt(cursor), byte.isWordByte || "-_.".utf8.contains(byte),
        cursor - start < Self.longestName
      { cursor += 1 }
      return cursor > start ? String(decoding: bytes[start..<cursor], as: UTF8.self) : nil
    }
    guard take("{{") else { return false }
    skipBlanks()
    guard take("insert:") else { return false }
    skipBlanks()
    guard let type = token(), take(",") else { return false }
    skipBlanks()
    guard let id = token() else { return false }
    skipBlanks()
    guard take("}}") else { return false }
    append(OSCALElement("insert", [.init("type", type), .init("id-ref", id)]))
    index = cursor
    return true
  }

  // MARK: Tags

  mutating func takeTag() -> Bool {
    guard let tag = MarkdownTag(bytes, at: index), OSCALMarkup.all.contains(tag.name) else { return false }
    if OSCALMarkup.empty.contains(tag.name), !tag.isEnd {
      append(OSCALElement(tag.name, tag.attributes))
      index = tag.end
      return true
    }
    if tag.isEmpty {
      append(OSCALElement(tag.name, tag.attributes))
    } else if tag.isEnd {
      guard let opening = innermost({ $0 == .tag(tag.name) }) else { return false }
      close(opening, as: tag.name, attributes: open[opening].attributes)
    } else {
      return openMark(.tag(tag.name), length: tag.end - index, attributes: tag.attributes)
    }
    index = tag.end
    return true
  }

  mutating func takeReference() -> Bool {
    guard let (scalar, end) = CharacterReference.read(bytes, at: index) else { return false }
    text.append(contentsOf: String(Character(scalar)).utf8)
    index = end
    return true
  }
}

/// A start or end tag in a text.
struct MarkdownTag {
  let name: String
  private(set) var attributes: [OSCALElement.Attribute] = []
  private(set) var isEnd = false
  /// Whether it ends itself: `<br/>`.
  private(set) var isEmpty = false
  /// Offset behind it.
  private(set) var end: Int

  /// The attributes that markup of OSCAL has.
  private static let known: Set<String> = [
    "href", "title", "src", "alt", "type", "id-ref", "class", "align", "start",
  ]

  /// The tag whose `<` stands at `start`; `nil` where there is none.
  init?(_ bytes: [UInt8], at start: Int) {
    end = start + 1
    func current(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }
    if current(end) == UInt8(ascii: "/") {
      isEnd = true
      end += 1
    }
    guard let name = Self.name(bytes, &end) else { return nil }
    self.name = name
    while let byte = current(end) {
      switch byte {
      case UInt8(ascii: ">"):
        end += 1
        return
      case UInt8(ascii: "/") where current(end + 1) == UInt8(ascii: ">") && !isEnd:
        isEmpty = true
        end += 1
      case _ where byte.isBlank: end += 1
      default:
        guard !isEnd, let name = Self.name(bytes, &end), Self.known.contains(name),
          !attributes.contains(where: { $0.name == name }), current(end) == UInt8(ascii: "="),
          let quote = current(end + 1), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
          let close = bytes[(end + 2)...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }),
          bytes[close] == quote
        else { return nil }
        attributes.append(.init(name, CharacterReference.resolved(bytes[end + 2..<close])))
        end = close + 1
      }
    }
    return nil
  }

  private static func name(_ bytes: [UInt8], _ end: inout Int) -> String? {
    let start = end
    while end < bytes.count, end - start < 64,
      (0x30...0x39).contains(bytes[end]) || (0x61...0x7A).contains(bytes[end]) || bytes[end] == 0x2D
    { end += 1 }
    return end > start ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
  }
}

/// `&amp;`, `&#8217;`, `&#x2019;`.
enum CharacterReference {
  private static let longest = 10
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// The character that the reference at `start` stands for, and the offset behind it; `nil` where there is none.
  static func read(_ bytes: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    let reach = min(start + Self.longest, bytes.count)
    guard let end = bytes[start..<reach].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    if let scalar = named[name] { return (scalar, end + 1) }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, let scalar = Unicode.Scalar(value), value >= 0x20 || value == 9 || value == 10,
      value != 0xFFFE, value != 0xFFFF
    else { return nil }
    return (scalar, end + 1)
  }

  /// The text with its references resolved.
  static func resolved(_ slice: ArraySlice<UInt8>) -> String {
    guard slice.contains(UInt8(ascii: "&")) else { return String(decoding: slice, as: UTF8.self) }
    let bytes = Array(slice)
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = read(bytes, at: index) {
        text.append(contentsOf: String(Character(scalar)).utf8)
        index = end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
