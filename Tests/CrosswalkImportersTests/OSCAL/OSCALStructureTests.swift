import CrosswalkImporters
import CrosswalkModel
import Testing

@Suite struct OSCALStructureTests {
  static let account = """
    <group id='ac' class='family'><title>Access <em>Control</em></title><prop name='label' value='AC'/>
    <control id='ac-2' class='SP800-53'><title>Account
        Management</title>
      <prop name='label' class='zero-padded' value='AC-02'/><prop name='label' value='AC-2'/>
      <prop name='label' class='sp800-53a' value='AC-02'/><prop name='sort-id' value='ac-02'/>
      <link rel='related' href='#ac-3'/>
      <part id='ac-2_smt' name='statement' class='requirement'><p>Manage accounts:</p>
        <part id='ac-2_smt.a' name='item'><prop name='label' value='a.'/><p>Define:</p>
          <part id='ac-2_smt.a.1' name='item'><prop name='label' value='1.'/><p>types</p>
            <part id='ac-2_smt.a.1.b' name='item'><prop name='label' value='(b)'/><p>deep</p></part></part></part>
        <part name='item'><prop name='label' value='b.'/><p>Nameless</p></part></part>
      <part id='ac-2_gdn' name='guidance'><p>Think.</p><part name='example'><p>Such as.</p></part></part>
      <control id='ac-2.10' class='SP800-53-enhancement'><title>Shared</title>
        <prop name='label' value='AC-2(10)'/><prop name='status' value='Withdrawn'/>
        <link rel='incorporated-into' href='#ac-2_smt.a'/></control>
    </control></group>
    """

