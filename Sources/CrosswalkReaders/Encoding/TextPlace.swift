import Glibc

/// A place in decoded text, with the line bookkeeping that reaches from one place to the next.
///
/// A line ends at LF, CRLF or a lone CR.
struct TextPlace: Equatable {
  /// Bytes of decoded UTF-8 text before the place, a byte order mark not counted.
  var offset = 0
  /// Line, from 1.
  var line = 1
  /// Offset of the first byte of the line.
  var lineStart = 0
  /// Whether the byte before the place is a CR: an LF that follows belongs to it.
  var isAfterCarriageReturn = false

  /// Column, from 1, in UTF-8 bytes.
  var column: Int { offset - lineStart + 1 }

  /// Moves on over `bytes`, which are the text that begins at `offset`.
  mutating func advance(over bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    var index = 0
    if isAfterCarriageReturn && bytes[0] == 0x0A {
      index = 1
      lineStart = offset + 1
    }
    while index < bytes.count {
      let lineFeed = Self.find(0x0A, in: start, from: index, to: bytes.count)
      countLoneCarriageReturns(in: start, from: index, to: lineFeed ?? bytes.count, lineFeed: lineFeed)
      guard let lineFeed else { break }
      line += 1
      lineStart = offset + lineFeed + 1
      index = lineFeed + 1
    }
    isAfterCarriageReturn = bytes[bytes.count - 1] == 0x0D
    offset += bytes.count
  }

  private mutating func countLoneCarriageReturns(
    in start: UnsafeRawPointer, from first: Int, to end: Int, lineFeed: Int?
  ) {
    var index = first
    while let found = Self.find(0x0D, in: start, from: index, to: end) {
      index = found + 1
      if index == lineFeed { break }
      line += 1
      lineStart = offset + index
    }
  }

  private static func find(_ byte: Int32, in start: UnsafeRawPointer, from index: Int, to end: Int) -> Int? {
    guard index < end else { return nil }
    return memchr(start + index, byte, end - index).map { UnsafeRawPointer($0) - start }
  }
}
