/// Collects the pieces of a template in one format.
struct PieceWriter {
  /// The pieces so far; no two texts stand next to each other.
  private(set) var pieces: [SectionNode.Piece] = []

  /// Appends markup.
  mutating func write(_ markup: String) {
    if case .text(var words)? = pieces.last {
      // Taken out first, so that the words grow in place: thousands of pieces may follow each other.
      pieces.removeLast()
      words += markup
      pieces.append(.text(words))
    } else if !markup.isEmpty {
      pieces.append(.text(markup))
    }
  }

  /// Appends a mark.
  mutating func write(_ mark: Unicode.Scalar) { write(String(mark)) }

  /// Appends a tag.
  mutating func write(_ tag: TemplateTag) { pieces.append(.tag(tag)) }

  /// Whether a tag was written last, so that its value stands right before what comes next.
  var endsWithTag: Bool {
    if case .tag? = pieces.last { true } else { false }
  }
}
