import Testing

@testable import CrosswalkReaders

@Suite struct TextPlaceTests {
  /// Counts by the definition, one byte at a time.
  private func naive(_ bytes: [UInt8], at offset: Int) -> [Int] {
    var (line, column) = (1, 1)
    for index in 0..<offset {
      let isLineFeed = bytes[index] == 0x0A
      let isLoneReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      (line, column) = isLineFeed || isLoneReturn ? (line + 1, 1) : (line, column + 1)
    }
    return [line, column]
  }

  @Test(arguments: [1, 31, 63, 64, 65, 127, 128, 255 * 64, 255 * 64 + 1, 600_000])
  func countsLineFeedsInLongTexts(count: Int) {
    for period in [1, 2, 3, 7, 50, 300] {
      let bytes = (0..<count).map { $0 % period == 0 ? 0x0A : [0x0B, 0x8A, 0x09, 0xFF][$0 % 4] as UInt8 }
      var place = TextPlace()
      bytes.withUnsafeBytes { place.advance(over: $0) }
      #expect([place.line, place.column] == naive(bytes, at: count))
    }
  }

  @Test func agreesWithCountingHoweverTheTextIsCut() {
    for seed in 0..<200 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      let bytes = (0..<60).map { _ in [0x0A, 0x0D, 0x78, 0x79][next(4)] as UInt8 }
      var place = TextPlace()
      while place.offset < bytes.count {
        let end = min(place.offset + 1 + next(7), bytes.count)
        bytes.withUnsafeBytes {
          place.advance(over: UnsafeRawBufferPointer(rebasing: $0[place.offset..<end]))
        }
        // Between CR and LF there is no place of its own.
        if end < bytes.count && bytes[end] == 0x0A && bytes[end - 1] == 0x0D { continue }
        #expect([place.line, place.column] == naive(bytes, at: end))
      }
    }
  }
}
