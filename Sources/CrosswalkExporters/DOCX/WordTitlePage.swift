import CrosswalkModel

/// The title page of a document that is made from an outline, and the page with its contents.
struct WordTitlePage {
  /// The labels that there are.
  let strings: StringTable
  /// Whether the document has no headings: its text follows on the same page, and there is nothing to list.
  let isShort: Bool

  /// The blocks of both pages; of a short document, those above its text.
  var markup: String {
    if isShort { return shortHead }
    return [
      WordMarkup.paragraph("TitleRule", ""),
      paragraph("Title", "{{document.title}}"),
      paragraph("Subtitle", "{{document.subtitle}}", when: "document.subtitle"), facts,
      paragraph("DraftBox", "{{document.draftText}}", when: "document.draft"),
      paragraph("NoticeBox", "{{document.notice}}", when: "document.notice"),
      paragraph("Disclaimer", "{{document.disclaimer}}", when: "document.disclaimer"), contents,
    ].joined()
  }

  private var shortHead: String {
    [
      paragraph("Title", "{{document.title}}"),
      paragraph(
        "Subtitle",
        "{{#document.subtitle}}{{document.subtitle}}, {{/document.subtitle}}{{document.dateText}}"),
      paragraph("NoticeBox", "{{document.notice}}", when: "document.notice"),
    ].joined()
  }

  /// A paragraph that vanishes where there is no field called `name`.
  private func paragraph(_ style: String, _ text: String, when name: String? = nil) -> String {
    let paragraph = WordMarkup.paragraph(style, WordMarkup.run(text))
    guard let name else { return paragraph }
    return OutlineWordWriter.tagLine("{{#\(name)}}") + paragraph + OutlineWordWriter.tagLine("{{/\(name)}}")
  }

  /// What the document is about and where it comes from, as a table without lines.
  private var facts: String {
    let rows = [("as-of-date", "document.dateText"), ("basis", "document.basis")]
      .filter { strings[$0.0] != nil }
      .map { label, field in
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
          + WordMarkup.cell(
            WordMarkup.paragraph("TitleFactName", WordMarkup.run("{{t.\(label)}}")), width: Self.names)
          + WordMarkup.cell(
            WordMarkup.paragraph("TitleFact", WordMarkup.run("{{\(field)}}")), width: Self.values)
          + "</w:tr>"
      }
    guard !rows.isEmpty else { return paragraph("TitleFact", "{{document.dateText}}") }
    return """
      <w:tbl><w:tblPr><w:tblW w:w="\(OutlinePackage.textWidth)" w:type="dxa"/><w:tblLayout w:type="fixed"/>\
      <w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>\
      <w:gridCol w:w="\(Self.names)"/><w:gridCol w:w="\(Self.values)"/></w:tblGrid>\(rows.joined())</w:tbl>
      """ + OutlineWordWriter.gap
  }

  private static let names = 3062
  private static let values = OutlinePackage.textWidth - names

  /// A heading without a number, and the mark that the list of contents takes the place of.
  private var contents: String {
    let title = strings["contents"] == nil ? "" : WordMarkup.run("{{t.contents}}")
    return WordMarkup.paragraph("TOCHeading", title) + OutlineWordWriter.tagLine("{{! contents}}")
      + WordMarkup.paragraph("TableGap", "<w:r><w:br w:type=\"page\"/></w:r>")
  }
}
