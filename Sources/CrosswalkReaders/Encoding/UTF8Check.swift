/// Tells how much of some bytes is well-formed UTF-8 (Unicode, table 3-7).
enum UTF8Check {
  /// The longest prefix of `bytes` made of whole characters, and whether what follows it is wrong rather than
  /// merely cut off.
  ///
  /// - Complexity: O(*n*); ASCII goes 64 bytes at a time.
  static func validPrefix(_ bytes: UnsafeRawBufferPointer) -> (count: Int, isInvalid: Bool) {
    guard let start = bytes.baseAddress else { return (0, false) }
    let count = bytes.count
    var index = 0
    while index < count {
      index = skipASCII(start, from: index, to: count)
      guard index < count else { break }
      switch characterLength(bytes, at: index) {
      case 0: return (index, true)
      case -1: return (index, false)
      case let length: index += length
      }
    }
    return (count, false)
  }

  /// The first index from `index` that is not certainly ASCII text, or `end`.
  @inline(__always)
  private static func skipASCII(_ start: UnsafeRawPointer, from index: Int, to end: Int) -> Int {
    var index = index
    let high: UInt64 = 0x8080_8080_8080_8080
    while index + 64 <= end {
      let words = (start + index).loadUnaligned(as: SIMD8<UInt64>.self)
      let quarters = words.lowHalf | words.highHalf
      let pair = quarters.lowHalf | quarters.highHalf
      if (pair[0] | pair[1]) & high != 0 { break }
      index += 64
    }
    while index < end && start.load(fromByteOffset: index, as: UInt8.self) < 0x80 { index += 1 }
    return index
  }

  /// Bytes of the character at `index`: 0 where it is wrong, -1 where it is cut off by the end.
  private static func characterLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    for place in 1..<length {
      guard index + place < bytes.count else { return -1 }
      let allowed = place == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index + place]) else { return 0 }
    }
    return length
  }
}
