/// The list of contents: one line for each heading, with a link to it and a field for its page.
///
/// The lines are paragraphs with `PAGEREF` fields and no `TOC` field around them: LibreOffice computes pages only then,
/// and Word computes them whenever it prints or shows the print preview, without asking first.
struct WordContents {
  private struct Heading {
    let node: Int
    let level: Int
    let number: String
    let text: String
  }

  private let tree: WordTree
  private let styles: WordStyles
  private var headings: [Heading] = []
  private let places: [Range<Int>]

  /// Headings below this level are left out.
  private static let depth = 3
  /// Above the identifiers of an author's bookmarks and those of this toolkit's lists.
  private static let firstBookmark = 600_000

  /// Looks for the mark and the headings in a part.
  init(_ tree: WordTree, styles: WordStyles, part: String) {
    self.tree = tree
    self.styles = styles
    places = Self.marks(in: tree.bytes)
    if !places.isEmpty { collect() }
  }

  private static func marks(in bytes: [UInt8]) -> [Range<Int>] {
    let mark = Array(WordTagPlacement.contentsMark.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var marks: [Range<Int>] = []
      var start = 0
      while let next = bytes[start...].firstIndex(of: UInt8(ascii: "<")), next + mark.count <= bytes.count {
        if bytes[next + 1] == UInt8(ascii: "?"), bytes[next..<next + mark.count].elementsEqual(mark) {
          marks.append(next..<(next + mark.count))
        }
        start = next + 1
      }
      return marks
    }
  }

  private mutating func collect() {
    var numbers = HeadingNumbers()
    for (index, node) in tree.nodes.enumerated() where node.name == .p {
      guard let properties = tree.child(.pPr, of: index), let style = tree.child(.pStyle, of: properties),
        let level = tree.nodes[style].value.flatMap({ styles.headings[$0] })
      else { continue }
      let text = WordParagraph(index, number: 1, in: tree, file: "").excerptOfAll
      guard !text.isEmpty else { continue }
      // Word processors count no heading whose style has no number.
      let number = styles.numbered.contains(level) ? numbers.next(level: level) : ""
      if level <= Self.depth {
        headings.append(Heading(node: index, level: level, number: number, text: text))
      }
    }
  }

  /// Writes the list, and the bookmarks that it leads to.
  func write(_ edits: inout WordEdits) {
    guard let place = places.first else { return }
    // A section may have repeated the mark.
    for repeated in places.dropFirst() { edits.replace(repeated, with: "") }
    var list = ""
    for (number, heading) in headings.enumerated() {
      let name = "_Toc\(Self.firstBookmark + number)"
      list += line(heading, to: name)
      let node = tree.nodes[heading.node]
      let start = tree.child(.pPr, of: heading.node).map { tree.nodes[$0].end } ?? node.contentStart
      let identifier = Self.firstBookmark + number
      edits.insert("<w:bookmarkStart w:id=\"\(identifier)\" w:name=\"\(name)\"/>", at: start, order: 0)
      edits.insert("<w:bookmarkEnd w:id=\"\(identifier)\"/>", at: node.contentEnd)
    }
    edits.replace(place, with: list)
  }

  private func line(_ heading: Heading, to bookmark: String) -> String {
    let number = heading.number.isEmpty ? "" : WordMarkup.run(heading.number) + WordMarkup.tab
    let text = "<w:r><w:t xml:space=\"preserve\">\(XMLText.escaped(heading.text))</w:t></w:r>"
    let page = WordMarkup.tab + WordMarkup.field("PAGEREF \(bookmark) \\h", shown: "–")
    return WordMarkup.paragraph(
      styles.contents[heading.level] ?? "Normal",
      "<w:hyperlink w:anchor=\"\(bookmark)\" w:history=\"1\">\(number)\(text)\(page)</w:hyperlink>")
  }
}
