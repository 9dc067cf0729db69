/// Writes the blocks of an outline as WordprocessingML with tags in its text, as an author would type them.
struct OutlineWordWriter {
  /// The blocks so far.
  private(set) var markup = ""

  /// The numbered lists so far: each has a numbering of its own, so that it begins with 1.
  private(set) var lists = 0

  /// Where blocks stand.
  private enum Container {
    case document
    case quote
    case item(level: Int, numbering: Int)
    /// An item of a note: its number or bullet is text, because the frame of the note would move in with a list.
    case noteItem(mark: String)
  }

  /// Small space after a table: two tables without anything between would become one.
  static let gap = WordMarkup.paragraph("TableGap", "")

  /// A paragraph that holds a tag alone; nothing of it is left in a document.
  static func tagLine(_ spelling: String) -> String {
    WordMarkup.paragraph("TemplateTag", WordMarkup.run(spelling))
  }

  /// Writes the title page.
  mutating func write(titlePage: WordTitlePage) { markup += titlePage.markup }

  /// Writes `blocks`.
  mutating func write(_ blocks: [OutlineBlock]) { write(blocks, in: .document) }

  private mutating func write(_ blocks: [OutlineBlock], in container: Container) {
    var isFirst = true
    var rest = blocks[...]
    while let block = rest.first {
      if let (list, count) = RepeatedItems.first(of: rest) {
        write(list, in: container)
        rest = rest.dropFirst(count)
      } else {
        rest = rest.dropFirst()
        write(block, in: container, isFirst: &isFirst, introduces: rest.beginsWithTable)
      }
    }
  }

  private mutating func write(
    _ block: OutlineBlock, in container: Container, isFirst: inout Bool, introduces: Bool
  ) {
    switch block {
    case .heading(let level, let text):
      markup += WordMarkup.paragraph("Heading\(min(max(level, 1), 4))", runs(text))
    case .paragraph(let text):
      write(paragraph: text, in: container, isFirst: isFirst, introduces: introduces || text.isLabel)
      isFirst = false
    // Written as ``RepeatedItems``.
    case .bullets, .numbered: break
    case .table(let table): markup += OutlineWordTable(table).markup + Self.gap
    case .quote(let inner): write(inner, in: .quote)
    case .pageBreak: markup += WordMarkup.paragraph("TableGap", "<w:r><w:br w:type=\"page\"/></w:r>")
    case .tag(let tag): markup += Self.tagLine(tag.spelling)
    }
  }

  private mutating func write(
    paragraph text: [OutlineInline], in container: Container, isFirst: Bool, introduces: Bool
  ) {
    switch container {
    case .document:
      // What introduces a table or a paragraph does not stay behind at the foot of a page.
      markup += WordMarkup.paragraph("Normal", runs(text), properties: introduces ? "<w:keepNext/>" : "")
    case .quote: markup += WordMarkup.paragraph("NoteBox", runs(text))
    case .noteItem(let mark):
      markup += WordMarkup.paragraph("NoteBox", (isFirst ? WordMarkup.run(mark) : "") + runs(text))
    case .item(let level, let numbering):
      let style = numbering == WordNumbering.bullets ? "ListBullet" : "ListNumber"
      let number =
        isFirst ? "<w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(numbering)\"/>" : "<w:numId w:val=\"0\"/>"
      let indent = isFirst ? "" : "<w:ind w:left=\"\(WordNumbering.indent(level))\" w:firstLine=\"0\"/>"
      markup += WordMarkup.paragraph(style, runs(text), properties: "<w:numPr>\(number)</w:numPr>\(indent)")
    }
  }

  /// Writes a list; the mark that lets it begin with 1 stands before the section that repeats its items.
  private mutating func write(_ list: RepeatedItems, in container: Container) {
    var inside = container
    switch container {
    case .quote, .noteItem: break
    case .document: inside = .item(level: 0, numbering: numbering(of: list))
    case .item(let outer, _): inside = .item(level: min(outer + 1, 8), numbering: numbering(of: list))
    }
    if let section = list.section { markup += Self.tagLine(section.start.spelling) }
    for (number, item) in list.items.enumerated() {
      if case .item = inside {
        write(item, in: inside)
      } else {
        // Items that a section repeats have no number in a note: it would be the same for all.
        let isNumbered = list.isNumbered && list.section == nil
        write(item, in: .noteItem(mark: isNumbered ? "\(number + 1). " : "• "))
      }
    }
    if let section = list.section { markup += Self.tagLine(section.end.spelling) }
  }

  /// The numbering of a list; one that is counted gets its own, and its mark is written.
  private mutating func numbering(of list: RepeatedItems) -> Int {
    guard list.isNumbered else { return WordNumbering.bullets }
    lists += 1
    markup += WordNumbering.mark(lists)
    return WordNumbering.firstList + lists - 1
  }

  // MARK: - Words

  private func runs(_ text: [OutlineInline]) -> String { Self.runs(text) }

  /// The runs of a text.
  static func runs(_ text: [OutlineInline], properties: String = "") -> String {
    var markup = ""
    var words = ""
    func close() {
      markup += WordMarkup.run(words, properties: properties)
      words = ""
    }
    for piece in text {
      switch piece {
      case .text(let text): words += text
      case .tag(let tag): words += tag.spelling
      case .lineBreak:
        close()
        markup += "<w:r><w:br/></w:r>"
      case .strong(let inner):
        close()
        markup += runs(inner, properties: "<w:b/><w:bCs/>" + properties.replacing("<w:b/><w:bCs/>", with: ""))
      case .emphasis(let inner):
        close()
        markup += runs(inner, properties: properties.replacing("<w:i/><w:iCs/>", with: "") + "<w:i/><w:iCs/>")
      }
    }
    close()
    return markup
  }
}

extension ArraySlice<OutlineBlock> {
  /// Whether a table comes first, tags of sections left aside.
  fileprivate var beginsWithTable: Bool {
    let first = first { block in
      if case .tag = block { false } else { true }
    }
    return if case .table? = first { true } else { false }
  }
}

extension [OutlineInline] {
  /// Whether it is strong words and nothing else: the label of what follows.
  fileprivate var isLabel: Bool {
    !isEmpty
      && allSatisfy { piece in
        if case .strong = piece { true } else { false }
      }
  }
}
