import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Tables as their publishers give them; the counts are those of the publications.
@Suite(
  .enabled(if: RealData.isPresent, "publishers' tables absent: ../shared not found"))
struct PublishersTablesTests {
  private func read(_ path: String, as expected: String) throws -> (catalog: Catalog, notUsed: [NotUsed]) {
    let file = RealData.file(path)
    guard
      case .catalogTable(let profile) = try FormatDetection.detect(file, profiles: TableFixtures.profiles())
    else {
      throw ImportError(
        .malformedProfile("no catalog"), at: CrosswalkModel.SourceLocation(file: path, line: 1, column: 1))
    }
    #expect(profile.name == expected)
    return try TableFixtures.catalog(file, profile, framework: nil, revision: nil)
  }

  @Test func readsTheControlCatalogOf80053() throws {
    let (catalog, notUsed) = try read(
      "nist-csv/NIST_SP-800-53_rev5_catalog_load.csv", as: "nist-sp-800-53-r5")
    let counts = CatalogCounts(catalog)
    #expect(counts.groups == 20)
    #expect(counts.controls == 1189)
    #expect(counts.withdrawn == 182)
    #expect(try catalog.node("AC-2").text.hasPrefix("a. Define and document the types of accounts"))
    #expect(try catalog.node("AC-2(1)").parent?.local == "AC-2")
    #expect(try catalog.node("CP-10(3)").isWithdrawn)
    #expect(try catalog.node("SC-19").isWithdrawn)
    #expect(catalog.nodes.allSatisfy { $0.kind != .group || !$0.title.isEmpty })
    #expect(notUsed.isEmpty)
  }

  @Test func readsTheSubcategoriesOfTheAIRMF() throws {
    let (catalog, notUsed) = try read(
      "nist-csv/ai-rmf/ai-rmf-1.0-subcategories.csv", as: "nist-ai-rmf-subcategories")
    #expect(CatalogCounts(catalog).groups == 4 + 19)
    #expect(CatalogCounts(catalog).controls == 72)
    // The table of the data set lost these.
    #expect(
      notUsed.map(\.what)
        == ["GOVERN 6.2", "MAP 4.2", "MAP 5.1", "MEASURE 3.2", "MANAGE 1.1", "GOVERN 4"].map {
          "text of \($0)"
        })
    #expect(notUsed.dropLast().allSatisfy { $0.why == "it has no text" })
    // Known to be cut, which no rule can see: its text would pass for a whole one.
    #expect(notUsed.last?.why.contains("cuts the sentence") == true)
    #expect(notUsed.first?.location.line == 20)
    let bundled = try BundledContentTests.bundled("nist-ai-rmf-1.0")
    #expect(catalog.metadata.id == bundled.metadata.id)
    #expect(Set(catalog.nodes.map(\.local)) == Set(bundled.nodes.map(\.local)))
    #expect(
      Set(catalog.nodes.map { "\($0.local)<\($0.parent?.local ?? "")" })
        == Set(bundled.nodes.map { "\($0.local)<\($0.parent?.local ?? "")" }))
  }

  @Test func readsThePlaybookThatLiesOnItsSide() throws {
    let (catalog, notUsed) = try read("nist-csv/ai-rmf/nist_ai_rmf_playbook.csv", as: "nist-ai-rmf-playbook")
    #expect(CatalogCounts(catalog).groups == 4 + 19)
    #expect(CatalogCounts(catalog).controls == 72)
    // Its list ends with a comma.
    #expect(notUsed.map(\.what) == ["text of MEASURE 2.4"])
  }

  @Test func readsTheCybersecurityFramework() throws {
    let (catalog, notUsed) = try read("nist-csv/csf/csf-2.0.csv", as: "nist-csf-2.0")
    let subcategories = catalog.nodes.filter { $0.kind == .control }
    #expect(subcategories.filter { !$0.isWithdrawn }.count == 106)
    #expect(subcategories.filter(\.isWithdrawn).count == 79)
    let groups = catalog.nodes.filter { $0.kind == .group }
    #expect(groups.filter { $0.parent == nil }.count == 6)
    #expect(groups.filter { $0.parent != nil && !$0.isWithdrawn }.count == 22)
    #expect(notUsed.isEmpty)
  }

  @Test func readsTheActionsOfTheGenerativeAIProfile() throws {
    let (catalog, notUsed) = try read(
      "nist-csv/ai-600-1/ai-600-1-1.0-actions.csv", as: "nist-ai-600-1-actions")
    #expect(CatalogCounts(catalog).controls == 212)
    #expect(try catalog.node("GV4.3--001").parent?.local == "GOVERN 4.3")
    #expect(catalog.nodes.filter { $0.parent == nil }.map(\.local) == ["GOVERN", "MAP", "MEASURE", "MANAGE"])
    #expect(notUsed.isEmpty)
  }

  @Test func readsTheSameActionsWithIdentifierAndTextInOneCell() throws {
    let (catalog, notUsed) = try read(
      "nist-csv/ai-600-1/ai-600-1-1.0-processed.csv", as: "nist-ai-600-1-sections")
    #expect(CatalogCounts(catalog).controls == 212)
    #expect(try catalog.node("GOVERN 1.1").text.hasPrefix("Legal and regulatory requirements"))
    #expect(
      catalog.nodes.filter { $0.kind == .group }.allSatisfy { !$0.text.isEmpty && !$0.local.contains(":") })
    #expect(notUsed.isEmpty)
  }

  @Test(arguments: [("articles", 113, 13), ("annexes", 13, 0)])
  func readsTheTablesOfTheAIAct(table: String, controls: Int, groups: Int) throws {
    let (catalog, _) = try read("eu-law/tables/ai-act-\(table).csv", as: "ai-act-\(table)")
    #expect(CatalogCounts(catalog).controls == controls)
    #expect(CatalogCounts(catalog).groups == groups)
  }

  @Test(arguments: [
    ("ccb-cff-2023", 350, 221), ("iso27001-2022", 140, 123), ("nist-800-53r5", 1209, 1189),
    ("scf-2025", 1375, 1341),
    ("nist-csf-2.0", 134, 106), ("nis2-2690.sec", 69, 55),
  ])
  func readsTextsOfTheDevelopmentSets(name: String, nodes: Int, assessable: Int) throws {
    let file = RealData.file("../evaluate/texts/\(name).tsv")
    let catalog = try TableFixtures.catalog(file, TableFixtures.profile("generic-catalog")).catalog
    #expect(catalog.rows.count == nodes)
    #expect(catalog.nodes.filter(\.isAssessable).count == assessable)
  }
}
