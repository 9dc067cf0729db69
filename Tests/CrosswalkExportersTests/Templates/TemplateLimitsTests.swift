import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct TemplateLimitsTests {
  @Test func tenThousandSectionsInEachOtherAreRefused() {
    let outline =
      String(repeating: "{{#groups}}\n", count: 10_000) + "text\n"
      + String(repeating: "{{/groups}}\n", count: 10_000)
    let error = #expect(throws: TemplateError.self) { try TemplateSample.template(outline) }
    #expect(error?.reason == .tooDeep(limit: 32))
    #expect(error?.location?.line == 33)
  }

  @Test func sectionsGetDeepThroughPartsToo() {
    var files: [String: String] = [:]
    let (start, end) = (
      String(repeating: "{{#groups}}\n", count: 4), String(repeating: "{{/groups}}\n", count: 4)
    )
    for number in 0..<10 { files["parts/p\(number).md"] = "\(start){{> p\(number + 1)}}\n\(end)" }
    files["parts/p10.md"] = "end"
    let error = #expect(throws: TemplateError.self) { try TemplateSample.template("{{> p0}}", files: files) }
    #expect(error?.reason == .tooDeep(limit: 32))
    #expect(error?.location == SourceLocation(file: "sample/parts/p8.md", line: 1, column: 1))
  }

  @Test func moreThanThirtyTwoPartsInEachOtherAreRefused() {
    var files: [String: String] = [:]
    for number in 0..<40 { files["parts/p\(number).md"] = "{{> p\(number + 1)}}" }
    files["parts/p40.md"] = "end"
    let error = #expect(throws: TemplateError.self) { try TemplateSample.template("{{> p0}}", files: files) }
    #expect(error?.reason == .tooDeep(limit: 32))
    #expect(error?.location == SourceLocation(file: "sample/parts/p31.md", line: 1, column: 1))
  }

  @Test func partsThatDoubleThirtyTimesAreRefused() {
    var files = ["parts/p30.md": "end"]
    for number in 0..<30 {
      files["parts/p\(number).md"] = "{{> p\(number + 1)}}\n{{> p\(number + 1)}}"
    }
    let error = #expect(throws: TemplateError.self) { try TemplateSample.template("{{> p0}}", files: files) }
    #expect(error?.reason == .tooManyTags(limit: 20_000))
  }

  @Test func aPartInItselfIsNamed() throws {
    let template = try TemplateSample.template("{{> a}}", files: ["parts/a.md": "x {{> a}}"])
    let error = #expect(throws: TemplateError.self) { try template.render([:], as: .markdown) }
    #expect(error?.reason == .recursivePartial("a"))
    #expect(error?.location == SourceLocation(file: "sample/parts/a.md", line: 1, column: 3))
  }

  @Test func moreThanSixtyFourPartsAreRefused() {
    let files = Dictionary(uniqueKeysWithValues: (0..<65).map { ("parts/p\($0).md", "x") })
    let error = #expect(throws: TemplateError.self) { try TemplateSample.template("x", files: files) }
    #expect(error?.reason == .tooManyParts(65, limit: 64))
  }

  @Test func sharedPartsCountForNobody() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<90).map { ("parts/p\($0).md", "x") })
    var source = try TemplateSample.source("x", files: files)
    for number in 0..<26 { source.places["parts/p\(number).md"] = "shared/parts/p\(number).md" }
    #expect(try DocumentTemplate(source).problems.isEmpty)
  }

  @Test(arguments: [
    ("- {{> a}}", "| a |\n|---|\n", "table"), ("> {{> a}}", "# a", "heading"), ("1. {{> a}}", "> a", "note"),
    ("> - {{> a}}", "---", "page break"), ("- {{> b}}", "- a", nil), ("> {{> b}}", "| a |\n|---|\n", "table"),
  ])
  func aPartInAListOrANoteHoldsWhatMayStandThere(outline: String, part: String, name: String?) throws {
    let template = try TemplateSample.template(
      outline, files: ["parts/a.md": "x\n\n\(part)", "parts/b.md": "{{> a}}\n\n{{> a}}"])
    #expect(template.problems.first?.reason == name.map { .partialOutOfPlace("a", holds: $0) })
    #expect(template.problems.count == (name == nil ? 0 : outline.contains("b") ? 2 : 1))
  }

  @Test func listsOfPartsCountAsDeepAsTheyStand() throws {
    let list = (0..<6).map { String(repeating: "  ", count: $0) + "- x\n" }.joined()
    let template = try TemplateSample.template(
      "- a\n  - b\n    - c\n\n      {{> l}}", files: ["parts/l.md": list])
    #expect(template.problems.isEmpty)
    let deeper = try TemplateSample.template(
      "- a\n  - b\n    - c\n      - d\n\n        {{> l}}", files: ["parts/l.md": list])
    #expect(deeper.problems.map(\.reason) == [.partialOutOfPlace("l", holds: "list")])
  }

  @Test func aPartThatEndsInABraceDoesNotJoinTheTagBehindIt() throws {
    let template = try TemplateSample.template("x {{> a}}{{value}}", files: ["parts/a.md": "y {"])
    #expect(
      template.problems.map(\.location) == [SourceLocation(file: "sample/document.md", line: 1, column: 3)])
  }

  @Test(arguments: ["| {{value}}\u{301} |\n|---|\n", "x {{> a}}{{> a}}"])
  func whatCheckFindsInOrderCanBeRendered(outline: String) throws {
    let template = try TemplateSample.template(outline, files: ["parts/a.md": "\u{301}{{value}}"])
    let problems = template.check(TemplateSample.catalog)
    #expect(problems.contains { $0.severity == .error && $0.location != nil })
  }

  @Test(arguments: ["../../x", "/etc/passwd", "a/b", "a\\b"])
  func aPartIsNamedWithoutAPath(name: String) throws {
    let template = try TemplateSample.template("{{> \(name)}}")
    let error = #expect(throws: TemplateError.self) { try template.render([:], as: .markdown) }
    #expect(error?.reason == .badPartialName(name))
  }

  /// A list of a thousand texts.
  private let thousand = FieldValue.list((0..<1000).map { .text("\($0)") })

  @Test(arguments: DocumentFormat.allCases.filter { $0 != .docx })
  func aGigabyteIsRefusedBeforeItIsMade(format: DocumentFormat) throws {
    let text = String(repeating: "x", count: 1000)
    let template = try TemplateSample.template(
      "{{#states}}\n{{#states}}\n{{value}}\n{{/states}}\n{{/states}}")
    let error = #expect(throws: TemplateError.self) {
      try template.render(["states": thousand, "value": .text(text)], as: format)
    }
    #expect(error?.reason == .documentTooLarge(limit: 64 << 20))
    #expect(error?.location?.line == 3)
  }

  @Test func aTrillionRepetitionsOfNothingAreRefused() throws {
    let template = try TemplateSample.template(
      "{{#states}}{{#states}}{{#states}}{{#states}}{{/states}}{{/states}}{{/states}}{{/states}}")
    let nodes = try SectionNode.tree(OutlineHTMLWriter.pieces(try #require(template.outline).blocks))
    var measure = OutputMeasure(["states": thousand], stepLimit: 10_000)
    let error = #expect(throws: TemplateError.self) { try measure.measure(nodes) }
    #expect(error?.reason == .tooManySteps(limit: 10_000))
  }
}
