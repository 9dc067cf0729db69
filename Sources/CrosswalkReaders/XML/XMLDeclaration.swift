/// The encoding that an XML declaration names, and where: `<?xml version="1.0" encoding="UTF-8"?>`.
///
/// Only this much is read here; whether the declaration is well-formed is for the parser to say.
struct XMLDeclaration {
  /// The name, `nil` where there is none.
  private(set) var encoding: String?
  /// Line of the name, from 1.
  private(set) var line = 1
  /// Column of the name, from 1.
  private(set) var column = 1

  /// Looks into `text`, the first KiB of a document, one byte a character.
  init(_ text: [UInt8]) {
    let opening = Array("<?xml".utf8)
    guard text.starts(with: opening), text.count > opening.count, text[opening.count].isXMLSpace,
      let end = text.firstIndex(of: UInt8(ascii: ">"))
    else { return }
    guard let value = Self.value(of: Array("encoding".utf8), in: text[..<end]) else { return }
    encoding = String(decoding: text[value], as: UTF8.self)
    var place = TextPlace()
    text.withUnsafeBytes { place.advance(over: UnsafeRawBufferPointer(rebasing: $0[..<value.lowerBound])) }
    line = place.line
    column = place.column
  }

  /// The range of the quoted value after `name`, spaces, `=` and spaces.
  private static func value(of name: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
    for start in text.indices where text[start...].starts(with: name) && text[start - 1].isXMLSpace {
      let rest = text[(start + name.count)...].drop(while: \.isXMLSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      let quoted = rest.dropFirst().drop(while: \.isXMLSpace)
      guard let quote = quoted.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let close = quoted.dropFirst().firstIndex(of: quote)
      else { continue }
      return quoted.startIndex + 1..<close
    }
    return nil
  }
}
