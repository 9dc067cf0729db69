import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct OutlineTests {
  private func parse(_ text: String) throws -> OutlineParser {
    try OutlineParser(Array(text.utf8), file: "document.md")
  }

  /// The outline of `text`, which has no fault, in a short notation.
  private func shape(_ text: String) throws -> [String] {
    let parser = try parse(text)
    #expect(parser.problems.isEmpty)
    return parser.outline.blocks.map(Shape.block)
  }

  @Test func tagsKeepWhatMarkdownWouldTakeForItsOwn() throws {
    #expect(
      try shape("{{a_b}} and {{c_d}} **{{e}}** *{{f}}*{{! * }}") == [
        "p({{a_b}}| and |{{c_d}}| |strong({{e}})| |em({{f}}))"
      ])
  }

  @Test func aTagAloneOnItsLineStandsAmongTheBlocks() throws {
    #expect(
      try shape("# One\n{{#list}}\ntext\n{{^x}}\nmore\n{{/x}}\n- {{.}}\n{{/list}}\n{{> part}}\nend") == [
        "h1(One)", "{{#list}}", "p(text)", "{{^x}}", "p(more)", "{{/x}}", "ul(p({{.}}))", "{{/list}}",
        "{{> part}}", "p(end)",
      ])
  }

  @Test func aTagInANoteOrAnItemStandsThere() throws {
    #expect(
      try shape("> {{#a}}\n> text\n> {{/a}}\n\n- one\n  {{#b}}\n  two\n  {{/b}}\n") == [
        "quote({{#a}},p(text),{{/a}})", "ul(p(one),{{#b}},p(two),{{/b}})",
      ])
  }

  @Test(arguments: [
    "| a | b |\n|---|--:|\n| {{#x}} |\n| {{c}} | {{d}} |\n| {{/x}} |\n",
    "| a | b |\n|---|--:|\n| {{#x}} | |\n| {{c}} | {{d}} |\n| {{/x}} | |\n",
    "| a | b |\n|---|--:|\n{{#x}}\n| {{c}} | {{d}} |\n{{/x}}\n",
    "| a | b |\n|---|--:|\n| {{! rows }} |\n{{#x}}\n{{! each }}\n| {{c}} | {{d}} |\n{{/x}}\n",
  ])
  func aTagAmongRowsRepeatsRows(text: String) throws {
    #expect(
      try shape("{{#hasX}}\n" + text + "{{/hasX}}\n") == [
        "{{#hasX}}", "table(a|b;{{#x}};{{c}}|{{d}};{{/x}})", "{{/hasX}}",
      ])
  }

  @Test func aTableKeepsItsAlignments() throws {
    let outline = try parse("| a | b | c | d |\n|---|:--|:-:|--:|\n").outline
    guard case .table(let table)? = outline.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.standard, .left, .center, .right])
  }

  @Test func blocksOfAllKindsComeThrough() throws {
    #expect(
      try shape("#### Deep {{a}}\n\n---\n\n1. one\n   - two\n2. three\n\n> note  \n> goes\n> on\n") == [
        "h4(Deep |{{a}})", "break", "ol(p(one),ul(p(two));p(three))", "quote(p(note|br|goes on))",
      ])
  }

  @Test(arguments: [
    ("text\n\n<div>x</div>\n", "3:1"), ("a <b>c</b>", "1:3"), ("[a](javascript:x)", "1:1"),
    ("text ![a](b)", "1:6"), ("`code`", nil), ("    code", "1:5"), ("```\ncode\n```", "1:1"),
    ("<http://x>", "1:1"), ("text\n---\n", "1:1"), ("##### deep", "1:1"),
    ("3. three", "1:1"), ("- item\n\n  # no\n", "3:3"), ("> | a |\n> |---|\n", "1:3"),
    ("{{a}} **{{b}}** {{ü}}", "1:17"), ("{{#a}}\n{{#a}}\n\ntext <i>", "4:6"), ("> > deep", "1:3"),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |\n", "4:1"), ("[a]: *[b]:* <i>", "1:13"),
    ("ü &#983040;{{a}}", "1:4"), ("&#x0;", "1:1"), ("&#XE000;", "1:1"), ("\\{\\{ x", "1:1"),
    ("&#123;{{a}}&#125;", "1:7"), ("a {**{{b}}**", "1:6"), ("\n| a | {{b}}\u{301} |\n|---|---|\n", "2:7"),
    ("\u{600}{{a}}", "1:3"),
    ("|" + String(repeating: " a |", count: 64) + "\n|" + String(repeating: "-|", count: 64), "1:1"),
  ])
  func whatAnOutlineMustNotHoldHasAPlace(text: String, place: String?) throws {
    let problems = try parse(text).problems
    let first = try #require(problems.first?.location)
    #expect(first.file == "document.md")
    if let place { #expect("\(first.line):\(first.column)" == place) }
  }

  @Test(arguments: [
    "- [note]: {{x}}", "1. [a]: b {{x}}", "[a\nb]: {{x}}", "[a\\]b]: {{x}}", "> [a]: http://{{x}}",
    "[]: {{x}}",
    "[a]: <{{x}}> \"b\"", "x\n\n  [a]:\n{{x}}",
  ])
  func nothingDefinesALink(text: String) throws {
    let parser = try parse(text)
    #expect(parser.problems.isEmpty && OutlineBlock.tags(in: parser.outline.blocks).map(\.name) == ["x"])
    #expect(parser.outline.blocks.map(Shape.block).joined().contains("]:"))
  }

  @Test func rowsWithAsManyCellsAsTheHeaderAreKept() throws {
    #expect(
      try shape("a | b\n--|--\n1 | 2 \\| 3\n| 4 |\n|5|6\\\\|\n") == ["table(a|b;1|2 | 3;4|;5|6|)"])
  }

  @Test func moreCellsThanAnyTableHasAreRefusedBeforeTheyAreMade() throws {
    let header =
      "|" + String(repeating: "a|", count: 999) + "\n|" + String(repeating: "-|", count: 999) + "\n"
    let error = #expect(throws: TemplateError.self) {
      try parse(header + String(repeating: "x\n", count: 700))
    }
    #expect(error?.location == SourceLocation(file: "document.md", line: 100, column: 1))
    #expect(try parse("a\n" + String(repeating: "x\n", count: 60_000)).problems.isEmpty)
  }

  @Test(arguments: ["\u{E000}", "\u{F0000}", "\u{10FFFD}", "\u{1}", "\u{FFFE}", "\u{85}"])
  func charactersThatMarkPlacesAreRefused(character: String) {
    let error = #expect(throws: TemplateError.self) { try parse("# a\n\nüb\(character)") }
    #expect(error?.location == SourceLocation(file: "document.md", line: 3, column: 4))
  }

  @Test func anOutlineThatIsTooLargeOrNoTextIsRefused() {
    #expect(throws: TemplateError.self) { try parse(String(repeating: "a", count: (1 << 18) + 1)) }
    #expect(throws: TemplateError.self) { try OutlineParser([0xC3, 0x28], file: "document.md") }
    #expect(throws: TemplateError.self) { try parse(String(repeating: "{{a}}", count: 20_001)) }
  }

  @Test func quotationMarksTenThousandDeepAreRefused() throws {
    #expect(!(try parse(String(repeating: ">", count: 10_000) + " a").problems.isEmpty))
    #expect(!(try parse(String(repeating: "- ", count: 10_000) + "a").problems.isEmpty))
  }
}

