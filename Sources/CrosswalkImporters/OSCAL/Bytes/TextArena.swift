import CrosswalkModel

/// Text that is kept, in one growing run of bytes; a span names a part of it.
struct TextArena {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  /// Copies `text` to the end.
  mutating func store(_ text: UnsafeRawBufferPointer) -> TextSpan {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return span(from: start)
  }

  mutating func store(_ text: ArraySlice<UInt8>) -> TextSpan {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return span(from: start)
  }

  mutating func store(_ text: String) -> TextSpan {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return span(from: start)
  }

  /// Stores `first`, `separator` and `second` as one text.
  mutating func join(_ first: TextSpan, _ separator: StaticString, _ second: TextSpan) -> TextSpan {
    let start = bytes.count
    repeatBytes(of: first)
    append(separator)
    repeatBytes(of: second)
    return span(from: start)
  }

  /// Appends to the text that is being made at the end.
  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a copy of a text stored before.
  mutating func repeatBytes(of span: TextSpan) {
    // Byte by byte: a slice of the arena would share its storage, and appending would then copy all of it.
    for index in Int(span.offset)..<Int(span.offset) + Int(span.length) { bytes.append(bytes[index]) }
  }

  /// The text from `start` to the end.
  func span(from start: Int) -> TextSpan {
    TextSpan(
      offset: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: bytes.count - start))
  }

  /// The last part of `span`, without its first `count` bytes.
  static func suffix(of span: TextSpan, droppingFirst count: Int) -> TextSpan {
    TextSpan(offset: span.offset + UInt32(count), length: span.length - UInt32(count))
  }

  subscript(span: TextSpan) -> ArraySlice<UInt8> {
    bytes[Int(span.offset)..<Int(span.offset) + Int(span.length)]
  }

  func string(_ span: TextSpan) -> String { String(decoding: self[span], as: UTF8.self) }

  /// Whether both spans hold the same bytes.
  func areEqual(_ left: TextSpan, _ right: TextSpan) -> Bool {
    left == right || (left.length == right.length && self[left].elementsEqual(self[right]))
  }
}
