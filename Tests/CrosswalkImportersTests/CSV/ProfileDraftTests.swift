import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Drafts must be readable as profiles and good enough to read the very table they were drafted from.
@Suite struct ProfileDraftTests {
  /// The draft, written and read again.
  private func draft(_ file: SourceFile, sheet: String? = nil) throws -> (
    profile: ColumnProfile, text: String
  ) {
    let json = try ProfileDraft(of: file, sheet: sheet).json()
    return (
      try ColumnProfile(SourceFile(name: "draft.json", bytes: json)), String(decoding: json, as: UTF8.self)
    )
  }

  @Test func draftsACatalogByNamesAndShapes() throws {
    let text = """
      Domain,Control No.,Control Name,What is asked for,Evidence
      Access,AB-01,Accounts,"Accounts are managed, reviewed and removed when nobody needs them.",list
      Access,AB-02,Rights,"Rights are given by role and are the least that the role needs.",
      Backup,AB-03,Copies,"Copies are made daily and are kept in another place for a year.",log

      """
    let file = TableFixtures.file(text, name: "dir/My Controls (v2).csv")
    let (profile, json) = try draft(file)
    #expect(profile.name == "my-controls-v2")
    #expect(profile.kind == .catalog)
    let read = try TableFixtures.catalog(file, profile)
    #expect(read.catalog.nodes.map(\.local) == ["Access", "AB-01", "AB-02", "Backup", "AB-03"])
    let first = try read.catalog.node("AB-01")
    #expect(first.title == "Accounts")
    #expect(first.text.hasPrefix("Accounts are managed"))
    #expect(first.properties.map(\.value) == ["list"])
    #expect(json.contains("What is asked for\\\" by its length"))
    #expect(json.contains("Unsure:"))
  }

  @Test func draftsACatalogWithParents() throws {
    let file = TableFixtures.file(
      "Parent ID;ID;Title;Text\n;A;Group;\nA;A-1;One;Do this.\nA;A-2;Two;Do that.\n")
    let read = try TableFixtures.catalog(file, draft(file).profile)
    #expect(read.catalog.nodes.map { "\($0.parent?.local ?? "")/\($0.local)" } == ["/A", "A/A-1", "A/A-2"])
  }

  @Test func draftsAMappingFromASheetBelowATitle() throws {
    let rows: [[String?]] = [
      ["A mapping of two frameworks"],
      ["Source Control", "Title", "Relationship Type", "Target Control", "Strength", "Comments"],
      ["A-1", "t", "Subset Of", "B-1", "5", "n"], ["A-2", "t", "equal", "B-2; B-3", nil, nil],
      ["A-3", "t", "Intersects with", nil, nil, nil],
    ]
    let file = SourceFile(
      name: "m.xlsx",
      bytes: WorkbookMaker(sheets: [.init("Intro", rows: [["x"]]), .init("Map", rows: rows)]).bytes)
    let (profile, json) = try draft(file, sheet: "Map")
    #expect(profile.kind == .mapping)
    var graph = CrosswalkGraphBuilder()
    let (a, b) = (try #require(FrameworkID("a")), try #require(FrameworkID("b")))
    try GenericMappingImporter(profile: profile, source: a, target: b)
      .importClaims(file, limits: .standard, into: &graph)
    #expect(graph.claims.map(\.relations) == [.subsetOf, .equal, .equal])
    #expect(graph.claims.map(\.strength) == [5, nil, nil])
    #expect(json.contains("direction: whether the words read"))
    #expect(json.contains("\"sheet\" : \"Map\""))
  }

  @Test func refusesAFileWithoutATable() throws {
    for text in ["", "\n\n"] {
      #expect(throws: ImportError.self) { try draft(TableFixtures.file(text)) }
    }
  }

  @Test(
    .enabled(if: RealData.isPresent, "publishers' tables absent: ../shared not found"),
    arguments: [
      ("nist-csv/ai-rmf/ai-rmf-1.0-subcategories.csv", 72), ("nist-csv/csf/csf-2.0.csv", 185),
      ("nist-csv/NIST_SP-800-53_rev5_catalog_load.csv", 1189),
      ("nist-csv/ai-600-1/ai-600-1-1.0-actions.csv", 212),
      ("eu-law/tables/ai-act-articles.csv", 113),
    ])
  func draftsReadTheTablesOfPublishers(path: String, controls: Int) throws {
    let file = RealData.file(path)
    let read = try TableFixtures.catalog(file, draft(file).profile)
    #expect(CatalogCounts(read.catalog).controls == controls)
    #expect(read.catalog.nodes.filter { !$0.text.isEmpty }.count >= controls * 9 / 10)
  }
}
