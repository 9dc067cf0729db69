import CrosswalkModel
import Testing

/// How provisions are named, and what hangs below what.
struct FormexNamesTests {
  private typealias Act = FormexFixture

  @Test func namesParagraphsPointsAndSubpoints() throws {
    let inner = "<P><LIST TYPE=\"roman\">\(Act.item("(i)", "<TXT>of oak</TXT>"))</LIST></P>"
    let list = "<LIST TYPE=\"alpha\">\(Act.item("(a)", "<TXT>posts:</TXT>\(inner)"))</LIST>"
    let paragraph =
      "<PARAG IDENTIFIER=\"003.002\"><NO.PARAG>2.</NO.PARAG><ALINEA><P>Gates have:</P>\(list)</ALINEA></PARAG>"
    let nodes = try FormexFixture(provisions: Act.article(paragraph)).nodes()
    #expect(nodes["3"]?.label == "Article 3")
    #expect(nodes["3"]?.title == "Hinges")
    #expect(nodes["3(2)"]?.text == "Gates have:")
    #expect(nodes["3(2)"]?.label == "2.")
    #expect(nodes["3(2)(a)"]?.parent?.local == "3(2)")
    #expect(nodes["3(2)(a)(i)"]?.text == "of oak")
    #expect(nodes.count == 4)
  }

  @Test func numbersSubparagraphsAndNamesThePointsOfLaterOnesAfterThem() throws {
    let list = "<LIST TYPE=\"alpha\">\(Act.item("(a)", "<TXT>one</TXT>"))</LIST>"
    let other = "<LIST TYPE=\"alpha\">\(Act.item("(a)", "<TXT>two</TXT>"))</LIST>"
    let paragraph =
      "<PARAG><NO.PARAG>1.</NO.PARAG><ALINEA><P>First:</P>\(list)</ALINEA><ALINEA><P>Second:</P>\(other)</ALINEA></PARAG>"
    let nodes = try FormexFixture(provisions: Act.article(paragraph)).nodes()
    #expect(nodes["3(1)"]?.text == "")
    #expect(nodes["3(1)/1"]?.text == "First:")
    #expect(nodes["3(1)/1"]?.label == "first subparagraph")
    #expect(nodes["3(1)(a)"]?.parent?.local == "3(1)/1")
    #expect(nodes["3(1)(a)"]?.aliases == ["3(1)/1(a)"])
    #expect(nodes["3(1)/2(a)"]?.text == "two")
    #expect(nodes["3(1)/2(a)"]?.parent?.local == "3(1)/2")
  }

  @Test func countsWordsAfterAListAsTheNextSubparagraph() throws {
    let list = "<LIST TYPE=\"alpha\">\(Act.item("(a)", "<TXT>one</TXT>"))</LIST>"
    let paragraph =
      "<PARAG><NO.PARAG>1.</NO.PARAG><ALINEA><P>First:</P>\(list)<P>And then.</P></ALINEA></PARAG>"
    let nodes = try FormexFixture(provisions: Act.article(paragraph)).nodes()
    #expect(nodes["3(1)/2"]?.text == "And then.")
    #expect(nodes["3(1)(a)"]?.parent?.local == "3(1)/1")
  }

  @Test func givesAnArticleOfOneAlineaItsTextAndOneOfSeveralItsSubparagraphs() throws {
    let single = Act.article(number: "4a", "<ALINEA>Gates close.</ALINEA>")
    let several = Act.article(number: "5", "<ALINEA>They close.</ALINEA><ALINEA>They open.</ALINEA>")
    let nodes = try FormexFixture(provisions: single + several).nodes()
    #expect(nodes["4a"]?.text == "Gates close.")
    #expect(nodes["5"]?.text == "")
    #expect(nodes["5/2"]?.text == "They open.")
  }

  @Test func countsIndentsAndKeepsListsApartThatRestart() throws {
    let dashes = "<LIST TYPE=\"DASH\"><ITEM><P>red</P></ITEM><ITEM><P>blue</P></ITEM></LIST>"
    let twice = "<LIST TYPE=\"alpha\">\(Act.item("(a)", "<TXT>one</TXT>"))</LIST>"
    let nodes = try FormexFixture(
      provisions: Act.article("<ALINEA><P>Colours:</P>\(dashes)\(twice)\(twice)</ALINEA>")
    ).nodes()
    #expect(nodes["3(-1)"]?.text == "red")
    #expect(nodes["3(-2)"]?.text == "blue")
    #expect(nodes["3(a)"] != nil)
    #expect(nodes["3(a)~2"] != nil)
  }

