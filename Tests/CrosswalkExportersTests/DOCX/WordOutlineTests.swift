import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// Word files made from outlines.
@Suite struct WordOutlineTests {
  private func parts() throws -> (document: String, file: [UInt8]) {
    let file = try WordOutlineSample.template().render(WordOutlineSample.fields())
    return (try WordSample.part("word/document.xml", of: file), file)
  }

  @Test func listsEveryHeadingWithANumberAndAPlaceThatIsThere() throws {
    let document = try parts().document
    let lines = WordSample.lines(document).filter { $0.contains("\t") && $0.hasSuffix("\u{FFFC}–\u{FFFC}") }
    // One for the page, nine requirements with a heading below each, the evidence, and one two levels down.
    #expect(lines.count == 1 + 18 + 1 + 1)
    #expect(lines.first?.hasPrefix("1\tAbout this document\t") == true)
    #expect(lines.contains { $0.hasPrefix("3\t2(b) Validation, testing") })
    #expect(lines.contains { $0.hasPrefix("3.1\tLinked items\t") })
    #expect(lines.last?.hasPrefix("11.1.1\tA deeper heading\t") == true)
    for number in 600_000..<600_021 {
      #expect(document.matches("w:name=\"_Toc\(number)\"") == 1)
      #expect(document.matches("PAGEREF _Toc\(number) \\h") == 1)
    }
  }

  @Test func countsLevelsThatAreLeftOutAsWordProcessorsDo() throws {
    let file = try TemplateSample.template("# A\n\n### B\n\n## C\n\n### D").render([:], as: .docx)
    let lines = WordSample.lines(try WordSample.part("word/document.xml", of: file))
    let shown = lines.filter { $0.hasSuffix("\u{FFFC}–\u{FFFC}") }.compactMap {
      $0.split(separator: "\t").first
    }
    #expect(shown == ["1", "1.1.1", "1.2", "1.2.1"])
  }

  @Test func leavesNoTagAndNoParagraphOfATag() throws {
    let (document, file) = try parts()
    for path in [
      "word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footer2.xml", "docProps/core.xml",
    ] {
      #expect(try !WordSample.part(path, of: file).contains("{{"), "\(path)")
    }
    #expect(!document.contains("TemplateTag"))
    #expect(!document.contains("never shown"))
    #expect(!document.contains("crosswalk-contents"))
  }

  @Test func countsRepeatedListsFromOneEach() throws {
    let (document, file) = try parts()
    let numbering = try WordSample.part("word/numbering.xml", of: file)
    // The list of the page and the first of the repeated ones have numberings of their own, the other eight get them.
    for number in [101, 102] + (20_001...20_008).map({ $0 }) {
      #expect(numbering.contains("<w:num w:numId=\"\(number)\">"), "\(number)")
      #expect(document.matches("<w:numId w:val=\"\(number)\"/>") >= 2, "\(number)")
    }
  }

  @Test func fitsColumnsToThePageAndRepeatsHeaders() throws {
    let document = try parts().document
    let tables = document.split(separator: "<w:tbl>").dropFirst()
    #expect(tables.count > 8)
    for table in tables where table.contains("DocumentTable") {
      let widths = table.ranges(of: "<w:gridCol w:w=\"").map { range in
        Int(table[range.upperBound...].prefix { $0 != "\"" }) ?? 0
      }
      #expect(widths.reduce(0, +) == 9638)
      let header = table.firstRange(of: "</w:tr>").map { table[..<$0.lowerBound] }
      #expect(header?.contains("<w:tblHeader/>") == true)
    }
  }

