import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// Tags in Word files: joined from runs, moved around blocks and rows.
@Suite struct WordTagTests {
  private let fields: FieldRecord = [
    "name": .text("Lantern"), "empty": .text(""),
    "list": .list([
      .record(["a": .text("1"), "b": .text("one")]), .record(["a": .text("2"), "b": .text("two")]),
    ]),
    "none": .list([]), "flag": .flag(true),
  ]

  private func lines(_ body: String) throws -> [String] {
    WordSample.lines(try WordSample.body(body, fields))
  }

  @Test(arguments: [
    WordSample.p("System {{name}}."), WordSample.p("System {", "{na", "me}", "}."),
    WordSample.p("System {{ name }}."), WordSample.p("System {{", " name", " }}."),
    "<w:p><w:r><w:t>System {{na</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>me</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/><w:r><w:t>}}.</w:t></w:r></w:p>",
    "<w:p><w:r><w:t xml:space=\"preserve\">System {{</w:t><w:br/><w:t>name</w:t><w:tab/><w:t>}}.</w:t></w:r></w:p>",
    "<w:p><w:r><w:t xml:space=\"preserve\">System {{</w:t></w:r><w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>name</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>}}.</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>System &#123;&#x7B;name}}.</w:t></w:r></w:p>",
    "<w:p><w:r><w:t><![CDATA[System {{name}}.]]></w:t></w:r></w:p>",
  ])
  func fillsATagHoweverItsRunsAreSplit(_ paragraph: String) throws {
    #expect(try lines(paragraph) == ["System Lantern."])
  }

