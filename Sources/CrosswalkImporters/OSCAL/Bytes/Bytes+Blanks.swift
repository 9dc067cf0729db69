extension UInt8 {
  /// Space, tab or line end.
  @inline(__always) var isXMLBlank: Bool { self == 0x20 || (self <= 0x0D && self >= 0x09) }
}

extension UnsafeRawBufferPointer {
  /// Where the longest run ends that starts at `start` and can be copied as it is.
  ///
  /// It has no control character, no two blanks in a row and no blank at its end; the byte at `start` is no
  /// blank.
  func endOfTidyRun(from start: Int) -> Int {
    var end = start
    var endsWithBlank = false
    while end + 8 <= count {
      let word = UInt64(littleEndian: loadUnaligned(fromByteOffset: end, as: UInt64.self))
      let blanks = Self.blanks(in: word)
      let neighbours = blanks << 8 | (endsWithBlank ? 0x80 : 0)
      guard Self.controls(in: word) | (blanks & neighbours) == 0 else { break }
      endsWithBlank = blanks >> 63 != 0
      end += 8
    }
    while end < count {
      let byte = self[end]
      if byte < 0x20 || (byte == 0x20 && end > start && self[end - 1] == 0x20) { break }
      end += 1
    }
    if end > start + 1, self[end - 1] == 0x20 { end -= 1 }
    return Swift.max(end, start + 1)
  }

  /// The high bit of each byte that is a space.
  @inline(__always) private static func blanks(in word: UInt64) -> UInt64 {
    let difference = word ^ 0x2020_2020_2020_2020
    let low = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
    return ~(low | difference | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// Not zero where a byte is below a space (a borrow can only add a byte above such a one).
  @inline(__always) private static func controls(in word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
  }
}
