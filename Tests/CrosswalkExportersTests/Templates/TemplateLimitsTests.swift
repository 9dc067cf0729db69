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
    for number in 0..<40 {
      files["parts/p\(number).md"] = "{{#groups}}\n{{> p\(number + 1)}}\n{{/groups}}"
    }
    files["parts/p40.md"] = "end"
    let error = #expect(throws: TemplateError.self) { try TemplateSample.template("{{> p0}}", files: files) }
    #expect(error?.reason == .tooDeep(limit: 32))
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
    #expect(throws: TemplateError.self) { try TemplateSample.template("x", files: files) }
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
