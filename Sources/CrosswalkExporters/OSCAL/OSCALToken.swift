/// Identifiers of OSCAL: a letter or `_`, then letters, digits, `.`, `-` and `_`.
enum OSCALToken {
  /// `text` as a token: what may not stand in one becomes `_xHHHH_`, the number of the character in hexadecimal, as
  /// SQL/XML (ISO 9075-14) spells names; an `_x` that stands in the text becomes `_x005F_x`, so that nothing is lost.
  static func escaped(_ text: String) -> String {
    guard !isToken(text) || text.contains("_x") else { return text }
    var token = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let wouldUnescape = scalar == "_" && index + 1 < scalars.count && scalars[index + 1] == "x"
      if isAllowed(scalar, isFirst: index == 0), !wouldUnescape {
        token.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        token += "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
      }
    }
    return token.isEmpty ? "_" : token
  }

  /// Whether `text` is a token as it stands.
  static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.enumerated().allSatisfy { isAllowed($1, isFirst: $0 == 0) }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: !isFirst
    default: scalar == "_" || (!isFirst && (scalar == "." || scalar == "-"))
    }
  }
}
