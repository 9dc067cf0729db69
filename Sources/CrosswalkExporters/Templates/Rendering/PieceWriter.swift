/// Collects the pieces of a template in one format.
struct PieceWriter {
  /// The pieces so far; no two texts stand next to each other.
  private(set) var pieces: [SectionNode.Piece] = []

  /// Appends markup.
  mutating func write(_ markup: String) {
    if case .text(var before)? = pieces.last {
      // Taken out first, so that a long text is not copied for each word that follows.
      pieces.removeLast()
      before += markup
      pieces.append(.text(before))
    } else if !markup.isEmpty {
      pieces.append(.text(markup))
    }
  }

  /// Appends a mark.
  mutating func write(_ mark: Unicode.Scalar) { write(String(mark)) }

  /// Appends a tag.
  mutating func write(_ tag: TemplateTag) { pieces.append(.tag(tag)) }

  /// Appends what another writer made.
  mutating func write(_ pieces: [SectionNode.Piece]) {
    for piece in pieces {
      switch piece {
      case .text(let markup): write(markup)
      case .tag(let tag): write(tag)
      }
    }
  }
}
