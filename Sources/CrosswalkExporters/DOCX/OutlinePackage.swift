import CrosswalkModel

/// The Word file of an outline: its parts, with tags in their text.
struct OutlinePackage {
  /// What messages call the file: mistakes in it are the toolkit's.
  static let name = "document.docx"

  private let outline: Outline
  private let strings: StringTable

  /// Prepares the file of `outline` with labels from `strings`.
  init(_ outline: Outline, strings: StringTable) {
    self.outline = outline
    self.strings = strings
  }

  /// The parts in the order in which they are packed.
  func package() throws(TemplateError) -> WordPackage {
    var writer = OutlineWordWriter()
    writer.write(titlePage: WordTitlePage(strings: strings, isShort: !outline.hasHeadings))
    writer.write(outline.blocks)
    let document = story("document", "<w:body>" + writer.markup + Self.section + "</w:body>")
    let numbering = try WordNumbering.part(lists: writer.lists)
    return try WordPackage(
      [
        WordPackage.Part(path: "[Content_Types].xml", bytes: PackageResources.word_content_types_xml),
        WordPackage.Part(path: "_rels/.rels", bytes: PackageResources.word_package_rels_xml),
        WordPackage.Part(path: "word/document.xml", bytes: document),
        WordPackage.Part(
          path: "word/_rels/document.xml.rels", bytes: PackageResources.word_document_rels_xml),
        WordPackage.Part(path: "word/styles.xml", bytes: localised(PackageResources.word_styles_xml)),
        WordPackage.Part(path: "word/numbering.xml", bytes: numbering),
        WordPackage.Part(path: "word/settings.xml", bytes: localised(PackageResources.word_settings_xml)),
        WordPackage.Part(path: "word/header1.xml", bytes: runningHead),
        WordPackage.Part(path: "word/footer1.xml", bytes: runningFoot),
        WordPackage.Part(
          path: "word/header2.xml",
          bytes: story("hdr", "<w:p><w:pPr><w:pStyle w:val=\"TableGap\"/></w:pPr></w:p>")),
        WordPackage.Part(path: "word/footer2.xml", bytes: firstFoot),
        WordPackage.Part(path: "docProps/core.xml", bytes: localised(PackageResources.word_core_xml)),
        WordPackage.Part(path: "docProps/app.xml", bytes: PackageResources.word_app_xml),
      ], name: Self.name)
  }

  /// The language as Word names it: English has a country, since documents of this kind are read in Europe.
  private var language: String {
    let known = ["en": "en-GB", "de": "de-DE", "fr": "fr-FR"]
    let isTag = TemplateName.isLanguage(strings.language)
    return known[strings.language] ?? (isTag ? strings.language : "en-GB")
  }

  private func localised(_ part: [UInt8]) -> [UInt8] {
    Array(String(decoding: part, as: UTF8.self).replacing("LANGUAGE", with: language).utf8)
  }

  // MARK: - The document

  /// A4 with margins of 20 mm, the first page with head and foot of its own.
  private static let section = """
    <w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId6"/>\
    <w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId7"/>\
    <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1418" w:left="1134" \
    w:header="794" w:footer="680" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>
    """

  /// Width of the text between the margins, in twentieths of a point.
  static let textWidth = 9638

  private func story(_ element: String, _ blocks: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:\(element) xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\(blocks)</w:\(element)>

      """.utf8)
  }

  // MARK: - Head and foot of pages

  private var runningHead: [UInt8] {
    story(
      "hdr",
      WordMarkup.paragraph(
        "Header",
        WordMarkup.run("{{document.title}}") + WordMarkup.tab + WordMarkup.run("{{document.subtitle}}")))
  }

  private var runningFoot: [UInt8] {
    let draft = WordMarkup.run("{{#document.draft}}{{document.draftText}}{{/document.draft}}")
    return story("ftr", WordMarkup.paragraph("Footer", draft + WordMarkup.tab + pageNumber))
  }

  private var firstFoot: [UInt8] {
    story("ftr", WordMarkup.paragraph("Footer", WordMarkup.run("{{document.toolkit}}")))
  }

  /// "Page 3 of 12" where there are words for it in the language, else "3 / 12".
  private var pageNumber: String {
    let hasWords = strings["page"] != nil && strings["page-of"] != nil
    return WordMarkup.run(hasWords ? "{{t.page}} " : "") + WordMarkup.field("PAGE", shown: "2")
      + WordMarkup.run(hasWords ? " {{t.page-of}} " : " / ") + WordMarkup.field("NUMPAGES", shown: "2")
  }
}
