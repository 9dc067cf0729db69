/// Text of XML documents that are known to be well-formed.
enum XMLText {
  /// `raw` with references resolved, comments and instructions left out.
  static func decoded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    guard raw.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
      return Array(raw)
    }
    var text: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      switch raw[index] {
      case UInt8(ascii: "&"):
        let end = raw[index...].firstIndex(of: UInt8(ascii: ";")) ?? raw.index(before: raw.endIndex)
        text += resolved(String(decoding: raw[(index + 1)..<end], as: UTF8.self))
        index = end + 1
      case UInt8(ascii: "<"):
        index = skipped(raw, from: index, into: &text)
      default:
        text.append(raw[index])
        index += 1
      }
    }
    return text
  }

  private static func resolved(_ name: String) -> [UInt8] {
    switch name {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default:
      let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(1))
      guard let scalar = code.flatMap(Unicode.Scalar.init) else { return [] }
      return Array(String(scalar).utf8)
    }
  }

  /// Passes over a comment, an instruction or an element; what a CDATA section holds is text.
  private static func skipped(_ raw: ArraySlice<UInt8>, from start: Int, into text: inout [UInt8]) -> Int {
    let opening = Array("<![CDATA[".utf8)
    guard raw[start...].starts(with: opening) else {
      let isComment = raw[start...].starts(with: Array("<!--".utf8))
      return end(of: isComment ? "-->" : ">", in: raw, from: start)
    }
    let end = end(of: "]]>", in: raw, from: start)
    text += raw[(start + opening.count)..<max(start + opening.count, end - 3)]
    return end
  }

  private static func end(of mark: String, in raw: ArraySlice<UInt8>, from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var index = start
    while index < raw.endIndex, !raw[index...].starts(with: mark) { index += 1 }
    return min(index + mark.count, raw.endIndex)
  }

  /// `text` safe between tags and in quoted attributes; characters that no XML document can hold become U+FFFD.
  ///
  /// Braces become references, so that none can be taken for a tag's.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: needsCare) else { return text }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "{": escaped += "&#123;"
      case "}": escaped += "&#125;"
      case "\n": escaped += "&#10;"
      case "\r": escaped += "&#13;"
      case "\t": escaped += "&#9;"
      default: escaped.unicodeScalars.append(scalar.isForbiddenInMarkup ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }

  /// Bytes that begin something to be replaced.
  static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7B, 0x7D, 0x7F, 0xC2, 0xE2, 0xEF, 0xF0...0xF4: true
    default: false
    }
  }
}
