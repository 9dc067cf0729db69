import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Published Akoma Ntoso files against counts and words taken from them by other means.
@Suite(.enabled(if: RealActs.isPresent, "real data absent: ../shared not found"))
struct RealAkomaNtosoTests {
  private func imported(_ name: String) throws -> Catalog {
    var graph = CrosswalkGraphBuilder()
    let identity =
      name == "akn4eu.xml"
      ? ImportIdentity(framework: FrameworkID("eu-draft"), revision: RevisionID("draft")) : ImportIdentity()
    try AkomaNtosoImporter(identity: identity, known: KnownFrameworks(rules: []))
      .importCatalog(RealActs.file("akoma-ntoso/\(name)"), limits: .standard, into: &graph)
    #expect(graph.notUsed.map(\.what) == ["element <references>"])
    return try #require(graph.catalogs.first)
  }

  @Test(arguments: ["32014L0092.akn", "akn4eu.xml"])
  func keepsEveryWordOfRecitalsAndBodyInOrder(name: String) throws {
    var oracle = AkomaNtosoWordsOracle()
    try XMLEventReader().read(RealActs.file("akoma-ntoso/\(name)"), into: &oracle)
    let nodes = try imported(name).nodes.filter {
      !$0.local.hasPrefix("final") && !$0.local.hasPrefix("preamble")
    }
    let kept = FormexWordsOracle.compared(
      nodes.map { ($0.label.hasSuffix("subparagraph") ? "" : $0.label) + $0.title + $0.text }.joined())
    let expected = FormexWordsOracle.compared(oracle.words)
    #expect(expected.count > 10_000)
    #expect(kept == expected)
  }

  @Test(.enabled(if: XPathCounts.isPresent, "no xmllint here"), arguments: ["32014L0092.akn", "akn4eu.xml"])
  func countsProvisionsAsXMLLintDoes(name: String) throws {
    let path = "\(RealActs.folder)/akoma-ntoso/\(name)"
    let catalog = try imported(name)
    let count = { (expression: String) in XPathCounts.number("count(\(expression))", of: path) }
    let counts = CatalogCounts(catalog)
    #expect(counts.controls == count("//*[local-name()=\"article\"]"))
    #expect(counts.recitals == count("//*[local-name()=\"recital\"]"))
    #expect(counts.groups == count("//*[local-name()=\"chapter\"]"))
    let statements = catalog.nodes.filter { $0.kind == .statement }
    #expect(
      statements.count { $0.label.wholeMatch(of: /\d+\./) != nil }
        == count("//*[local-name()=\"paragraph\"][*[local-name()=\"num\"]]"))
    #expect(statements.count { $0.label.hasPrefix("(") } == count("//*[local-name()=\"point\"]"))
    #expect(
      catalog.nodes.reduce(0) { $0 + $1.notes.count } == count("//*[local-name()=\"authorialNote\"]"))
  }

  @Test func describesTheDirective() throws {
    let metadata = try imported("32014L0092.akn").metadata
    #expect(metadata.id.description == "eu-32014l0092@2014-07-23")
    #expect(metadata.title.hasPrefix("Directive 2014/92/EU of the European Parliament"))
    #expect(metadata.source == "http://data.europa.eu/eli/dir/2014/92/oj")
    for (name, value) in [
      ("celex", "32014L0092"), ("number", "2014/92"), ("legal-value", "DIR"),
      ("official-journal", "OJ L 257, 2014, p. 214"), ("document-date", "2014-07-23"),
      ("work-uri", "/akn/eu/act/directive/ep/2014/92/"),
    ] {
      #expect(metadata.properties.contains(Property(name: name, value: value)), "\(name)")
    }
  }

  @Test func describesTheDraft() throws {
    let metadata = try imported("akn4eu.xml").metadata
    #expect(
      metadata.title.hasPrefix("Joint Proposal for a COUNCIL REGULATION concerning restrictive measures"))
    #expect(metadata.properties.contains(Property(name: "procedure", value: "2022/0055 (NLE)")))
    #expect(metadata.properties.contains(Property(name: "document-kind", value: "bill")))
    #expect(metadata.asOf == nil)
  }

  @Test func namesParagraphsAndPointsAsFormexDoes() throws {
    let index = LocalIndex(try imported("32014L0092.akn"))
    for spelling in ["1(6)(a)", "1(6)/2", "2(1)", "10(1)/2(a)", "17(1)(d)(i)", "recital-58", "chapter-vii"] {
      guard case .one = index.match(spelling) else {
        Issue.record("\(spelling): \(index.match(spelling))")
        continue
      }
    }
  }
}
