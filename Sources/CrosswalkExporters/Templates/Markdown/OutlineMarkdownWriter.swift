/// Writes an outline as a Markdown template, whose places ``MarkdownAssembly`` resolves once it is filled.
struct OutlineMarkdownWriter {
  private var writer = PieceWriter()
  /// What every line begins with: `> ` in a note.
  private var prefix = ""

  /// The pieces of `outline` below the title block `title`.
  static func pieces(title: [OutlineBlock], _ outline: Outline) -> [SectionNode.Piece] {
    var writer = OutlineMarkdownWriter()
    writer.write(title, headingShift: 0)
    writer.write(outline.blocks, headingShift: 1)
    return writer.writer.pieces
  }

  // MARK: - Blocks

  /// Writes blocks, each set off by a blank line; a heading goes `headingShift` levels down.
  private mutating func write(_ blocks: [OutlineBlock], headingShift: Int) {
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
        beginBlock(String(repeating: "#", count: level + headingShift) + " ")
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

  private mutating func writeNote(_ inner: [OutlineBlock]) {
    writer.write(PlaceMark.newLine)
    prefix += "> "
    write(inner, headingShift: 0)
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
    let marker = list.isNumbered ? "1. " : "- "
    if let section = list.section { writer.write(section.start) }
    for item in list.items {
      beginLine(marker)
      writer.write(PlaceMark.textStart)
      prefix += String(repeating: " ", count: marker.utf8.count)
      writeItem(item)
      prefix.removeLast(marker.utf8.count)
    }
    if let section = list.section { writer.write(section.end) }
  }

  /// Writes an item: its paragraphs on one line, so that a section may leave any of them out; its lists below.
  private mutating func writeItem(_ blocks: [OutlineBlock]) {
    var isFirst = true
    for block in blocks {
      if let list = RepeatedItems(block) {
        writeItems(list)
      } else if case .tag(let tag) = block {
        writer.write(tag)
        continue
      } else if case .paragraph(let text) = block {
        if !isFirst { writer.write("<br>") }
        write(text)
      }
      isFirst = false
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

  /// The author's words with every markup character escaped, braces among them; blanks at the ends stay.
  private static func escaped(_ words: String) -> String {
    let line = MarkdownDocumentEscaping.line(words).replacing("{", with: "\\{").replacing("}", with: "\\}")
    guard !line.isEmpty else { return words.isEmpty ? "" : " " }
    return (words.first == " " ? " " : "") + line + (words.last == " " ? " " : "")
  }
}
