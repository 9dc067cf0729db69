import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Which files make one act, and what is said when some are missing.
struct FormexGatheringTests {
  private typealias Act = FormexFixture

  private static let act = FormexFixture(provisions: Act.article("<ALINEA>x</ALINEA>")).text
  private static let first = Act.annex("ANNEX I", sequence: "0001.0001", "<P>one</P>")
  private static let second = Act.annex("ANNEX II", sequence: "0001.0002", "<P>two</P>")
  private static let document = Act.document("gates.xml", annexes: ["b.xml", "a.xml"])

  private func controls(_ graph: CrosswalkGraphBuilder) -> [String] {
    graph.catalogs.flatMap { $0.nodes.filter { $0.kind == .control }.map(\.local) }
  }

  @Test func readsThePartsInTheOrderOfTheList() throws {
    let graph = try Act.imported([
      "a.xml": Self.first, "b.xml": Self.second, "gates.xml": Self.act, "gates.doc.xml": Self.document,
    ])
    #expect(controls(graph) == ["3", "annex-ii", "annex-i"])
    #expect(graph.notUsed.isEmpty)
    let catalog = try #require(graph.catalogs.first)
    #expect(catalog.files == ["gates.xml", "b.xml", "a.xml"])
    #expect(catalog.metadata.id.description == "gates@2031-05-01")
    #expect(catalog.metadata.properties.contains(Property(name: "celex", value: "32031R0077")))
  }

  @Test func putsAnActAndItsAnnexesTogetherWithoutTheirList() throws {
    let graph = try Act.imported(["a.xml": Self.second, "b.xml": Self.first, "gates.xml": Self.act])
    #expect(controls(graph) == ["3", "annex-i", "annex-ii"])
    #expect(graph.catalogs.first?.metadata.id.revision.rawValue == "2031-04-05")
    #expect(graph.notUsed.map { $0.what } == ["document gates.doc.xml"])
  }

  @Test func saysThatTheListIsMissingWhereItIsNamed() throws {
    let graph = try Act.imported(["gates.xml": Self.act])
    #expect(
      try graph.notUsed.first?.location == Act.place(of: "<DOCUMENT.REF", in: Self.act, file: "gates.xml"))
  }

  @Test func refusesAListWhosePartIsMissingAtItsPlace() throws {
    let error = try #require(throws: ImportError.self) {
      try Act.imported(["gates.doc.xml": Self.document, "gates.xml": Self.act, "b.xml": Self.second])
    }
    #expect(error.reason == .missingPart("a.xml"))
    #expect(
      try error.location
        == Act.place(of: "<REF.PHYS FILE=\"a.xml\"", in: Self.document, file: "gates.doc.xml"))
  }

  @Test func refusesAnAnnexAloneUnlessItsFrameworkIsNamed() throws {
    let error = try #require(throws: ImportError.self) {
      try Act.imported(["a.xml": Self.first], framework: nil)
    }
    guard case .unknownFramework(let title) = error.reason else {
      Issue.record("unexpected: \(error.reason)")
      return
    }
    #expect(title.contains("annex without its act"))
    #expect(try controls(Act.imported(["a.xml": Self.first])) == ["annex-i"])
  }

  @Test func recognisesAnActByItsNumberAndRefusesAnUnknownOne() throws {
    let error = try #require(throws: ImportError.self) {
      try Act.imported(["gates.xml": Self.act], framework: nil)
    }
    #expect(error.reason == .unknownFramework(title: "Regulation (EU) 2031/77 on garden gates"))
    #expect(error.exitStatus == .usage)
    let gates = try #require(FrameworkID("eu-gates"))
    let known = KnownFrameworks(rules: [
      .init(format: "formex", fact: "number", equals: "2031/77", framework: gates)
    ])
    var graph = CrosswalkGraphBuilder()
    try FormexImporter(identity: ImportIdentity(), known: known)
      .importCatalog(SourceFile(name: "g.xml", bytes: Array(Self.act.utf8)), limits: .standard, into: &graph)
    #expect(graph.catalogs.first?.framework == gates)
  }

  @Test func takesAnotherLanguageAsAFrameworkOfItsOwn() throws {
    let french = FormexFixture(provisions: Act.article("<ALINEA>x</ALINEA>"), language: "FR").text
    let gates = try #require(FrameworkID("eu-gates"))
    let known = KnownFrameworks(rules: [
      .init(format: "formex", fact: "number", equals: "2031/77", framework: gates)
    ])
    var graph = CrosswalkGraphBuilder()
    try FormexImporter(identity: ImportIdentity(), known: known)
      .importCatalog(SourceFile(name: "g.xml", bytes: Array(french.utf8)), limits: .standard, into: &graph)
    #expect(graph.catalogs.first?.framework.rawValue == "eu-gates-fr")
    #expect(graph.catalogs.first?.metadata.language == "fr")
  }

  @Test func followsATableOfContents() throws {
    let contents =
      "<PUBLICATION><OJ><VOLUME><SECTION><ITEM.PUB DOC.INSTANCE=\"gates.doc.xml\"/><ITEM.PUB DOC.INSTANCE=\"b.doc.xml\"/>"
      + "</SECTION></VOLUME></OJ></PUBLICATION>"
    let graph = try Act.imported([
      "gates.toc.xml": contents, "gates.doc.xml": Act.document("gates.xml", annexes: []),
      "gates.xml": Self.act,
    ])
    #expect(controls(graph) == ["3"])
    #expect(graph.notUsed.map { $0.what } == ["document b.doc.xml"])
    let error = try #require(throws: ImportError.self) { try Act.imported(["gates.toc.xml": contents]) }
    #expect(error.reason == .missingPart("gates.doc.xml"))
  }

  @Test(arguments: ["<GENERAL/>", "<book/>", "<ACT xmlns=\"urn:x\"/>"])
  func refusesOtherRoots(text: String) throws {
    let error = try #require(throws: ImportError.self) { try Act.imported(["x.xml": "\n " + text]) }
    guard case .notThisFormat = error.reason else {
      Issue.record("unexpected: \(error.reason)")
      return
    }
    #expect(error.location == CrosswalkModel.SourceLocation(file: "x.xml", line: 2, column: 2))
  }

  @Test func reportsTheSecondOfTwoArticlesWithOneNumber() throws {
    let article = Act.article("<ALINEA>x</ALINEA>")
    let text = FormexFixture(provisions: article + "\n" + article).text
    let error = try #require(throws: ImportError.self) { try Act.imported(["gates.xml": text]) }
    #expect(error.location == CrosswalkModel.SourceLocation(file: "gates.xml", line: 2, column: 1))
    #expect(error.control == "3")
    guard case .duplicateControl(let first) = error.reason else {
      Issue.record("unexpected: \(error.reason)")
      return
    }
    #expect(first.line == 1)
  }

  @Test func reportsBrokenXMLAtItsPlace() throws {
    let error = try #require(throws: ImportError.self) {
      try Act.imported(["gates.xml": "<ACT>\n<TITLE></ACT>"])
    }
    #expect(error.location.line == 2)
  }
}
