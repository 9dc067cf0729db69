import CrosswalkModel

/// Where every value of a small JSON document stands.
///
/// `JSONDecoder` tells no places and lets a repeated name and a trailing comma pass; a file that people write
/// by hand needs the first and must not have the others. Cost: one pass; nesting is bounded.
struct JSONPlaces {
  /// One step from a value to a value in it.
  enum Step: Hashable {
    case name(String)
    case index(Int)
  }

  /// Why a text is no such document.
  struct Fault: Error {
    var what: String
    var location: SourceLocation
  }

  /// The place of every value by its path; a member's place is that of its name.
  ///
  /// The document itself has the empty path.
  private(set) var places: [[Step]: SourceLocation] = [:]
  /// The paths of members and elements that are `null`: as good as absent.
  private(set) var nulls: Set<[Step]> = []

  private let bytes: [UInt8]
  private let file: String
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  private static let deepest = 32

  init(_ bytes: [UInt8], file: String) throws(Fault) {
    self.bytes = bytes
    self.file = file
    skipBlanks()
    places[[]] = here
    try scanValue([])
    skipBlanks()
    if offset < bytes.count { throw fault("text after the end of the document") }
  }

  private var here: SourceLocation {
    SourceLocation(file: file, line: line, column: offset - lineStart + 1)
  }

  private func fault(_ what: String) -> Fault { Fault(what: what, location: here) }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      offset += 1
      if byte == 0x0A {
        line += 1
        lineStart = offset
      }
    }
  }

  private mutating func take(_ character: Unicode.Scalar, else what: String) throws(Fault) {
    guard current == UInt8(ascii: character) else { throw fault(what) }
    offset += 1
  }

  private mutating func scanValue(_ path: [Step]) throws(Fault) {
    guard path.count <= Self.deepest else { throw fault("nested more than \(Self.deepest) deep") }
    switch current {
    case UInt8(ascii: "{"): try scanObject(path)
    case UInt8(ascii: "["): try scanArray(path)
    case UInt8(ascii: "\""): _ = try scanString()
    default: try scanWord(path)
    }
  }

  private mutating func scanObject(_ path: [Step]) throws(Fault) {
    offset += 1
    skipBlanks()
    if current == UInt8(ascii: "}") {
      offset += 1
      return
    }
    repeat {
      skipBlanks()
      let place = here
      guard current == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected") }
      let member = path + [.name(try scanString())]
      if let first = places.updateValue(place, forKey: member) {
        throw Fault(what: "the name stands twice, first in line \(first.line)", location: place)
      }
      skipBlanks()
      try take(":", else: "a colon is expected")
      skipBlanks()
      try scanValue(member)
      skipBlanks()
    } while takeComma()
    try take("}", else: "a comma or } is expected")
  }

  private mutating func scanArray(_ path: [Step]) throws(Fault) {
    offset += 1
    skipBlanks()
    if current == UInt8(ascii: "]") {
      offset += 1
      return
    }
    var index = 0
    repeat {
      skipBlanks()
      let element = path + [.index(index)]
      places[element] = here
      try scanValue(element)
      index += 1
      skipBlanks()
    } while takeComma()
    try take("]", else: "a comma or ] is expected")
  }

  private mutating func takeComma() -> Bool {
    guard current == UInt8(ascii: ",") else { return false }
    offset += 1
    return true
  }

  /// The content of a string; of its escapes only those of ASCII are resolved, which is enough to compare names.
  private mutating func scanString() throws(Fault) -> String {
    offset += 1
    var content: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("a line break or control character in a string") }
      offset += 1
      guard byte == UInt8(ascii: "\\") else {
        content.append(byte)
        continue
      }
      guard let escaped = current else { break }
      if escaped != UInt8(ascii: "\"") && escaped != UInt8(ascii: "/") { content.append(byte) }
      content.append(escaped)
      offset += 1
    }
    try take("\"", else: "the string has no end")
    return String(decoding: content, as: UTF8.self)
  }

  /// A number, `true`, `false` or `null`; the decoder judges its spelling.
  private mutating func scanWord(_ path: [Step]) throws(Fault) {
    let start = offset
    while let byte = current, Self.isWordByte(byte) { offset += 1 }
    guard offset > start else { throw fault("a value is expected") }
    if bytes[start..<offset].elementsEqual("null".utf8) { nulls.insert(path) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
