import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Acts in Akoma Ntoso, and their agreement with Formex.
struct AkomaNtosoTests {
  private typealias Act = AkomaNtosoFixture

  private static func paragraph(_ number: String, _ content: String) -> String {
    "<paragraph><num>\(number)</num>\(content)</paragraph>"
  }

  private static func point(_ number: String, _ text: String) -> String {
    "<point><num>\(number)</num><content><p>\(text)</p></content></point>"
  }

  /// What a node is, for comparison across formats.
  private func described(_ node: CatalogNode) -> String {
    [
      node.local, node.kind.name, node.label, node.title, node.text, node.parent?.local ?? "",
      node.modality?.rawValue ?? "", node.notes.map { "\($0.name)=\($0.value)" }.joined(),
      node.aliases.joined(separator: ","),
    ].joined(separator: " | ")
  }

  @Test func givesEveryProvisionWhatFormexGivesIt() throws {
    let formex = FormexFixture(
      provisions:
        "<DIVISION><TITLE><TI><P>CHAPTER I</P></TI><STI><P>Gates</P></STI></TITLE>"
        + "<ARTICLE IDENTIFIER=\"001\"><TI.ART>Article 1</TI.ART><STI.ART><P>Definitions</P></STI.ART><ALINEA><P>In this Regulation:</P><LIST TYPE=\"ARAB\">\(FormexFixture.item("(1)", "<TXT>‘gate’ means a door;</TXT>"))</LIST></ALINEA></ARTICLE>"
        + "<ARTICLE IDENTIFIER=\"002A\"><TI.ART>Article 2a</TI.ART><STI.ART><P>Hinges</P></STI.ART>"
        + "<PARAG IDENTIFIER=\"002A.001\"><NO.PARAG>1.</NO.PARAG><ALINEA>One<NOTE NOTE.ID=\"E0001\" NUMBER.ORG=\"3\"><P>See there.</P></NOTE>.</ALINEA><ALINEA><P>Two:</P><LIST TYPE=\"alpha\">\(FormexFixture.item("(a)", "<TXT>oak:</TXT><P><LIST><ITEM><NP><NO.P>(i)</NO.P><TXT>old</TXT></NP></ITEM></LIST></P>"))</LIST></ALINEA></PARAG></ARTICLE></DIVISION>",
      preamble:
        "<PREAMBLE><PREAMBLE.INIT><P>THE COUNCIL,</P></PREAMBLE.INIT><GR.VISA><VISA>Having regard to gates,</VISA></GR.VISA><GR.CONSID><GR.CONSID.INIT><P>Whereas:</P></GR.CONSID.INIT><CONSID><NP><NO.P>(1)</NO.P><TXT>Gates open.</TXT></NP></CONSID></GR.CONSID><PREAMBLE.FINAL><P>HAS ADOPTED:</P></PREAMBLE.FINAL></PREAMBLE>",
      final: "<FINAL><P>Done at Bonn.</P></FINAL>")
    let akoma = Act(
      body:
        "<chapter><num>CHAPTER I</num><heading>Gates</heading>"
        + "<article eId=\"art_1\"><num>Article 1</num><heading>Definitions</heading><paragraph><list><intro><p>In this Regulation:</p></intro>\(Self.point("(1)", "‘gate’ means a door;"))</list></paragraph></article>"
        + "<article eId=\"art_2a\"><num>Article 2a</num><heading>Hinges</heading>"
        + "<paragraph eId=\"art_2a__para_1\"><num>1.</num><subparagraph><content><p>One<authorialNote marker=\"3\"><p>See there.</p></authorialNote>.</p></content></subparagraph><list><intro><p>Two:</p></intro><point><num>(a)</num><list><intro><p>oak:</p></intro>\(Self.point("(i)", "old"))</list></point></list></paragraph></article></chapter>",
      preamble:
        "<preamble><formula name=\"x\"><p>THE COUNCIL,</p></formula><citations><citation><p>Having regard to <ref href=\"/x\">gates</ref>,</p></citation></citations><recitals><intro><p>Whereas:</p></intro><recital><num>(1)</num><p>Gates open.</p></recital></recitals><block name=\"x\">HAS ADOPTED:</block></preamble>",
      rest: "<conclusions><p>Done at Bonn.</p></conclusions>")
    let ours = try #require(akoma.imported().catalogs.first)
    let theirs = try #require(FormexFixture.imported(["gates.xml": formex.text]).catalogs.first)
    #expect(ours.nodes.map(described) == theirs.nodes.map(described))
    #expect(ours.nodes.count == 16)
  }

