import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct MarkdownDocumentTests {
  private func render(_ outline: String, _ fields: FieldRecord = TemplateSample.fields()) throws -> String {
    TemplateSample.text(try TemplateSample.template(outline).render(fields, as: .markdown))
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
}