  @Test func givesATagTheFormOfItsFirstRun() throws {
    let body = try WordSample.body(
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{na</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>me}} end</w:t></w:r></w:p>",
      fields)
    #expect(body.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Lantern</w:t>"))
    #expect(body.contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> end</w:t>"))
  }

  @Test func repeatsTheBlocksBetweenTagsThatStandAlone() throws {
    let body = WordSample.p("{{#list}}") + WordSample.p("{{a}}: {{b}}") + WordSample.p("{{/list}}")
    #expect(try lines(body + WordSample.p("end")) == ["1: one", "2: two", "end"])
  }

  @Test func leavesOutTheBlocksOfAnAbsentSection() throws {
    let body =
      WordSample.p("{{#none}}") + WordSample.p("never") + WordSample.p("{{/none}}")
      + WordSample.p("{{^none}}")
      + WordSample.p("none there") + WordSample.p("{{/none}}")
    #expect(try lines(body) == ["none there"])
  }

  @Test func wrapsWholeParagraphsWhereTagsStandAtTheirBorders() throws {
    let body = WordSample.p("{{#list}}first {{a}}") + WordSample.p("second {{b}}{{/list}}")
    #expect(try lines(body) == ["first 1", "second one", "first 2", "second two"])
  }

  @Test func repeatsRowsBetweenRowsOfTags() throws {
    let body =
      "<w:tbl>" + WordSample.row("A", "B") + WordSample.row("{{#list}}", "")
      + WordSample.row("{{a}}", "{{b}}")
      + WordSample.row("{{/list}}", "") + "</w:tbl>" + WordSample.p("end")
    #expect(try lines(body) == ["A", "B", "1", "one", "2", "two", "end"])
    #expect(try WordSample.body(body, fields).matches("<w:tr>") == 3)
  }

  @Test func repeatsARowWhoseCellsHoldBothTags() throws {
    let body =
      "<w:tbl>" + WordSample.row("{{#list}}{{a}}", "{{b}}{{/list}}") + "</w:tbl>" + WordSample.p("end")
    #expect(try lines(body) == ["1", "one", "2", "two", "end"])
    #expect(try WordSample.body(body, fields).matches("<w:tr>") == 2)
  }

  @Test func takesOutATableWithoutRows() throws {
    let body =
      "<w:tbl>" + WordSample.row("{{#none}}{{a}}", "{{b}}{{/none}}") + "</w:tbl>" + WordSample.p("end")
    #expect(try WordSample.body(body, fields) == WordSample.p("end"))
  }

  @Test func keepsAParagraphInEveryCell() throws {
    let cell =
      "<w:tc>" + WordSample.p("{{#none}}") + WordSample.p("x") + WordSample.p("{{/none}}") + "</w:tc>"
    let body = try WordSample.body("<w:tbl><w:tr>\(cell)</w:tr></w:tbl>" + WordSample.p("end"), fields)
    #expect(body.contains("<w:tc><w:p/></w:tc>"))
  }

  @Test func keepsSectionsInsideOfALine() throws {
    let body = WordSample.p("a{{#flag}}", "b", "{{name}}{{/flag}}c{{^flag}}", "d{{/flag}}")
    #expect(try lines(body) == ["abLanternc"])
  }

  @Test func nestsSectionsOfEveryKind() throws {
    let table =
      "<w:tbl>" + WordSample.row("{{#list}}{{a}}", "{{#flag}}{{b}}{{/flag}}{{/list}}") + "</w:tbl>"
    let body =
      WordSample.p("{{#list}}") + WordSample.p("{{#flag}}") + table + WordSample.p("{{/flag}}")
      + WordSample.p("{{/list}}")
    #expect(try lines(body + WordSample.p("end")).filter { $0 == "two" }.count == 2)
  }

  @Test func takesOutParagraphsWhoseTagsShowNothing() throws {
    let body =
      WordSample.p("{{empty}}") + "<w:p/>" + WordSample.p("{{! for the next author}}") + WordSample.p("end")
    #expect(try WordSample.body(body, fields).matches("<w:p>") == 1)
  }

  @Test func fillsTextBoxesInBothOfTheirForms() throws {
    let box = "<w:txbxContent>\(WordSample.p("{{name}}"))</w:txbxContent>"
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    #expect(try WordSample.body(body, fields).matches("Lantern") == 2)
  }

  @Test func keepsWhatATagCannotBe() throws {
    let body = WordSample.p("braces { and } and {x}, &amp;lt; stays")
    #expect(try lines(body) == ["braces { and } and {x}, &lt; stays"])
    let deleted =
      "<w:p><w:r><w:t>kept</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>{{unknown}}</w:delText></w:r></w:del></w:p>"
    #expect(try WordSample.body(deleted, fields).contains("&#123;&#123;unknown}}"))
  }

  // MARK: - Mistakes

  @Test(arguments: [
    (WordSample.p("before {{#list}} after") + WordSample.p("{{/list}}"), "unclosed-section", 1),
    (WordSample.p("text") + WordSample.p("{{#list}}") + WordSample.p("more"), "unclosed-section", 2),
    (WordSample.p("text {{/list}} more"), "stray-section-end", 1),
    (
      "<w:tbl>" + WordSample.row("{{#list}}", "{{a}}") + "</w:tbl>" + WordSample.p("{{/list}}"),
      "unclosed-section", 1
    ),
    (WordSample.p("{{#list}}") + WordSample.p("{{/other}}"), "mismatched-section-end", 2),
    (WordSample.p("one") + WordSample.p("two {{name"), "unclosed-tag", 2),
    (WordSample.p("{{{name}}}"), "refused-tag", 1), (WordSample.p("{{> part}}"), "word-file", 1),
    ("<w:p><w:r><w:instrText>HYPERLINK \"{{name}}\"</w:instrText></w:r></w:p>", "unsafe-context", 1),
    ("<w:p w14:paraId=\"{{name}}\"><w:r><w:t>x</w:t></w:r></w:p>", "unsafe-context", 1),
    (WordSample.p("{{! contents}}") + WordSample.p("{{! contents}}"), "word-file", 2),
    (
      "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>{{#flag}}a</w:t></w:r></w:hyperlink><w:r><w:t>{{/flag}}</w:t></w:r></w:p>",
      "word-file", 1
    ),
  ])
  func namesThePlaceOfAMistake(_ body: String, _ code: String, _ paragraph: Int) throws {
    let error = try #require(throws: TemplateError.self) { try WordSample.template(body).render(fields) }
    #expect(error.diagnostic.code == code, "\(error.diagnostic.line)")
    #expect(error.location?.file == "t.docx!word/document.xml")
    #expect(error.location?.line == paragraph)
    #expect(error.exitStatus == .data)
  }

  @Test func quotesTheParagraphOfAMistake() throws {
    let error = try #require(throws: TemplateError.self) {
      try WordSample.template(WordSample.p("The system {{name")).render(fields)
    }
    #expect(error.diagnostic.message.hasSuffix("in the paragraph “The system {{name”"))
    let template = try WordSample.template(WordSample.p("x") + WordSample.p("The system {{name}}"))
    let tag = try #require(template.tags.first)
    let diagnostic = Diagnostic(
      .error, code: "unknown-field", message: "no such field", location: tag.location)
    #expect(
      template.withExcerpt(diagnostic).message == "no such field in the paragraph “The system {{name}}”")
  }
}

extension String {
  /// How often `part` stands in it.
  func matches(_ part: String) -> Int { ranges(of: part).count }
}
