import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Official acts against counts and words taken from the files by other means.
@Suite(.enabled(if: RealActs.isPresent, "real data absent: ../shared not found"))
struct RealActsTests {
  private func oracle(_ file: SourceFile) throws -> FormexWordsOracle {
    var oracle = FormexWordsOracle()
    try XMLEventReader().read(file, into: &oracle)
    return oracle
  }

  private func words(_ nodes: [CatalogNode]) -> String {
    nodes.map { node in
      // Names of our own, which no file prints.
      let isOurs = node.label.hasSuffix("subparagraph") || node.label == "amendment text"
      return (isOurs ? "" : node.label) + node.title + node.text
    }.joined()
  }

  @Test(arguments: [("ai-act", 113, 13, 180), ("nis2", 46, 3, 144), ("eidas-consolidated", 85, 7, 0)])
  func countsArticlesAnnexesAndRecitals(folder: String, articles: Int, annexes: Int, recitals: Int) throws {
    let graph = try RealActs.imported(RealActs.files(in: folder))
    let catalog = try #require(graph.catalogs.first)
    let counts = CatalogCounts(catalog)
    #expect(graph.catalogs.count == 1)
    #expect(counts.controls == articles + annexes)
    #expect(catalog.nodes.count { $0.local.wholeMatch(of: /annex-[ivx]+/) != nil } == annexes)
    #expect(counts.recitals == recitals)
    #expect(graph.notUsed == [])
    let oracles = try catalog.files.map { try oracle(SourceFile(path: $0)) }
    #expect(oracles.map(\.articles).reduce(0, +) == articles)
    #expect(oracles.map(\.recitals).reduce(0, +) == recitals)
  }

