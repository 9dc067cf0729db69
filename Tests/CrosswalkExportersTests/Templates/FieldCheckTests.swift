import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct FieldCheckTests {
  /// `line:column code message` of each message about `outline`.
  private func messages(
    _ outline: String, files: [String: String] = [:], fallbacks: [String] = []
  ) throws -> [String] {
    let source = try TemplateSample.source(outline, files: files, fallbacks: fallbacks)
    return try DocumentTemplate(source).check(TemplateSample.catalog).map(\.line)
  }

  @Test func saysNothingAboutATemplateInOrder() throws {
    #expect(
      try messages(
        """
        # {{document.title}} {{t.title}}

        {{#groups}}
        ## {{title}}{{#note}} ({{note}}: {{.}}){{/note}}

        {{#hasParts}}
        | {{t.item}} | {{t.owner}} |
        |---|---|
        | {{#parts}} |
        | {{title}}{{#stale}} stale{{/stale}} | {{owner}}, {{value}}, {{provider.name}} |
        | {{/parts}} |
        {{/hasParts}}
        {{^hasParts}}
        {{t.none}}
        {{/hasParts}}
        {{/groups}}

        {{#states}}
        - {{.}}
        {{/states}}
        {{#provider}}
        {{name}} {{document.title}}
        {{/provider}}
        """
      ).isEmpty)
  }

  @Test func namesTheClosestFieldOfTheContext() throws {
    #expect(
      try messages(
        "{{#groups}}\n{{#parts}}\n{{onwer}}\n{{/parts}}\n{{/groups}}\n\n{{provider.nmae}}\n\n{{zzzzzzzzz}}")
        == [
          "sample/document.md:3:1: error: there is no field `onwer` (closest: owner)",
          "sample/document.md:7:1: error: `provider` has no field `nmae` (closest: name)",
          "sample/document.md:9:1: error: there is no field `zzzzzzzzz` (`template fields` lists every field)",
        ])
  }

  @Test func fieldsOfAnEntryAreUnknownOutsideOfIt() throws {
    #expect(
      try messages("{{#groups}}{{note}}{{/groups}} {{note}}").map { $0.prefix(50) } == [
        "sample/document.md:1:32: error: there is no field "
      ])
  }

  @Test(arguments: [
    ("{{groups}}", "1:1", "`groups` is a list"), ("{{provider}}", "1:1", "`provider` is a record"),
    ("a {{document.draft}}", "1:3", "`document.draft` is a flag"),
    ("{{groups.title}}", "1:1", "`groups` is a list"),
    ("{{.}}", "1:1", "`{{.}}` shows nothing here"),
    ("{{#groups}}{{.}}{{/groups}}", "1:12", "`{{.}}` shows nothing here"),
    ("{{t.nothing}}", "1:1", "there is no label `nothing`"), ("{{t}}", "1:1", "`t` names no label"),
    ("{{value.x}}", "1:1", "`value` has no field `x`"),
  ])
  func whatShowsNothingIsNamed(outline: String, place: String, message: String) throws {
    let found = try messages(outline)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("sample/document.md:\(place): error: \(message)"))
  }

  @Test func insideAnUnknownSectionOnlyTheSectionIsNamed() throws {
    #expect(
      try messages("{{#gruops}}{{anything}}{{/gruops}}").map { $0.prefix(57) } == [
        "sample/document.md:1:1: error: there is no field `gruops`"
      ])
  }

  @Test func aLabelThatTheLanguageLacksIsAWarning() throws {
    #expect(
      try messages("{{t.item}}", fallbacks: ["item"]) == [
        "sample/document.md:1:1: warning: the label `item` stands in English: en lacks it (add it to strings/en.json)"
      ])
  }

  @Test func aMistakeInAPartIsNamedOnceAndThere() throws {
    #expect(
      try messages("{{> p}}\n\n{{> p}}", files: ["parts/p.md": "x\n\n  {{wrong}}"]).map { $0.prefix(58) } == [
        "sample/parts/p.md:3:3: error: there is no field `wrong` (`"
      ])
  }

  @Test(arguments: [
    ("{{#groups}}\n\ntext", "1:1", "unclosed-section"), ("text\n\n{{/groups}}", "3:1", "stray-section-end"),
    ("{{#groups}}\n\n{{#states}}\n\n{{/groups}}", "3:1", "unclosed-section"),
    ("{{#groups}}a{{/states}}", "1:1", "unclosed-section"),
    ("{{#groups}}a{{/states}}b{{/groups}}", "1:13", "mismatched-section-end"),
    ("{{#groups}}\n\n> {{/groups}}", "1:1", "unclosed-section"),
    ("**{{#groups}}a**{{/groups}}", "1:3", "unclosed-section"),
    ("| a |\n|---|\n| {{#groups}} |\n| b |\n\n{{/groups}}", "3:3", "unclosed-section"),
    ("| a | b |\n|---|---|\n| {{#groups}}a | b{{/groups}} |\n", "3:3", "unclosed-section"),
    ("- {{#groups}}a\n- b{{/groups}}", "1:3", "unclosed-section"),
    ("{{> nothing}}", "1:1", "unknown-part"), ("a {{> two}}", "1:3", "part-out-of-place"),
    ("| a |\n|---|\n| {{> two}} |\n", "3:3", "part-out-of-place"), ("{{> self}}", nil, "recursive-part"),
  ])
  func structureThatDoesNotHoldIsNamedAndNotRendered(outline: String, place: String?, code: String) throws {
    let files = [
      "parts/two.md": "one\n\ntwo", "parts/self.md": "x\n\n{{> other}}", "parts/other.md": "{{> self}}",
    ]
    let template = try TemplateSample.template(outline, files: files)
    let first = try #require(template.check(TemplateSample.catalog).first)
    #expect(first.code == code)
    if let place { #expect(first.location?.description == "sample/document.md:\(place)") }
    let error = #expect(throws: TemplateError.self) { try template.render([:], as: .html) }
    #expect(error?.exitStatus == .data)
  }

  @Test func labelsOfTheManifestAreChecked() throws {
    let source = try TemplateSample.source("text", labels: [:])
    #expect(
      try DocumentTemplate(source).check(TemplateSample.catalog).map(\.line) == [
        "sample/template.json:1:1: error: there is no label `title` (add it to strings/en.json)"
      ])
  }
}
