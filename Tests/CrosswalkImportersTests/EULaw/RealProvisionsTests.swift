import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Official acts down to their points, against what `xmllint` counts in the files.
@Suite(
  .enabled(
    if: RealActs.isPresent && XPathCounts.isPresent, "real data absent (../shared), or no xmllint here"))
struct RealProvisionsTests {
  private static let acts = [
    ("eidas-consolidated", "CL2014R0910EN0020030.0001.xml"), ("nis2", "L_2022333EN.01008001.xml"),
    ("ai-act", "L_202401689EN.000101.fmx.xml"),
  ]

  /// `005A.001B` as `5a(1b)`.
  private func local(_ identifier: String) -> String {
    let numbers = identifier.split(separator: ".").map { $0.drop { $0 == "0" }.lowercased() }
    return numbers[0] + numbers.dropFirst().map { "(\($0))" }.joined()
  }

  private func catalog(_ folder: String) throws -> Catalog {
    try #require(try RealActs.imported(RealActs.files(in: folder)).catalogs.first)
  }

  @Test(arguments: acts) func findsEveryArticleAndParagraphByItsIdentifier(folder: String, file: String)
    throws
  {
    let path = "\(RealActs.folder)/\(folder)/\(file)"
    let catalog = try catalog(folder)
    let nodes = catalog.nodes.filter { $0.location.file == path }
    let own = "[not(ancestor::QUOT.S)]/@IDENTIFIER"
    let articles = XPathCounts.values("//ENACTING.TERMS//ARTICLE\(own)", of: path).map(local)
    #expect(!articles.isEmpty)
    #expect(nodes.filter { $0.label.hasPrefix("Article ") }.map(\.local) == articles)
    let paragraphs = XPathCounts.values("//ENACTING.TERMS//PARAG\(own)", of: path).map(local)
    let found = nodes.filter { $0.kind == .statement && $0.label.wholeMatch(of: /\d+[a-z]*\.?/) != nil }
      .filter { !$0.local.hasPrefix("annex") }
    #expect(found.map(\.local) == paragraphs)
  }

  @Test(arguments: acts) func findsEveryPoint(folder: String, file: String) throws {
    let path = "\(RealActs.folder)/\(folder)/\(file)"
    let expected = try #require(
      XPathCounts.number("count(//ENACTING.TERMS//ITEM[not(ancestor::QUOT.S)])", of: path))
    let found = try catalog(folder).nodes.filter { node in
      node.location.file == path && !node.local.hasPrefix("annex") && node.kind == .statement
        && (node.label.hasPrefix("(") || node.label == "—")
    }
    #expect(found.count == expected)
  }

  @Test func keepsEveryChangeOfTheConsolidatedActOnWhatItCovers() throws {
    let path = "\(RealActs.folder)/eidas-consolidated/CL2014R0910EN0020030.0001.xml"
    let catalog = try catalog("eidas-consolidated")
    let marks = try #require(XPathCounts.number("count(//processing-instruction(\"CLG.MDFO\"))", of: path))
    let values = catalog.nodes.flatMap { node in
      node.properties.filter { $0.name.hasPrefix("amended") }.map { "\($0.name) \($0.value)" }
    }
    #expect(marks == 97)
    // Each has an act and a location of its own, but for the two that the corrigendum makes in one place.
    #expect(Set(values).count == marks - 1)
    let node = { (local: String) in catalog.nodes.first { $0.local == local } }
    for (local, name, value) in [
      ("5a", "amended-by", "inserted 32024R1183 AR:1;PT:5"),
      ("5a(4)(b)", "amended-by", "inserted 32024R1183 AR:1;PT:5"),
      ("chapter-ii/section-1", "amended-by", "inserted 32024R1183 AR:1;PT:5"),
      ("8(3)/1", "amended-by", "replaced 32024R1183 AR:1;PT:8"),
      ("10", "amended-in-part-by", "replaced 32024R1183 AR:1;PT:10"),
      ("chapter-iii/section-2", "amended-in-part-by", "replaced 32024R1183 AR:1;PT:16"),
      ("annex-v", "amended-by", "inserted 32024R1183 AR:1;PT:53 .AND. AX:V"),
      ("19", "amended-by", "deleted 32022L2555 AR:42"),
    ] {
      #expect(node(local)?.properties.contains(Property(name: name, value: value)) == true, "\(local)")
    }
    #expect(node("8(3)/2")?.properties == [] && node("9")?.properties == [])
  }

  @Test func keepsWhatWasDeletedAsWithdrawn() throws {
    let catalog = try catalog("eidas-consolidated")
    let tops = catalog.nodes.filter { $0.isWithdrawn && $0.parent?.isWithdrawn != true }.map(\.local)
    #expect(
      tops == [
        "12(3)(d)", "12(7)", "17", "18", "19", "24(2)(j)", "25(3)", "27(4)", "35(3)", "37(4)", "41(3)",
        "annex-ii/3",
        "annex-ii/4",
      ])
    #expect(catalog.nodes.filter(\.isWithdrawn).allSatisfy { !$0.requiresSomething && $0.local != "20" })
  }

  @Test func describesTheConsolidatedAct() throws {
    let metadata = try catalog("eidas-consolidated").metadata
    #expect(metadata.id.description == "eu-eidas@2024-10-18")
    #expect(metadata.asOf == CalendarDate("2024-10-18"))
    #expect(metadata.source == "http://data.europa.eu/eli/reg/2014/910/2024-10-18")
    for (name, value) in [
      ("celex", "32014R0910"), ("consolidated-celex", "02014R0910-20241018"), ("number", "910/2014"),
      ("official-journal", "OJ L 257, 28.8.2014, p. 73"), ("document-date", "2014-07-23"),
      ("publication-date", "2014-08-28"), ("amended-by", "32022L2555"), ("amended-by", "32024R1183"),
      ("corrected-by", "32024R1183R(02)"), ("eli", "http://data.europa.eu/eli/reg/2014/910/oj"),
    ] {
      #expect(metadata.properties.contains(Property(name: name, value: value)), "\(name)")
    }
    #expect(
      metadata.properties.contains { $0.name == "consolidation" && $0.value.contains("without legal effect") }
    )
  }

  @Test(arguments: [("eidas-consolidated", "3"), ("nis2", "6"), ("ai-act", "3")])
  func marksDefinedTerms(folder: String, article: String) throws {
    let points = try catalog(folder).nodes.filter { $0.parent?.local == article }
    #expect(points.count > 40)
    #expect(points.allSatisfy { $0.modality == .definition })
  }
}
