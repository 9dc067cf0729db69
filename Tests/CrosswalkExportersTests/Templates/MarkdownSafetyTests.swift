import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// No value of a Markdown document becomes markup (E03).
@Suite struct MarkdownSafetyTests {
  private func render(_ outline: String, _ fields: FieldRecord) throws -> String {
    TemplateSample.text(try TemplateSample.template(outline).render(fields, as: .markdown))
  }

  /// What a Markdown reader finds in a document: the kinds of all nodes, and the text.
  private func nodes(_ markdown: String) throws -> (kinds: [String], text: String) {
    guard let document = CMarkDocument(Array(markdown.utf8)) else { return ([], "") }
    return document.withRoot { root in
      var kinds: [String] = []
      var text = ""
      func walk(_ node: CMarkNode) {
        kinds.append(node.kind)
        if node.kind == "html_inline" { kinds.append(node.literal) }
        text += node.kind == "softbreak" ? " " : node.kind == "html_inline" ? "\n" : node.literal
        node.children.forEach(walk)
      }
      walk(root)
      return (kinds, text)
    }
  }

  static let vectors = [
    "[x](javascript:alert(1))", "![x](http://evil/x.png)", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a | b | c", "`code` ``x``", "# heading", "#", "## a #", "- item", "+ item", "* item", "1. one",
    "12) twelve", "===", "---",
    "***", "> quote", "    code", "```\ncode\n```", "~~~", "[a]: http://x", "[^1]", "**bold** _em_ __b__",
    "http://evil.com",
    "www.evil.com", "a@b.com", "&lt;b&gt; &amp; &#60;", "\\*x\\*", "a\\", "line\nline\n\n# third",
    "\r\n- x\r- y", "x  \ny",
    "\u{2028}# x", "<!-- -->", "<![CDATA[x]]>", "| a |\n|---|\n| b |", "\u{E001}# x\u{E000}- y",
    "{{value}} {{{x}}}", "$x$ :-)",
    "=", "-", "1.", "w.evil.com", ".", ":", ")", "!", "[", "ftp://x", "xmpp:a@b", "mailto:a@b.c",
  ]

  @Test(arguments: vectors)
  func noValueBecomesMarkup(vector: String) throws {
    let outline = """
      # {{value}}

      {{value}}

      {{value}} {{value}}{{value}}. {{value}}: x{{value}}) y

      **{{value}}** and *{{value}}*

      - {{value}}

      > {{value}}

      | a |
      |---|
      | {{value}} |
      """
    let plain = try nodes(try render(outline, ["value": .text("x")]))
    let found = try nodes(try render(outline, ["value": .text(vector)]))
    let kinds = found.kinds.filter {
      $0 != "html_inline" && $0 != "<br>" && $0 != "text" && $0 != "strong" && $0 != "emph"
    }
    #expect(kinds == plain.kinds.filter { $0 != "text" && $0 != "strong" && $0 != "emph" })
  }

  @Test(arguments: vectors)
  func everyValueComesBackAsText(vector: String) throws {
    let found = try nodes(try render("| a |\n|---|\n| {{value}} |", ["value": .text(vector)]))
    let words = vector.replacing("\u{E001}", with: "\u{FFFD}").replacing("\u{E000}", with: "\u{FFFD}")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = found.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(shown.hasSuffix(words))
  }

  @Test func namesOfSchemesAndDigitsDoNotJoinIntoMarkup() throws {
    for (first, second) in [
      ("http", "://evil.com"), ("www", ".evil.com"), ("w", "ww.evil.com"), ("1", ". x"), ("1", ") x"),
    ] {
      let markdown = try render("{{a}}{{b}}", ["a": .text(first), "b": .text(second)])
      #expect(
        !markdown.contains("://") && !markdown.contains("www.") && !markdown.contains("\n1. ")
          && !markdown.contains("\n1) "))
      #expect(try nodes(markdown).text.hasSuffix(first + second))
    }
  }

  @Test func theAuthorsOwnCharactersStayCharacters() throws {
    let outline = "\\*not\\* \\{ {{value}}&#125;} \\| 1\\. \\# a_b\\_c {{value}}. \\<b>"
    let found = try nodes(try render(outline, ["value": .text("1")]))
    #expect(found.text.hasSuffix("*not* { 1}} | 1. # a_b_c 1. <b>"))
    #expect(!found.kinds.contains("emph") && !found.kinds.contains("html_inline"))
  }
}
