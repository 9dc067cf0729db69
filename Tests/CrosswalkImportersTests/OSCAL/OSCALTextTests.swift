import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct OSCALTextTests {
  private func text(_ prose: String, parameters: String = "") throws -> String {
    try OSCALFixture.read(OSCALFixture.control(prose, parameters: parameters)).node("C-1").text
  }

  @Test(arguments: [
    ("<p>  one\n   two\tthree </p>\n<p>four</p>", "one two three\nfour"),
    ("<p>a <em>b</em><strong>c</strong> <code>d</code>.</p>", "a bc d."),
    ("<p>so <q>called</q>, <a href='#x'>AC-2</a> x<sup>2</sup></p>", "so “called”, AC-2 x2"),
    ("<p>Do:</p><ul><li>one</li><li>two<ol><li>deep</li><li>er</li></ol></li></ul><p>End</p>",
      "Do:\n- one\n- two\n  1. deep\n  2. er\nEnd"),
    ("<ol><li><p>one</p><p>more</p></li><li>two</li></ol>", "1. one\nmore\n2. two"),
    ("<table><tr><th>h</th><td>c</td></tr><tr><td/><td>d</td></tr></table>", "h\nc\nd"),
    ("<p>a</p><pre>x  = 1\n  y</pre><h2>H</h2><p>b</p>", "a\nx  = 1\n  y\nH\nb"),
    ("<p>one<br/>two</p><hr/><blockquote><p>said</p></blockquote>", "one\ntwo\nsaid"),
    ("<p>see <img src='a.png' alt='the figure'/></p>", "see the figure"),
    ("<p>a&#160;b &amp; &lt;c&gt; é 漢字</p><p/>", "a\u{A0}b & <c> é 漢字"),
    ("<p>12345678  123456 8 é  x</p>", "12345678 123456 8 é x"),
  ])
  func markupBecomesReadableLines(prose: String, expected: String) throws {
    #expect(try text(prose) == expected)
  }

  @Test func blanksCollapseTheSameForEveryLengthAndPlace() throws {
    for length in 0...40 {
      let words = String(repeating: "x", count: length)
      #expect(try text("<p>\(words)  y z</p>") == (length == 0 ? "y z" : "\(words) y z"))
      #expect(try text("<p>\(words)\n\ty</p>") == (length == 0 ? "y" : "\(words) y"))
      #expect(try text("<p>\(words) </p><p>y</p>") == (length == 0 ? "y" : "\(words)\ny"))
    }
  }

  @Test(arguments: [
    ("<param id='p'><label>time</label></param>", "[Assignment: time]"),
    ("<param id='p'><label>time</label><value>5 days</value></param>", "5 days"),
    ("<param id='p'><value>a</value><value>b</value></param>", "a, b"),
    ("<param id='p'/>", "[Assignment: p]"),
    ("<param id='p'><label/></param>", "[Assignment: p]"),
    ("<param id='p'><select><choice>a</choice><choice>b</choice></select></param>", "[Selection: a; b]"),
    ("<param id='p'><select how-many='one'><choice>a</choice></select></param>", "[Selection: a]"),
    ("<param id='p'><label>l</label><select how-many='one-or-more'><choice>a</choice><choice>b</choice></select></param>",
      "[Selection (one or more): a; b]"),
    ("<param id='p'><select><choice>at <insert type='param' id-ref='q'/></choice><choice>b</choice></select></param>"
      + "<param id='q'><label>dates</label></param>", "[Selection: at [Assignment: dates]; b]"),
    ("<param id='p'><prop name='aggregates' value='q'/><prop name='aggregates' value='r'/></param>"
      + "<param id='q'><label>one</label></param><param id='r'><label>two</label></param>",
      "[Assignment: one], [Assignment: two]"),
    ("<param id='p'><prop name='aggregates' value='q'/><label>both</label></param><param id='q'/>",
      "[Assignment: both]"),
  ])
  func parametersAreShownAsNISTPrintsThem(parameters: String, expected: String) throws {
    #expect(
      try text("<p>In <insert type='param' id-ref='p'/>.</p>", parameters: parameters) == "In \(expected).")
  }

  @Test func aParameterMayBeDefinedInALaterControl() throws {
    let imported = try OSCALFixture.read(
      OSCALFixture.control("<p><insert type='param' id-ref='later'/> x</p>")
        + "<control id='c-2'><title>T</title><param id='later'><label>L</label></param></control>")
    #expect(try imported.node("C-1").text == "[Assignment: L] x")
    #expect(try imported.node("c-2").properties == [Property(name: "param:later", value: "[Assignment: L]")])
  }

  @Test func whatAParameterSaysIsKept() throws {
    let imported = try OSCALFixture.read(
      OSCALFixture.control(
        "<p>x</p>",
        parameters: """
          <param id='p' class='k' depends-on='q'><prop name='label' class='z' value='P[1]'/><link rel='r' href='#h'/>
          <label>l</label><usage><p>u</p></usage><constraint><description><p>c</p></description>
          <test><expression>e</expression></test></constraint><guideline><p>g <insert type='param' id-ref='q'/></p>
          </guideline><remarks><p>m</p></remarks></param><param id='q'><label>Q</label></param>
          """))
    #expect(imported.notUsed.isEmpty)
    #expect(
      try imported.node("C-1").properties.map { "\($0.name)=\($0.value)" } == [
        "param:p=[Assignment: l]", "param:p@class=k", "param:p@depends-on=q", "param:p/prop/label=P[1]",
        "param:p/prop/label@class=z", "param:p/usage=u", "param:p/constraint=c", "param:p/constraint/test=e",
        "param:p/guideline=g [Assignment: Q]", "param:p/remarks=m", "param:q=[Assignment: Q]",
      ])
    #expect(try imported.node("C-1").links == [Property(name: "param:p/link/r", value: "#h")])
  }

  @Test func aMentionOfNothingIsReported() throws {
    let source = OSCALFixture.source(
      OSCALFixture.control("<p>In ⟦here⟧<insert type='param' id-ref='none'/>.</p>"))
    let imported = try OSCALFixture.read(source.file)
    #expect(try imported.node("C-1").text == "In [Assignment: none].")
    #expect(imported.notUsed.map(\.location) == [source["here"]])
  }

  @Test func parametersThatMentionEachOtherAreReportedAndEnd() throws {
    let parameters = """
      <param id='p'><label>to <insert type='param' id-ref='q'/></label></param>
      <param id='q'><label>fro <insert type='param' id-ref='p'/></label></param>
      """
    let imported = try OSCALFixture.read(
      OSCALFixture.control("<p><insert type='param' id-ref='p'/></p>", parameters: parameters))
    #expect(try imported.node("C-1").text == "[Assignment: to [Assignment: fro [Assignment: p]]]")
    #expect(imported.notUsed.count == 1)
    #expect(imported.notUsed[0].what == "mention of parameter \"p\"")
  }

  @Test func parametersThatMultiplyTextStopAtTheLimit() throws {
    var parameters = "<param id='p0'><label>lol</label></param>"
    for level in 1...40 {
      let mention = "<insert type='param' id-ref='p\(level - 1)'/>"
      parameters += "<param id='p\(level)'><label>\(mention)\(mention)</label></param>"
    }
    let source = OSCALFixture.source(
      OSCALFixture.control("<p><insert type='param' id-ref='p40'/></p>", parameters: parameters))
    let error = try #require(throws: ImportError.self) {
      try OSCALFixture.read(source.file, limits: .standard.with(fileBytes: 100_000))
    }
    guard case .reading(let cause) = error.reason else { throw error }
    #expect(cause.reason == .textTooLong(limit: 100_000))
  }

  @Test func parametersThatNestWithoutEndStopAtTheLimit() throws {
    var parameters = ""
    for level in 0..<5_000 {
      parameters +=
        "<param id='p\(level)'><label><insert type='param' id-ref='p\(level + 1)'/></label></param>"
    }
    let error = try OSCALFixture.error(
      of: OSCALFixture.source(OSCALFixture.control("<p>x</p>", parameters: parameters)))
    guard case .reading(let cause) = error.reason else { throw error }
    #expect(cause.reason == .tooDeep(limit: ReadingLimits.standard.depth))
  }
}
