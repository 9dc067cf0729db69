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
    if Self.find(0x0D, in: start, from: index, to: bytes.count) != nil {
      advanceOverReturns(start, from: index, to: bytes.count)
    } else if let last = Self.findLast(0x0A, in: start, from: index, to: bytes.count) {
      line += Self.count(0x0A, in: start, from: index, to: last + 1)
      lineStart = offset + last + 1
    }
    isAfterCarriageReturn = bytes[bytes.count - 1] == 0x0D
    offset += bytes.count
  }

  /// Goes from line feed to line feed and looks for lone carriage returns between them.
  private mutating func advanceOverReturns(_ start: UnsafeRawPointer, from first: Int, to end: Int) {
    var index = first
    while index < end {
      let lineFeed = Self.find(0x0A, in: start, from: index, to: end)
      countLoneCarriageReturns(in: start, from: index, to: lineFeed ?? end, lineFeed: lineFeed)
      guard let lineFeed else { return }
      line += 1
      lineStart = offset + lineFeed + 1
      index = lineFeed + 1
    }
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

  private static func findLast(_ byte: UInt8, in start: UnsafeRawPointer, from first: Int, to end: Int)
    -> Int?
  {
    var index = end
    while index > first {
      index -= 1
      if start.load(fromByteOffset: index, as: UInt8.self) == byte { return index }
    }
    return nil
  }

  /// How often `byte` occurs.
  ///
  /// Compares 64 bytes at a time inside of eight words, for the compiler turns neither a byte loop nor comparisons of
  /// SIMD bytes into anything as fast: adding 0x7F to the low seven bits of a byte sets its high bit unless they are 0.
  private static func count(_ byte: UInt8, in start: UnsafeRawPointer, from first: Int, to end: Int) -> Int {
    typealias Words = SIMD8<UInt64>
    let ones = Words(repeating: 0x0101_0101_0101_0101)
    let low = Words(repeating: 0x7F7F_7F7F_7F7F_7F7F)
    let pattern = ones &* UInt64(byte)
    var (index, others) = (first, 0)
    while index + 64 <= end {
      var lanes = Words.zero  // in each byte: how often it was another one, at most 255
      let stop = min(end - 63, index + 255 * 64)
      while index < stop {
        let difference = (start + index).loadUnaligned(as: Words.self) ^ pattern
        lanes &+= ((((difference & low) &+ low) | difference) &>> 7) & ones
        index += 64
      }
      for lane in lanes.indices { others += sumOfBytes(lanes[lane]) }
    }
    var total = index - first - others
    while index < end {
      total += start.load(fromByteOffset: index, as: UInt8.self) == byte ? 1 : 0
      index += 1
    }
    return total
  }

  private static func sumOfBytes(_ word: UInt64) -> Int {
    let pairs: UInt64 = 0x00FF_00FF_00FF_00FF
    let sums = (word & pairs) &+ ((word &>> 8) & pairs)
    return Int((sums &* 0x0001_0001_0001_0001) &>> 48)
  }
}
