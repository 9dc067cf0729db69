import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders
import Testing

@Suite struct ProfileResolutionTests {
  private static let asIs = "<merge><as-is>true</as-is></merge>"

  private func outline(_ selection: String, merge: String = asIs) throws -> String {
    try ProfileFixture("<import href='c.xml'>\(selection)</import>\(merge)").outline
  }

  private func ids(_ ids: String..., children: String = "") -> String {
    "<include-controls\(children.isEmpty ? "" : " with-child-controls='\(children)'")>"
      + ids.map { "<with-id>\($0)</with-id>" }.joined() + "</include-controls>"
  }

  // MARK: Import

  @Test func takesEverythingWhereNothingIsSelected() throws {
    let all = "a(a-1(a-1.1 a-1.2(a-1.2.1)) a-2) b(b-1)"
    #expect(try outline("") == all)
    #expect(try outline("<include-all/>") == all)
    #expect(try outline("<exclude-controls><with-id>b-1</with-id></exclude-controls>") == all.dropLast(7))
  }

  @Test func takesControlsByNameWithTheirGroups() throws {
    #expect(try outline(ids("a-1", "b-1")) == "a(a-1) b(b-1)")
    #expect(try outline(ids("a-1", children: "no")) == "a(a-1)")
    #expect(try outline(ids("a-1", children: "yes")) == "a(a-1(a-1.1 a-1.2(a-1.2.1)))")
  }

  @Test func aControlWithoutItsParentMovesUp() throws {
    #expect(try outline(ids("a-1.2.1", "a-2")) == "a(a-1.2.1 a-2)")
    #expect(try outline(ids("a-1", "a-1.2.1")) == "a(a-1(a-1.2.1))")
  }

