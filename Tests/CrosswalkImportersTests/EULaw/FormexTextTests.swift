import CrosswalkModel
import Testing

/// Words of the law: whole, without footnotes, without text of other acts.
struct FormexTextTests {
  private typealias Act = FormexFixture

  @Test func keepsFootnotesApartInOrder() throws {
    let alinea =
      "<ALINEA>Oak<NOTE NOTE.ID=\"E0007\" NUMBERING.CONTINUED=\"YES\"><P>From <HT TYPE=\"ITALIC\">woods</HT>.</P></NOTE>, ash"
      + "<NOTE NUMBERING=\"STAR\" NOTE.ID=\"E0008\"><P>Rare.</P></NOTE>.</ALINEA>"
    let node = try #require(FormexFixture(provisions: Act.article(alinea)).nodes()["3"])
    #expect(node.text == "Oak, ash.")
    #expect(node.notes == [Property(name: "7", value: "From woods."), Property(name: "*", value: "Rare.")])
  }

  @Test func restoresQuotationMarksAndFlattensMarkup() throws {
    let alinea =
      "<ALINEA>A <QUOT.START CODE=\"2018\"/>gate<QUOT.END CODE=\"2019\"/>\n  of <DATE ISO=\"20310101\">1 May</DATE>"
      + "<?PAGE NO=\"2\"?> costs EUR <FT TYPE=\"NUMBER\">3000</FT>.</ALINEA>"
    #expect(
      try FormexFixture(provisions: Act.article(alinea)).nodes()["3"]?.text
        == "A ‘gate’ of 1 May costs EUR 3000.")
  }

  @Test func keepsTextForOtherActsApartAsGuidance() throws {
    let quoted =
      "<QUOT.S LEVEL=\"1\"><PARAG IDENTIFIER=\"003.001\"><NO.PARAG><QUOT.START CODE=\"2018\"/>7.</NO.PARAG>"
      + "<ALINEA>Fences too.<QUOT.END CODE=\"2019\"/></ALINEA></PARAG></QUOT.S>;"
    let point = Act.item("(1)", "<TXT>add:</TXT><P>\(quoted)</P>")
    let graph = try Act.imported([
      "gates.xml": FormexFixture(
        provisions: Act.article("<ALINEA><P>Changed:</P><LIST>\(point)</LIST></ALINEA>")
      ).text
    ])
    let nodes = try Act.nodes(graph)
    #expect(nodes["3(1)"]?.text == "add:")
    #expect(nodes["3(1)/amendment-1"]?.text == "‘7. Fences too.’;")
    #expect(nodes["3(1)/amendment-1"]?.kind == .guidance)
    #expect(nodes.keys.sorted() == ["3", "3(1)", "3(1)/amendment-1"])
  }

  @Test func readsRecitalsWholeAndTheirNumbers() throws {
    let preamble =
      "<PREAMBLE><PREAMBLE.INIT><P>THE PARISH,</P></PREAMBLE.INIT><GR.VISA><VISA>Having seen gates,</VISA></GR.VISA>"
      + "<GR.CONSID><GR.CONSID.INIT>Whereas:</GR.CONSID.INIT><CONSID><NP><NO.P>(1)</NO.P><TXT>Gates swing.</TXT>"
      + "<P>They creak.</P></NP></CONSID></GR.CONSID><PREAMBLE.FINAL><P>HAS DECIDED:</P></PREAMBLE.FINAL></PREAMBLE>"
    let nodes = try FormexFixture(provisions: Act.article("<ALINEA>x</ALINEA>"), preamble: preamble).nodes()
    let recital = try #require(nodes["recital-1"])
    #expect(recital.label == "(1)")
    #expect(recital.text == "Gates swing.\nThey creak.")
    #expect(recital.kind == .recital)
    #expect(recital.modality == .recital)
    #expect(nodes["preamble/2"]?.text == "Having seen gates,")
    #expect(nodes["preamble/4"]?.text == "HAS DECIDED:")
  }

  @Test func marksDefinedTermsByTheTitleOfTheirArticle() throws {
    let term = Act.item(
      "(1)", "<TXT><QUOT.START CODE=\"2018\"/>gate<QUOT.END CODE=\"2019\"/> means a door;</TXT>")
    let other = Act.item("(2)", "<TXT>nothing else.</TXT>")
    let article = Act.article(
      title: "Definitions", "<ALINEA><P>Terms:</P><LIST>\(term)\(other)</LIST></ALINEA>")
    let english = try FormexFixture(provisions: article).nodes()
    #expect(english["3(1)"]?.modality == .definition)
    #expect(english["3(2)"]?.modality == nil)
    let french = Act.article(title: "Définitions", "<ALINEA><P>Termes:</P><LIST>\(term)</LIST></ALINEA>")
    #expect(
      try FormexFixture(provisions: french, language: "FR").nodes()["3(1)"]?.modality == .definition)
    let elsewhere = Act.article(title: "Words", "<ALINEA><P>Terms:</P><LIST>\(term)</LIST></ALINEA>")
    #expect(try FormexFixture(provisions: elsewhere).nodes()["3(1)"]?.modality == nil)
    let announced = Act.article(
      title: "Words", "<ALINEA><P>The following definitions apply:</P><LIST>\(term)</LIST></ALINEA>")
    #expect(try FormexFixture(provisions: announced).nodes()["3(1)"]?.modality == .definition)
  }

  @Test func readsTablesRowByRowWithWhatSpansThem() throws {
    let table =
      "<TBL><GR.NOTES><NOTE NOTE.ID=\"E0001\"><P>See shed.</P></NOTE></GR.NOTES><CORPUS>"
      + "<ROW TYPE=\"HEADER\"><CELL COL=\"1\">Kind</CELL><CELL COL=\"2\">Use</CELL></ROW>"
      + "<ROW><CELL COL=\"1\" ROWSPAN=\"2\">Latch<NOTE NOTE.REF=\"E0001\"/></CELL><CELL COL=\"2\">close</CELL></ROW>"
      + "<ROW><CELL COL=\"2\">lock</CELL></ROW><ROW><CELL COL=\"1\"><IE/></CELL><CELL COL=\"2\"><P>swing</P><P>sway</P></CELL></ROW></CORPUS></TBL>"
    let nodes = try Act.nodes(annex: "ANNEX I", table)
    #expect(nodes["annex-i/table-1"]?.text == "Kind | Use")
    #expect(nodes["annex-i/table-1/1"]?.text == "Latch | close")
    #expect(nodes["annex-i/table-1/1"]?.notes == [Property(name: "1", value: "See shed.")])
    #expect(nodes["annex-i/table-1/2"]?.text == "lock")
    #expect(nodes["annex-i/table-1/2"]?.properties == [Property(name: "Kind", value: "Latch")])
    #expect(nodes["annex-i/table-1/3"]?.text == "| swing\nsway")
    #expect(nodes["annex-i/table-1/3"]?.properties == [])
  }

  @Test func namesWhatItDoesNotUnderstandAndKeepsItsText() throws {
    let alinea = "<ALINEA>Gates <SPARKLE>shine</SPARKLE>.<INCL.ELEMENT FILEREF=\"gate.tif\"/></ALINEA>"
    let graph = try Act.imported(["gates.xml": FormexFixture(provisions: Act.article(alinea)).text])
    #expect(try Act.nodes(graph)["3"]?.text == "Gates shine.")
    #expect(
      graph.notUsed.map { $0.what }.filter { $0.hasPrefix("element") } == [
        "element <SPARKLE>", "element <INCL.ELEMENT>",
      ])
    #expect(graph.notUsed.contains { $0.why.contains("gate.tif") })
  }

  @Test func keepsSignaturesAsGuidance() throws {
    let final =
      "<FINAL><P>It binds.</P><SIGNATURE><PL.DATE><P>Done at home.</P></PL.DATE></SIGNATURE></FINAL>"
    let nodes = try FormexFixture(provisions: Act.article("<ALINEA>x</ALINEA>"), final: final).nodes()
    #expect(nodes["final"]?.text == "It binds.\nDone at home.")
    #expect(nodes["final"]?.kind == .guidance)
  }
}
