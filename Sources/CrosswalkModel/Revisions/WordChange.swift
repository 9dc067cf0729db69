/// A stretch of words that two texts share, or that only one of them has.
public struct WordRun: Hashable, Sendable {
  /// Where the words stand.
  public enum Kind: String, CaseIterable, Sendable {
    /// In both texts.
    case kept
    /// In the older text only.
    case removed
    /// In the newer text only.
    case inserted
  }

  /// Where the words stand.
  public var kind: Kind
  /// The words, with one blank between any two.
  public var text: String

  /// Creates a stretch of words.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// How one text became another, word by word.
///
/// Blanks and line ends do not count: both texts can be told from it up to those.
public struct WordChange: Hashable, Sendable {
  /// In the order of the texts; no two neighbours are of one kind.
  ///
  /// Of a replacement the removed words come first.
  public var runs: [WordRun]
  /// Whether no shorter list of removed and inserted words leads from one text to the other.
  ///
  /// Texts that differ in very many words are compared piece by piece: what is said about them is right, and perhaps
  /// longer than it need be.
  public var isMinimal: Bool

  /// Creates a change.
  public init(runs: [WordRun], isMinimal: Bool = true) {
    self.runs = runs
    self.isMinimal = isMinimal
  }

  /// The older text, with one blank between any two words.
  public var before: String { text(without: .inserted) }
  /// The newer text, with one blank between any two words.
  public var after: String { text(without: .removed) }

  private func text(without kind: WordRun.Kind) -> String {
    runs.filter { $0.kind != kind }.map(\.text).joined(separator: " ")
  }
}

extension StringProtocol {
  /// The words of the text: what stands between blanks, line ends and no-break spaces.
  ///
  /// - Complexity: one pass over its scalars.
  public var wordsBetweenBlanks: [SubSequence] {
    var words: [SubSequence] = []
    var start: Index?
    for index in unicodeScalars.indices {
      if unicodeScalars[index].isBlank {
        if let first = start { words.append(self[first..<index]) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { words.append(self[first...]) }
    return words
  }
}

extension Unicode.Scalar {
  /// Whether it separates words; the table of properties is not asked about ASCII.
  fileprivate var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x9...0xD).contains(value) : properties.isWhitespace
  }
}