  @Test(arguments: ["ai-act", "nis2", "eidas-consolidated"])
  func keepsEveryWordOfRecitalsArticlesAndAnnexesInOrder(folder: String) throws {
    let catalog = try #require(try RealActs.imported(RealActs.files(in: folder)).catalogs.first)
    for file in catalog.files {
      let nodes = catalog.nodes.filter { node in
        node.location.file == file && node.local != "final" && !node.local.hasPrefix("preamble")
      }
      let expected = FormexWordsOracle.compared(try oracle(SourceFile(path: file)).words)
      let kept = FormexWordsOracle.compared(words(nodes))
      #expect(kept.utf8.count == expected.utf8.count, "\(file)")
      let common = zip(kept, expected).prefix { $0 == $1 }.count
      #expect(
        kept == expected,
        "\(file): kept …\(kept.dropFirst(common - 30).prefix(90)), expected …\(expected.dropFirst(common - 30).prefix(90))"
      )
    }
  }

  @Test(arguments: [("ai-act", "doc"), ("ai-act", "toc"), ("ai-act", "000101")])
  func findsTheWholeActFromOneOfItsFiles(folder: String, part: String) throws {
    let file = RealActs.file("\(folder)/L_202401689EN.\(part).fmx.xml")
    let graph = try RealActs.imported([file])
    #expect(graph.catalogs.map { CatalogCounts($0).controls } == [126])
    #expect(graph.notUsed == [])
  }

  @Test func readsTheZipAsTheLooseFiles() throws {
    let zip = RealActs.file("ai-act/eu_ai_act_32024R1689_fmx4_2026-07-08.zip")
    let packed = try #require(try RealActs.imported([zip]).catalogs.first)
    let loose = try #require(try RealActs.imported(RealActs.files(in: "ai-act")).catalogs.first)
    #expect(packed.metadata == loose.metadata)
    #expect(packed.nodes.map(\.local) == loose.nodes.map(\.local))
    #expect(packed.nodes.map(\.text) == loose.nodes.map(\.text))
    #expect(packed.files.allSatisfy { $0.contains(".zip!") })
  }

  @Test func givesArticlesWithoutParagraphsTheirOwnText() throws {
    let files = RealActs.files(in: "ai-act")
    let catalog = try #require(try RealActs.imported(files).catalogs.first)
    // Five more articles have no paragraph but those that they insert into other acts.
    #expect(try files.map { try oracle($0).articlesWithoutParagraph }.reduce(0, +) == 14)
    let without = catalog.nodes.filter { node in
      node.label.hasPrefix("Article ") && !node.children.contains { $0.label.wholeMatch(of: /\d+\./) != nil }
    }
    #expect(without.count == 19)
    #expect(["3", "4", "16", "85", "113"].allSatisfy { local in without.contains { $0.local == local } })
  }

  @Test func describesTheAIAct() throws {
    let catalog = try #require(try RealActs.imported(RealActs.files(in: "ai-act")).catalogs.first)
    let metadata = catalog.metadata
    #expect(metadata.id.description == "eu-ai-act@2024-07-12")
    #expect(metadata.asOf == CalendarDate("2024-07-12"))
    #expect(metadata.language == "en")
    #expect(
      metadata.title.hasPrefix(
        "Regulation (EU) 2024/1689 of the European Parliament and of the Council of 13 June 2024"))
    #expect(metadata.source == "http://data.europa.eu/eli/reg/2024/1689/oj")
    #expect(metadata.properties.contains(Property(name: "celex", value: "32024R1689")))
    #expect(
      metadata.properties.contains(Property(name: "official-journal", value: "OJ L, 2024/1689, 12.7.2024")))
  }

  @Test func describesNIS2() throws {
    let metadata = try #require(try RealActs.imported(RealActs.files(in: "nis2")).catalogs.first).metadata
    #expect(metadata.id.description == "eu-nis2@2022-12-27")
    #expect(metadata.source == "http://data.europa.eu/eli/dir/2022/2555/oj")
    #expect(metadata.properties.contains(Property(name: "celex", value: "32022L2555")))
    #expect(
      metadata.properties.contains(Property(name: "official-journal", value: "OJ L 333, 27.12.2022, p. 80")))
  }

  @Test func givesEveryProvisionOfTheAIActItsName() throws {
    let catalog = try #require(try RealActs.imported(RealActs.files(in: "ai-act")).catalogs.first)
    let index = LocalIndex(catalog)
    for (spelling, local) in [
      ("Article 9(2)(a)", "9(2)(a)"), ("art_16", "16"), ("43(1)/1(a)", "43(1)(a)"),
      ("43(1)/2(a)", "43(1)/2(a)"),
      ("13(3)(b)(vii)", "13(3)(b)(vii)"), ("Annex IV", "annex-iv"), ("Annex IV point 2(a)", "annex-iv/2(a)"),
      ("annex-viii/a/1", "annex-viii/section-a/1"),
      ("Annex VIII Section B point 3", "annex-viii/section-b/3"),
      ("annex-vii/4.3", "annex-vii/4.3"), ("annex-xi/section-2/1", "annex-xi/section-2/1"),
      ("annex-x/1(a)", "annex-x/1(a)"), ("CHAPTER III", "chapter-iii"),
      ("chapter iii section 2", "chapter-iii/section-2"),
      ("recital-12", "recital-12"), ("22(3)/2", "22(3)/2"), ("annex-iii/1(a)/2", "annex-iii/1(a)/2"),
    ] {
      guard case .one(let found) = index.match(spelling) else {
        Issue.record("\(spelling): \(index.match(spelling))")
        continue
      }
      #expect(catalog[found].local == local)
    }
    #expect(Set(catalog.nodes.map(\.local)).count == catalog.nodes.count)
    #expect(catalog.nodes.count { $0.kind == .group } == 29)
    #expect(catalog.nodes.filter { $0.modality == .definition && $0.parent?.local == "3" }.count == 68)
    #expect(catalog.nodes.filter { $0.kind == .guidance && $0.label == "amendment text" }.count == 14)
  }
}