  @Test func exclusionPrevails() throws {
    let selection =
      "<include-all/><exclude-controls with-child-controls='yes'><with-id>a-1</with-id></exclude-controls>"
    #expect(try outline(selection) == "a(a-2) b(b-1)")
    #expect(
      try outline("<include-all/><exclude-controls><matching pattern='a-1*'/></exclude-controls>")
        == "a(a-2) b(b-1)")
  }

  @Test(arguments: [
    ("a-?", "a(a-1 a-2)"), ("a-*", "a(a-1(a-1.1 a-1.2(a-1.2.1)) a-2)"),
    ("*1", "a(a-1(a-1.1 a-1.2.1)) b(b-1)"),
    ("[!a]-1", "b(b-1)"), ("[a-b]-[12]", "a(a-1 a-2) b(b-1)"), ("a-1*2*1", "a(a-1.2.1)"),
    ("*.*.*", "a(a-1.2.1)"),
  ])
  func patternsAreGlobs(pattern: String, expected: String) throws {
    let selection = "<include-controls><matching pattern='\(pattern)'/></include-controls>"
    #expect(try outline(selection) == expected)
  }

  @Test func whatSelectsNothingIsNamedAtItsPlace() throws {
    let profile = ProfileFixture.profile(
      "<import href='c.xml'><include-controls>⟦id⟧<with-id>zz-9</with-id>⟦pattern⟧<matching pattern='q*'/>"
        + "<with-id>a-1</with-id></include-controls></import>")
    let resolved = try ProfileFixture(profile)
    #expect(resolved.notUsed.map(\.location) == [profile["id"], profile["pattern"]])
    #expect(resolved.notUsed.first?.why.contains("zz-9") == true)
  }

  // MARK: Merge

  @Test func flatListsControlsWithoutGroupsAndNesting() throws {
    let flat = "a-1 a-1.1 a-1.2 a-1.2.1 a-2 b-1"
    #expect(try outline("", merge: "") == flat)
    #expect(try outline("", merge: "<merge><flat/></merge>") == flat)
    #expect(try outline("", merge: "<merge><as-is>false</as-is></merge>") == flat)
  }

  @Test func twoStructuresAreRefused() throws {
    let error = try #require(throws: ImportError.self) {
      _ = try outline("", merge: "<merge><flat/><as-is>true</as-is></merge>")
    }
    #expect(error.reason == .unexpectedElement("as-is", in: "merge"))
  }

  @Test func asIsJoinsGroupsOfSeveralImports() throws {
    let resolved = try ProfileFixture(
      "<import href='c.xml'>\(ids("a-1"))</import><import href='c.xml'>\(ids("a-2", "b-1"))</import>"
        + Self.asIs)
    #expect(resolved.outline == "a(a-1 a-2) b(b-1)")
    #expect(try resolved.element("a").elements("part").count == 1)
    #expect(try resolved.element("a").elements("title").count == 1)
  }

  @Test func keepRefusesAControlThatStandsTwice() throws {
    let twice =
      "<import href='c.xml'>\(ids("a-1"))</import><import href='c.xml'>\(ids("a-1", "b-1"))</import>"
    for merge in ["", "<merge><combine method='keep'/></merge>"] {
      let error = try #require(throws: ImportError.self) { _ = try ProfileFixture(twice + merge) }
      guard case .duplicateControl(let first) = error.reason else {
        Issue.record("\(error.reason)")
        return
      }
      #expect([first.file, error.location.file, error.control] == ["c.xml", "c.xml", "a-1"])
    }
    let resolved = try ProfileFixture(twice + "<merge><combine method='use-first'/></merge>")
    #expect(resolved.outline == "a-1 b-1")
  }

  private static let other = ProfileFixture.catalog(
    "<group id='a'><title>Other A</title><control id='a-1'><title>Other</title><prop name='label' value='A-1'/>"
      + "<prop name='y' value='2'/></control><control id='a-9'><title>A9</title></control></group>",
    name: "d.xml")

  @Test(arguments: [("use-first", 2), ("merge", 3)])
  func theFirstTitleWinsAndMergeAddsTheRest(method: String, properties: Int) throws {
    let resolved = try ProfileFixture(
      "<import href='c.xml'>\(ids("a-1"))</import><import href='d.xml'/>"
        + "<merge><combine method='\(method)'/><as-is>true</as-is></merge>",
      with: [ProfileFixture.standard, Self.other])
    #expect(resolved.outline == "a(a-1 a-9)")
    let control = try resolved.element("a-1")
    #expect(control.elements("title").map(\.text) == ["A1"])
    #expect(control.elements("prop").count == properties)
  }

  @Test func anUnknownCombinationIsRefused() throws {
    let error = try #require(throws: ImportError.self) {
      _ = try outline("", merge: "<merge><combine method='mix'/></merge>")
    }
    #expect(error.diagnostic.code == "invalid-value")
  }

  @Test func customBuildsItsOwnGroupsInItsOrder() throws {
    let custom = """
      <merge><custom><group id="g"><title>G</title><group id="h"><title>H</title>
      <insert-controls order="descending"><include-controls><matching pattern="a-?"/></include-controls></insert-controls>
      </group></group><insert-controls><include-controls><with-id>b-1</with-id><with-id>nn</with-id></include-controls></insert-controls>
      </custom></merge>
      """
    let resolved = try ProfileFixture("<import href='c.xml'/>\(custom)")
    #expect(resolved.outline == "b-1 g(h(a-2 a-1))")
    #expect(resolved.notUsed.contains { $0.why.contains("\"nn\"") })
    #expect(resolved.notUsed.contains { $0.what.contains("3 imported controls: a-1.1, a-1.2, a-1.2.1") })
  }

  // MARK: Chains

  @Test func profilesImportProfiles() throws {
    let middle = ProfileFixture.profile(
      "<import href='c.xml'>\(ids("a-1", "a-2"))</import>\(Self.asIs)"
        + "<modify><set-parameter param-id='a-1_prm'><value>set</value></set-parameter></modify>",
      name: "m.xml")
    let resolved = try ProfileFixture(
      "<import href='https://example.org/x/m.xml?v=1'>\(ids("a-1"))</import>",
      with: [ProfileFixture.standard, middle.file])
    #expect(resolved.outline == "a-1")
    #expect(try resolved.element("a-1_prm").elements("value").map(\.text) == ["set"])
  }

  @Test func aCircleIsRefusedWithItsChain() throws {
    let inner = ProfileFixture.profile("<import href='p.xml'/>", name: "m.xml")
    let outer = ProfileFixture.profile("<import href='m.xml'/>")
    let error = try #require(throws: ImportError.self) {
      _ = try ProfileFixture(outer, with: [inner.file, outer.file])
    }
    #expect(error.reason == .importCycle(["p.xml", "m.xml", "p.xml"]))
  }

  @Test func aLongChainEndsAtTheLimit() throws {
    let chain = (0..<300).map {
      ProfileFixture.profile("<import href='q\($0 + 1).xml'/>", name: "q\($0).xml").file
    }
    #expect(throws: ImportError.self) { _ = try ProfileFixture("<import href='q0.xml'/>", with: chain) }
  }

  @Test func aMissingDocumentIsNamedWhereItIsImported() throws {
    let profile = ProfileFixture.profile("⟦import⟧<import href='../else/no%20where.xml'/>")
    let error = try #require(throws: ImportError.self) { _ = try ProfileFixture(profile, with: []) }
    #expect(error.reason == .missingImport("no where.xml"))
    #expect(error.location == profile["import"])
    #expect(error.diagnostic.hint?.contains("put the catalog beside the profile") == true)
  }

  @Test func resourcesNameTheDocumentAndXMLGoesFirst() throws {
    let resource = """
      <back-matter><resource uuid="AAAA"><rlink media-type="application/oscal.catalog+yaml" href="c.yaml"/>
      <rlink media-type="application/oscal.catalog+json" href="d.xml"/>
      <rlink media-type="application/oscal.catalog+xml" href="../../rev5/xml/c.xml"/></resource></back-matter>
      """
    let resolved = try ProfileFixture(
      "<import href='#aaaa'/>\(Self.asIs)\(resource)", with: [Self.other, ProfileFixture.standard])
    #expect(resolved.outline.hasPrefix("a(a-1(a-1.1"))
    #expect(resolved.notUsed.isEmpty)
  }

  @Test func theOnlyCatalogNamedStandsInAndThatIsSaid() throws {
    let profile = ProfileFixture.profile("⟦import⟧<import href='elsewhere.xml'/>")
    let resolved = try ProfileFixture(profile)
    #expect(resolved.notUsed.map(\.location) == [profile["import"]])
    #expect(resolved.notUsed.first?.why.contains("c.xml") == true)
    let error = try #require(throws: ImportError.self) {
      _ = try ProfileFixture(profile, with: [ProfileFixture.standard, Self.other])
    }
    #expect(error.reason == .missingImport("elsewhere.xml"))
  }
}
