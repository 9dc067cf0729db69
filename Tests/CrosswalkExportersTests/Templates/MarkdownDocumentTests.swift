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

        ## 1 One

        text

        """)
  }

  @Test func headingsHaveTheNumbersThatTheOtherFormatsShow() throws {
    let outline = "# A\n\n### B\n\n## {{gone}}\n\n## C **{{value}}**\n\n### D\n\n# 1. E\n"
    let markdown = try render(outline, ["value": .text("x")])
    #expect(
      markdown == """
        ## 1 A

        #### 1.1.1 B

        ### 1.2 C **x**

        #### 1.2.1 D

        ## 2 1\\. E

        """)
    let page = TemplateSample.text(
      try TemplateSample.template(outline).render(["value": .text("x")], as: .html))
    #expect(
      page.matches(of: /<h\d id="[^"]*"><span class="number">([\d.]+)</).map { String($0.output.1) }
        == markdown.matches(of: /#+ ([\d.]+)[ ]/).map { String($0.output.1) })
  }

  @Test func emptySectionsLeaveNoTrace() throws {
    let outline = """
      {{#groups}}
      # Nothing
      {{/groups}}

      # **{{value}}** {{value}}

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
        none  x

        | a | b |
        |---|--:|

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
        ### 1.1 First

        > n

        | t | o |
        |---|---|
        | a\\|b | x<br>y |
        | c | nobody |

        ### 1.2 Second

        | t | o |
        |---|---|

        - DE
        - FR

        1. DE
        1. FR

        """)
  }

  @Test func listsThatMeetStayTwo() throws {
    let outline = """
      {{#groups}}
      1. {{title}}
         - a

      {{#gone}}
      between
      {{/gone}}

      1. x
      {{/groups}}

      - y

      > - z

      - w
      """
    let group = FieldValue.record(["title": .text("g")])
    #expect(
      try render(outline, ["groups": .list([group, group])]) == """
        1. g
           - a

        1) x

        1. g
           - a

        1) x

        - y

        > - z

        - w

        """)
  }

  @Test func paragraphsOfAnItemBelowItsListsStayInTheItem() throws {
    let outline = """
      - one {{value}}
        - two

        three
      - {{value}}

        four
        - {{#value}}gone{{/value}}

        five
      - {{value}}
        {{#states}}
        - {{.}}
        {{/states}}

        six
      - {{value}}
        - {{value}}
      """
    #expect(
      try render(outline, [:]) == """
        - one
          - two

          three
        - four

          five
        - six

        """)
    #expect(
      try render("- {{value}}\n  - x\n\n> {{#states}}\n> - {{value}}\n>\n> {{/states}}\n>\n> y\n", [:]) == """
        -
          - x

        > y

        """)
  }

  @Test func aBlankThatKeepsTogetherStaysAtItsTag() throws {
    #expect(
      try render("Article&nbsp;{{value}}&#x202F;: {{value}} *{{value}}&nbsp;!*", ["value": .text("5")])
        == "Article\u{A0}5\u{202F}: 5 *5\u{A0}\\!*\n")
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
    let outline = "\\*not\\* \\{ {{value}}&#125;} \\| 1\\. \\# a_b\\_c {{value}}. \\<b>"
    let found = try nodes(try render(outline, ["value": .text("1")]))
    #expect(found.text.hasSuffix("*not* { 1}} | 1. # a_b_c 1. <b>"))
    #expect(!found.kinds.contains("emph") && !found.kinds.contains("html_inline"))
  }
}