  @Test func nodesStandInDocumentOrderUnderTheirPrintedNames() throws {
    let catalog = try OSCALFixture.read(Self.account).catalog
    #expect(
      catalog.nodes.map(\.local) == [
        "AC", "AC-2", "AC-2#ac-2_smt.a", "AC-2#ac-2_smt.a.1", "AC-2#ac-2_smt.a.1.b", "AC-2#ac-2_smt/2",
        "AC-2#ac-2_gdn", "AC-2#ac-2_gdn/1", "AC-2(10)",
      ])
    #expect(
      catalog.nodes.map(\.kind) == [
        .group, .control, .statement, .statement, .statement, .statement, .guidance, .guidance, .enhancement,
      ])
    #expect(
      catalog.nodes.map { $0.parent?.local } == [
        nil, "AC", "AC-2", "AC-2#ac-2_smt.a", "AC-2#ac-2_smt.a.1", "AC-2", "AC-2", "AC-2#ac-2_gdn", "AC-2",
      ])
  }

  @Test func aControlKeepsItsOwnTextAndItemsKeepTheirs() throws {
    let imported = try OSCALFixture.read(Self.account)
    #expect(try imported.node("AC-2").text == "Manage accounts:")
    #expect(try imported.node("AC-2#ac-2_smt.a").text == "Define:")
    #expect(try imported.node("AC-2#ac-2_smt.a").label == "a.")
    #expect(try imported.node("AC").title == "Access Control")
    #expect(try imported.node("AC-2").title == "Account Management")
    #expect(imported.notUsed.isEmpty)
  }

  @Test(arguments: [
    ("ac-02", "AC-2"), ("AC-2 (10)", "AC-2(10)"), ("ac-2.10", "AC-2(10)"), ("AC-2#a.1", "AC-2#ac-2_smt.a.1"),
    ("ac-2a.1", "AC-2#ac-2_smt.a.1"), ("AC-2a.1(b)", "AC-2#ac-2_smt.a.1.b"), ("AC-2#b", "AC-2#ac-2_smt/2"),
    ("ac-2_smt.a", "AC-2#ac-2_smt.a"), ("ac-2_smt", "AC-2"), ("ac", "AC"),
  ])
  func everySpellingInUseFindsItsNode(spelling: String, local: String) throws {
    #expect(try OSCALFixture.read(Self.account).find(spelling).local == local)
  }

  @Test func propertiesLinksAndWithdrawalAreKept() throws {
    let imported = try OSCALFixture.read(Self.account)
    let control = try imported.node("AC-2")
    #expect(control.properties.map { "\($0.name)=\($0.value)" } == [
      "class=SP800-53", "sort-id=ac-02", "statement/class=requirement",
    ])
    #expect(control.links == [Property(name: "related", value: "#ac-3")])
    let enhancement = try imported.node("AC-2(10)")
    #expect(enhancement.isWithdrawn)
    #expect(enhancement.links == [Property(name: "incorporated-into", value: "#ac-2_smt.a")])
    #expect(try imported.node("AC-2#ac-2_gdn").properties == [Property(name: "name", value: "guidance")])
  }

  @Test(arguments: [
    ("Account Management (03.01.01)", "SP_800_171_03.01.01", "03.01.01"),
    ("Organizational Context (GV.OC)", "GV.OC", "GV.OC"), ("AC-2 (10)", "ac-2.10", "AC-2 (10)"),
    ("AC-02", "ac-2", "AC-02"), ("GV.OC-01", "GV.OC-01", "GV.OC-01"), ("A.5.1", "iso-5.1", "A.5.1"),
    ("Something (else)", "x-1", "x-1"), ("Something (01)", "x-1", "01"), ("#1", "x-1", "x-1"),
  ])
  func theBareIdentifierIsTakenFromTheLabel(label: String, id: String, local: String) throws {
    let imported = try OSCALFixture.read(
      "<control id='\(id)'><title>T</title><prop name='label' value='\(label)'/></control>")
    #expect(imported.catalog[0].local == local)
    #expect(try imported.find(label).local == local)
    #expect(try imported.find(id).local == local)
  }

  @Test func aWithdrawnRequirementWithoutLabelIsCalledAsItsTitlePrints() throws {
    let imported = try OSCALFixture.read(
      """
      <control id='SP_800_171_03.01.13'><title>03.01.13</title><prop name='status' value='withdrawn'/>
      <link href='03.13.08' rel='addressed_by'/></control>
      <control id='SP_800_171_03.13.08'><title>Transmission</title>
      <prop name='label' value='Transmission (03.13.08)'/></control>
      """)
    #expect(imported.catalog.nodes.map(\.local) == ["03.01.13", "03.13.08"])
    #expect(imported.catalog[0].links == [Property(name: "addressed_by", value: "03.13.08")])
    #expect(try imported.find("Transmission (03.13.08)").index == 1)
  }

  @Test func labelsThatPrintTheWholePlaceGiveTheSameSpellings() throws {
    let imported = try OSCALFixture.read(
      """
      <control id='SP_1_03.01.01'><title>T</title><prop name='label' value='T (03.01.01)'/>
      <part id='smt' name='statement'><part id='SR-03.01.01.c' name='item'>
      <prop name='label' value='SR-03.01.01.c'/><p>Specify:</p><part id='SR-03.01.01.c.01' name='item'>
      <prop name='label' value='SR-03.01.01.c.01'/><p>users</p></part></part></part></control>
      """)
    for spelling in ["03.01.01#c.01", "03.01.01c.01", "03.01.01.c.01", "SR-03.01.01.c.01", "3.1.1.c.1"] {
      #expect(try imported.find(spelling).text == "users", "\(spelling)")
    }
  }

  @Test func groupsNestAndMayLackIdentifiersAndNumbersOfTheirOwn() throws {
    let imported = try OSCALFixture.read(
      """
      <group><title>One</title><group><title>Inner</title><control id='a'><title>A</title>
      <prop name='label' value='1'/></control></group></group>
      <group id='g2'><title>Two</title><prop name='label' value='1'/><part id='o' name='overview'><p>About.</p></part>
      </group>
      """)
    #expect(imported.catalog.nodes.map(\.local) == ["group/1", "group/1/1", "1", "g2", "g2#o"])
  }

  @Test func categoriesHoldTheirSubcategoriesAsControls() throws {
    let imported = try OSCALFixture.read(
      """
      <control id='GV.OC' class='category'><title>C</title><control id='GV.OC-01' class='subcategory'><title>S</title>
      </control></control>
      """)
    #expect(imported.catalog.nodes.map(\.kind) == [.control, .control])
    #expect(imported.catalog[0].isLeaf == false)
  }

  @Test func severalStatementsOfAControlAreOneText() throws {
    let imported = try OSCALFixture.read(
      """
      <control id='a'><title>A</title><param id='p'><label>time</label></param>
      <part name='statement'><p>First.</p></part>
      <part name='guidance'><p>Aside.</p></part><part name='statement'><p>Then <insert type='param' id-ref='p'/>.</p>
      </part><part name='statement'><p>Last.</p></part></control>
      """)
    #expect(try imported.node("a").text == "First.\nThen [Assignment: time].\nLast.")
  }

  @Test func anEmptyStatementIsFilledFromItsObjectivesAndReported() throws {
    let source = OSCALFixture.source(
      """
      <control id='a'><title>A</title><param id='p'><label>time</label></param>
      ⟦empty⟧<part name='statement'/><part id='o' name='assessment-objective'><part name='assessment-objective'>
      <p>access ends after <insert type='param' id-ref='p'/>;</p></part><part name='assessment-objective'>
      <p>it is logged.</p></part></part></control>
      """)
    let imported = try OSCALFixture.read(source.file)
    let control = try imported.node("a")
    #expect(control.text == "access ends after [Assignment: time];\nit is logged.")
    #expect(control.properties.contains(Property(name: "text-from", value: "assessment-objective")))
    #expect(control.isAssessable)
    #expect(imported.notUsed.map(\.location) == [source["empty"]])
  }

  @Test func metadataIsFlattenedIntoNamedFacts() throws {
    let metadata =
      """
      <title>Sample <em>for</em>
         Testing</title><published>2023-10-12T00:00:00Z</published>
      <last-modified>2024-02-01T13:57:28Z</last-modified><version>Revision 5</version>
      <oscal-version>v1.1.3</oscal-version><prop name='kind' ns='urn:x' value='K'><remarks><p>Why.</p></remarks></prop>
      <link rel='canonical' href='#r1'/><role id='publisher'><title>The publisher</title></role>
      <party uuid='p-1' type='organization'><name>NIST</name><address><city>Gaithersburg</city></address></party>
      <responsible-party role-id='publisher'><party-uuid>p-1</party-uuid></responsible-party>
      <remarks><p>One.</p><p>Two.</p></remarks>
      """
    let imported = try OSCALFixture.read(
      OSCALFixture.source(
        """
        <back-matter><resource uuid='r1'><title>The <em>Text</em></title>
        <citation><text>NIST, <em>Text</em>.</text></citation><rlink href='https://example.org/t'/></resource>
        </back-matter>
        """, metadata: metadata
      ).file)
    let found = imported.catalog.metadata
    #expect(found.title == "Sample for Testing")
    #expect(found.id.revision.rawValue == "Revision-5")
    #expect(found.asOf == CalendarDate("2023-10-12"))
    #expect(found.publisher == "NIST")
    #expect(found.source == "https://example.org/t")
    #expect(
      found.properties.map { "\($0.name)=\($0.value)" } == [
        "uuid=u", "published=2023-10-12T00:00:00Z", "last-modified=2024-02-01T13:57:28Z", "version=Revision 5",
        "oscal-version=v1.1.3", "kind=K", "kind@ns=urn:x", "kind/remarks=Why.", "link:canonical=#r1",
        "role:publisher/title=The publisher", "party:p-1@type=organization", "party:p-1/name=NIST",
        "party:p-1/address/city=Gaithersburg", "responsible-party:publisher/party-uuid=p-1", "remarks=One.\nTwo.",
      ])
    #expect(
      imported.catalog.resources == [
        Resource(id: "r1", title: "The Text", citation: "NIST, Text.", links: ["https://example.org/t"])
      ])
    #expect(imported.notUsed.isEmpty)
  }
}
