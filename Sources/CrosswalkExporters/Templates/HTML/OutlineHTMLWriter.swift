/// Writes an outline as an HTML template, whose headings ``HTMLAssembly`` numbers once it is filled.
struct OutlineHTMLWriter {
  /// Collects the pieces.
  private(set) var writer = PieceWriter()

  /// The pieces of `blocks`.
  static func pieces(_ blocks: [OutlineBlock]) -> [SectionNode.Piece] {
    var writer = OutlineHTMLWriter()
    writer.write(blocks)
    return writer.writer.pieces
  }

  // MARK: - Blocks

  private mutating func write(_ blocks: [OutlineBlock]) {
    var rest = blocks[...]
    while let block = rest.first {
      if let (list, count) = RepeatedItems.first(of: rest) {
        write(list)
        rest = rest.dropFirst(count)
      } else {
        write(block)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func write(_ block: OutlineBlock) {
    switch block {
    case .heading(let level, let text):
      writer.write(PlaceMark.headings[min(max(level, 1), PlaceMark.headings.count) - 1])
      write(text)
      writer.write(PlaceMark.headingEnd)
    case .paragraph(let text): write("p", text)
    // Written as ``RepeatedItems``.
    case .bullets, .numbered: break
    case .table(let table): write(table)
    case .quote(let inner):
      writer.write("<div class=\"note\" role=\"note\">")
      write(inner)
      writer.write("</div>\n")
    case .pageBreak: writer.write("<hr class=\"page\">\n")
    case .tag(let tag): writer.write(tag)
    }
  }

  private mutating func write(_ list: RepeatedItems) {
    let element = list.isNumbered ? "ol" : "ul"
    writer.write("<\(element)>")
    if let section = list.section { writer.write(section.start) }
    for item in list.items {
      writer.write("<li>")
      if case .paragraph(let text)? = item.first, !item.dropFirst().contains(where: \.isParagraph) {
        write(text)
        write(Array(item.dropFirst()))
      } else {
        write(item)
      }
      writer.write("</li>")
    }
    if let section = list.section { writer.write(section.end) }
    writer.write("</\(element)>\n")
  }

  private mutating func write(_ table: OutlineTable) {
    writer.write(
      "<div class=\"table columns-\(min(table.header.count, 9))\" tabindex=\"0\"><table>\n<thead><tr>")
    for (cell, alignment) in zip(table.header, table.alignments) {
      write("th scope=\"col\"", cell, alignment)
    }
    writer.write("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      switch row {
      case .tag(let tag): writer.write(tag)
      case .cells(let cells):
        writer.write("<tr>")
        for (cell, alignment) in zip(cells, table.alignments) { write("td", cell, alignment) }
        writer.write("</tr>\n")
      }
    }
    writer.write("</tbody>\n</table></div>\n")
  }

  private mutating func write(
    _ element: String, _ cell: [OutlineInline], _ alignment: OutlineTable.Alignment
  ) {
    let name = element.prefix { $0 != " " }
    switch alignment {
    case .standard, .left: writer.write("<\(element)>")
    case .center: writer.write("<\(element) class=\"center\">")
    case .right: writer.write("<\(element) class=\"right\">")
    }
    write(cell)
    writer.write("</\(name)>")
  }

  // MARK: - Words

  private mutating func write(_ element: String, _ text: [OutlineInline]) {
    writer.write("<\(element)>")
    write(text)
    writer.write("</\(element)>\(element == "p" ? "\n" : "")")
  }

  private mutating func write(_ text: [OutlineInline]) {
    for piece in text {
      switch piece {
      case .text(let words): writer.write(DocumentHTMLEscaping.words(words))
      case .tag(let tag): writer.write(tag)
      case .strong(let inner): write("strong", inner)
      case .emphasis(let inner): write("em", inner)
      case .lineBreak: writer.write("<br>")
      }
    }
  }
}

extension OutlineBlock {
  fileprivate var isParagraph: Bool {
    if case .paragraph = self { true } else { false }
  }
}
