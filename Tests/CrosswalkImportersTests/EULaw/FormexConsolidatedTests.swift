import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// How a consolidated act is read: its history, its annexes inside, the changes marked in its text.
struct FormexConsolidatedTests {
  private typealias Act = FormexFixture

  private static func opening(_ id: String, _ action: String, level: String = "STRUCTURE") -> String {
    "<?CLG.MDFO ID=\"O\(id)\" IDREF=\"C\(id)\" ACTION=\"\(action)\" LEVEL=\"\(level)\" ACTIVE.DOC=\"32033R0009\" ACTIVE.LOC=\"AR:1;PT:\(id)\"?>"
  }

  private static func closing(_ id: String) -> String { "<?CLG.MDFC ID=\"C\(id)\" IDREF=\"O\(id)\"?>" }

  private static func text(_ provisions: String, annexes: String = "") -> String {
    let history =
      "<FAM.COMP LEG.VAL=\"REG\"><BIB.DATA><BIB.INSTANCE.CONS><DOCUMENT.REF.CONS><COLL>L</COLL><NO.OJ>12</NO.OJ><PAGE.FIRST>3</PAGE.FIRST></DOCUMENT.REF.CONS><DATE ISO=\"20310501\"/><NO.DOC FORMAT=\"NY\"><NO.CURRENT>77</NO.CURRENT><YEAR>2031</YEAR></NO.DOC></BIB.INSTANCE.CONS><NO.CELEX>32031R0077</NO.CELEX><DATE ISO=\"20310405\"/></BIB.DATA><GR.MOD.ACT><MOD.ACT><BIB.DATA><NO.CELEX>32033R0009</NO.CELEX></BIB.DATA></MOD.ACT></GR.MOD.ACT></FAM.COMP>"
    return
      "<CONS.ACT><INFO.CONSLEG START.DATE=\"20330701\"/><INFO.PROD/><CONS.DOC><BIB.INSTANCE><DATE ISO=\"20330701\"/><LG.DOC>EN</LG.DOC></BIB.INSTANCE>\(history)<TITLE><TI><P>Regulation (EU) No 77/2031 on gates</P></TI></TITLE><ENACTING.TERMS>\(provisions)</ENACTING.TERMS>\(annexes)</CONS.DOC></CONS.ACT>"
  }

  private func nodes(_ provisions: String, annexes: String = "") throws -> [String: CatalogNode] {
    try Act.nodes(Act.imported(["gates.xml": Self.text(provisions, annexes: annexes)]))
  }