/// A short notation for outlines.
enum Shape {
  static func block(_ block: OutlineBlock) -> String {
    switch block {
    case .heading(let level, let text): "h\(level)(\(inlines(text)))"
    case .paragraph(let text): "p(\(inlines(text)))"
    case .bullets(let items): "ul(\(list(items)))"
    case .numbered(let items): "ol(\(list(items)))"
    case .quote(let blocks): "quote(\(blocks.map(Self.block).joined(separator: ",")))"
    case .pageBreak: "break"
    case .tag(let tag): tag.spelling
    case .table(let table):
      "table(\(([row(table.header)] + table.rows.map(row)).joined(separator: ";")))"
    }
  }

  private static func list(_ items: [[OutlineBlock]]) -> String {
    items.map { $0.map(block).joined(separator: ",") }.joined(separator: ";")
  }

  private static func row(_ row: OutlineTable.Row) -> String {
    switch row {
    case .cells(let cells): self.row(cells)
    case .tag(let tag): tag.spelling
    }
  }

  private static func row(_ cells: [[OutlineInline]]) -> String { cells.map(inlines).joined(separator: "|") }

  static func inlines(_ pieces: [OutlineInline]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let words): words
      case .tag(let tag): tag.spelling
      case .strong(let inner): "strong(\(inlines(inner)))"
      case .emphasis(let inner): "em(\(inlines(inner)))"
      case .lineBreak: "br"
      }
    }.joined(separator: "|")
  }
}
