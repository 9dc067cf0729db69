import CrosswalkDigest
import CrosswalkModel
import FoundationEssentials
import Testing

@testable import CrosswalkExporters

@Suite struct GapHTMLTests {
  private let page: String

  init() throws { page = try text(GapHTMLExporter(), Sample.gapReport) }

  /// What stands between `start` and the next `end`.
  private func part(from start: String, to end: String, of other: String? = nil) throws -> String {
    let page = other ?? page
    let opening = try #require(page.firstRange(of: start))
    let closing = try #require(page[opening.upperBound...].firstRange(of: end))
    return String(page[opening.upperBound..<closing.lowerBound])
  }

  @Test func looksAsReviewed() throws { try Golden.expect(Array(page.utf8), equals: "gap.html") }

  @Test(arguments: [("<style>", "</style>", "style-src"), ("<script>", "</script>", "script-src")])
  func thePolicyNamesTheDigestOfWhatThePageHolds(start: String, end: String, directive: String) throws {
    let digest = Data(ContentDigest.sha256(Array(try part(from: start, to: end).utf8))).base64EncodedString()
    #expect(page.contains("\(directive) 'sha256-\(digest)';"))
  }

  @Test func thePolicyAllowsNothingElse() throws {
    let policy = try part(from: "Content-Security-Policy\" content=\"", to: "\"")
    let names = policy.split(separator: ";").map { $0.split(separator: " ") }
    #expect(names.map { $0[0] } == ["default-src", "style-src", "script-src", "base-uri", "form-action"])
    #expect(names.filter { $0[1] == "'none'" }.map { $0[0] } == ["default-src", "base-uri", "form-action"])
  }

  @Test func thePolicyStandsBeforeEverythingItGoverns() throws {
    let policy = try #require(page.firstRange(of: "Content-Security-Policy")).lowerBound
    #expect(policy < (try #require(page.firstRange(of: "<style>")).lowerBound))
  }

  /// The inside of every tag outside style and script, as a browser finds it: from `<` to the next `>`.
  private func tags(of page: String) throws -> [String] {
    let body = page.replacing(try part(from: "<style>", to: "</style>", of: page), with: "")
      .replacing(try part(from: "<script>", to: "</script>", of: page), with: "")
    let bytes = Array(body.utf8)
    return try bytes.indices.filter { bytes[$0] == UInt8(ascii: "<") }.map { start in
      let end = try #require(bytes[start...].firstIndex(of: UInt8(ascii: ">")))
      return String(decoding: bytes[start + 1..<end], as: UTF8.self)
    }
  }

