/// Places to break in words, digests and paths that no column has room for: browsers without a dictionary do not hyphenate.
enum LongWords {
  /// Letters of a word from which on it gets hyphens between its parts.
  private static let longWord = 20
  /// Letters of a word that stay together at most.
  private static let longestWord = 60
  /// Characters of a digest or path that stay together on a line at most.
  private static let longestRun = 24

  /// The joint of a German compound behind an ending that always takes one: `Bewertungs·verfahren`.
  private static var joint: Regex<(Substring, Substring)> {
    /(\p{L}{2,}?(?:ungs|heits|keits|schafts|täts|ions|tums))(?=\p{L}{4})/
  }

  /// Whether `line` has a word that ``html(_:)`` may break.
  static func mayBe(in line: Substring) -> Bool {
    var length = 0
    for scalar in line.unicodeScalars {
      length = scalar == " " || scalar == "-" ? 0 : length + 1
      if length >= longWord { return true }
    }
    return false
  }

  /// What stands between two blanks, escaped; lines may end behind its hyphens anyway.
  static func html(_ word: Substring) -> String {
    guard mayBe(in: word) else { return escaped(word.unicodeScalars) }
    var html = ""
    var rest = word.unicodeScalars
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "-").map { rest.index(after: $0) } ?? rest.endIndex
      html += run(rest[..<end])
      rest = rest[end...]
    }
    return html
  }

  /// What has no hyphen but at its end: a word with signs around it, or something else.
  private static func run(_ run: Substring.UnicodeScalarView) -> String {
    let start = run.prefix { !isLetter($0) }
    let word = run[start.endIndex...].prefix(while: isLetter)
    let end = run[word.endIndex...]
    if word.count <= longestWord, start.count <= 4, end.count <= 4, !end.contains(where: isLetter) {
      return escaped(start) + hyphenated(word) + escaped(end)
    }
    return run.count > longestRun + 4 ? chopped(run) : escaped(run)
  }

  /// A word with soft hyphens, where it is a long compound.
  private static func hyphenated(_ word: Substring.UnicodeScalarView) -> String {
    guard word.count >= longWord else { return escaped(word) }
    return String(word).replacing(joint) { "\($0.output.1)&shy;" }
  }

  private static func chopped(_ run: Substring.UnicodeScalarView) -> String {
    var html = ""
    var rest = run
    while !rest.isEmpty {
      let piece = rest.prefix(longestRun)
      html += escaped(piece) + (piece.count == longestRun ? "<wbr>" : "")
      rest = rest[piece.endIndex...]
    }
    return html
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static func escaped(_ text: Substring.UnicodeScalarView) -> String {
    HTMLEscaping().escapeText(String(text))
  }
}
