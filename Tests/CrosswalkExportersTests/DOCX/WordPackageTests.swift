import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkExporters

/// Word files as containers: hostile ones are refused, harmless ones kept.
@Suite struct WordPackageTests {
  private let body = WordSample.p("{{text}}")

  private func relationships(_ entry: String) -> (String, String) {
    (
      "word/_rels/document.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(entry)</Relationships>
      """
    )
  }

  private func relationship(_ type: String, _ target: String, external: Bool = true) -> (String, String) {
    relationships(
      """
      <Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(type)" \
      Target="\(target)"\(external ? " TargetMode=\"External\"" : "")/>
      """)
  }

  // MARK: - E04: hostile text

  @Test(arguments: [
    ("a]]>b", "a]]&gt;b"), ("\u{1}", "\u{FFFD}"), ("\u{FFFE}", "\u{FFFD}"), ("_x0000_", "_x0000_"),
    ("&amp;", "&amp;amp;"),
    ("<w:p/>", "&lt;w:p/&gt;"), ("\u{10FFFF}", "\u{FFFD}"), ("{{name}}", "&#123;&#123;name&#125;&#125;"),
    ("e\u{301}", "e\u{301}"), ("\u{301}", "\u{301}"), ("𝔘𐀀", "𝔘𐀀"),
  ])
  func writesHostileTextAsText(_ value: String, _ written: String) throws {
    let body = try WordSample.body(body, ["text": .text("x" + value)])
    #expect(body == "<w:p><w:r><w:t xml:space=\"preserve\">x\(written)</w:t></w:r></w:p>")
  }

  @Test func writesLineBreaksAndTabsAsElements() throws {
    let body = try WordSample.body(body, ["text": .text("a\nb\r\nc\td\u{2028}e")])
    #expect(body.matches("<w:br/>") == 3)
    #expect(body.matches("<w:tab/>") == 1)
    #expect(WordSample.lines(body) == ["a\nb\nc\td\ne"])
  }

  @Test func keepsTextsLongerThanASpreadsheetCell() throws {
    let long = String(repeating: "lang ", count: 20_000)
    #expect(WordSample.lines(try WordSample.body(body, ["text": .text(long)])) == [long])
  }

  // MARK: - E05: hostile containers

  @Test(arguments: [
    "../evil.xml", "/etc/passwd", "word\\evil.xml", "WORD/document.xml", "word/./x.xml", "C:/x.xml",
  ])
  func refusesPathsThatLeadOutOrClash(_ path: String) throws {
    let bytes = try WordSample.zip(WordSample.parts(body, more: [(path, "<x/>")]))
    let error = try #require(throws: TemplateError.self) { try WordTemplate(package: bytes, name: "t.docx") }
    #expect(error.exitStatus == .data)
  }

  @Test func refusesAPartThatGrowsBeyondMeasure() throws {
    let bomb = "<x>" + String(repeating: " ", count: 80 << 20) + "</x>"
    let bytes = try WordSample.zip(WordSample.parts(body, more: [("word/bomb.xml", bomb)]))
    #expect(bytes.count < 1 << 20)
    #expect(throws: TemplateError.self) { try WordTemplate(package: bytes, name: "t.docx") }
  }

  @Test(arguments: [[UInt8]("PK".utf8), [], Array("<w:document/>".utf8)])
  func refusesWhatIsNoContainer(_ bytes: [UInt8]) {
    #expect(throws: TemplateError.self) { try WordTemplate(package: bytes, name: "t.docx") }
  }

  @Test func refusesADocumentType() throws {
    var parts = WordSample.parts(body)
    parts[2].1 =
      "<!DOCTYPE x [<!ENTITY e \"boom\">]><w:document xmlns:w=\"\(WordSample.namespace)\">&e;</w:document>"
    let bytes = try WordSample.zip(parts)
    #expect(throws: TemplateError.self) { try WordTemplate(package: bytes, name: "t.docx") }
  }

  // MARK: - What a template must not hold

  @Test(arguments: [
    ("attachedTemplate", "file:///c:/x.dotm"), ("image", "http://example.org/p.png"), ("oleObject", "x.bin"),
    ("hyperlink", "javascript:alert(1)"), ("hyperlink", "file:///etc/passwd"), ("subDocument", "other.docx"),
    ("frame", "http://example.org/"),
  ])
  func refusesLinksToOtherFiles(_ type: String, _ target: String) throws {
    let more = [relationship(type, target)]
    let error = try #require(throws: TemplateError.self) { try WordSample.template(body, more: more) }
    #expect(error.diagnostic.code == "word-file")
  }

  @Test(arguments: [
    "word/vbaProject.bin", "word/embeddings/x.xlsx", "word/activeX/a.xml", "word/afchunk1.html",
  ])
  func refusesMacrosAndObjects(_ path: String) {
    #expect(throws: TemplateError.self) { try WordSample.template(body, more: [(path, "x")]) }
  }

  @Test(arguments: [
    "<w:altChunk r:id=\"rId1\"/>", "<w:p><w:r><w:object/></w:r></w:p>",
    "<w:p><w:r><w:instrText> DDEAUTO c:\\x </w:instrText></w:r></w:p>",
    "<w:p><w:fldSimple w:instr=\" INCLUDETEXT x \"/></w:p>",
  ])
  func refusesFieldsThatReadFiles(_ block: String) {
    #expect(throws: TemplateError.self) { try WordSample.template(block) }
  }

  @Test func keepsHyperlinksToTheWeb() throws {
    let template = try WordSample.template(
      body, more: [relationship("hyperlink", "https://example.org/a?b=c")])
    let file = try template.render(["text": .text("x")])
    #expect(
      try WordSample.part("word/_rels/document.xml.rels", of: file).contains("https://example.org/a?b=c"))
  }

  // MARK: - What stays

  @Test func keepsOtherPartsByteForByteAndFillsHeaders() throws {
    let header =
      "<w:hdr xmlns:w=\"\(WordSample.namespace)\">\(WordSample.p("Head: {{text}}"))</w:hdr>"
    let odd = "<odd xmlns=\"urn:x\">  {{text}} \n</odd>"
    let file = try WordSample.template(
      body,
      more: [
        relationship("header", "header7.xml", external: false), ("word/header7.xml", header),
        ("custom/odd.xml", odd),
      ]
    ).render(["text": .text("Lantern")])
    #expect(try WordSample.part("custom/odd.xml", of: file) == odd)
    #expect(try WordSample.part("word/header7.xml", of: file).contains("Head: Lantern"))
  }

  @Test func writesTheSameBytesTwice() throws {
    let template = try WordSample.template(body)
    let first = try template.render(["text": .text("x")])
    #expect(try WordSample.template(body).render(["text": .text("x")]) == first)
    // The time of every member is the first that the format has.
    #expect(first[10..<14].elementsEqual([0, 0, 0x21, 0]))
  }

  @Test func keepsIdentifiersSingleWhereSectionsRepeatThem() throws {
    let list: FieldRecord = ["list": .list([.text("1"), .text("2")])]
    let block =
      "<w:p w14:paraId=\"00000001\"><w:bookmarkStart w:id=\"4\" w:name=\"place\"/><w:r><w:t>{{.}}</w:t></w:r><w:bookmarkEnd w:id=\"4\"/><w:r><wp:docPr id=\"7\" name=\"x\"/></w:r></w:p>"
    let body = try WordSample.body(WordSample.p("{{#list}}") + block + WordSample.p("{{/list}}"), list)
    for single in ["w:id=\"4\" w:name=\"place\"", "w14:paraId=\"00000001\"", "docPr id=\"7\""] {
      #expect(body.matches(single) == 1, "\(single)")
    }
    #expect(body.matches("<w:bookmarkStart") == 2)
    #expect(body.matches("<w:bookmarkEnd") == 2)
    #expect(body.matches("w:id=\"1000001\"") == 2)
  }

  @Test func givesOutNoIdentifierThatIsTaken() throws {
    let control = { (id: Int) in
      "<w:sdt><w:sdtPr><w:id w:val=\"\(id)\"/></w:sdtPr><w:sdtContent>\(WordSample.p("x"))</w:sdtContent></w:sdt>"
    }
    let list: FieldRecord = ["list": .list([.text("1"), .text("2"), .text("3")])]
    let body = try WordSample.body(
      control(1_000_001) + WordSample.p("{{#list}}") + control(7) + WordSample.p("{{/list}}"), list)
    let found = body.ranges(of: "<w:id w:val=\"").map { body[$0.upperBound...].prefix { $0 != "\"" } }
    #expect(found == ["1000001", "7", "1000002", "1000003"])
  }

  @Test func keepsBothEndsOfARangeWhoseParagraphVanishes() throws {
    let block =
      "<w:p><w:bookmarkStart w:id=\"5\" w:name=\"x\"/><w:r><w:t>{{empty}}</w:t></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id=\"5\"/></w:p>"
    let body = try WordSample.body(
      WordSample.p("{{#list}}") + block + WordSample.p("{{/list}}"),
      ["list": .list([.text("1"), .text("2")]), "empty": .text("")])
    #expect(WordSample.lines(body) == ["a", "a"])
    for mark in ["bookmarkStart w:id=\"5\"", "bookmarkEnd w:id=\"5\"", "bookmarkStart w:id=\"1000001\""] {
      #expect(body.matches(mark) == 1, "\(mark)")
    }
    #expect(body.matches("bookmarkEnd w:id=\"1000001\"") == 1)
  }

  @Test func leavesARangeOutsideOfTheSectionThatBeginsInIt() throws {
    let mark = "<w:bookmarkStart w:id=\"5\" w:name=\"x\"/><w:bookmarkEnd w:id=\"5\"/>"
    let body = try WordSample.body(
      "<w:p>\(mark)<w:r><w:t>{{#list}}</w:t></w:r></w:p>" + WordSample.p("{{.}}") + WordSample.p("{{/list}}"),
      ["list": .list([.text("1"), .text("2")])])
    #expect(body.hasPrefix(mark))
    #expect(body.matches("<w:bookmarkStart") == 1)
  }

  @Test func listsTheContentsOnceWhereASectionRepeatsTheirMark() throws {
    let body = try WordSample.body(
      WordSample.p("{{#list}}") + WordSample.p("{{! contents}}") + WordSample.p("{{.}}")
        + WordSample.p("{{/list}}"), ["list": .list([.text("1"), .text("2")])])
    #expect(!body.contains("<?"))
    #expect(WordSample.lines(body) == ["1", "2"])
  }
}
