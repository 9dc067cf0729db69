import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct AuthoredPageTests {
  /// A page with `body`, which begins in column 1 of line 4.
  private func page(_ body: String, head: String = "") -> String {
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\(head)</head>\n<body>\n\(body)\n</body></html>\n"
  }

  private func template(_ html: String, files: [String: String] = [:]) throws -> DocumentTemplate {
    try TemplateSample.template(nil, files: files.merging(["document.html": html]) { first, _ in first })
  }

  @Test func tagsStandInTextAndInQuotedWords() throws {
    let template = try template(
      page(
        """
        <p class="note {{#value}}given{{/value}}" title='{{value}}' data-x="{{value}}">{{value}}</p>
        {{#states}}<a href="#s-{{.}}">{{.}}</a>{{/states}}<!-- for authors -->{{! and more }}
        {{> part}}
        """, head: "<title>{{value}}</title><style>p { color: #123; }</style>"),
      files: ["parts/part.md": "# One **{{value}}**"])
    #expect(template.check(TemplateSample.catalog).isEmpty)
    let text = TemplateSample.text(
      try template.render(
        ["value": .text("a\"b'<"), "states": .list([.text("DE"), .text("FR")])], as: .html))
    #expect(
      text.contains(
        "<p class=\"note given\" title='a&quot;b&#39;&lt;' data-x=\"a&quot;b&#39;&lt;\">a&quot;b&#39;&lt;</p>"
      ))
    #expect(text.contains("<a href=\"#s-DE\">DE</a><a href=\"#s-FR\">FR</a>\n"))
    #expect(
      text.contains(
        "<h2 id=\"section-1\"><span class=\"number\">1</span> One <strong>a&quot;b&#39;&lt;</strong></h2>"))
    #expect(!text.contains("for authors"))
  }

  @Test func thePolicyStandsFirstInTheHead() throws {
    let text = TemplateSample.text(
      try template(page("x", head: "<style>a{}</style>")).render([:], as: .html))
    let digest = SecurityPolicy.digest(Array("a{}".utf8))
    #expect(
      text.contains(
        "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-\(digest)'; "
          + "img-src data:; base-uri 'none'; form-action 'none'\">"))
  }

  @Test(arguments: [
    ("<p class={{value}}>", 10, "a value without quotation marks"),
    ("<p onclick=\"{{value}}\">", 13, "the attribute onclick"),
    ("<a href=\"{{value}}\">x</a>", 10, "the attribute href"),
    ("<a href=\"javascript:{{value}}\">x</a>", 21, "the attribute href"),
    ("<img src=\"{{value}}\">", 11, "the attribute src"),
    ("<p style=\"color: {{value}}\">", 18, "the attribute style"),
    ("<!-- {{value}} -->", 6, "a comment"), ("<{{value}}>", 2, "the name of an element"),
    ("<p {{value}}>", 4, "the place of an attribute's name"),
    ("<p {{value}}=\"x\">", 4, "the place of an attribute's name"),
    ("<p data-{{value}}=\"x\">", 9, "the name of an attribute"),
    ("<style>p { color: {{value}} }</style>", 19, "a style sheet"),
    ("<p class=\"{{> part}}\">", 11, "the attribute class"),
    ("<title>{{> part}}</title>", 8, "the title"), ("<STYLE>{{value}}</STYLE>", 8, "a style sheet"),
    ("<p title=x{{value}}>", 11, "a value without quotation marks"),
    ("<p ONCLICK='{{value}}'>", 13, "the attribute onclick"),
    ("<p class = {{value}}>", 12, "a value without quotation marks"), ("<script>{{value}}</script>", nil, ""),
  ])
  func noTagStandsWhereEscapingDoesNotHelp(body: String, column: Int?, context: String) throws {
    let problems = try template(page(body), files: ["parts/part.md": "x"]).problems
    guard let column else {
      #expect(!problems.isEmpty)
      return
    }
    let unsafe = problems.filter { $0.diagnostic.code == "unsafe-context" }
    #expect(unsafe.map(\.location) == [SourceLocation(file: "sample/document.html", line: 4, column: column)])
    #expect(unsafe.first?.diagnostic.message.hasSuffix("stands in \(context)") == true)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<iframe src=\"x\"></iframe>", "<svg onload=\"x\"></svg>",
    "<p onclick=\"x\">", "<p style=\"x\">",
    "<a href=\"http://x\">x</a>", "<a href=\"javascript:x\">x</a>", "<img src=\"http://x/y.png\">",
    "<img src=x>", "<link rel=\"stylesheet\">",
    "<base href=\"/\">", "<form>", "<input>", "<meta http-equiv=\"refresh\" content=\"0\">",
    "<style>@import 'x'</style>",
    "<style>p{background:url(http://x)}</style>", "<style>p{background:u\\72l(x)}</style>",
    "<object data=\"x\">", "<p class='a",
    "<p", "1 < 2", "<!-- open", "<template>", "<textarea>", "<math>", "<p foo=\"x\">", "<p href=\"#x\">",
    "<meta charset=\"utf-7\">",
    "<?php ?>", "<![CDATA[x]]>", "<plaintext>", "<noscript>", "<p \"x\">", "<a href=\"#\" ping=\"http://x\">",
  ])
  func aPageHoldsNothingThatRunsLoadsOrSends(body: String) throws {
    let problems = try template(page(body)).problems
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.location?.file == "sample/document.html" })
    #expect(throws: TemplateError.self) { try template(page(body)).render([:], as: .html) }
  }

  @Test(arguments: [
    "<p class=\"{{#value}}\">x</p>{{/value}}", "{{#value}}<p class=\"{{/value}}\">",
    "<title>{{#value}}</title>{{/value}}", "{{#value}}",
  ])
  func aSectionEndsInTheContextInWhichItBegan(body: String) throws {
    #expect(!(try template(page(body)).problems.isEmpty))
  }

  @Test func noBeginningOfAPageIsReadBeyondItsEnd() throws {
    let whole = Array(
      page(
        "<!-- c {{value}} --><p class='a {{value}}' title=\"b\" id=c {{value}}>{{value}}</p><style a='x' b>p{}</style><title d=\"x\">{{value}}</title>"
      )
      .utf8)
    for end in whole.indices {
      let problems = try template(String(decoding: whole[..<end], as: UTF8.self)).problems
      #expect(end < whole.count / 2 || !problems.isEmpty)
    }
    for start in [
      "<style class='a", "<title class=\"a", "<style", "<title x", "<p =", "<p a=", "<p a =", "</", "<",
      "<!--", "<!doctype html",
    ] {
      #expect(!(try template(start).problems.isEmpty))
    }
  }

  @Test func aPageWithoutHeadOrDoctypeIsRefused() throws {
    #expect(
      try template("<p>x</p>").problems.map(\.diagnostic.message) == [
        "the page has no <!DOCTYPE html>", "the page has no <head>",
      ])
  }

  @Test func embeddedImagesAndPlacesOfThePageAreFine() throws {
    let body =
      "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"{{value}}\"><a href=\"#top\">x</a><hr><br/>"
    #expect(try template(page(body)).problems.isEmpty)
  }

  @Test func anUnknownFieldIsFoundHereToo() throws {
    #expect(
      try template(page("<p>\n {{nothing}}</p>")).check(TemplateSample.catalog).map(\.line) == [
        "sample/document.html:5:2: error: there is no field `nothing` (`template fields` lists every field)"
      ])
  }
}
