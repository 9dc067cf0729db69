/// Changes of a part, each at a place of its bytes.
struct WordEdits {
  private struct Edit {
    let range: Range<Int>
    /// Orders changes at one place: tags as they follow each other, then what is cut out there.
    let order: Int
    let pieces: [SectionNode.Piece]
  }

  private var edits: [Edit] = []

  /// Puts a tag in; of several at one place the one with the lower `order` comes first.
  mutating func insert(_ tag: TemplateTag, at offset: Int, order: Int) {
    edits.append(Edit(range: offset..<offset, order: order, pieces: [.tag(tag)]))
  }

  /// Puts markup in, after the tags at that place.
  mutating func insert(_ markup: String, at offset: Int, order: Int = .max - 1) {
    edits.append(Edit(range: offset..<offset, order: order, pieces: [.text(markup)]))
  }

  /// Cuts `range` out and puts `pieces` in; changes inside of it do not count.
  mutating func replace(_ range: Range<Int>, with pieces: [SectionNode.Piece]) {
    edits.append(Edit(range: range, order: .max, pieces: pieces))
  }

  /// Cuts `range` out and puts markup in.
  mutating func replace(_ range: Range<Int>, with markup: String) {
    replace(range, with: markup.isEmpty ? [] : [.text(markup)])
  }

  /// Cuts an element of `tree` out; marks of ranges that stand in it stay, with the changes of their own.
  mutating func remove(_ node: Int, of tree: WordTree) {
    var cursor = tree.nodes[node].start
    for mark in tree.rangeMarks(in: node) {
      if cursor < mark.start { replace(cursor..<mark.start, with: "") }
      cursor = max(cursor, mark.end)
    }
    if cursor < tree.nodes[node].end { replace(cursor..<tree.nodes[node].end, with: "") }
  }

  /// What is kept of `bytes`, as ranges, and what stands between, in order.
  func applied(to bytes: [UInt8]) -> [Change] {
    var changes: [Change] = []
    var cursor = 0
    for edit in edits.enumerated().sorted(by: Self.precedes).map(\.element) {
      guard edit.range.lowerBound >= cursor else { continue }
      if edit.range.lowerBound > cursor { changes.append(.kept(cursor..<edit.range.lowerBound)) }
      changes += edit.pieces.map { .put($0) }
      cursor = edit.range.upperBound
    }
    if cursor < bytes.count { changes.append(.kept(cursor..<bytes.count)) }
    return changes
  }

  /// A part of the outcome.
  enum Change {
    /// Bytes that stay.
    case kept(Range<Int>)
    /// What was put in.
    case put(SectionNode.Piece)
  }

  /// The bytes with every change made, where no tag is among them.
  func text(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for change in applied(to: bytes) {
      switch change {
      case .kept(let range): text += bytes[range]
      case .put(.text(let markup)): text += markup.utf8
      case .put(.tag(let tag)): text += tag.spelling.utf8
      }
    }
    return text
  }

  private static func precedes(
    _ left: (offset: Int, element: Edit), _ right: (offset: Int, element: Edit)
  ) -> Bool {
    let (first, second) = (left.element, right.element)
    if first.range.lowerBound != second.range.lowerBound {
      return first.range.lowerBound < second.range.lowerBound
    }
    if first.order != second.order { return first.order < second.order }
    // Of two cuts at one place the larger counts.
    if first.range.upperBound != second.range.upperBound {
      return first.range.upperBound > second.range.upperBound
    }
    return left.offset < right.offset
  }
}