  /// A tag without the values of its attributes, split at quotation marks byte by byte.
  private func namesOnly(_ tag: String) -> String {
    tag.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String(decoding: $0.element, as: UTF8.self) }.joined()
  }

  @Test func asksForNothingOverTheNetwork() throws {
    for tag in try tags(of: page) {
      #expect(
        !namesOnly(tag).contains(/\s(src|srcset|action|data|poster|background|ping|xlink:href)=/), "\(tag)")
      #expect(tag.matches(of: /\shref="(.)/).allSatisfy { $0.output.1 == "#" }, "\(tag)")
    }
    #expect(!(try part(from: "<style>", to: "</style>")).contains(/url\((?!#)|@import/))
  }

  @Test func hostileTextAddsNoTagAndNoAttribute() throws { try expectOnlyOurTags(in: page) }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "<svg onload=alert(1)>", "--><script>alert(1)</script><!--",
    "</title><script>alert(1)</script>", "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<iframe srcdoc='&lt;script&gt;'>", "<a href=\"java&#115;cript:alert(1)\">x</a>", "&lt;script&gt;",
    "<<script>>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "\u{0}<script\u{0}>",
    "\"\u{301}\u{20DD} onload=x ",
    "<\u{301}img src=x>", "`x` onclick=alert(1)", "{{{caution}}}{{#chapters}}", "\u{202E}\"<b>\u{2066}",
    "<base href=//x>",
    "<meta http-equiv=refresh content=0>", "<form action=x><input autofocus onfocus=alert(1)>",
  ]) func noFieldOfAReportLetsMarkupThrough(vector: String) throws {
    let support = Sample.support(
      [vector], vector, .related, [Sample.claimStep(1, [vector], .related, [vector])], note: vector)
    var report = Sample.report(
      [
        Sample.finding(
          vector, vector, .partial, group: vector, chapter: vector, title: vector,
          applicability: .conditional(vector, from: nil), extent: .open, by: [support], residual: vector)
      ], titles: [vector: vector])
    report.scope = vector
    report.scopes = [.init(kind: .list, name: vector, title: vector, description: vector, absent: [vector])]
    report.sourceScopes = report.scopes
    report.weights = .init(file: vector, given: 1, changed: 1)
    report.basis.trust = [.init(source: vector, factor: 0.5, claims: 2, leftOut: 1)]
    report.source.title = vector
    report.target.title = vector
    report.target.selection = vector
    try expectOnlyOurTags(in: try text(GapHTMLExporter(), report))
  }

  private func expectOnlyOurTags(in page: String) throws {
    let elements: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "a", "svg", "defs", "pattern", "rect", "circle",
      "path",
      "symbol", "header", "p", "strong", "span", "h1", "h2", "h3", "h4", "h5", "div", "dl", "dt", "dd", "b",
      "nav", "ul",
      "ol", "li", "main", "section", "text", "table", "caption", "thead", "tbody", "tr", "th", "td", "use",
      "label",
      "input", "select", "option", "button", "article", "details", "summary", "script",
    ]
    for tag in try tags(of: page) where tag != "!DOCTYPE html" {
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      #expect(elements.contains(String(name)), "\(tag)")
      #expect(tag.utf8.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2), "\(tag)")
      #expect(!namesOnly(tag).lowercased().contains(/\s(on[a-z]+|style)\s*=/), "\(tag)")
    }
  }

  @Test func aCombiningMarkDoesNotHideAQuotationMark() {
    let escaped = HTMLEscaping().escapeText(
      "\"\u{301} onclick=x <\u{301}b>\u{301} &\u{301} '\u{301}\u{0}\u{85}")
    #expect(
      escaped.unicodeScalars.elementsEqual(
        "&quot;\u{301} onclick=x &lt;\u{301}b&gt;\u{301} &amp;\u{301} &#39;\u{301}\u{FFFD}\u{FFFD}"
          .unicodeScalars))
  }

  @Test func textThatLooksLikeATemplateIsText() {
    #expect(page.contains("{{caution}} {{{caution}}}"))
  }

  @Test(arguments: [
    PackageResources.page_mustache, PackageResources.finding_mustache, PackageResources.equivalence_mustache,
  ])
  func templatesEscapeEverythingAndQuoteEveryAttribute(bytes: [UInt8]) {
    let template = String(decoding: bytes, as: UTF8.self)
    #expect(template.hasPrefix("{{% CONTENT_TYPE:\(HTMLEscaping.name)}}\n"))
    #expect(!template.contains("{{{") && !template.contains(/\{\{\s*&/))
    #expect(!template.contains(/=\s*\{\{/))
    #expect(!template.contains(/\s(style|on[a-z]+)=/))
    // Links lead to places of the page only.
    #expect(template.matches(of: /href="(.)/).allSatisfy { $0.output.1 == "#" })
  }

  @Test func everyLinkLeadsToAPlaceAndPlacesAreUnique() {
    let places = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(places).count == places.count)
    let links = page.matches(of: /href="#([^"]*)"/).map { String($0.output.1) }
    #expect(Set(links).subtracting(places).isEmpty)
  }

  @Test func headingsDescendInOrder() {
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func everyControlHasALabelAndEveryHeaderCellAScope() {
    let controls = page.matches(of: /<(?:input|select) id="([^"]*)"/).map { String($0.output.1) }
    let labels = page.matches(of: /<label for="([^"]*)"/).map { String($0.output.1) }
    #expect(controls == labels && controls.count == 5)
    #expect(!page.contains(/<th(?! scope=)[\s>]/))
    #expect(page.contains("role=\"status\" aria-live=\"polite\""))
  }

  @Test func theControlsAreHiddenUntilTheScriptShowsThem() {
    #expect(page.contains(/<div id="filter"[^>]* hidden>/))
    #expect(!page.contains(/<article class="finding"[^>]*hidden/))
  }

  @Test func everyFindingIsThereWithItsDerivation() {
    #expect(page.matches(of: /<article class="finding"/).count == Sample.gapReport.findings.count)
    #expect(page.contains("Crosswalks/Mappings/sample.csv:5:1"))
    #expect(page.contains("structure of the catalog"))
  }

  @Test func namesOfPlacesAreUniqueEvenForTheSameText() {
    var anchors = AnchorNames()
    let names = ["9(2)(a)", "9[2][a]", "\"><script>", "", ""].map { anchors.name("f", for: $0) }
    #expect(names == ["f-9_2__a_", "f-9_2__a_-2", "f-___script_", "f-", "f--2"])
  }
}
