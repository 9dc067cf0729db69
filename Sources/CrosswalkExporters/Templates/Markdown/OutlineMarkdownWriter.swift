/// Writes an outline as a Markdown template, whose places ``MarkdownAssembly`` resolves once it is filled.
struct OutlineMarkdownWriter {
  private var writer = PieceWriter()
  /// What every line begins with: `> ` in a note.
  private var prefix = ""

  /// The pieces of `outline` below the title block `title`.
  static func pieces(title: [OutlineBlock], _ outline: Outline) -> [SectionNode.Piece] {
    var writer = OutlineMarkdownWriter()
    writer.write(title, isTitle: true)
    writer.write(outline.blocks)
    return writer.writer.pieces
  }

  // MARK: - Blocks

  /// Writes blocks, each set off by a blank line; headings of the title block have no number.
  private mutating func write(_ blocks: [OutlineBlock], isTitle: Bool = false) {
    var rest = blocks[...]
    while let block = rest.first {
      if let (list, count) = RepeatedItems.first(of: rest) {
        writeList(list)
        rest = rest.dropFirst(count)
        continue
      }
      rest = rest.dropFirst()
      switch block {
      case .heading(let level, let text):
        if isTitle { beginBlock(String(repeating: "#", count: level) + " ") } else { beginHeading(level) }
        write(text)
      case .paragraph(let text):
        beginBlock("")
        write(text)
      case .table(let table): write(table)
      case .quote(let inner): writeNote(inner)
      case .pageBreak: beginBlock("---")
      case .tag(let tag): writer.write(tag)
      // Written as ``RepeatedItems``.
      case .bullets, .numbered: break
      }
    }
  }

  private mutating func beginLine(_ start: String) {
    writer.write(PlaceMark.newLine)
    writer.write(prefix + start)
  }

  private mutating func beginBlock(_ start: String) {
    writer.write(PlaceMark.newLine)
    writer.write(prefix)
    beginLine(start)
    writer.write(PlaceMark.textStart)
  }

  private mutating func beginHeading(_ level: Int) {
    writer.write(PlaceMark.newLine)
    writer.write(prefix)
    beginLine("")
    writer.write(PlaceMark.headings[min(max(level, 1), PlaceMark.headings.count) - 1])
  }

  private mutating func writeNote(_ inner: [OutlineBlock]) {
    writer.write(PlaceMark.newLine)
    prefix += "> "
    write(inner)
    prefix.removeLast(2)
    writer.write(PlaceMark.newLine)
  }

  private mutating func writeList(_ list: RepeatedItems) {
    writer.write(PlaceMark.newLine)
    writer.write(prefix)
    writeItems(list)
    writer.write(PlaceMark.newLine)
    writer.write(prefix)
  }

  private mutating func writeItems(_ list: RepeatedItems) {
    let mark = list.isNumbered ? PlaceMark.number : PlaceMark.bullet
    let indent = MarkdownLine.Item(list: 0, isNumbered: list.isNumbered).marker().count
    writer.write(PlaceMark.list.start)
    if let section = list.section { writer.write(section.start) }
    for item in list.items {
      beginLine("")
      writer.write(mark)
      prefix += String(repeating: " ", count: indent)
      writeItem(item)
      prefix.removeLast(indent)
    }
    if let section = list.section { writer.write(section.end) }
    writer.write(PlaceMark.list.end)
  }

  /// Writes an item: its paragraphs on one line, so that a section may leave any of them out; its lists below, and
  /// paragraphs below these as blocks of the item.
  private mutating func writeItem(_ blocks: [OutlineBlock]) {
    var rest = blocks[...]
    var hasWords = false
    var hasList = false
    while let block = rest.first {
      if let (list, count) = RepeatedItems.first(of: rest) {
        writeItems(list)
        hasList = true
        rest = rest.dropFirst(count)
        continue
      }
      rest = rest.dropFirst()
      if case .tag(let tag) = block { writer.write(tag) }
      guard case .paragraph(let text) = block else { continue }
      if hasList {
        beginBlock("")
        hasList = false
      } else if hasWords {
        writer.write(PlaceMark.itemBreak)
      }
      write(text)
      hasWords = true
    }
  }

  private mutating func write(_ table: OutlineTable) {
    writer.write(PlaceMark.newLine)
    writeRow(table.header)
    beginLine("|" + table.alignments.map(Self.rule).joined(separator: "|") + "|")
    for row in table.rows {
      switch row {
      case .cells(let cells): writeRow(cells)
      case .tag(let tag): writer.write(tag)
      }
    }
    writer.write(PlaceMark.newLine)
  }

  private mutating func writeRow(_ cells: [[OutlineInline]]) {
    beginLine("|")
    for cell in cells {
      writer.write(" ")
      writer.write(PlaceMark.textStart)
      write(cell)
      writer.write(" |")
    }
  }

  private static func rule(_ alignment: OutlineTable.Alignment) -> String {
    switch alignment {
    case .standard: "---"
    case .left: ":--"
    case .center: ":-:"
    case .right: "--:"
    }
  }

  // MARK: - Words

  private mutating func write(_ text: [OutlineInline]) {
    for piece in text {
      switch piece {
      case .text(let words): writer.write(Self.escaped(words))
      case .tag(let tag): writer.write(tag)
      case .strong(let inner): write(inner, within: PlaceMark.strong)
      case .emphasis(let inner): write(inner, within: PlaceMark.emphasis)
      case .lineBreak: writer.write("<br>")
      }
    }
  }

  private mutating func write(
    _ inner: [OutlineInline], within marks: (start: Unicode.Scalar, end: Unicode.Scalar)
  ) {
    writer.write(marks.start)
    write(inner)
    writer.write(marks.end)
  }

  /// The author's words with every markup character escaped, braces among them: what the author wrote as words is no tag.
  ///
  /// Blanks at the ends stay, so that words and tags do not run together.
  private static func escaped(_ words: String) -> String {
    let line = MarkdownDocumentEscaping.line(words).replacing("{", with: "&#123;")
      .replacing("}", with: "&#125;")
    guard !line.isEmpty else { return blank(words.first) }
    return blank(words.first) + line + blank(words.last)
  }

  /// What became of a blank at an end of words; those that do not break are still there.
  private static func blank(_ character: Character?) -> String {
    guard let character, character.isWhitespace else { return "" }
    return MarkdownDocumentEscaping.isNoBreakBlank(character) ? "" : " "
  }
}