  @Test func readsIdentityDatesAndNotesFromTheMetadata() throws {
    let graph = try Act(body: "<article><num>Article 1</num><content><p>x</p></content></article>")
      .imported(framework: nil)
    let metadata = try #require(graph.catalogs.first?.metadata)
    #expect(metadata.id.description == "eu-32031r0077@2031-05-01")
    #expect(metadata.title == "Regulation on garden gates")
    #expect(metadata.language == "en")
    #expect(metadata.source == "http://data.europa.eu/eli/reg/2031/77/oj")
    #expect(metadata.licence?.contains("2011/833/EU") == true)
    for (name, value) in [
      ("number", "2031/77"), ("legal-value", "REG"), ("celex", "32031R0077"),
      ("document-date", "2031-04-05"), ("publication-date", "2031-05-01"), ("note", "A note."),
      ("framework-named-after", "32031R0077"),
    ] {
      #expect(metadata.properties.contains(Property(name: name, value: value)), "\(name)")
    }
    #expect(graph.notUsed.isEmpty)
  }

  @Test func recognisesAnActByItsCELEXNumber() throws {
    let framework = try #require(FrameworkID("eu-gates"))
    let rule = KnownFrameworks.Rule(
      format: "akoma-ntoso", fact: "celex", equals: "32031R0077", framework: framework,
      licence: "As the rule says", source: "https://example.org/gates")
    let text = Act(body: "<article><num>Article 1</num><content><p>x</p></content></article>").text
    var graph = CrosswalkGraphBuilder()
    try AkomaNtosoImporter(identity: ImportIdentity(), known: KnownFrameworks(rules: [rule])).importCatalog(
      SourceFile(name: "gates.akn", bytes: Array(text.utf8)), limits: .standard, into: &graph)
    let metadata = try #require(graph.catalogs.first?.metadata)
    #expect(metadata.id.framework == framework)
    #expect(metadata.licence == "As the rule says")
    #expect(metadata.source == "https://example.org/gates")
    #expect(!metadata.properties.contains { $0.name == "framework-named-after" })
  }

  @Test func asksForTheFrameworkWhereNoNumberIsPrinted() throws {
    let act = Act(body: "<article><num>Article 1</num><content><p>x</p></content></article>", celex: false)
    let error = try #require(throws: ImportError.self) { try act.imported(framework: nil) }
    #expect(error.reason == .unknownFramework(title: "Regulation on garden gates"))
  }

  @Test func takesThePlaceholderDateOfADraftForNoDate() throws {
    var act = Act(body: "<article><num>Article 1</num><content><p>x</p></content></article>")
    act.date = "2999-01-01"
    let draft = act.text.replacing("<publication date=\"2031-05-01\" name=\"OJ\" number=\"12\"/>", with: "")
    let error = try #require(throws: ImportError.self) { try Act.imported(draft) }
    guard case .invalidValue(_, let place, let hint) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(place == "date of the act" && hint.contains("--revision"))
    #expect(try Act.imported(draft, revision: "draft").catalogs.first?.metadata.asOf == nil)
  }

