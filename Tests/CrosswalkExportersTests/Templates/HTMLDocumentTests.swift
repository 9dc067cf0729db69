import CrosswalkDigest
import CrosswalkModel
import FoundationEssentials
import Testing

@testable import CrosswalkExporters

@Suite struct HTMLDocumentTests {
  private func render(_ outline: String, _ fields: FieldRecord = TemplateSample.fields()) throws -> String {
    TemplateSample.text(try TemplateSample.template(outline).render(fields, as: .html))
  }

  private func main(_ page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<main>\n")).upperBound
    return String(page[start..<(try #require(page.firstRange(of: "</main>"))).lowerBound])
  }

  @Test func blocksBecomeElements() throws {
    let outline = """
      # One {{value}}

      text **{{value}}** *em*\\
      next

      {{#states}}
      1. {{.}}
      {{/states}}

      - a
        - b

      > note

      ---

      | l | r |
      |---|--:|
      | {{#states}} |
      | {{.}} | 1 |
      | {{/states}} |
      """
    let page = try render(outline, ["value": .text("a\n<b>"), "states": .list([.text("DE"), .text("FR")])])
    #expect(
      try main(page) == """
        <h2 id="section-1"><span class="number">1</span> One a<br>&lt;b&gt;</h2>
        <p>text <strong>a<br>&lt;b&gt;</strong> <em>em</em><br>next</p>
        <ol><li>DE</li><li>FR</li></ol>
        <ul><li>a<ul><li>b</li></ul>
        </li></ul>
        <div class="note" role="note"><p>note</p>
        </div>
        <hr class="page">
        <div class="table columns-2" tabindex="0"><table>
        <thead><tr><th scope="col">l</th><th scope="col" class="right">r</th></tr></thead>
        <tbody>
        <tr><td>DE</td><td class="right">1</td></tr>
        <tr><td>FR</td><td class="right">1</td></tr>
        </tbody>
        </table></div>

        """)
  }

  @Test func headingsAreNumberedAfterSectionsRepeatThem() throws {
    let outline =
      "{{#groups}}\n# {{title}}\n{{#parts}}\n## {{title}}\n{{/parts}}\n{{/groups}}\n\n#### Deep\n\n# {{gone}}\n"
    let part = FieldValue.record(["title": .text("p")])
    let page = try render(
      outline,
      [
        "groups": .list([
          .record(["title": .text("A"), "parts": .list([part, part])]),
          .record(["title": .text("B"), "parts": .list([part])]),
        ])
      ])
    let numbers = page.matches(of: /<h[2-5] id="(section-\d)"><span class="number">([\d.]+)<\/span>/)
      .map { "\($0.output.1) \($0.output.2)" }
    #expect(
      numbers == [
        "section-1 1", "section-2 1.1", "section-3 1.2", "section-4 2", "section-5 2.1", "section-6 2.1.1.1",
      ])
    #expect(
      page.matches(of: /<a href="#(section-\d)">/).map { String($0.output.1) }
        == (1...5).map { "section-\($0)" })
    #expect(page.contains("<p class=\"contents-title\" id=\"contents\">Contents</p>"))
    #expect(try balance(of: page).isEmpty)
  }

