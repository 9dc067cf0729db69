import CrosswalkOSCAL
import CrosswalkReaders
import Testing

@Suite struct XMLFormTests {
  private func read(_ text: String) throws -> OSCALElement {
    try OSCALXMLReader().read(SourceFile(name: "a.xml", bytes: Array(text.utf8)))
  }

  private static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
      <metadata>
        <title>A &amp; <em>b</em> &lt;c&gt; &quot;d&quot;</title>
      </metadata>
      <control id="a-1">
        <part name="statement">
          <p>One <insert type="param" id-ref="p"/> two</p>
          <p/>
        </part>
        <prop name="x" value="&quot;&amp;&lt;&#10;"/>
      </control>
    </catalog>

    """

  @Test func whatIsReadIsWrittenAsItWas() throws {
    let tree = try read(Self.document)
    #expect(String(decoding: OSCALXMLWriter.write(tree), as: UTF8.self) == Self.document)
  }

  @Test func placesAndValuesAreKept() throws {
    let control = try #require(try read(Self.document).first("control"))
    #expect(control["id"] == "a-1")
    #expect(control.location?.description == "a.xml:6:3")
    #expect(control.first("prop")?["value"] == "\"&<\n")
    #expect(control.first("part")?.elements("p").map(\.text) == ["One  two", ""])
  }

  @Test func aForeignElementIsNotTakenForOSCAL() throws {
    let tree = try read(
      #"<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"><x:control xmlns:x="y"/></catalog>"#)
    #expect(tree.elements.map(\.name) == ["{y}control"])
  }

  @Test func foreignNamesAreWrittenInTheirNamespaces() throws {
    let text =
      #"<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" xmlns:s="urn:s" s:loc="1" xml:lang="en"><x:c xmlns:x="y"/>"#
      + #"<control id="a"/></catalog>"#
    let tree = try read(text)
    #expect(tree["{urn:s}loc"] == "1")
    let again = try read(String(decoding: OSCALXMLWriter.write(tree), as: UTF8.self))
    #expect(again.attributes == tree.attributes)
    #expect(again.elements.map(\.name) == ["{y}c", "control"])
  }

  @Test func blanksBetweenWordsInMarkupStay() throws {
    let tree = try read(
      #"<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"><p><em>a</em> <em>b</em></p> </catalog>"#)
    #expect(tree.text == "a b")
  }
}
