/// One line of a Markdown document, and what it is for.
struct MarkdownLine {
  /// The beginning of an item.
  struct Item {
    /// Which list of the document it belongs to.
    let list: Int
    /// Whether its list is counted.
    let isNumbered: Bool
    /// Whether its words are still to come.
    var isHollow = true

    /// What it begins with; the other marker of its kind begins another list right behind.
    func marker(isOther: Bool = false) -> [Unicode.Scalar] {
      isNumbered ? ["1", isOther ? ")" : ".", " "] : [isOther ? "*" : "-", " "]
    }
  }

  /// The line, without blanks at its end.
  var text: [Unicode.Scalar]
  /// The item that begins in it.
  var item: Item?

  /// Whether it stands in a note: no other line begins with this sign.
  var isInNote: Bool { text.first == ">" }
  /// Whether it holds nothing, but perhaps the sign of a note.
  var isBlank: Bool { text.isEmpty || text == [">"] }
  /// Where its words or its marker begin.
  var start: Int { text.firstIndex { $0 != " " && $0 != ">" } ?? text.count }

  /// Whether it stands in the item that begins in `line`, if it follows.
  func isInside(_ line: MarkdownLine) -> Bool { isInNote == line.isInNote && start > line.start }
}
