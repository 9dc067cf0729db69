/// One line of Markdown, and what it can begin.
struct MarkdownText {
  struct Fence {
    var mark: UInt8
    var length: Int
    var indent: Int
  }

  /// What a list item begins with.
  struct Marker {
    /// The bullet, or what follows the number.
    var mark: UInt8
    /// The number of an ordered item; `nil` for a bullet.
    var number: Int?
    /// How far the content of the item is indented.
    var width: Int
  }

  var bytes: ArraySlice<UInt8>

  var isEmpty: Bool { bytes.allSatisfy(\.isBlank) }
  var indent: Int { bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count }
  var trimmedStart: ArraySlice<UInt8> { bytes.dropFirst(indent) }

  private var trimmed: ArraySlice<UInt8> {
    var line = trimmedStart
    while line.last?.isBlank == true { line.removeLast() }
    return line
  }

  /// The line without up to `count` blanks before it.
  func dropping(indent count: Int) -> MarkdownText {
    MarkdownText(bytes: bytes.dropFirst(min(indent, count)))
  }

  var heading: (level: Int, text: ArraySlice<UInt8>)? {
    var line = trimmed
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    line = line.dropFirst(level)
    guard (1...6).contains(level), line.first?.isBlank ?? true else { return nil }
    // A run of marks after a blank closes the heading.
    var text = line
    while text.last == UInt8(ascii: "#") { text.removeLast() }
    if text.last?.isBlank ?? true { line = text }
    line = line.drop(while: \.isBlank)
    while line.last?.isBlank == true { line.removeLast() }
    return (level, line)
  }

  var fence: Fence? {
    guard let mark = trimmedStart.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let length = trimmedStart.prefix { $0 == mark }.count
    guard length >= 3, !(mark == UInt8(ascii: "`") && trimmedStart.dropFirst(length).contains(mark)) else {
      return nil
    }
    return Fence(mark: mark, length: length, indent: indent)
  }

  func closes(_ fence: Fence) -> Bool {
    trimmed.count >= fence.length && trimmed.allSatisfy { $0 == fence.mark }
  }

  var isRule: Bool {
    guard let mark = trimmed.first, "-*_".utf8.contains(mark) else { return false }
    return trimmed.allSatisfy { $0 == mark || $0.isBlank } && trimmed.count { $0 == mark } >= 3
  }

  /// The level of the heading that the line before is, where this line underlines it.
  var underline: Int? {
    guard let mark = trimmed.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return nil }
    return trimmed.allSatisfy { $0 == mark } ? (mark == UInt8(ascii: "=") ? 1 : 2) : nil
  }

  var isQuoted: Bool { trimmedStart.first == UInt8(ascii: ">") }
  var unquoted: MarkdownText {
    let rest = trimmedStart.dropFirst()
    return MarkdownText(bytes: rest.first == 0x20 ? rest.dropFirst() : rest)
  }

  var marker: Marker? {
    let line = trimmedStart
    let digits = line.prefix { (0x30...0x39).contains($0) }
    guard digits.count <= 9, let mark = line.dropFirst(digits.count).first else { return nil }
    let isMark =
      digits.isEmpty ? "-*+".utf8.contains(mark) : mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    let rest = line.dropFirst(digits.count + 1)
    guard isMark, rest.first?.isBlank ?? true else { return nil }
    let blanks = rest.prefix { $0 == 0x20 }.count
    let isEmptyItem = blanks == rest.count
    return Marker(
      mark: mark, number: digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self)),
      width: indent + digits.count + 1 + (isEmptyItem || blanks > 4 ? 1 : max(blanks, 1)))
  }

  /// Whether the line begins a block where it follows a line of a paragraph.
  func interruptsParagraph(canNest: Bool) -> Bool {
    if heading != nil || fence != nil || isRule { return true }
    guard canNest else { return false }
    // A number begins a list there only where it is 1: else it is mostly a number that wrapped.
    let begins = marker.map { ($0.number ?? 1) == 1 && bytes.count > $0.width } ?? false
    return isQuoted || begins
  }
}
