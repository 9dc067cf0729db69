import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// Word files that want a program to hang, to read other files, or to fail.
@Suite struct WordHostileTests {
  /// A part, without the container: that refuses what grows too much.
  private func part(_ body: String) throws -> WordPart {
    let story = Array(WordSample.story("document", "<w:body>\(body)</w:body>").utf8)
    return try WordPart(story: story, at: "word/document.xml", in: "t.docx")
  }

  private func reason(_ body: String) throws -> TemplateError.Reason {
    try #require(throws: TemplateError.self) { _ = try part(body).tags }.reason
  }

  // MARK: - E05, E06: much work from few bytes

  @Test(arguments: [
    "{{#a}}", "{{/a}}", "{{#a}}{{/a}}", "{{}}", "{{", "{{> x}}", "{{a}}", "{{#a}}x", "{{! a}}",
  ])
  func refusesMoreTagsThanATemplateMayHaveBeforeItWorksOnThem(_ tag: String) throws {
    let many = String(repeating: tag + " ", count: 21_000)
    #expect(try reason(WordSample.p(many)) == .tooManyTags(limit: 20_000))
    let paragraphs = String(repeating: WordSample.p(tag), count: 20_500)
    #expect(try reason(paragraphs) == .tooManyTags(limit: 20_000))
  }

  @Test func placesAsManyTagsAsATemplateMayHave() throws {
    let tags = String(repeating: "{{#a}}", count: 10_000) + String(repeating: "{{/a}}", count: 10_000)
    #expect(try reason(WordSample.p(tags)) == .tooDeep(limit: 32))
    #expect(try part(WordSample.p(String(repeating: "{{#a}}", count: 20_000))).problems.count == 20_000)
    let runs = (0..<2_000).map { "<w:r><w:t>{{a}}</w:t><w:t>word \($0)</w:t></w:r>" }.joined()
    #expect(try part("<w:p>\(runs)</w:p>").tags.count == 2_000)
  }

  @Test func looksForMisplacedBracesOnce() throws {
    let braces = "<w:p><w:r><w:t>{{a}}</w:t><w:delText>{{</w:delText></w:r></w:p>"
    #expect(try part(String(repeating: braces, count: 2_000)).problems.isEmpty)
    let attributes = String(repeating: "<w:p w:rsidR=\"{{\"/>", count: 20_500)
    #expect(try reason(attributes) == .tooManyTags(limit: 20_000))
  }

  @Test func measuresAllPartsTogether() throws {
    let header = WordSample.story("hdr", WordSample.p("{{#list}}{{text}}{{/list}}"))
    let template = try WordSample.template(
      WordSample.p("x"),
      more: [
        WordSample.relationships(("header", "h1.xml"), ("header", "h2.xml"), ("header", "h3.xml")),
        ("word/h1.xml", header), ("word/h2.xml", header), ("word/h3.xml", header),
      ])
    let fields: FieldRecord = [
      "text": .text(String(repeating: "x", count: 1 << 20)),
      "list": .list([FieldValue](repeating: .flag(true), count: 25)),
    ]
    let error = try #require(throws: TemplateError.self) { try template.render(fields) }
    #expect(error.reason == .documentTooLarge(limit: TemplateLimits.output))
  }

