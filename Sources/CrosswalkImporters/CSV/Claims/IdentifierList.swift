import CrosswalkModel

/// The identifiers in one cell.
enum IdentifierList {
  /// The identifiers that stand in `cell`, in their order and each once; more than one only with `separators`.
  ///
  /// Blanks and line breaks around and inside of an identifier do not count, unless they are separators themselves.
  ///
  /// - Throws: ``ImportError`` `.identifierRange` where two identifiers stand for all between them.
  static func identifiers(in cell: TableCell, separators: [String]) throws(ImportError) -> [String] {
    var parts = [cell.text]
    for separator in separators {
      parts = parts.flatMap { $0.split(separator: separator).map { String($0) } }
    }
    var identifiers: [String] = []
    for part in parts {
      let identifier = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !identifier.isEmpty else { continue }
      if isRange(identifier) { throw ImportError(.identifierRange(identifier), at: cell.location) }
      if !identifiers.contains(identifier) { identifiers.append(identifier) }
    }
    return identifiers
  }

  private static let words = [" through ", " thru ", " to ", " - ", "–", "—", "..", "…", " bis "]

  /// Whether `text` is two identifiers of one kind with a mark between that means "and all between": `AC-2 to AC-5`.
  static func isRange(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return words.contains { word in
      guard let mark = lowered.firstRange(of: word) else { return false }
      let first = lowered[..<mark.lowerBound].trimmingBlanks
      let last = lowered[mark.upperBound...].drop { $0 == "." }.trimmingBlanks
      return isIdentifier(first) && isIdentifier(last) && letters(of: last).isEmpty
        || isIdentifier(first) && isIdentifier(last) && letters(of: first) == letters(of: last)
    }
  }

  /// Without blanks, and with a digit: what a title after a mark is not.
  private static func isIdentifier(_ text: Substring) -> Bool {
    !text.isEmpty && text.contains(where: \.isNumber) && !text.contains(where: \.isWhitespace)
  }

  private static func letters(of text: Substring) -> Substring { text.prefix(while: \.isLetter) }
}