  @Test func isARevisionNamedByItsDayOfTheActItConsolidates() throws {
    let file = SourceFile(
      name: "gates.xml", bytes: Array(Self.text(Act.article("<ALINEA>x</ALINEA>")).utf8))
    var graph = CrosswalkGraphBuilder()
    try FormexImporter(identity: ImportIdentity(), known: KnownFrameworks(rules: []))
      .importCatalog(file, limits: .standard, into: &graph)
    let metadata = try #require(graph.catalogs.first?.metadata)
    #expect(metadata.id.description == "eu-32031r0077@2033-07-01")
    #expect(metadata.properties.contains(Property(name: "framework-named-after", value: "32031R0077")))
    #expect(metadata.properties.contains(Property(name: "consolidated-celex", value: "02031R0077-20330701")))
    #expect(metadata.properties.contains(Property(name: "amended-by", value: "32033R0009")))
    #expect(
      metadata.properties.contains(Property(name: "official-journal", value: "OJ L 12, 1.5.2031, p. 3")))
    #expect(graph.notUsed.isEmpty)
  }

  @Test func marksEverythingThatBeginsInsideAChange() throws {
    let list = "<LIST>\(Act.item("(a)", "<TXT>oak</TXT>"))</LIST>"
    let new = Act.article(number: "3a", "<ALINEA><P>New:</P>\(list)</ALINEA>")
    let nodes = try nodes(
      Act.article("<ALINEA>Old.</ALINEA>") + Self.opening("1", "INSERTED") + new + Self.closing("1")
        + Act.article(number: "4", "<ALINEA>Last.</ALINEA>"))
    let fact = Property(name: "amended-by", value: "inserted 32033R0009 AR:1;PT:1")
    #expect(nodes["3a"]?.properties == [fact])
    #expect(nodes["3a(a)"]?.properties == [fact])
    #expect(nodes["3"]?.properties == [] && nodes["4"]?.properties == [])
  }

  @Test func marksTheProvisionAroundAChangeOfItsHeadingAsChangedInPart() throws {
    let article =
      "<ARTICLE><TI.ART>Article 3</TI.ART>\(Self.opening("2", "REPLACED"))<STI.ART>Locks</STI.ART>\(Self.closing("2"))<ALINEA>x</ALINEA></ARTICLE>"
    let node = try #require(try nodes(article)["3"])
    #expect(node.properties == [Property(name: "amended-in-part-by", value: "replaced 32033R0009 AR:1;PT:2")])
  }

  @Test func keepsDeletedPointsAsWithdrawnAndDeletedWordsOutOfTheText() throws {
    let list =
      "<LIST>\(Self.opening("3", "DELETED"))\(Act.item("(a)", "<TXT>rust</TXT>"))\(Self.closing("3"))\(Act.item("(b)", "<TXT>oak</TXT>"))</LIST>"
    let words =
      "<P>Gates \(Self.opening("4", "DELETED", level: "TEXT"))and doors \(Self.closing("4"))have:</P>"
    let nodes = try nodes(Act.article("<ALINEA>\(words)\(list)</ALINEA>"))
    #expect(nodes["3(a)"]?.isWithdrawn == true)
    #expect(nodes["3(a)"]?.text == "rust")
    #expect(nodes["3(b)"]?.isWithdrawn == false)
    #expect(nodes["3"]?.text == "Gates have:")
    #expect(
      nodes["3"]?.properties
        == [Property(name: "amended-in-part-by", value: "deleted 32033R0009 AR:1;PT:4 \"and doors\"")])
  }

  @Test func readsTheAnnexesInside() throws {
    let annex = { (number: String, content: String) in
      "<CONS.ANNEX><TITLE><TI><P>ANNEX \(number)</P></TI></TITLE><CONTENTS>\(content)</CONTENTS></CONS.ANNEX>"
    }
    let titled =
      "<GR.SEQ><TITLE><TI><P>Colours of gates</P></TI></TITLE><NP><NO.P>1.</NO.P><TXT>red</TXT></NP></GR.SEQ>"
    let nodes = try nodes(
      Act.article("<ALINEA>x</ALINEA>"), annexes: annex("I", titled) + annex("II", "<P>Plain.</P>"))
    #expect(nodes["annex-i"]?.title == "Colours of gates")
    #expect(nodes["annex-i/1"]?.text == "red")
    #expect(nodes["annex-ii"]?.text == "Plain.")
  }

  @Test func namesChangesThatDoNotEndOrNeverBegan() throws {
    let text = Self.text(
      Self.opening("5", "INSERTED") + Act.article("<ALINEA>x</ALINEA>") + Self.closing("6"))
    let graph = try Act.imported(["gates.xml": text])
    #expect(graph.notUsed.map(\.why).sorted() == ["its end is missing", "no open change is called so"])
    let place = try Act.place(of: "<?CLG.MDFC", in: text, file: "gates.xml")
    #expect(graph.notUsed.map(\.location).contains(place))
  }

  @Test func refusesAChangeThatDoesNotSayWhatWasDone() throws {
    let text = Self.text(Self.opening("7", "MOVED") + Act.article("<ALINEA>x</ALINEA>"))
    let error = try #require(throws: ImportError.self) { try Act.imported(["gates.xml": text]) }
    #expect(
      error.reason == .invalidValue("MOVED", of: "ACTION", allowed: "INSERTED, REPLACED, DELETED"))
    #expect(try error.location == Act.place(of: "<?CLG.MDFO", in: text, file: "gates.xml"))
  }

  @Test func boundsHowManyChangesAreOpen() throws {
    let marks = (0..<33).map { Self.opening("\($0)", "INSERTED") }.joined()
    let text = Self.text(marks + Act.article("<ALINEA>x</ALINEA>"))
    #expect(throws: ImportError.self) { try Act.imported(["gates.xml": text]) }
  }

  @Test func refusesAnEmptyConsolidatedAct() throws {
    let error = try #require(throws: ImportError.self) { try Act.imported(["n.xml": "<CONS.ACT/>"]) }
    #expect(error.reason == .missingElement("TITLE", in: "CONS.ACT"))
  }

  @Test func saysWhichOtherRootsHoldNoAct() throws {
    let error = try #require(throws: ImportError.self) { try Act.imported(["n.xml": "<GENERAL/>"]) }
    guard case .notThisFormat(_, let found) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(found.contains("without articles"))
  }

  @Test func failsOrSucceedsWherEverItIsCutOff() throws {
    let whole = Self.text(
      Self.opening("8", "INSERTED") + Act.article("<ALINEA>x</ALINEA>") + Self.closing("8"))
    for length in stride(from: 0, to: whole.utf8.count, by: 7) {
      let cut = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
      #expect(throws: ImportError.self, "cut after \(length)") { try Act.imported(["gates.xml": cut]) }
    }
  }
}
