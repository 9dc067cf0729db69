extension String {
  /// The text with every character that could forge a line or reorder a terminal written as `\u{…}`.
  public var escapedForOneLine: String {
    guard unicodeScalars.contains(where: \.isUnsafeOnATerminal) else { return self }
    var safe = ""
    for scalar in unicodeScalars {
      if scalar.isUnsafeOnATerminal {
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}

extension String {
  /// Whether the text is letters and common punctuation with single blanks between: what nearly all texts are, and
  /// what putting a text on one line leaves as it is.
  ///
  /// False proves nothing. Cost: one pass over scalars, without a look at any table.
  public var isTidyLine: Bool {
    var previous: UInt32 = 0x20
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20 where previous != 0x20: break
      case 0x21...0x7E, 0xA1...0x61B, 0x2010...0x2027, 0x3001...0xD7FF: break
      default: return false
      }
      previous = scalar.value
    }
    return previous != 0x20
  }
}

extension Unicode.Scalar {
  /// Control characters, line separators, and the marks that switch writing direction.
  public var isUnsafeOnATerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}