  @Test func keepsQuotedStructuresApart() throws {
    let quoted =
      "<quotedStructure startQuote=\"‘\" endQuote=\"’\"><paragraph><num>7.</num><content><p>Doors close.</p></content></paragraph></quotedStructure>"
    let nodes = try Act(
      body:
        "<article><num>Article 1</num><paragraph><num>1.</num><content><p><mod>Article 9 of the other act reads: \(quoted)</mod></p></content></paragraph></article>"
    ).nodes()
    #expect(nodes["1(1)"]?.text == "Article 9 of the other act reads:")
    #expect(nodes["1(1)/amendment-1"]?.text == "‘7.\nDoors close.’")
    #expect(nodes["1(1)/amendment-1"]?.kind == .guidance)
    #expect(nodes["1(7)"] == nil)
  }

  @Test func readsAnnexesWithSectionsAndTables() throws {
    let table =
      "<table><caption>Sizes</caption><tr><th>Sort</th><th>Width</th></tr><tr><td rowspan=\"2\">oak</td><td>1 m</td></tr><tr><td>2 m</td></tr></table>"
    let annex =
      "<attachments><attachment><doc name=\"annex\"><meta><identification source=\"#x\"/></meta><preface><p>ANNEX II</p><p>Paint</p></preface><mainBody><section><num>Section A</num><heading>Red</heading>\(Self.point("1.", "bright"))</section>\(table)</mainBody></doc></attachment></attachments>"
    let nodes = try Act(
      body: "<article><num>Article 1</num><content><p>x</p></content></article>", rest: annex
    ).nodes()
    #expect(nodes["annex-ii"]?.title == "Paint")
    #expect(nodes["annex-ii"]?.kind == .control)
    #expect(nodes["annex-ii/section-a"]?.title == "Red")
    #expect(nodes["annex-ii/section-a/1"]?.text == "bright")
    #expect(nodes["annex-ii/table-1"]?.title == "Sizes")
    #expect(nodes["annex-ii/table-1"]?.text == "Sort | Width")
    #expect(nodes["annex-ii/table-1/2"]?.text == "2 m")
    #expect(nodes["annex-ii/table-1/2"]?.properties == [Property(name: "Sort", value: "oak")])
  }

  @Test func readsADocumentCollectionAsAnActWithAnnexes() throws {
    let act = Act(body: "<article><num>Article 1</num><content><p>x</p></content></article>").text
    let parts =
      act.replacing("<act ", with: "<documentCollection name=\"x\"><meta/><collectionBody><component><act ")
      .replacing(
        "</act>",
        with:
          "</act></component><component><doc name=\"annex\"><meta/><preface><p>ANNEX</p></preface><mainBody><p>Blue.</p></mainBody></doc></component></collectionBody></documentCollection>"
      )
    let nodes = try FormexFixture.nodes(Act.imported(parts))
    #expect(nodes["1"]?.text == "x")
    #expect(nodes["annex"]?.text == "Blue.")
  }

