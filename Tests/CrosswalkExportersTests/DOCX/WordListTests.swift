import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// Numbers of lists, where sections repeat lists or their items.
@Suite struct WordListTests {
  private static let fields: FieldRecord = [
    "t": .record([:]), "document": .record(["title": .text("T"), "dateText": .text("today")]),
    "list": .list(
      ["1", "2"].map { .record(["name": .text($0), "steps": .list([.text("a"), .text("b")])]) }),
  ]

  private func file(_ outline: String) throws -> [UInt8] {
    let parser = try OutlineParser(Array(outline.utf8), file: "document.md")
    #expect(parser.problems.isEmpty)
    return try WordTemplate(outline: parser.outline, strings: WordOutlineSample.strings).render(Self.fields)
  }

  /// The numberings of the paragraphs of a document, in order.
  private func numbers(_ file: [UInt8]) throws -> [String] {
    let document = try WordSample.part("word/document.xml", of: file)
    return document.ranges(of: "<w:numId w:val=\"").map {
      String(document[$0.upperBound...].prefix { $0 != "\"" })
    }
  }

  @Test func beginsItemsThatASectionRepeatsAnewInEveryRepetitionAroundThem() throws {
    let file = try file(
      "{{#list}}\n\n{{name}}\n\n{{#steps}}\n\n1. {{.}}\n\n{{/steps}}\n\n{{/list}}\n")
    #expect(try numbers(file) == ["101", "101", "20001", "20001"])
    #expect(try WordSample.part("word/numbering.xml", of: file).contains("<w:num w:numId=\"20001\">"))
  }

  @Test func leavesTheNumberOutWhereANoteRepeatsItsItems() throws {
    let document = try WordSample.part(
      "word/document.xml", of: file("> {{#list}}\n>\n> 1. {{name}}\n>\n> {{/list}}\n>\n> 1. one\n> 2. two\n"))
    let lines = WordSample.lines(document)
    #expect(lines.suffix(4) == ["• 1", "• 2", "1. one", "2. two"])
  }

  @Test func beginsListsInsideOfItemsWithOneOnTheirLevel() throws {
    let numbering = try WordSample.part(
      "word/numbering.xml", of: file("- a\n  1. x\n  2. y\n- b\n  1. z\n"))
    let own = try #require(numbering.firstRange(of: "<w:num w:numId=\"102\">"))
    let definition = numbering[own.lowerBound...].prefix(
      upTo: try #require(numbering[own.upperBound...].firstRange(of: "</w:num>")).lowerBound)
    for level in 0...8 {
      #expect(definition.contains("<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"1\"/>"))
    }
  }

  // MARK: - Files that an author saved

  private static let numbering = WordSample.story(
    "numbering",
    """
    <w:abstractNum w:abstractNumId="1"/><w:abstractNum w:abstractNumId="7"/>\
    <w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="30000"><w:abstractNumId w:val="1"/></w:num>\
    <w:numIdMacAtCleanup w:val="3"/>
    """)

  private func saved(_ block: String) throws -> (document: [UInt8], numbering: String) {
    let template = try WordSample.template(
      WordSample.p("{{#list}}") + block + WordSample.p("{{/list}}"),
      more: [
        WordSample.relationships(("numbering", "numbering.xml")), ("word/numbering.xml", Self.numbering),
      ])
    let file = try template.render(Self.fields)
    return (file, try WordSample.part("word/numbering.xml", of: file))
  }

  private static let item =
    "<w:p><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr>MARK<w:r><w:t>x</w:t></w:r></w:p>"
  private static let mark = "<w:bookmarkStart w:id=\"1\" w:name=\"_List3\"/><w:bookmarkEnd w:id=\"1\"/>"

  @Test(arguments: [
    mark + item.replacing("MARK", with: ""),
    // As LibreOffice saves it: the mark in the first item, behind its number.
    item.replacing("MARK", with: mark),
  ])
  func takesTheFormOfTheListThatTheFileHas(_ block: String) throws {
    let (file, numbering) = try saved(block)
    #expect(try numbers(file) == ["4", "30001"])
    #expect(numbering.contains("<w:num w:numId=\"30001\"><w:abstractNumId w:val=\"7\"/>"))
    // The order of the schema: nothing but the clean-up mark behind the numberings.
    #expect(numbering.hasSuffix("</w:num><w:numIdMacAtCleanup w:val=\"3\"/></w:numbering>"))
  }

  @Test func addsNothingForAListThatTheFileDoesNotDefine() throws {
    let (file, numbering) = try saved(Self.mark + Self.item.replacing("w:val=\"4\"", with: "w:val=\"5\""))
    #expect(try numbers(file) == ["5", "5"])
    #expect(numbering == Self.numbering)
  }
}
