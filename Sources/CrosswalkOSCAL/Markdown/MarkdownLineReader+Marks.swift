/// Escapes, emphasis, quotation marks and code.
extension MarkdownLineReader {
  mutating func takeEscape() -> Bool {
    guard let next = byteAt(index + 1) else { return false }
    if next == 0x0A {
      append(OSCALElement("br"))
    } else if next < 0x80, next.isPunctuation {
      text.append(next)
    } else {
      return false
    }
    index += 2
    return true
  }

  /// Two blanks before a line end break the line; else it is a blank as any other.
  mutating func takeLineEnd() -> Bool {
    guard text.suffix(2) == [0x20, 0x20] else { return false }
    while text.last == 0x20 { text.removeLast() }
    append(OSCALElement("br"))
    index += 1
    return true
  }

  // MARK: Emphasis

  private func canOpen(after end: Int) -> Bool { byteAt(end).map { !$0.isBlank } ?? false }
  private var canClose: Bool { byteAt(index - 1).map { !$0.isBlank } ?? false }

  mutating func takeStars() -> Bool {
    let start = index
    var length = 0
    while byteAt(start + length) == UInt8(ascii: "*") { length += 1 }
    let opens = canOpen(after: start + length)
    let closes = canClose
    var rest = length
    while closes, rest > 0, let opening = innermost({ $0 == .em || $0 == .strong }) {
      let isStrong = open[opening].kind == .strong
      guard rest >= (isStrong ? 2 : 1) else { break }
      close(opening, as: isStrong ? "strong" : "em")
      rest -= isStrong ? 2 : 1
    }
    index = start + length - rest
    if opens, (1...3).contains(rest) {
      if rest > 1, openMark(.strong, length: 2) { rest -= 2 }
      if rest == 1, openMark(.em, length: 1) { rest = 0 }
    }
    text.append(contentsOf: repeatElement(UInt8(ascii: "*"), count: rest))
    index = start + length
    return true
  }

  /// `~sub~` or `^sup^`: one character that opens before a word and closes after one.
  mutating func takeMark(_ kind: Opening.Kind, _ name: String) -> Bool {
    let mark = bytes[index]
    guard byteAt(index + 1) != mark else {
      while byteAt(index) == mark {
        text.append(mark)
        index += 1
      }
      return true
    }
    if canClose, let opening = innermost({ $0 == kind }) {
      close(opening, as: name)
      index += 1
      return true
    }
    return canOpen(after: index + 1) && openMark(kind, length: 1)
  }

  /// A quotation mark: it opens where no word is before it, and closes after a word.
  mutating func takeQuote() -> Bool {
    if canClose, let opening = innermost({ $0 == .quote }) {
      close(opening, as: "q")
      index += 1
      return true
    }
    let isInWord = byteAt(index - 1)?.isWordByte ?? false
    return !isInWord && canOpen(after: index + 1) && openMark(.quote, length: 1)
  }

  // MARK: Code

  private static let longestFence = 8

  mutating func takeCode() -> Bool {
    let length = run(at: index)
    guard length <= Self.longestFence, !unclosedCode.contains(length),
      let end = closingFence(length, from: index + length)
    else {
      unclosedCode.insert(length)
      text.append(contentsOf: repeatElement(UInt8(ascii: "`"), count: length))
      index += length
      return true
    }
    var code = bytes[index + length..<end].map { $0 == 0x0A ? 0x20 : $0 }
    if code.count > 2, code.first == 0x20, code.last == 0x20, code.contains(where: { $0 != 0x20 }) {
      code = Array(code.dropFirst().dropLast())
    }
    append(OSCALElement("code", text: String(decoding: code, as: UTF8.self)))
    index = end + length
    return true
  }

  private func run(at start: Int) -> Int {
    var end = start
    while byteAt(end) == UInt8(ascii: "`") { end += 1 }
    return end - start
  }

  private func closingFence(_ length: Int, from start: Int) -> Int? {
    var place = start
    while let next = bytes[place...].firstIndex(of: UInt8(ascii: "`")) {
      let found = run(at: next)
      if found == length { return next }
      place = next + found
    }
    return nil
  }
}

extension UInt8 {
  /// Space, tab or line end.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
  /// A letter or digit, or part of a character beyond ASCII.
  var isWordByte: Bool {
    self >= 0x80 || (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
  /// ASCII that is no letter, digit, blank or control character.
  var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isWordByte }
}
