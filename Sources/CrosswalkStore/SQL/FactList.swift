import CrosswalkModel

/// The facts of one node, or the properties of one claim, as one text: a JSON array of `[kind, name, value]`
/// or `[name, value]`, none left out, without blanks.
///
/// One text a node, not one row a fact: an official catalog has six facts a node, and rows with a checked reference
/// cost more than all the rest of an import. SQLite's `json_each` reads it for people.
struct FactListWriter {
  private(set) var bytes: [UInt8] = []

  /// Begins the list of another node.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds one fact of `catalog`.
  mutating func append(_ fact: NodeFact, of catalog: Catalog) {
    bytes.append(bytes.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
    bytes += "[\"".utf8
    bytes += fact.kind.name.utf8
    bytes += "\",\"".utf8
    catalog.withBytes(of: fact.name) { append($0) }
    bytes += "\",\"".utf8
    catalog.withBytes(of: fact.value) { append($0) }
    bytes += "\"]".utf8
  }

  /// Adds one property, as `[name, value]`.
  mutating func append(_ property: Property) {
    bytes.append(bytes.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
    bytes += "[\"".utf8
    Array(property.name.utf8).withUnsafeBytes { append($0) }
    bytes += "\",\"".utf8
    Array(property.value.utf8).withUnsafeBytes { append($0) }
    bytes += "\"]".utf8
  }

  /// Ends the list.
  mutating func finish() { bytes.append(UInt8(ascii: "]")) }

  private mutating func append(_ text: UnsafeRawBufferPointer) {
    guard text.contains(where: Self.isEscaped) else { return bytes += text }
    for byte in text {
      switch byte {
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}

/// Reads what ``FactListWriter`` writes, and nothing else.
struct FactListReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Adds each fact of the list to `builder`; false where the text is no such list.
  mutating func read(factsOf node: Int32, into builder: inout CatalogBuilder) -> Bool {
    guard take("[") else { return false }
    repeat {
      guard take("[\""), let kind = kind(), take("\",\""), let name = text(&builder), take(",\""),
        let value = text(&builder), take("]")
      else { return false }
      builder.append(NodeFact(node: node, kind: kind, name: name, value: value))
    } while take(",")
    return take("]") && place == bytes.count
  }

  private mutating func take(_ token: StaticString) -> Bool {
    let end = place + token.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[place..<end].elementsEqual(UnsafeBufferPointer(start: token.utf8Start, count: end - place))
    else { return false }
    place = end
    return true
  }

  private func next(isOneOf first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    place < bytes.count && (bytes[place] == UInt8(ascii: first) || bytes[place] == UInt8(ascii: second))
  }

  private mutating func kind() -> NodeFact.Kind? {
    if take("alias") { return .alias }
    if take("property") { return .property }
    if take("link") { return .link }
    return take("note") ? .note : nil
  }

  /// Every property of the list; `nil` where the text is no such list.
  mutating func properties() -> [Property]? {
    guard take("[") else { return nil }
    var properties: [Property] = []
    repeat {
      guard take("[\""), let name = string(), take(",\""), let value = string(), take("]") else { return nil }
      properties.append(Property(name: name, value: value))
    } while take(",")
    return take("]") && place == bytes.count ? properties : nil
  }

  /// A text of the list: as it stands, or with its escapes resolved.
  private enum Piece {
    case plain(Range<Int>)
    case resolved([UInt8])
  }

  private mutating func text(_ builder: inout CatalogBuilder) -> TextSpan? {
    switch piece() {
    case .plain(let range)?: builder.store(UnsafeRawBufferPointer(rebasing: bytes[range]))
    case .resolved(let text)?: text.withUnsafeBytes { builder.store($0) }
    case nil: nil
    }
  }

  private mutating func string() -> String? {
    switch piece() {
    case .plain(let range)?: String(decoding: bytes[range], as: UTF8.self)
    case .resolved(let text)?: String(decoding: text, as: UTF8.self)
    case nil: nil
    }
  }

  /// The text up to its closing quote, which is passed.
  private mutating func piece() -> Piece? {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") { return escapedText(from: start).map { .resolved($0) } }
      place += 1
    }
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return .plain(start..<place)
  }

  private mutating func escapedText(from start: Int) -> [UInt8]? {
    var text = Array(bytes[start..<place])
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if take("\\u00") {
        let end = place + 2
        guard end <= bytes.count,
          let byte = UInt8(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16)
        else { return nil }
        text.append(byte)
        place = end
      } else {
        if take("\\") && !next(isOneOf: "\"", "\\") { return nil }
        text.append(bytes[place])
        place += 1
      }
    }
    guard place < bytes.count else { return nil }
    place += 1
    return text
  }
}
