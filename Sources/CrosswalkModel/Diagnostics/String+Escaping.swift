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
