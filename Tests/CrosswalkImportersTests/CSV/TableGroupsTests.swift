import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Groups without rows of their own: level columns, identifier prefixes, tables on their side.
@Suite struct TableGroupsTests {
  private static let levels = #"""
    {"schema":"crosswalk-profile/1","name":"x","title":"X","header":["Function","Category","ID"],
     "catalog":{"columns":{"id":"ID","text":"Text"},"modality":"outcome",
      "levels":[{"id":"Function","upperCase":true,"title":"Function"},
                {"id":"Category","text":"Category Text"}],
      "several":{"Topics":"|"},"ignored":{"Row":"a number of the spreadsheet"}}}
    """#

  private func read(_ text: String) throws -> (catalog: Catalog, notUsed: [NotUsed]) {
    try TableFixtures.catalog(TableFixtures.file(text), TableFixtures.profile(json: Self.levels))
  }

  @Test func opensAndReusesTheGroupsThatRowsRepeat() throws {
    let (catalog, notUsed) = try read(
      """
      Row,Function,Category,Category Text,ID,Text,Topics
      1,Map,MAP 1,One,MAP 1.1,a,x | y
      2,Map,MAP 1,One,MAP 1.2,b,
      3,Map,MAP 2,Two,MAP 2.1,c,
      4,Map,MAP 1,One,MAP 1.3,d,z

      """)
    #expect(
      catalog.nodes.map(\.local) == ["MAP", "MAP 1", "MAP 1.1", "MAP 1.2", "MAP 2", "MAP 2.1", "MAP 1.3"])
    #expect(try catalog.node("MAP 1.3").parent?.local == "MAP 1")
    #expect(try catalog.node("MAP").title == "Map")
    #expect(try catalog.node("MAP 1").text == "One")
    #expect(try catalog.node("MAP 1").kind == .group)
    #expect(try catalog.node("MAP 1.1").properties.map(\.value) == ["x", "y"])
    #expect(try catalog.node("MAP 1.1").modality == .outcome)
    #expect(notUsed.map(\.what) == ["column \"Row\""])
    #expect(notUsed.map(\.why) == ["a number of the spreadsheet"])
  }

  @Test func readsMergedCellsAndRowsThatOnlyDescribeAGroup() throws {
    let (catalog, _) = try read(
      """
      Function,Category,Category Text,ID,Text
      Map,,,,
      ,MAP 1,One,,
      ,,,MAP 1.1,a
      Govern,GOVERN 1,Rules,,
      ,,,GOVERN 1.1,b

      """)
    #expect(catalog.nodes.map(\.local) == ["MAP", "MAP 1", "MAP 1.1", "GOVERN", "GOVERN 1", "GOVERN 1.1"])
    #expect(catalog.nodes.map { $0.parent?.local } == [nil, "MAP", "MAP 1", nil, "GOVERN", "GOVERN 1"])
  }

  @Test func namesWhatContradictsAnEarlierRow() throws {
    let table = TableFixtures.marked(
      """
      Function,Category,Category Text,ID,Text
      Map,MAP 1,One,MAP 1.1,a
      Map,MAP 1,⟦text⟧Other,MAP 1.2,b
      Govern,⟦moved⟧MAP 1,One,MAP 1.3,c

      """)
    let (catalog, notUsed) = try read(table.text)
    #expect(notUsed.map(\.location) == [table["text"], table["moved"]])
    #expect(try catalog.node("MAP 1").text == "One")
    #expect(try catalog.node("MAP 1").parent?.local == "MAP")
  }

  @Test func refusesARequirementWithoutIdentifier() throws {
    let table = TableFixtures.marked("Function,Category,Category Text,ID,Text\nMap,MAP 1,One,⟦id⟧,a\n")
    let error = try #require(throws: ImportError.self) { try read(table.text) }
    #expect(error.reason == .emptyCell(column: "ID"))
    #expect(error.location == table["id"])
  }

  @Test func readsTheLayoutOfTheControlCatalogOfThePublisher() throws {
    let table = TableFixtures.marked(
      """
      identifier,name,control_text,discussion,related,
      AC-2,Accounts,"
      a. Do.",Why.,"AC-3, AU-2.",
      AC-2(1),Accounts | More,Also do.,More why.,[None],
      AC-3,Old,Withdrawn: incorporated into AC-2.,,[None],
      SC-19,Voice,Addressed elsewhere.,Withdrawn: incorporated into .,,⟦stray⟧x
      ZZ-1(1),Orphan,Text,,[None],

      """)
    let profile = try TableFixtures.profile("nist-sp-800-53-r5")
    let (catalog, notUsed) = try TableFixtures.catalog(table.file, profile)
    let controls = catalog.nodes.filter { $0.kind != .guidance }
    #expect(controls.map(\.local) == ["AC", "AC-2", "AC-2(1)", "AC-3", "SC", "SC-19", "ZZ", "ZZ-1(1)"])
    #expect(try catalog.node("AC").title == "Access Control")
    #expect(try catalog.node("AC-2(1)").kind == .enhancement)
    #expect(try catalog.node("AC-2(1)").parent?.local == "AC-2")
    #expect(try catalog.node("ZZ-1(1)").parent?.local == "ZZ")
    #expect(try catalog.node("AC-2").text == "a. Do.")
    #expect(try catalog.node("AC-2").label == "AC-2")
    #expect(try catalog.node("AC-2").links.map(\.value) == ["AC-3", "AU-2"])
    #expect(try catalog.node("AC-2(1)").links.isEmpty)
    #expect(try catalog.node("AC-2#discussion").text == "Why.")
    #expect(controls.filter(\.isWithdrawn).map(\.local) == ["AC-3", "SC-19"])
    #expect(notUsed.map(\.location) == [table["stray"]])
  }

  @Test func readsATableThatLiesOnItsSide() throws {
    let table = TableFixtures.marked(
      ",MAP 1.1,⟦twelve⟧MAP 1.2\nsection_about,about 1,\nsection_actions,act 1,act 2\nsection_doc,,d\nsection_ref,r,\n"
    )
    let profile = try TableFixtures.profile("nist-ai-rmf-playbook")
    let catalog = try TableFixtures.catalog(table.file, profile).catalog
    let controls = catalog.nodes.filter { $0.kind != .guidance }
    #expect(controls.map(\.local) == ["MAP", "MAP 1", "MAP 1.1", "MAP 1.2"])
    #expect(try catalog.node("MAP 1.2").location == table["twelve"])
    #expect(try catalog.node("MAP 1.2").text == "act 2")
    #expect(try catalog.node("MAP 1.2").properties == [Property(name: "section_doc", value: "d")])
  }
}