  @Test func keepsWhatTheMetadataSaysAboutProvisions() throws {
    let analysis =
      "<analysis source=\"#x\"><activeModifications><textualMod type=\"repeal\"><source href=\"#art_2\"/><destination href=\"/akn/eu/act/reg/2001/5\"/></textualMod></activeModifications><passiveModifications><textualMod type=\"insertion\"><source href=\"/akn/eu/act/reg/2033/9\"/><destination href=\"#art_1__para_1\"/></textualMod><textualMod type=\"substitution\"><source href=\"/y\"/><destination href=\"#art_9\"/></textualMod></passiveModifications></analysis><lifecycle source=\"#x\"/>"
    var act = Act(
      body:
        "<article eId=\"art_1\"><num>Article 1</num><paragraph eId=\"art_1__para_1\"><num>1.</num><content><p>x</p></content></paragraph></article><article eId=\"art_2\" status=\"removed\"><num>Article 2</num><content><p>y</p></content></article>"
    )
    act.analysis = analysis
    let graph = try act.imported()
    let nodes = try FormexFixture.nodes(graph)
    #expect(
      nodes["1(1)"]?.properties == [Property(name: "amended-by", value: "inserted /akn/eu/act/reg/2033/9")])
    #expect(nodes["1"]?.properties == [])
    #expect(nodes["2"]?.properties == [Property(name: "amends", value: "repeal /akn/eu/act/reg/2001/5")])
    #expect(nodes["2"]?.isWithdrawn == true)
    #expect(graph.notUsed.map(\.what) == ["element <lifecycle>", "modification of \"art_9\""])
  }

  @Test func namesWhatItDoesNotKnowOrKeep() throws {
    let graph = try Act(
      body:
        "<article><num>Article 1</num><content><p>See <img src=\"a.png\"/> and <odd>this</odd><del>gone</del>.</p></content></article>"
    ).imported()
    #expect(graph.notUsed.map(\.what) == ["element <del>", "element <img>", "element <odd>"])
    #expect(try FormexFixture.nodes(graph)["1"]?.text == "See and this.")
  }

  @Test(arguments: [
    ("<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"><act/></akomaNtoso>", "unsupported-version"),
    (
      "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><judgment/></akomaNtoso>",
      "not-akoma-ntoso"
    ),
    ("<ACT/>", "not-akoma-ntoso"),
    ("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>", "not-akoma-ntoso"),
    (
      "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act><body/></act></akomaNtoso>",
      "missing-element"
    ),
  ])
  func refusesOtherDocuments(text: String, code: String) throws {
    let error = try #require(throws: ImportError.self) { try Act.imported(text) }
    #expect(error.diagnostic.code == code)
  }

  @Test func refusesTwoArticlesOfOneNumberAtThePlaceOfTheSecond() throws {
    let article = "<article><num>Article 1</num><content><p>x</p></content></article>"
    let act = Act(body: "\n\(article)\n\(article)")
    let error = try #require(throws: ImportError.self) { try act.imported() }
    guard case .duplicateControl(let first) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(error.location.line == first.line + 1)
  }

  @Test func refusesASecondActInOneCollection() throws {
    let text =
      "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><documentCollection><collectionBody><component><act><meta/><preface><p>One</p></preface><body/></act></component><component><act><body/></act></component></collectionBody></documentCollection></akomaNtoso>"
    let error = try #require(throws: ImportError.self) { try Act.imported(text, revision: "r") }
    #expect(error.diagnostic.code == "unexpected-element")
  }

  @Test func failsWhereverItIsCutOff() throws {
    let whole = Act(
      body:
        "<article><num>Article 1</num><paragraph><num>1.</num><content><p>x</p></content></paragraph></article>"
    ).text
    for length in stride(from: 0, to: whole.utf8.count, by: 5) {
      let cut = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
      #expect(throws: ImportError.self, "cut after \(length)") { try Act.imported(cut) }
    }
  }

  @Test(.timeLimit(.minutes(1))) func namesManyPointsOfOneNumberWithoutTryingAllNames() throws {
    let points = String(repeating: Self.point("(a)", "x"), count: 30_000)
    let nodes = try Act(body: "<article><num>Article 1</num><list>\(points)</list></article>").nodes()
    #expect(nodes["1(a)~30000"]?.text == "x")
  }

  @Test func readsDeepListsUpToTheLimitAndRefusesDeeperOnes() throws {
    let deep = { (levels: Int) in
      String(repeating: "<list><point><num>(a)</num>", count: levels)
        + String(repeating: "</point></list>", count: levels)
    }
    let nodes = try Act(body: "<article><num>Article 1</num>\(deep(90))</article>").nodes()
    #expect(nodes["1" + String(repeating: "(a)", count: 90)] != nil)
    #expect(throws: ImportError.self) {
      try Act(body: "<article><num>Article 1</num>\(deep(200))</article>").nodes()
    }
  }
}
