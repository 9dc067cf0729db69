/// Turns bytes of an allowed encoding other than UTF-8 into UTF-8.
struct TextDecoder {
  /// What became of a piece of input.
  struct Outcome {
    /// Bytes of input that were turned into text.
    var read = 0
    /// Bytes of UTF-8 that were written.
    var written = 0
    /// Whether the input at `read` can never become text, whatever follows.
    var isInvalid = false
  }

  let encoding: TextEncoding

  /// The largest number of UTF-8 bytes that one byte of input can become.
  static let growth = 3

  /// Decodes as much of `input` as is whole; `output` has room for `growth` bytes for each byte of input.
  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Outcome {
    encoding.isUTF16 ? decodeUTF16(input, into: output) : decodeSingleBytes(input, into: output)
  }

  private func decodeSingleBytes(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Outcome {
    var outcome = Outcome()
    for byte in input {
      guard let scalar = scalar(of: byte) else {
        outcome.isInvalid = true
        break
      }
      outcome.read += 1
      outcome.written += Self.write(scalar, to: output, at: outcome.written)
    }
    return outcome
  }

  private func scalar(of byte: UInt8) -> UInt32? {
    switch (encoding, byte) {
    case (_, ..<0x80), (.latin1, _), (.windows1252, 0xA0...): UInt32(byte)
    case (.windows1252, _): Self.windows1252[Int(byte) - 0x80].map(UInt32.init)
    default: nil
    }
  }

  private func decodeUTF16(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Outcome {
    var outcome = Outcome()
    func unit(at index: Int) -> UInt32 {
      let (first, second) = (UInt32(input[index]), UInt32(input[index + 1]))
      return encoding == .utf16LittleEndian ? first | second << 8 : first << 8 | second
    }
    while outcome.read + 2 <= input.count {
      var scalar = unit(at: outcome.read)
      var length = 2
      if scalar & 0xF800 == 0xD800 {
        guard outcome.read + 4 <= input.count || scalar >= 0xDC00 else { break }
        guard scalar < 0xDC00, unit(at: outcome.read + 2) & 0xFC00 == 0xDC00 else {
          outcome.isInvalid = true
          break
        }
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(at: outcome.read + 2) & 0x3FF
        length = 4
      }
      outcome.read += length
      outcome.written += Self.write(scalar, to: output, at: outcome.written)
    }
    return outcome
  }

  /// Writes one scalar as UTF-8 and returns the number of bytes.
  private static func write(
    _ scalar: UInt32, to output: UnsafeMutableRawBufferPointer, at index: Int
  ) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80:
      output[index] = UInt8(scalar)
      return 1
    case ..<0x800:
      output[index] = UInt8(0xC0 | scalar >> 6)
      output[index + 1] = tail(0)
      return 2
    case ..<0x10000:
      output[index] = UInt8(0xE0 | scalar >> 12)
      output[index + 1] = tail(6)
      output[index + 2] = tail(0)
      return 3
    default:
      output[index] = UInt8(0xF0 | scalar >> 18)
      output[index + 1] = tail(12)
      output[index + 2] = tail(6)
      output[index + 3] = tail(0)
      return 4
    }
  }

  /// 0x80 through 0x9F as Microsoft's table has them; five bytes mean nothing.
  private static let windows1252: [UInt16?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]
}
