/// How Formex prints numbers, and how local names spell them.
enum FormexNumber {
  /// Text with every kind of blank as one blank, for labels.
  static func label(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The bare number of a point: `(a)`, `1.`, `‘(68)` become `a`, `1`, `68`; `nil` for a dash or bullet.
  static func bare(_ printed: String) -> String? {
    let scalars = Array(printed.unicodeScalars)
    let isPart: (Unicode.Scalar) -> Bool = { $0.isDigit || $0.properties.isAlphabetic }
    guard let first = scalars.firstIndex(where: isPart), let last = scalars.lastIndex(where: isPart) else {
      return nil
    }
    var bare = ""
    for scalar in scalars[first...last] {
      if isPart(scalar) || scalar == "." || scalar == "-" || scalar == "'" {
        bare.unicodeScalars.append(scalar)
      } else if !bare.hasSuffix("-") {
        bare += "-"
      }
    }
    return bare
  }

  /// The number in a title such as `Article 4a` or `9. cikk`, lower-cased; `nil` where none is printed.
  static func ofArticle(_ title: String) -> String? {
    label(title).split(separator: " ").first { $0.unicodeScalars.first?.isDigit == true }
      .flatMap { bare(String($0)) }?.lowercased()
  }

  /// The number that an identifier such as `009`, `005A` or `009.001` ends with: `9`, `5a`, `1`.
  static func ofIdentifier(_ identifier: String?) -> String? {
    guard let last = identifier?.split(separator: ".").last else { return nil }
    let number = last.drop { $0 == "0" }.lowercased()
    return number.isEmpty ? nil : number
  }

  /// Whether a word of a heading is a number: Arabic, Roman or one capital letter, with trailing marks.
  static func isNumeral(_ word: some StringProtocol) -> Bool {
    guard let core = bare(String(word)), core.count <= 12 else { return false }
    return core.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isPlainNumeral)
  }

  private static func isPlainNumeral(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first.isDigit { return text.drop(while: \.isNumber).count <= 1 }
    let roman: Set<Character> = ["I", "V", "X", "L", "C", "D", "M"]
    return text.allSatisfy { roman.contains($0) }
      || (text.count == 1 && first.properties.isUppercase)
      || (text.count > 1 && text.dropLast().allSatisfy { roman.contains($0) }
        && text.last?.isLowercase == true)
  }

  /// `first` through `twentieth`, then `21st` and so on: how English names subparagraphs.
  static func ordinal(_ number: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
      "nineteenth",
      "twentieth",
    ]
    if words.indices.contains(number - 1) { return words[number - 1] }
    let suffix =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(suffix)"
  }

  /// `20240712` or `2024-07-12` as `2024-07-12`; other text unchanged.
  static func isoDate(_ text: String) -> String {
    guard text.count == 8, text.allSatisfy(\.isNumber) else { return text }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }
}