  @Test func whatIntroducesATableStaysWithIt() throws {
    let template = try TemplateSample.template(
      "**Label.**\n\nAlone.\n\nBefore.\n\n{{#value}}\n\n| a |\n|---|\n| b |\n\n{{/value}}\n\nAfter.\n")
    let file = try template.render(["value": .text("x")], as: .docx)
    let paragraphs = try WordSample.part("word/document.xml", of: file).split(separator: "<w:p>")
    func keeps(_ words: String) -> Bool? {
      paragraphs.first { $0.contains(">\(words)<") }?.contains("<w:keepNext/>")
    }
    #expect(
      keeps("Label.") == true && keeps("Before.") == true && keeps("Alone.") == false
        && keeps("After.") == false)
  }

  @Test func beginsPagesWithoutAnEmptyPageBefore() throws {
    let document = try parts().document
    // The first heading, after the contents, and the heading after the break in the outline.
    #expect(document.matches("<w:pageBreakBefore/>") == 2)
    #expect(document.matches("w:type=\"page\"") == 0)
  }

  @Test func namesLanguageTitleAndDayOfTheDocument() throws {
    let file = try parts().file
    let core = try WordSample.part("docProps/core.xml", of: file)
    #expect(core.contains("<dc:title>Joint technical documentation</dc:title>"))
    #expect(core.matches("2026-11-23T00:00:00Z</dcterms:") == 2)
    #expect(core.contains("<dc:language>en-GB</dc:language>"))
    #expect(try WordSample.part("word/styles.xml", of: file).contains("<w:lang w:val=\"en-GB\""))
  }

  @Test(arguments: [("de", "de-DE"), ("de-at", "de-at"), ("es-419", "es-419"), ("x\"", "en-GB")])
  func namesTheLanguageOfTheLabels(_ language: String, _ written: String) throws {
    var strings = WordOutlineSample.strings
    strings.language = language
    let parser = try OutlineParser(Array("# One".utf8), file: "document.md")
    let file = try WordTemplate(outline: parser.outline, strings: strings).bytes()
    #expect(
      try WordSample.part("docProps/core.xml", of: file).contains("<dc:language>\(written)</dc:language>"))
  }

  @Test(arguments: [(63, 0), (64, 1)])
  func refusesATableWithMoreColumnsThanWordOpens(_ columns: Int, _ problems: Int) throws {
    func row(_ cell: String) -> String { "|" + String(repeating: "\(cell)|", count: columns) + "\n" }
    let parser = try OutlineParser(Array((row("a") + row("---") + row("b")).utf8), file: "document.md")
    #expect(parser.problems.count == problems)
    #expect(parser.problems.allSatisfy { $0.location?.line == 1 })
  }

  @Test func writesPageNumbersWithoutWordsWhereALanguageHasNone() throws {
    var strings = WordOutlineSample.strings
    strings.labels["page-of"] = nil
    let parser = try OutlineParser(Array("# One".utf8), file: "document.md")
    let file = try WordTemplate(outline: parser.outline, strings: strings).bytes()
    let foot = WordSample.lines(try WordSample.part("word/footer1.xml", of: file).bodyOfFooter)
    #expect(foot.first?.contains(" / ") == true)
  }

  @Test func givesTheSameDocumentFromTheFileThatAuthorsGet() throws {
    let template = try WordOutlineSample.template()
    let again = try WordTemplate(package: template.bytes(), name: "document.docx")
    let fields = WordOutlineSample.fields()
    #expect(try again.render(fields) == template.render(fields))
  }

  @Test func keepsTheTagsOfTheOutlineInTheFileThatAuthorsGet() throws {
    let document = try WordSample.part("word/document.xml", of: WordOutlineSample.template().bytes())
    let lines = WordSample.lines(document)
    for line in [
      "{{#requirements}}", "{{/requirements}}", "{{#linked}}", "{{number}} {{title}}", "{{! contents}}",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test func writesHostileFieldsAsTextEverywhere() throws {
    var fields = WordOutlineSample.fields()
    let hostile = "]]></w:t><w:altChunk/>\u{1}\u{FFFE}&{{#x}}"
    fields["system"] = .record(["name": .text(hostile), "note": .text(hostile)])
    fields["document"] = .record([
      "title": .text(hostile), "subtitle": .text(hostile), "date": .text("2026-11-23"),
    ])
    let file = try WordOutlineSample.template().render(fields)
    let document = try WordSample.part("word/document.xml", of: file)
    #expect(!document.contains("<w:altChunk"))
    #expect(
      WordSample.lines(document).contains { $0.contains("]]></w:t><w:altChunk/>\u{FFFD}\u{FFFD}&{{#x}}") })
    // Every part that the values went into is read again, and would be refused where it is not well-formed.
    let package = try WordPackage(file, name: "out.docx")
    for path in package.stories + [try #require(package.properties)] {
      #expect(throws: Never.self, "\(path)") { try WordTree(package[path] ?? [], file: path) }
    }
  }
}

extension String {
  /// The blocks of a footer.
  fileprivate var bodyOfFooter: String {
    guard let start = range(of: "<w:p>"), let end = ranges(of: "</w:p>").last else { return "" }
    return String(self[start.lowerBound..<end.upperBound])
  }
}
