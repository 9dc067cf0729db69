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
    "<!DOCTYPE html><html><head><!-- made by X --><meta charset=\"utf-8\"></head>",
    "<!DOCTYPE html><html><head>{{! note }}<meta charset=\"utf-8\"></head>",
    "<!-- a -->{{! b }}\n<!doctype HTML> {{! c }}<!-- d --><html lang=\"{{value}}\">\n<!-- e --><HEAD class=\"{{value}}\"></head>",
    "<!DOCTYPE html><head/>",
  ])
  func thePolicyStandsFirstWhateverIsRoundTheHead(start: String) throws {
    let template = try template(start + "<body>x{{! y }}<!-- z -->{{value}}</body>")
    #expect(template.check(TemplateSample.catalog).isEmpty)
    let text = TemplateSample.text(try template.render(["value": .text("\">v")], as: .html))
    #expect(
      text.contains(
        /^\s*<!doctype html>\s*(<html[^>]*>\s*)?<head[^>]*><meta http-equiv="Content-Security-Policy"/
          .ignoresCase()))
    #expect(text.hasSuffix("<body>x&quot;&gt;v</body>"))
  }

  @Test(arguments: [
    "<!DOCTYPE html><p>x</p><head></head>", "<!DOCTYPE html>{{value}}<head></head>",
    "<!DOCTYPE html>{{#value}}<head></head>{{/value}}", "{{#value}}<!DOCTYPE html>{{/value}}<head></head>",
    "<!DOCTYPE html>x<html><head></head>", "<html><!DOCTYPE html><head></head>", "<html><head></head>",
    "<!DOCTYPE html><html><html><head></head>", "<!DOCTYPE html><header><head></head></header>",
    "<!DOCTYPE html></p><head></head>", "<!DOCTYPE html><!DOCTYPE html><head></head>",
    "<!DOCTYPE html><head></head><!DOCTYPE html>", "<!DOCTYPE html><head-x></head-x><head></head>",
    "<!DOCTYPE html></head><head></head>", "<!DOCTYPE html>{{> part}}<head></head>",
    "<!DOCTYPE html>&#32;<head></head>", "<!DOCTYPE html><!-- --->x<!-- --><head></head>",
    "<!DOCTYPE html><head", "<!DOCTYPE html><html", "<!DOCTYPE html", "", "<!DOCTYPE html>",
  ])
  func nothingThatIsSeenStandsBeforeTheHead(page: String) throws {
    let template = try template(page, files: ["parts/part.md": "x"])
    #expect(!template.problems.isEmpty)
    #expect(throws: TemplateError.self) { try template.render(["value": .text("x")], as: .html) }
  }

  @Test(arguments: [
    "{<!-- -->{{value}}}", "{<!-- -->{&value}}", "{<!-- -->{% CONTENT_TYPE:TEXT}}{{value}}",
    "{<!-- -->{#states}}x{<!-- -->{/states}}", "{<!-- --><!-- -->{value}}", "{<!-- -->{{! x }}{value}}",
    "{<!-- -->{> part}}", "{<!-- -->{=<% %>=}}", "{<!-- --><!-- -->{{! x }}<!-- -->{{value}}}",
  ])
  func aCommentThatVanishesMakesNoTagOfBraces(body: String) throws {
    let template = try template(page(body), files: ["parts/part.md": "x"])
    #expect(
      template.problems.first?.location == SourceLocation(file: "sample/document.html", line: 4, column: 2))
    #expect(throws: TemplateError.self) { try template.render([:], as: .html) }
  }

  @Test(arguments: [
    "</ti{{! x }}tle><img src=x onerror=alert(1)>", "</ti{{value}}tle><img src=x>",
    "<{{#value}}{{/value}}/title><script>alert(1)</script>", "<b>", "</titlex>",
  ])
  func noTagThatVanishesEndsATitle(words: String) throws {
    let template = try template(page("x", head: "<title>\(words)</title>"))
    #expect(!template.problems.isEmpty)
    #expect(throws: TemplateError.self) { try template.render([:], as: .html) }
  }

  @Test(
    arguments: [
      ("{{value}}\u{301} {{value}}", 0x301, 1), ("{{value}}x\u{600}{{value}}", 0x600, 13),
    ] as [(String, UInt32, Int)])
  func aMarkThatJoinsABraceIsRefusedAtTheTag(body: String, mark: UInt32, column: Int) throws {
    let error = #expect(throws: TemplateError.self) { try template(page(body)) }
    #expect(error?.reason == .reservedCharacter(mark))
    #expect(error?.location == SourceLocation(file: "sample/document.html", line: 4, column: column))
  }

  @Test(arguments: [
    ("url(data:image/png;base64,iVBORw0KGgo=)", true), ("url(\"data:image/png;base64,iVBORw0KGgo=\")", true),
    ("url( 'data:image/png;base64,iVBORw0KGgo=' )", true), ("url(#a)", true), ("URL('#a')", true),
    ("url(http://x)", false), ("url(\"http://x\")", false), ("url( 'x.png' )", false),
    ("url(\" data:image/\")", false),
    ("url(data:text/css,x)", false), ("url(\u{301}x)", false), ("url(\u{A0}data:image/x)", false),
    ("image-set(\"http://x\" 1x)", false), ("-webkit-IMAGE-SET('x' 1x)", false), ("src(\"http://x\")", false),
  ])
  func aStyleSheetShowsOnlyImagesThatItHolds(value: String, isAllowed: Bool) throws {
    let problems = try template(page("x", head: "<style>p { background: \(value) }</style>")).problems
    #expect(problems.isEmpty == isAllowed)
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
    ("<{{! x }}img src=x onerror=alert(1)>", 2, "the name of an element"),
    ("<{{! x }}meta http-equiv=\"refresh\" content=\"0;url=http://x\">", 2, "the name of an element"),
    ("<{{! x }}a href={{value}}>", 2, "the name of an element"),
    ("</{{! x }}p>", 3, "the name of an element"),
    ("<p{{! x }}>", 3, "the place of an attribute's name"),
    ("<p {{! x }}class=\"a\">", 4, "the place of an attribute's name"),
    ("<p class=a{{! x }}>", 11, "a value without quotation marks"),
    ("<a href=\"{{! x }}#a\">x</a>", 10, "the attribute href"),
    ("<style>p{color:red} {{! x }}</style>", 21, "a style sheet"),
    ("<style>@im{{! x }}port 'http://x'</style>", 11, "a style sheet"),
    ("<!-- {{! x }} -->", 6, "a comment"),
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
    let elements = [
      "<!DOCTYPE html>", "<html lang='{{value}}'>", "<head>", "<!-- c -->",
      "<title lang=\"x\">{{value}}</title>",
      "<style class='x' hidden>p{}</style>", "</head>", "<body>", "<p class='a {{value}}' title=\"b\" id=c>",
      "x",
      "</p>",
      "</body>",
    ]
    var page = ""
    for (index, element) in elements.enumerated() {
      let begun = page
      for end in element.indices.dropFirst() {
        #expect(!(try template(begun + element[..<end]).problems.isEmpty), "\(begun + element[..<end])")
      }
      page += element
      // From the head on a page may end between elements.
      #expect(try template(page).problems.isEmpty == (index >= 2), "\(page)")
    }
    for start in [
      "<style class='a", "<title class=\"a", "<style", "<title x", "<p =", "<p a=", "<p a =", "</", "<",
      "<!--", "<!doctype html", "<style>p", "<title>x",
    ] {
      #expect(!(try template(start).problems.isEmpty))
      #expect(!(try template("<!DOCTYPE html><head></head>" + start).problems.isEmpty))
    }
  }

  @Test func aPageWithoutHeadOrDoctypeIsRefused() throws {
    let words = { (html: String) in try self.template(html).problems.map(\.diagnostic.message) }
    #expect(try words("<p>x</p>") == ["the page does not begin with <!DOCTYPE html>"])
    #expect(
      try words("<!DOCTYPE html><p>x</p>") == ["something else than <head> stands at the start of the page"])
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
