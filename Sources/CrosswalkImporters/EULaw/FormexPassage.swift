import CrosswalkModel

/// A footnote: its mark and its text; or a reference to one that stands elsewhere.
struct FormexNote: Hashable, Sendable {
  var mark: String
  var text: String
  /// The identifier of a note that stands in the notes of a table.
  var reference: String?
}

/// Words with white space collapsed, their footnotes taken out.
struct FormexPassage: Sendable {
  private(set) var text = ""
  var notes: [FormexNote] = []
  /// Where the first word stands.
  private(set) var line = 0
  private(set) var column = 0
  private var pending: Separation = .none

  private enum Separation: Int { case none, blank, line }

  /// Whether there is no word.
  var isEmpty: Bool { text.isEmpty }
  /// Whether there is no letter and no digit: punctuation that belongs to something else.
  var isPunctuation: Bool { !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.isDigit } }

  /// Appends text; runs of blanks and line ends become one blank.
  ///
  /// No-break spaces count as blanks: they belong to the layout of the page, and who looks for "Article 40" must find it.
  mutating func append(_ addition: String, line: Int, column: Int) {
    for scalar in addition.unicodeScalars {
      if scalar.isBlank {
        separate(.blank)
        continue
      }
      if text.isEmpty {
        (self.line, self.column) = (line, column)
      } else if pending != .none {
        text.unicodeScalars.append(pending == .line ? "\n" : " ")
      }
      pending = .none
      text.unicodeScalars.append(scalar)
    }
  }

  /// Lets the next word begin a new line.
  mutating func breakLine() { separate(.line) }
  /// Lets the next word stand apart.
  mutating func breakWord() { separate(.blank) }

  private mutating func separate(_ separation: Separation) {
    if separation.rawValue > pending.rawValue { pending = separation }
  }

  /// Appends another passage with its lines, and without a blank or line between the two.
  mutating func append(_ other: FormexPassage) {
    if !isEmpty { pending = .none }
    appendLines(of: other)
  }

  /// Appends another passage with its lines.
  mutating func appendLines(of other: FormexPassage) {
    for (index, line) in other.text.split(separator: "\n").enumerated() {
      if index > 0 { breakLine() }
      append(String(line), line: other.line, column: other.column)
    }
    notes += other.notes
  }

  /// The text on one line: a label.
  var label: String { FormexNumber.label(text) }
}

extension Unicode.Scalar {
  /// Blank, tab, line end, or one of the spaces at which a line must not break.
  fileprivate var isBlank: Bool {
    switch self {
    case " ", "\n", "\t", "\r", "\u{A0}", "\u{2007}", "\u{202F}": true
    default: false
    }
  }

  /// Whether it is one of 0 through 9.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