  @Test func aHeadingWhoseStrongWordsAreGoneIsGone() throws {
    let page = try render("# **{{gone}}**\n\n# *{{gone}}* {{value}}\n\n# **One**", ["value": .text("\n")])
    #expect(
      try main(page)
        == "<h2 id=\"section-1\"><span class=\"number\">1</span> <strong>One</strong></h2>\n")
  }

  /// Elements that are not closed as they were opened.
  private func balance(of page: String) throws -> [String] {
    var open: [String] = []
    for tag in page.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      let name = String(tag.output.2)
      if ["meta", "br", "hr"].contains(name) { continue }
      if tag.output.1.isEmpty {
        open.append(name)
      } else if open.popLast() != name {
        return open + ["/" + name]
      }
    }
    return open
  }

  @Test func thePolicyNamesTheDigestOfTheStyleAndAllowsNothingElse() throws {
    let page = try render("text")
    let style = try #require(page.firstMatch(of: /<style>((?s).*?)<\/style>/)).output.1
    let digest = Data(ContentDigest.sha256(Array(style.utf8))).base64EncodedString()
    #expect(
      page.contains(
        "content=\"default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'\""))
    #expect(!page.contains("<script") && !page.contains(/\s(src|on[a-z]+|style)=/))
    #expect(!style.contains(/url\(|@import/))
  }

  @Test func theRunningHeadHoldsTheTitleAndCannotLeaveItsString() throws {
    var fields = TemplateSample.fields()
    guard case .record(var document)? = fields["document"] else { return }
    document["title"] = .text("\"} </style><script>alert(1)</script> \\ \n@import 'x'")
    fields["document"] = .record(document)
    let page = try render("text", fields)
    #expect(page.matches(of: /<\/style>/).count == 1)
    let head = try #require(page.firstMatch(of: /@top-left \{ content: "([^\n]*)"; \}/)).output.1
    #expect(!head.contains(/["<>'\n@{}]/))
    #expect(head.contains("\\22 \\7d "))
  }

  @Test func theTitleOfThePageHoldsNoElement() throws {
    var fields = TemplateSample.fields()
    fields["document"] = .record(["title": .text(String(repeating: "x", count: 60) + "\n2026-11-23 </title>")]
    )
    let page = try render("text", fields)
    let title = String(repeating: "x", count: 60) + " 2026-11-23 &lt;/title&gt;"
    #expect(page.contains("<title>\(title)</title>"))
  }

  @Test func thePageSaysItsLanguage() throws { #expect(try render("text").contains("<html lang=\"en\">")) }

  static let vectors = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<svg onload=alert(1)>", "--><script>alert(1)</script><!--", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "<<script>>", "\u{0}<script\u{0}>",
    "<\u{301}img src=x onerror=alert(1)>",
    "\u{E018}\u{E019}\u{E01A}\u{E01B}\u{E011}x\u{E010}", "{{value}}{{{value}}}", "<base href=//x>",
    "<meta http-equiv=refresh content=0>", "&lt;script&gt;",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  ]

  @Test(arguments: vectors)
  func noValueAddsAnElement(vector: String) throws {
    let outline =
      "# {{value}}\n\n{{value}} **{{value}}**\n\n- {{value}}\n\n| {{value}} |\n|---|\n| {{value}} |\n"
    let elements = { (page: String) in
      page.matches(of: /<[a-z!\/][^\s>]*/).map { String($0.output) }.filter {
        !["<wbr", "<span"].contains($0)
      }
    }
    var fields = TemplateSample.fields(["value": .text("x")])
    let plain = elements(try render(outline, fields))
    fields["value"] = .text(vector)
    guard case .record(var document)? = fields["document"] else { return }
    for name in ["title", "subtitle", "dateText", "draftText", "notice", "basis", "disclaimer", "toolkit"] {
      document[name] = .text(vector)
    }
    fields["document"] = .record(document)
    #expect(elements(try render(outline, fields)) == plain)
  }

  @Test func aDigestMayBreakAndADateMayNot() throws {
    let digest = String(repeating: "0123456789abcdef", count: 4)
    let page = try main(try render("{{value}}", ["value": .text("\(digest) 2026-11-23 a/\(digest)")]))
    let date = "<span class=\"nowrap\">2026-11-23</span>"
    #expect(page.replacing("<wbr>", with: "") == "<p>\(digest) \(date) a/\(digest)</p>\n")
    #expect(page.matches(of: /<wbr>/).count == 4)
  }

  @Test(arguments: [
    ("Konformitätsbewertungsverfahren", "Konformitäts&shy;bewertungs&shy;verfahren"),
    ("(Gleichwertigkeitsbericht),", "(Gleichwertigkeits&shy;bericht),"),
    ("Grundrechte-Identifizierungsnummern", "Grundrechte-Identifizierungs&shy;nummern"),
    ("Anwendungsbereich", "Anwendungsbereich"), ("interrelationships", "interrelationships"),
    ("Risikoentscheidungen", "Risikoentscheidungen"),
    ("<Betriebsverantwortlichkeit>&", "&lt;Betriebsverantwortlichkeit&gt;&amp;"),
    ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesellschaft"),
  ])
  func aLongCompoundBreaksOnlyBetweenItsParts(word: String, html: String) throws {
    #expect(try main(try render("{{value}}", ["value": .text(word)])) == "<p>\(html)</p>\n")
  }

  @Test func whatIsTooLongToBeAWordMayBreak() throws {
    let page = try main(try render("{{value}}", ["value": .text(String(repeating: "x", count: 100))]))
    #expect(page.matches(of: /<wbr>/).count == 4)
  }

  // MARK: - Absent fields

  @Test func anAbsentFieldOfAnEntryIsNotTheOneAround() throws {
    let fields: FieldRecord = [
      "groups": .list([
        .record([
          "title": .text("outer"), "note": .text("n"), "parts": .list([.record(["owner": .text("o")])]),
        ])
      ])
    ]
    let outline =
      "{{#groups}}{{#parts}}[{{title}}|{{owner}}|{{note}}]{{^title}}none{{/title}}{{/parts}}{{/groups}}"
    #expect(try main(try render(outline, fields)).contains("[outer|o|n]"))
    let complete = fields.completed(by: TemplateSample.catalog)
    #expect(try main(try render(outline, complete)).contains("[|o|n]none"))
  }

  @Test func aFieldOfATextOrAFlagIsAbsent() throws {
    let fields: FieldRecord = ["value": .text("x"), "provider": .flag(true), "states": .list([.text("DE")])]
    let outline =
      "[{{value.renderText}}{{#value}}{{renderText}}{{.}}{{/value}}{{provider}}{{provider.isNull}}{{states.count}}]"
    #expect(try main(try render(outline, fields)).contains("<p>[x]</p>"))
  }
}
