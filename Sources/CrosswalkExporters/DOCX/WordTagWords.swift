import CrosswalkModel

/// The tags in the words of one paragraph: which stay there, and how its runs change for them.
struct WordTagWords {
  /// The tags whose other end is not in the paragraph, by their place among its tags.
  private(set) var strays: [Int] = []
  /// What is wrong.
  private(set) var problems: [TemplateError] = []

  private let paragraph: WordParagraph
  private let tree: WordTree
  /// Sections of the paragraph whose ends stand in other runs than their starts.
  private var split: Set<Int> = []
  private var gone: Set<Int> = []
  /// From the first through the last byte that anything but section tags takes up.
  private let content: Range<Int>?

  /// Looks at `paragraph`.
  init(_ paragraph: WordParagraph, in tree: WordTree) {
    self.paragraph = paragraph
    self.tree = tree
    let silent = paragraph.tags.filter { $0.tag.kind != .field }.map(\.range)
    content = paragraph.content(ignoring: silent)
    match()
  }

  /// Whether anything but section tags stands in the paragraph.
  var hasContent: Bool { content != nil }
  /// Whether tags were taken out of it.
  var removesTags: Bool { !gone.isEmpty }
  /// Whether a comment asks for the list of contents here.
  var marksContents: Bool {
    paragraph.tags.contains { found in
      found.tag.kind == .comment
        && String(decoding: paragraph.text[found.range].dropFirst(3).dropLast(2), as: UTF8.self)
          .filter { $0 != " " } == "contents"
    }
  }

  /// Whether something stands before a tag.
  func hasContent(before place: Int) -> Bool {
    content.map { $0.lowerBound < paragraph.tags[place].range.lowerBound } ?? false
  }
  /// Whether something stands after a tag.
  func hasContent(after place: Int) -> Bool {
    content.map { $0.upperBound > paragraph.tags[place].range.upperBound } ?? false
  }

  private mutating func match() {
    var open: [Int] = []
    for (place, found) in paragraph.tags.enumerated() {
      switch found.tag.kind {
      case .field: break
      case .comment: gone.insert(place)
      case .partial:
        gone.insert(place)
        problems.append(
          TemplateError(
            .word("a Word file cannot hold the part `\(found.tag.name)`", hint: "write here what it says"),
            at: found.tag.location, excerpt: paragraph.excerpt))
      case .section, .inverted: open.append(place)
      case .end:
        if let start = open.popLast() { join(start, place) } else { strays.append(place) }
      }
    }
    strays += open
    gone.formUnion(strays)
  }

  /// Holds the two ends of a section of the paragraph against each other.
  private mutating func join(_ start: Int, _ end: Int) {
    let first = paragraph.pieces[paragraph.homes[start]]
    let last = paragraph.pieces[paragraph.homes[end]]
    guard first.node != last.node else { return }
    guard frame(of: first.node).around == frame(of: last.node).around else {
      problems.append(
        TemplateError(
          .word(
            "the section `\(paragraph.tags[start].tag.spelling)` begins outside of a link or content control and ends in it, or the other way round",
            hint: "let it begin and end on the same side"),
          at: paragraph.tags[start].tag.location, excerpt: paragraph.excerpt))
      return
    }
    split.formUnion([start, end])
  }

  /// The elements that can be ended and begun again around a tag, innermost first, and the one that holds them.
  private func frame(of text: Int) -> (opened: [Int], around: Int?) {
    var opened: [Int] = []
    var current = tree.nodes[text].parent
    while let node = current, let name = tree.nodes[node].name, [.r, .ins, .moveTo, .smartTag].contains(name)
    {
      opened.append(node)
      current = tree.nodes[node].parent
    }
    return (opened, current)
  }

  // MARK: - Changes

  /// Adds the changes of the paragraph's runs.
  func edit(_ edits: inout WordEdits) {
    let tags = paragraph.tags
    // The first tag that does not end before the piece: both stand in order.
    var first = 0
    for piece in paragraph.pieces {
      while first < tags.count, tags[first].range.upperBound <= piece.range.lowerBound { first += 1 }
      var last = first
      while last < tags.count, tags[last].range.lowerBound < piece.range.upperBound { last += 1 }
      guard first < last else { continue }
      // What has no text goes away where it stands inside of a tag.
      let pieces = piece.isText && !piece.range.isEmpty ? pieces(of: piece, first..<last) : []
      edits.replace(tree.nodes[piece.node].range, with: pieces)
    }
  }

  /// A `w:t` written anew: its words, and the tags that begin in it.
  private func pieces(of piece: WordParagraph.Piece, _ touching: Range<Int>) -> [SectionNode.Piece] {
    var writer = PieceWriter()
    writer.write(Self.textStart)
    var cursor = piece.range.lowerBound
    for place in touching {
      let found = paragraph.tags[place]
      if found.range.lowerBound >= piece.range.lowerBound {
        write(cursor..<found.range.lowerBound, to: &writer)
        if split.contains(place) {
          writer.write("</w:t>" + closing(piece.node))
          writer.write(found.tag)
          writer.write(opening(piece.node) + Self.textStart)
        } else if !gone.contains(place) {
          writer.write(found.tag)
        }
      }
      cursor = min(found.range.upperBound, piece.range.upperBound)
    }
    write(cursor..<piece.range.upperBound, to: &writer)
    writer.write("</w:t>")
    return writer.pieces
  }

  private static let textStart = "<w:t xml:space=\"preserve\">"

  private func write(_ range: Range<Int>, to writer: inout PieceWriter) {
    writer.write(XMLText.escaped(String(decoding: paragraph.text[range], as: UTF8.self)))
  }

  private func closing(_ text: Int) -> String {
    frame(of: text).opened.map { node in
      let range = tree.nodes[node]
      return String(decoding: tree.bytes[range.contentEnd..<range.end], as: UTF8.self)
    }.joined()
  }

  private func opening(_ text: Int) -> String {
    frame(of: text).opened.reversed().map { node in
      var markup = String(decoding: tree.startTag(of: node), as: UTF8.self)
      if let properties = tree.child(.rPr, of: node) {
        markup += String(decoding: tree.bytes[tree.nodes[properties].range], as: UTF8.self)
      }
      return markup
    }.joined()
  }
}
