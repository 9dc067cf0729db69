import Testing

@testable import CrosswalkReaders

@Suite struct UTF8CheckTests {
  /// The oracle is the standard library's validation of whole strings.
  @Test func agreesWithTheStandardLibraryOnEveryShortSequence() {
    let bytes: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
      0xF1,
      0xF4, 0xF5, 0xFF,
    ]
    for a in bytes {
      for b in bytes {
        for c in bytes {
          for d in bytes {
            let sequence = [a, b, c, d, 0x41]
            let (count, isInvalid) = sequence.withUnsafeBytes { UTF8Check.validPrefix($0) }
            let isValid = String(validating: sequence, as: UTF8.self) != nil
            #expect(isValid == (count == 5 && !isInvalid))
          }
        }
      }
    }
  }

  @Test func aCharacterCutOffIsNotYetWrong() {
    for text in ["é", "€", "𝄞"] {
      let bytes = Array("x\(text)".utf8)
      for cut in 2..<bytes.count {
        let (count, isInvalid) = bytes[..<cut].withUnsafeBytes { UTF8Check.validPrefix($0) }
        #expect(count == 1 && !isInvalid)
      }
    }
  }
}
