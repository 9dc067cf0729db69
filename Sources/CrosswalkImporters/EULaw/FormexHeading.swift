/// What the title of a division, of an annex or of a part of one says: its mark, its name, its local part.
struct FormexHeading: Hashable, Sendable {
  /// What stands before the title: `CHAPTER III`, `Section A.`, `3.`; empty for a bare title.
  var label = ""
  var title = ""
  /// How local names spell it: `chapter-iii`, `section-a`; `nil` where it has no number.
  var slug: String?
  /// The bare number, where it has nothing but a number: `3`, `3.1`.
  var number: String?

  /// Reads the lines of a heading.
  ///
  /// - Parameters:
  ///   - lines: The printed lines; the first one may hold mark and name together.
  ///   - isDivision: Whether it heads a division of the enacting terms, whose first line is a mark as a rule.
  init(lines: [String], isDivision: Bool) {
    guard let first = lines.first else { return }
    let rest = lines.dropFirst().joined(separator: " ")
    let words = FormexNumber.label(first).split(separator: " ").map(String.init)
    let split = Self.mark(in: words, isDivision: isDivision)
    // `ANNEX` alone above a title is a mark without a number.
    let isBareMark = split.words == 0 && isDivision && words.count == 1 && !rest.isEmpty
    let length = isBareMark ? 1 : split.words
    label = words.prefix(length).joined(separator: " ")
    slug = split.slug
    number = split.number
    let name = words.dropFirst(length).drop { Self.isDash($0) }.joined(separator: " ")
    title = [name, rest].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A heading whose number stands apart: `3.` and `Quality management system`.
  init(printedNumber: String, title: String) {
    label = FormexNumber.label(printedNumber)
    self.title = title
    number = FormexNumber.bare(printedNumber)
    slug = number
  }

  private struct Mark {
    var words = 0
    var slug: String?
    var number: String?
  }

  private static func mark(in words: [String], isDivision: Bool) -> Mark {
    guard let first = words.first else { return Mark() }
    if words.count >= 2, isWord(first) {
      if FormexNumber.isNumeral(words[1]), ends(words, after: 2, isDivision: isDivision) {
        return Mark(words: 2, slug: slug(first, words[1]))
      }
      if words.count == 2, spelledNumbers.contains(words[1].lowercased()) {
        return Mark(words: 2, slug: slug(first, words[1]))
      }
    }
    guard FormexNumber.isNumeral(first) else { return Mark() }
    if words.count == 2, isDivision, isWord(words[1]) { return Mark(words: 2, slug: slug(words[1], first)) }
    guard words.count == 1 || isMarked(first) || isDash(words[1]), let number = FormexNumber.bare(first)
    else {
      return Mark()
    }
    return Mark(words: 1, slug: number, number: number)
  }

  /// Whether the mark of a heading ends after `count` words: the line does, or punctuation follows.
  private static func ends(_ words: [String], after count: Int, isDivision: Bool) -> Bool {
    isDivision || words.count == count || isMarked(words[count - 1]) || isDash(words[count])
  }

  private static func slug(_ word: String, _ number: String) -> String {
    word.lowercased() + "-" + (FormexNumber.bare(number) ?? number).lowercased()
  }

  private static func isWord(_ text: String) -> Bool { text.allSatisfy(\.isLetter) && text.count > 1 }
  private static func isMarked(_ text: String) -> Bool { [".", ")", ":"].contains { text.hasSuffix($0) } }
  private static func isDash(_ text: String) -> Bool { ["—", "–", "-", ":"].contains(text) }

  private static let spelledNumbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
}