  @Test func nestsDivisionsAndNamesThemByWordAndNumber() throws {
    let section =
      "<DIVISION><TITLE><TI><P>SECTION\u{A0}2</P></TI><STI><P>Iron</P></STI></TITLE>\(Act.article("<ALINEA>x</ALINEA>"))</DIVISION>"
    let chapter =
      "<DIVISION><TITLE><TI><P>CHAPTER IV</P></TI><STI><P>Parts</P></STI></TITLE>\(section)</DIVISION>"
    let bare =
      "<DIVISION><TITLE><TI><P>Closing words of all</P></TI></TITLE>\(Act.article(number: "4", "<ALINEA>y</ALINEA>"))</DIVISION>"
    let nodes = try FormexFixture(provisions: chapter + bare).nodes()
    #expect(nodes["chapter-iv"]?.title == "Parts")
    #expect(nodes["chapter-iv"]?.kind == .group)
    #expect(nodes["chapter-iv/section-2"]?.label == "SECTION 2")
    #expect(nodes["3"]?.parent?.local == "chapter-iv/section-2")
    #expect(nodes["division-2"]?.title == "Closing words of all")
  }

  @Test func namesPointsOfAnnexesAfterASlashAndSectionsByTheirLetter() throws {
    let list = "<LIST TYPE=\"ARAB\">\(Act.item("1.", "<TXT>lead</TXT>"))</LIST>"
    let sections =
      "<GR.SEQ><TITLE><TI><P>Section\u{A0}A — Old paint</P></TI></TITLE><P>Such as:</P>\(list)</GR.SEQ>"
    let nodes = try Act.nodes(annex: "ANNEX\u{A0}IV", sections)
    #expect(nodes["annex-iv"]?.label == "ANNEX IV")
    #expect(nodes["annex-iv"]?.kind == .control)
    #expect(nodes["annex-iv/section-a"]?.title == "Old paint")
    #expect(nodes["annex-iv/section-a"]?.text == "Such as:")
    #expect(nodes["annex-iv/section-a/1"]?.aliases.contains("annex-iv/a/1") == true)
  }

  @Test func letsADottedNumberReplaceThatOfItsHolder() throws {
    let nested =
      "<GR.SEQ><TITLE><TI><NP><NO.P>3.</NO.P><TXT>Brushes</TXT></NP></TI></TITLE>"
      + "<NP><NO.P>3.1.</NO.P><TXT>Short:</TXT><P><LIST TYPE=\"alpha\">\(Act.item("(a)", "<TXT>bristle</TXT>"))</LIST></P></NP></GR.SEQ>"
    let flat = "<NP><NO.P>4.</NO.P><TXT>Cans</TXT></NP><NP><NO.P>4.1.</NO.P><TXT>Tin</TXT></NP>"
    let nodes = try Act.nodes(annex: "ANNEX II", nested)
    #expect(nodes["annex-ii/3"]?.title == "Brushes")
    #expect(nodes["annex-ii/3.1"]?.parent?.local == "annex-ii/3")
    #expect(nodes["annex-ii/3.1(a)"]?.text == "bristle")
    #expect(try Act.nodes(annex: "ANNEX II", flat)["annex-ii/4.1"]?.parent?.local == "annex-ii/4")
  }

  @Test func keepsPlainParagraphsOfAnnexesApartFromPoints() throws {
    let nodes = try Act.nodes(
      annex: "ANNEX", "<P>One.</P><P>Two:</P><NP><NO.P>2.</NO.P><TXT>Point</TXT></NP>")
    #expect(nodes["annex"]?.label == "ANNEX")
    #expect(nodes["annex/subparagraph-2"]?.text == "Two:")
    #expect(nodes["annex/subparagraph-2/2"]?.text == "Point")
  }

  @Test func letsBlocksOutsideArticlesStandInAControlOfTheirOwn() throws {
    let nodes = try FormexFixture(provisions: "<NP><NO.P>1.</NO.P><TXT>Paint often.</TXT></NP>").nodes()
    #expect(nodes["enacting-terms/1"]?.text == "Paint often.")
    #expect(nodes["enacting-terms/1"]?.aliases.contains("1") == true)
  }

  @Test(arguments: [
    ("ANHANG III", "DE", "annex-iii"), ("III. MELLÉKLET", "HU", "annex-iii"), ("PŘÍLOHA", "CS", "annex"),
  ])
  func namesAnnexesOfOtherLanguagesByTheirNumber(title: String, language: String, local: String) throws {
    let file = FormexFixture.annex(title, "<P>x</P>").replacing("<LG.DOC>EN", with: "<LG.DOC>\(language)")
    let nodes = try Act.nodes(Act.imported(["a.xml": file]))
    #expect(nodes[local] != nil)
  }
}
