import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct GapMarkdownTests {
  @Test func looksAsReviewed() throws {
    try Golden.expect(GapMarkdownExporter().export(Sample.gapReport), equals: "gap.md")
  }

  @Test func everyRowHasAsManyCellsAsItsHead() throws {
    let lines = try text(GapMarkdownExporter(), Sample.gapReport).split(separator: "\n")
    for line in lines where line.hasPrefix("|") {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect([6, 4, 9].contains(bars), "\(line)")
    }
  }

  @Test(arguments: [
    ("<b>", "&lt;b&gt;"), ("a|b", "a\\|b"), ("`x`", "\\`x\\`"),
    ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
    ("![x](y)", "\\!\\[x\\](y)"), ("https://x.example", "https&#58;//x.example"),
    ("WWW.x.example", "WWW&#46;x.example"),
    ("a@b.example", "a&#64;b.example"), ("# x", "\\# x"), ("1. x", "1\\. x"), ("2) x", "2\\) x"),
    ("- x", "\\- x"),
    ("&lt;", "&amp;lt;"), ("two\nlines", "two lines"), ("9(2)(a)", "9(2)(a)"), ("a_b *c*", "a\\_b \\*c\\*"),
  ]) func textCannotBecomeMarkup(source: String, escaped: String) {
    #expect(MarkdownText.inline(source) == escaped)
  }
}