  @Test func saysThatADocumentIsTooLargeWhereEscapingMadeItSo() throws {
    let package = try WordPackage(WordSample.zip(WordSample.parts(WordSample.p("x"))), name: "t.docx")
    var finish = try WordFinish(package)
    let filled = [UInt8](repeating: 0x20, count: (128 << 20) + 1)
    let error = try #require(throws: TemplateError.self) {
      _ = try finish.finished(filled, at: "word/x.xml").count
    }
    #expect(error.reason == .documentTooLarge(limit: TemplateLimits.output))
    #expect(error.exitStatus == .data)
  }

  // MARK: - Fields

  private static func run(_ content: String) -> String { "<w:r>\(content)</w:r>" }
  private static func mark(_ type: String) -> String { run("<w:fldChar w:fldCharType=\"\(type)\"/>") }
  private static func code(_ text: String) -> String { run("<w:instrText>\(text)</w:instrText>") }

  /// A field whose code is cut into runs.
  private static func field(_ codes: String...) -> String {
    "<w:p>\(mark("begin"))\(codes.map(code).joined())\(mark("separate"))\(run("<w:t>x</w:t>"))\(mark("end"))</w:p>"
  }

  private static let refused = [
    field(" DDEA", "UTO c:\\x"), field("INCL", "UDEPICTURE \"http://example.org\""), field("D", "D", "E"),
    field("include", "TEXT\"x\""), field("\u{A0}RD x"),
    "<w:p>\(mark("begin"))\(code("DDE"))</w:p><w:p>\(code("AUTO x"))\(mark("end"))</w:p>",
    "<w:p>\(mark("begin"))\(code("LI"))\(run("<w:t>NK x</w:t>"))\(mark("end"))</w:p>",
    "<w:p>\(mark("begin"))\(code("LINK x"))</w:p>",
    "<w:p>\(mark("begin"))\(code("LI"))<w:del w:id=\"1\">\(code("ST"))</w:del>\(code("NK x"))\(mark("end"))</w:p>",
    "<w:p>\(mark("begin"))\(code("LI"))\(run("<w:delInstrText>NK x</w:delInstrText>"))\(mark("end"))</w:p>",
    "<w:p>\(mark("begin"))\(code(" IF 1 = 1 "))\(mark("begin"))\(code("DDE x"))\(mark("end"))\(mark("end"))</w:p>",
    "<w:p>\(mark("begin"))\(mark("begin"))\(code("QUOTE DDE"))\(mark("end"))\(code("AUTO x"))\(mark("end"))</w:p>",
    field("HYPERLINK \"file:///etc/passwd\""), field("HYPERLINK \\o \"tip\" \\\\host\\share"),
    field("HYPER", "LINK \"fi", "le:///x\" \\l \"place\""), field("HYPERLINK \u{201C}c:\\x\u{201D}"),
    "<w:p><w:fldSimple w:instr=\"HYPERLINK other.docx\"/></w:p>",
    "<w:p><w:fldSimple w14:instr=\"PAGE\" w:instr=\"DDEAUTO x\"/></w:p>",
  ]

  @Test(arguments: refused)
  func refusesFieldsHoweverTheirCodeIsCut(_ block: String) throws {
    #expect(
      try #require(throws: TemplateError.self) { try WordSample.template(block) }.diagnostic.code
        == "word-file")
  }

  @Test(arguments: [
    field(" PAGE "), field("={NUMPAGES}-1"), field("HYPERLINK \\l \"place\""),
    field("HYPERLINK \"https://example.org/", "a\""),
    field("HYPERLINK \"mailto:a@example.org\" \\o \"Write\""), field("TOC \\o \"1-3\" \\h"),
    "<w:p>\(mark("begin"))\(code(" IF "))\(mark("begin"))\(code("PAGE"))\(mark("end"))\(code(" = 1 DDE"))\(mark("end"))</w:p>",
    "<w:p>\(mark("begin"))\(code("PAGE"))\(mark("separate"))\(run("<w:t>DDEAUTO</w:t>"))\(mark("end"))</w:p>",
  ])
  func keepsFieldsThatStayInTheDocument(_ block: String) throws {
    #expect(try WordSample.template(block).problems.isEmpty)
  }

  @Test(arguments: ["comments", "glossaryDocument", "settings"])
  func looksAtTheFieldsOfPartsThatAreNotFilledIn(_ role: String) throws {
    let part = WordSample.story(role, Self.field("DDE x"))
    for path in ["other.xml", "Other.XML", "/word/OTHER.xml"] {
      let more = [WordSample.relationships((role, path)), ("word/other.xml", part)]
      #expect(throws: TemplateError.self, "\(path)") {
        try WordSample.template(WordSample.p("x"), more: more)
      }
    }
  }

  @Test func looksAtTheFieldsOfPartsThatTheGlossaryRefersTo() throws {
    let list = WordSample.relationships(("footnotes", "notes.xml"))
    let more = [
      WordSample.relationships(("glossaryDocument", "glossary/document.xml")),
      ("word/glossary/document.xml", WordSample.story("glossaryDocument", "")),
      ("word/glossary/_rels/document.xml.rels", list.1),
      ("word/glossary/notes.xml", WordSample.story("footnotes", Self.field("DDE x"))),
    ]
    #expect(throws: TemplateError.self) { try WordSample.template(WordSample.p("x"), more: more) }
  }

  @Test func refusesAddressesForFormLetters() throws {
    let settings = WordSample.story("settings", "<w:mailMerge><w:connectString w:val=\"x\"/></w:mailMerge>")
    let more = [WordSample.relationships(("settings", "settings.xml")), ("word/settings.xml", settings)]
    #expect(throws: TemplateError.self) { try WordSample.template(WordSample.p("x"), more: more) }
  }

  @Test func refusesAPartThatIsNotThere() throws {
    let more = [WordSample.relationships(("header", "head%65r1.xml"))]
    #expect(throws: TemplateError.self) { try WordSample.template(WordSample.p("x"), more: more) }
  }

  // MARK: - Prefixes

  @Test(arguments: [
    "<ns0:document xmlns:ns0=\"NS\"><ns0:body><ns0:p><ns0:r><ns0:t>{{a}}</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>",
    "<document xmlns=\"NS\"><body><p><r><t>{{a}}</t></r></p></body></document>",
    "<document xmlns=\"NS\" xmlns:w=\"urn:other\"><body><p><r><t>{{a}}</t></r></p></body></document>",
  ])
  func refusesAFileWithAnotherPrefix(_ document: String) throws {
    var parts = WordSample.parts("")
    parts[2].1 = document.replacing("NS", with: WordSample.namespace)
    let bytes = try WordSample.zip(parts)
    let error = try #require(throws: TemplateError.self) { try WordTemplate(package: bytes, name: "t.docx") }
    #expect(error.diagnostic.message == "its elements have another prefix than w")
    #expect(error.exitStatus == .data)
  }
}
