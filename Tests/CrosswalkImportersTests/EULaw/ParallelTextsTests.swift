import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// One act in several languages: one framework, and the words of the others beside those of the first.
struct ParallelTextsTests {
  private typealias Act = FormexFixture

  private struct Words {
    let language: String
    let chapter: String
    let article: String
    let section: String
    let annex: String
    let gate: String
    var further = ""

    var act: String {
      let provision =
        "<DIVISION><TITLE><TI><P>\(chapter) II</P></TI><STI><P>\(gate)</P></STI></TITLE><ARTICLE IDENTIFIER=\"001\"><TI.ART>\(article)</TI.ART><STI.ART><P>\(gate)</P></STI.ART><PARAG IDENTIFIER=\"001.001\"><NO.PARAG>(1)</NO.PARAG><ALINEA><P>\(gate) 1:</P><LIST>\(Act.item("a)", "<TXT>\(gate) a</TXT>"))\(further)</LIST></ALINEA></PARAG></ARTICLE></DIVISION>"
      return FormexFixture(
        provisions: provision, title: "<TI><P>\(gate) 2031/77</P></TI>", language: language
      ).text
    }

    var annexText: String {
      let content =
        "<GR.SEQ><TITLE><TI><P>\(section) A</P></TI><STI><P>\(gate)</P></STI></TITLE><NP><NO.P>1.</NO.P><TXT>\(gate) A1</TXT></NP></GR.SEQ><P>\(gate) last</P>"
      return Act.annex("\(annex) I", title: gate, content).replacing(
        "<LG.DOC>EN</LG.DOC>", with: "<LG.DOC>\(language)</LG.DOC>")
    }
  }

  private static let english = Words(
    language: "EN", chapter: "CHAPTER", article: "Article 1", section: "Section", annex: "ANNEX", gate: "gate"
  )
  private static let german = Words(
    language: "DE", chapter: "KAPITEL", article: "Artikel 1", section: "Abschnitt", annex: "ANHANG",
    gate: "Tor", further: Act.item("b)", "<TXT>Zaun</TXT>"))
  private static let french = Words(
    language: "FR", chapter: "CHAPITRE", article: "Article premier", section: "Section", annex: "ANNEXE",
    gate: "portail")

  private func imported(_ words: [Words]) throws -> CrosswalkGraphBuilder {
    let files = words.flatMap { words in
      [("\(words.language).xml", words.act), ("\(words.language)-annex.xml", words.annexText)].map {
        SourceFile(name: $0.0, bytes: Array($0.1.utf8))
      }
    }
    let groups = FormexPublication.languageGroups(try FormexPublication.publications(in: files))
    #expect(groups.count == 1)
    var graph = CrosswalkGraphBuilder()
    let importer = FormexImporter(
      identity: ImportIdentity(framework: FrameworkID("gates")), known: KnownFrameworks(rules: []))
    for group in groups {
      try importer.importCatalog(
        group[0], parallels: Array(group.dropFirst()), limits: .standard, into: &graph)
    }
    return graph
  }

  @Test func putsTheWordsOfOtherLanguagesBesideTheEnglishOnes() throws {
    let graph = try imported([Self.german, Self.english, Self.french])
    #expect(graph.catalogs.count == 1)
    let nodes = try Act.nodes(graph)
    let value = { (local: String, name: String) in
      nodes[local]?.properties.first { $0.name == name }?.value
    }
    #expect(nodes["1"]?.label == "Article 1")
    #expect(value("1", "label:de") == "Artikel 1")
    #expect(value("1", "label:fr") == "Article premier")
    #expect(value("1(1)", "text:de") == "Tor 1:")
    #expect(value("1(1)(a)", "text:fr") == "portail a")
    #expect(value("chapter-ii", "label:de") == "KAPITEL II")
    #expect(value("chapter-ii", "title:fr") == "portail")
    #expect(value("annex-i", "label:de") == "ANHANG I")
    #expect(value("annex-i/section-a", "label:de") == "Abschnitt A")
    #expect(value("annex-i/section-a/1", "text:de") == "Tor A1")
    let metadata = try #require(graph.catalogs.first?.metadata)
    #expect(metadata.language == "en")
    #expect(
      metadata.properties.filter { $0.name == "parallel-language" }.map(\.value).sorted() == ["de", "fr"])
  }

  @Test func namesProvisionsThatOneLanguageLacks() throws {
    var short = Self.french
    short.further = Act.item("c)", "<TXT>haie</TXT>")
    let notUsed = try imported([Self.english, Self.german, short]).notUsed.filter {
      $0.what.contains("provision")
    }
    #expect(notUsed.map(\.what) == ["provision 1(1)(b)", "provision 1(1)(c)"])
    #expect(notUsed.map(\.location.file) == ["DE.xml", "FR.xml"])
    var longer = Self.english
    longer.further = Act.item("(d)", "<TXT>hedge</TXT>")
    let missing = try imported([longer, Self.french]).notUsed.filter { $0.what.contains("provision") }
    #expect(missing.map(\.what) == ["provision 1(1)(d)"])
    #expect(missing.map(\.location.file) == ["EN.xml"])
    #expect(missing.first?.why.contains("\"fr\"") == true)
  }

  @Test func keepsOneLanguageAloneAsAFrameworkOfItsOwn() throws {
    let known = KnownFrameworks(
      rules: [FrameworkID("eu-gates")].compactMap(\.self).map {
        .init(format: "formex", fact: "number", equals: "2031/77", framework: $0)
      })
    var graph = CrosswalkGraphBuilder()
    try FormexImporter(identity: ImportIdentity(), known: known).importCatalog(
      SourceFile(name: "de.xml", bytes: Array(Self.german.act.utf8)), limits: .standard, into: &graph)
    let metadata = try #require(graph.catalogs.first?.metadata)
    #expect(metadata.id.framework.description == "eu-gates-de")
    #expect(metadata.properties.contains(Property(name: "language-version-of", value: "eu-gates")))
  }

  @Test func keepsTwoTextsInOneLanguageApart() throws {
    let file = { (name: String) in SourceFile(name: name, bytes: Array(Self.english.act.utf8)) }
    let publications = try FormexPublication.publications(in: [file("a/x.xml"), file("b/x.xml")])
    #expect(FormexPublication.languageGroups(publications).map(\.count) == [1, 1])
  }
}
