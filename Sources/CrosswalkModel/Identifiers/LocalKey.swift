/// The spelling under which local identifiers are compared.
///
/// Publishers print one identifier in several ways; `AC-02`, `ac-2` and `AC-2`, or `Article 9(2)`, `Art. 9 (2)` and `9(2)`
/// have the same key. Case, blanks (no-break ones too), a leading "Article" or "Art." and leading zeros of a number do not count.
public struct LocalKey: Hashable, Sendable {
  /// The folded spelling: equal for names that count as the same.
  public let spelling: String

  /// Makes the key of `local`.
  ///
  /// Cost: one pass over its scalars.
  public init(_ local: some StringProtocol) {
    var text = String.UnicodeScalarView()
    for scalar in local.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      text.append(scalar)
    }
    var rest = Substring(String(text))
    for prefix in ["article", "art.", "art_", "art"]
    where rest.hasPrefix(prefix) && rest.dropFirst(prefix.count).first?.isNumber == true {
      rest = rest.dropFirst(prefix.count)
    }
    spelling = Self.withoutLeadingZeros(rest)
  }

  private static func withoutLeadingZeros(_ text: Substring) -> String {
    var result = ""
    var atStartOfNumber = true
    var characters = text.utf8.makeIterator()
    var current = characters.next()
    while let byte = current {
      let next = characters.next()
      let isZero = byte == UInt8(ascii: "0")
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      let nextIsDigit = next.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false
      if !(isZero && atStartOfNumber && nextIsDigit) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
        atStartOfNumber = !isDigit
      }
      current = next
    }
    return result
  }
}
