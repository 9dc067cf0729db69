import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct MarkdownDocumentTests {
  private func render(_ outline: String, _ fields: FieldRecord = TemplateSample.fields()) throws -> String {
    TemplateSample.text(try TemplateSample.template(outline).render(fields, as: .markdown))
  }

  /// What stands below the title block.
  private func body(_ outline: String, _ fields: FieldRecord) throws -> String {
    try render(outline, fields)
  }

  @Test func theTitlePageStandsAboveTheOutline() throws {
    #expect(
      try render("# One\n\ntext") == """
        # Joint documentation

        **Lantern 2.3**

        23 November 2026

        > **0 of 359 claims reviewed**

        > Invented example

        *Article 11*

        *Nothing here is an approval.*

        *crosswalk toolkit*

        ## One

        text

        """)
  }

  @Test func emptySectionsLeaveNoTrace() throws {
    let outline = """
      {{#groups}}
      # Nothing
      {{/groups}}
      {{^groups}}
      none **{{value}}** *{{value}}*x
      {{/groups}}

      > {{#value}}
      > gone
      > {{/value}}

      | a | b |
      |---|--:|
      | {{#groups}} |
      | {{title}} | b |
      | {{/groups}} |

      - {{#value}}gone{{/value}}
      - two

        three
      - four
        1. five
      """
    #expect(
      try render(outline, [:]) == """
        #

        none  x

        | a | b |
        |---|--:|

        -
        - two<br>three
        - four
          1. five

        """)
  }

  @Test func sectionsRepeatBlocksRowsAndItems() throws {
    let outline = """
      {{#groups}}
      ## {{title}}

      > {{note}}

      | t | o |
      |---|---|
      {{#parts}}
      | {{title}} | {{owner}}{{^owner}}nobody{{/owner}} |
      {{/parts}}

      {{/groups}}
      {{#states}}
      - {{.}}
      {{/states}}
      {{#states}}
      1. {{.}}
      {{/states}}
      """
    let fields: FieldRecord = [
      "groups": .list([
        .record([
          "title": .text("First"), "note": .text("n"),
          "parts": .list([
            .record(["title": .text("a|b"), "owner": .text("x\ny")]),
            .record(["title": .text("c"), "owner": .text("")]),
          ]),
        ]), .record(["title": .text("Second"), "note": .text(""), "parts": .list([])]),
      ]), "states": .list([.text("DE"), .text("FR")]),
    ]
    #expect(
      try render(outline, fields) == """
        #

        ### First

        > n

        | t | o |
        |---|---|
        | a\\|b | x<br>y |
        | c | nobody |

        ### Second

        | t | o |
        |---|---|

        - DE
        - FR

        1. DE
        1. FR

        """)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let template = try TemplateSample.template("# {{value}}\n\n{{t.item}}")
    let fields = TemplateSample.fields(["value": .text("x")])
    #expect(try template.render(fields, as: .markdown) == template.render(fields, as: .markdown))
  }

  // MARK: - E03

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
    let outline = "\\*not\\* \\{\\{ &#123;&#123;value}} \\| 1\\. \\# a_b\\_c {{value}}. \\<b>"
    let found = try nodes(try render(outline, ["value": .text("1")]))
    #expect(found.text.hasSuffix("*not* {{ {{value}} | 1. # a_b_c 1. <b>"))
    #expect(!found.kinds.contains("emph") && !found.kinds.contains("html_inline"))
  }
}
