/// Writes a table of an outline as WordprocessingML: its header is repeated on each page, and rows stay whole.
struct OutlineWordTable {
  private let table: OutlineTable
  private let columns: Int

  /// Prepares `table`.
  init(_ table: OutlineTable) {
    self.table = table
    columns = max(table.header.count, 1)
  }

  /// The table.
  var markup: String {
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    var markup = """
      <w:tbl><w:tblPr><w:tblStyle w:val="DocumentTable"/><w:tblW w:w="\(OutlinePackage.textWidth)" w:type="dxa"/>\
      <w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" \
      w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>
      """
    let isSmall = columns >= 6
    markup += row(table.header, style: isSmall ? "TableHeadingSmall" : "TableHeading", isHeader: true)
    for row in table.rows {
      switch row {
      case .cells(let cells):
        markup += self.row(cells, style: isSmall ? "TableTextSmall" : "TableText", isHeader: false)
      case .tag(let tag):
        let text = WordMarkup.paragraph("TemplateTag", WordMarkup.run(tag.spelling))
        markup += "<w:tr>" + WordMarkup.cell(text, width: OutlinePackage.textWidth, span: columns) + "</w:tr>"
      }
    }
    return markup + "</w:tbl>"
  }

  /// Equal columns: a document fits them to what they hold, and an author can move them.
  private var widths: [Int] {
    let width = OutlinePackage.textWidth / columns
    return (0..<columns).map { $0 == columns - 1 ? OutlinePackage.textWidth - width * (columns - 1) : width }
  }

  private func row(_ cells: [[OutlineInline]], style: String, isHeader: Bool) -> String {
    var markup = "<w:tr><w:trPr><w:cantSplit/>\(isHeader ? "<w:tblHeader/>" : "")</w:trPr>"
    for column in 0..<columns {
      let text = cells.indices.contains(column) ? OutlineWordWriter.runs(cells[column]) : ""
      let alignment =
        switch table.alignments.indices.contains(column) ? table.alignments[column] : .standard {
        case .standard, .left: ""
        case .center: "<w:jc w:val=\"center\"/>"
        case .right: "<w:jc w:val=\"right\"/>"
        }
      markup += WordMarkup.cell(
        WordMarkup.paragraph(style, text, properties: alignment), width: widths[column])
    }
    return markup + "</w:tr>"
  }
}
