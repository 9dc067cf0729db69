import CrosswalkReaders
import Testing

@testable import CrosswalkOSCAL

/// Markdown to elements, elements to Markdown.
@Suite struct MarkdownTests {
  /// The content as XML, without the element around it.
  private func xml(_ content: [OSCALElement.Content]) -> String {
    content.map { part -> String in
      switch part {
      case .text(let text): return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      case .element(let element):
        let attributes = element.attributes.map { " \($0.name)='\($0.value)'" }.joined()
        return "<\(element.name)\(attributes)>\(xml(element.content))</\(element.name)>"
      }
    }.joined()
  }

  private func elements(_ xml: String) throws -> [OSCALElement.Content] {
    let text = "<r xmlns='\(OSCALElement.namespace)'>\(xml)</r>"
    return try OSCALXMLReader().read(SourceFile(name: "a", bytes: Array(text.utf8))).content
  }

  private func line(_ text: String) -> String { xml(MarkdownLineReader.read(text, at: nil)) }
  private func blocks(_ text: String) -> String { xml(MarkdownBlockReader.read(text, at: nil)) }

  @Test(arguments: [
    ("a *b* **c** ***d***", "a <em>b</em> <strong>c</strong> <strong><em>d</em></strong>"),
    ("5 * 3 * 2, a_b_c, 3 ** 4", "5 * 3 * 2, a_b_c, 3 ** 4"), ("*a", "*a"), ("**a*", "**a*"),
    ("H~2~O x^2^ ~100 and ~200", "H<sub>2</sub>O x<sup>2</sup> ~100 and ~200"),
    ("say \"a b,\" or 5\" long", "say <q>a b,</q> or 5\" long"), ("`a*b`` c` d", "<code>a*b`` c</code> d"),
    ("`` a`b ``", "<code>a`b</code>"), ("`a", "`a"), ("\\*a\\* \\x \\\\", "*a* \\x \\"),
    ("[AU-2a.](#au-2_smt.a)) x", "<a href='#au-2_smt.a'>AU-2a.</a>) x"), ("AU-02_ODP[01]", "AU-02_ODP[01]"),
    ("[*a* b](http://x/y_(z)?a=b&c)", "<a href='http://x/y_(z)?a=b&c'><em>a</em> b</a>"),
    ("[a](b c)", "[a](b c)"),
    ("![pic](p.png)", "<img alt='pic' src='p.png'></img>"),
    (
      "to {{ insert: param, ac-1_prm_1 }}: {{x}}",
      "to <insert type='param' id-ref='ac-1_prm_1'></insert>: {{x}}"
    ),
    ("{{insert:param,a}}", "<insert type='param' id-ref='a'></insert>"),
    ("a<br/>b <b>c</b> <foo> 1 < 2 <em>x", "a<br></br>b <b>c</b> &lt;foo> 1 &lt; 2 &lt;em>x"),
    ("R&D &amp; &lt;x&gt; &#8217; &bogus;", "R&amp;D &amp; &lt;x> ’ &amp;bogus;"),
    ("a  \nb\nc\\\nd", "a<br></br>b\nc<br></br>d"),
    ("<a href=\"x\" onclick=\"y\">z</a>", "&lt;a href=<q>x</q> onclick=<q>y</q>>z&lt;/a>"),
    ("*a [b* c](d)", "<em>a [b</em> c](d)"),
  ])
  func readsALine(markdown: String, expected: String) { #expect(line(markdown) == expected) }

  @Test(arguments: [
    ("a\nb\n\n\nc", "<p>a\nb</p><p>c</p>"), ("# A #\n### B\ntext", "<h1>A</h1><h3>B</h3><p>text</p>"),
    ("A\n===\nB\n---\n\n---", "<h1>A</h1><h2>B</h2><hr></hr>"),
    ("- a\n- b\n  - c\n    d\n- e", "<ul><li>a</li><li>b<ul><li>c\nd</li></ul></li><li>e</li></ul>"),
    ("3. a\n4. b", "<ol start='3'><li>a</li><li>b</li></ol>"),
    ("1) a\n\n2) b", "<ol><li>a</li><li>b</li></ol>"),
    ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>"),
    ("In\n2026. was", "<p>In\n2026. was</p>"),
    ("> a\n> - b\n\nc", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote><p>c</p>"),
    ("```json\n a\n\n<b>\n```\nx", "<pre> a\n\n&lt;b></pre><p>x</p>"), ("```\na", "<pre>a</pre>"),
    (
      "| A | *B* |\n|---|:-:|\n| 1 | x\\|y |",
      "<table><tr><th>A</th><th align='center'><em>B</em></th></tr><tr><td>1</td><td align='center'>x|y</td></tr></table>"
    ),
    ("a | b", "<p>a | b</p>"),
    ("x <table><tr><td>1</td></tr></table> y", "<p>x </p><table><tr><td>1</td></tr></table><p> y</p>"),
    ("    a", "<p>a</p>"), ("", ""), ("\n \n", ""), ("a\r\n\r\nb", "<p>a</p><p>b</p>"),
  ])
  func readsBlocks(markdown: String, expected: String) { #expect(blocks(markdown) == expected) }

  @Test(arguments: [
    "a <em>b</em><em>c</em> <em><em>d</em></em>", "<strong><em>x</em> y</strong>z",
    "5 * 3 *a* _b_ a_b [c](d) `e` ~f~ ^g^",
    "\"a\" <q>b <q>c</q></q>x<q>d</q>", "<code>a`b</code><code>`</code><code>x <em>y</em></code>",
    "\\ \\* &amp;amp; &lt;em> 1 &lt; 2",
    "<a href='a b'>x</a><a href='#y'>[z]</a><a>w</a>",
    "{{ insert: param, x }} {<insert type='param' id-ref='y'/>}",
    "H<sub>2</sub><sub>3</sub>O x<sup>2 <b>n</b></sup>", "a<br/>b <img alt='x' src='y.png'/><img src='z'/>",
    "![a](b) !", "é “x” – 😀",
  ])
  func aLineComesBack(source: String) throws {
    let content = try elements(source)
    let markdown = MarkdownWriter.writeLine(content)
    let expected = source.replacing("<b>", with: "<strong>").replacing("</b>", with: "</strong>")
    #expect(xml(MarkdownLineReader.read(markdown, at: nil)) == xml(try elements(expected)), "\(markdown)")
    #expect(!markdown.contains("\n"))
  }

  @Test(arguments: [
    "<p>a</p><p># b</p><p>1. c</p><p>- d</p><p>> e</p><p>f #</p><p>=</p>", "<h2>a #</h2><hr/><p>x</p>",
    "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>",
    "<ol start='7'><li><p>a</p><p>b</p></li><li>c</li></ol>",
    "<ul><li><p>a</p><ul><li>x</li></ul><p>b</p></li></ul>", "<pre>a\n\n  ```\n&lt;b></pre><pre>x</pre>",
    "<blockquote><p>a</p><ul><li>b</li></ul><p>c</p></blockquote>",
    "<table><tr><th>A</th><th align='right'>B|</th></tr><tr><td><code>a|b</code></td><td align='right'/></tr></table>",
    "<table><tr><td>a <em>b</em></td></tr><tr><th>c</th></tr></table><p>d</p>",
    "<p>a | b</p><p>--- | ---</p>",
    "<ul><li>a</li></ul><p>x</p><ol><li/><li>b</li></ol>",
  ])
  func blocksComeBack(source: String) throws {
    let content = try elements(source)
    let markdown = MarkdownWriter.write(content)
    #expect(xml(MarkdownBlockReader.read(markdown, at: nil)) == xml(content), "\(markdown)")
  }

  @Test(arguments: [
    "*", "**a", "[", "![", "`", "~a", "\"a ", "<em>", "{{ insert:", "[](", "<a href=\"", "&#", "- ", "> ",
    "`` `", "^a~b",
  ])
  func hostileTextTakesLinearTimeAndBoundedDepth(piece: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count)
      return clock.measure { _ = MarkdownBlockReader.read(text, at: nil) }
    }
    _ = time(500)
    #expect(time(8_000) < time(1_000) * 40 + .milliseconds(200))
  }
}
