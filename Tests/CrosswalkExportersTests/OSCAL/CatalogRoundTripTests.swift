import CrosswalkExporters
import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders
import Foundation
import Testing

/// What is exported and read again is the same graph.
@Suite struct CatalogRoundTripTests {
  static func imported(_ file: SourceFile) throws -> Catalog {
    var graph = CrosswalkGraphBuilder()
    let importer = OSCALCatalogImporter(
      identity: ImportIdentity(framework: FrameworkID("test")), known: KnownFrameworks(rules: []))
    if try file.sniff() == .json {
      let root = try OSCALJSONReader().read(file)
      try importer.importCatalog(root, name: file.name, limits: .standard, into: &graph)
    } else {
      try importer.importCatalog(file, limits: .standard, into: &graph)
    }
    return try #require(graph.catalogs.first)
  }

  /// Everything about a node but its place in the file.
  static func account(_ node: CatalogNode) -> [String] {
    [
      "kind \(node.kind)", "parent \(node.parent?.local ?? "-")", "local \(node.local)",
      "label \(node.label)",
      "title \(node.title)", "text \(node.text)", "withdrawn \(node.isWithdrawn)",
    ]
      + node.catalog.facts(of: node.index).map {
        "\($0.kind) \(node.catalog.string($0.name)) = \(node.catalog.string($0.value))"
      }
  }

  static func compare(_ original: Catalog, _ again: Catalog) {
    #expect(original.rows.count == again.rows.count)
    var differences = 0
    for (mine, theirs) in zip(original.nodes, again.nodes) {
      let (before, after) = (account(mine), account(theirs))
      guard before != after else { continue }
      differences += 1
      if differences <= 5 {
        Issue.record(
          "\(mine.local): lost \(before.filter { !after.contains($0) }.prefix(5)), new \(after.filter { !before.contains($0) }.prefix(5)), order \(Set(before) == Set(after))"
        )
      }
    }
    #expect(differences == 0)
    #expect(original.metadata == again.metadata)
    if original.metadata != again.metadata {
      for (mine, theirs) in zip(original.metadata.properties, again.metadata.properties) where mine != theirs
      {
        Issue.record("metadata: \(mine) became \(theirs)")
        break
      }
    }
    #expect(original.resources == again.resources)
  }

  /// A catalog of our own with everything that the importer knows.
  private static let everything = """
    <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="11111111-2222-4333-8444-555555555555">
    <metadata><title>All of it</title><published>2026-01-01T00:00:00Z</published>
    <last-modified>2026-01-02T03:04:05Z</last-modified><version>v 1</version><oscal-version>1.1.3</oscal-version>
    <revisions><revision><title>First</title><version>0.1</version></revision><revision><version>0.2</version></revision></revisions>
    <document-id scheme="http://s">d-1</document-id><document-id scheme="http://t">d-2</document-id>
    <prop name="keywords" ns="http://n" value="a, b" class="c"><remarks><p>why</p></remarks></prop>
    <link href="https://example.org/" rel="canonical"/><link href="x.xml" rel="alternate" media-type="text/xml"><text>X</text></link>
    <role id="creator"><title>Creator</title></role>
    <party uuid="11111111-2222-4333-8444-555555555556" type="organization"><name>We</name>
    <address><addr-line>One</addr-line><addr-line>Two</addr-line><city>C</city></address></party>
    <responsible-party role-id="creator"><party-uuid>11111111-2222-4333-8444-555555555556</party-uuid></responsible-party>
    <remarks><p>See <a href="https://example.org/r">there</a>.</p></remarks></metadata>
    <param id="top_prm"><label>of all</label></param>
    <control id="z-1"><title>Without a group</title></control>
    <group id="g" class="family"><title>Group</title><param id="g_prm"><value>seven</value></param>
    <prop name="label" value="G"/><prop name="sort-id" value="01"/><link href="#z-1" rel="related"/>
    <part id="g_ovw" name="overview"><p>About <insert type="param" id-ref="g_prm"/>.</p></part>
    <control id="a-1" class="SP"><title>One</title>
    <param id="a-1_p1" class="k" depends-on="top_prm"><prop name="label" value="A-1_P" class="x"/><link href="l" rel="r"/><label>name</label>
    <usage><p>use</p></usage><constraint><description><p>c</p></description><test><expression>e</expression><remarks><p>er</p></remarks></test></constraint>
    <guideline><p>g</p></guideline><remarks><p>r</p></remarks></param>
    <param id="a-1_p2"><select how-many="one-or-more"><choice>every <insert type="param" id-ref="a-1_p1"/></choice><choice>never</choice></select></param>
    <param id="a-1_p3"><label>shown no more</label><value>v1</value><value>v2</value></param>
    <prop name="label" value="A-1"/><prop name="label" class="zero-padded" value="A-01"/><prop name="x" uuid="11111111-2222-4333-8444-555555555557" ns="http://n" value="1" class="c" group="q"/>
    <link href="#r" rel="reference" resource-fragment="f"/><link href="plain"/>
    <part id="a-1_smt" name="statement" class="sc"><title>Statement</title><prop name="sp" value="1"/>
    <p>Do <insert type="param" id-ref="a-1_p1"/> and <insert type="param" id-ref="a-1_p2"/> with <em>care</em>:</p>
    <ul><li>first</li><li>second</li></ul><pre>  kept   as it
    is</pre>
    <part id="a-1_smt.a" name="item"><prop name="label" value="a."/><p>part one</p>
    <part id="a-1_smt.a.1" name="item"><prop name="label" value="1."/><p>deep</p></part></part>
    <part name="item"><p>without a name</p></part></part>
    <part id="a-1_gdn" name="guidance" ns="http://n" class="gc"><title>G</title><p>text <a href="#r">link</a></p><link href="#z-1" rel="see"/></part>
    <control id="a-1.1" class="SP-enhancement"><title>More</title><prop name="label" value="A-1(1)"/>
    <prop name="status" value="Withdrawn"/><link href="#a-1" rel="incorporated-into"/></control></control>
    <control id="Name_01.02"><title>Long</title><prop name="label" value="Long name (01.02)"/>
    <part id="o-smt" name="statement"/><part id="obj" name="assessment-objective"><p>determine it</p></part></control></group>
    <back-matter><resource uuid="11111111-2222-4333-8444-555555555558"><title>R</title><description><p>d</p></description>
    <citation><text>cited</text></citation><rlink href="a"/><rlink href="b"/></resource></back-matter>
    </catalog>
    """

  @Test(arguments: [OSCALCatalogExporter.Form.xml, .json])
  func everythingThatIsReadIsWritten(form: OSCALCatalogExporter.Form) throws {
    let original = try Self.imported(SourceFile(name: "all.xml", bytes: Array(Self.everything.utf8)))
    #expect(original.rows.count == 11)
    let bytes = try OSCALCatalogExporter(form: form).export(original)
    #expect(try OSCALCatalogExporter(form: form).export(original) == bytes)
    Self.compare(original, try Self.imported(SourceFile(name: "again.\(form)", bytes: bytes)))
    let text = String(decoding: bytes, as: UTF8.self)
    // Mentions of parameters are mentions again.
    #expect(text.contains(form == .xml ? "id-ref=\"a-1_p2\"" : "{{ insert: param, a-1_p2 }}"))
  }

  @Test func aFrameworkFromElsewhereKeepsItsNamesAsLabels() throws {
    let id = try #require(FrameworkID("ours"))
    let revision = try #require(RevisionID("2026"))
    var builder = CatalogBuilder(
      metadata: CatalogMetadata(
        id: FrameworkRevisionID(framework: id, revision: revision), title: "Ours", publisher: "We",
        asOf: CalendarDate("2026-02-03"), source: "https://example.org/"), file: "ours.csv")
    var group = NodeRow(kind: .group, parent: -1, line: 1, column: 1)
    group.local = builder.store("GOVERN 1")
    group.title = builder.store("Policies")
    builder.append(group)
    var control = NodeRow(kind: .control, parent: 0, line: 2, column: 1)
    control.local = builder.store("9(2)")
    control.label = builder.store("Article 9")
    control.title = builder.store("Risk")
    control.summary = builder.store("Our words")
    control.modality = .duty
    builder.append(control)
    var point = NodeRow(kind: .statement, parent: 1, line: 3, column: 1)
    point.local = builder.store("9(2)(a)")
    point.label = builder.store("(a)")
    point.summary = builder.store("Point")
    builder.append(point)
    let catalog = try builder.finished()
    let again = try Self.imported(
      SourceFile(name: "again.xml", bytes: try OSCALCatalogExporter(form: .xml).export(catalog)))
    #expect(again.nodes.map(\.local).prefix(2) == ["GOVERN 1", "9(2)"])
    #expect(again.nodes.map(\.text) == ["", "Our words", "Point"])
    #expect(again.nodes.map(\.title) == ["Policies", "Risk", ""])
    #expect(again.nodes.map(\.kind) == [.group, .control, .statement])
    #expect(again[1].aliases.contains("Article 9"))
    #expect(again[1].aliases.contains("_x0039__x0028_2_x0029_"))
    #expect(again[1].properties.contains(Property(name: "modality", value: "duty")))
    #expect(again.metadata.asOf == CalendarDate("2026-02-03"))
    #expect(again.metadata.publisher == "We")
  }

  @Test(
    .enabled(if: ProcessInfo.officialOSCAL != nil, "real data absent: ../shared not found"),
    arguments: [
      "NIST_SP-800-53_rev5.0.1_catalog.xml", "NIST_CSF_v2.0_catalog.xml", "NIST_SP800-171_rev3_catalog.xml",
      "basic-catalog.xml", "NIST_SP-800-53_rev5_HIGH-baseline-resolved-profile_catalog.xml",
    ])
  func officialCatalogsStayWhatTheyAre(name: String) throws {
    let folder = try #require(ProcessInfo.officialOSCAL)
    let original = try Self.imported(SourceFile(path: folder.appending(path: name).path))
    let bytes = try OSCALCatalogExporter(form: .xml).export(original)
    Self.compare(original, try Self.imported(SourceFile(name: "again.xml", bytes: bytes)))
    let json = try OSCALCatalogExporter(form: .json).export(original)
    Self.compare(original, try Self.imported(SourceFile(name: "again.json", bytes: json)))
  }
}

extension ProcessInfo {
  /// The folder of official OSCAL documents, which is no part of the package.
  static var officialOSCAL: URL? {
    let named = processInfo.environment["CROSSWALK_SHARED"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = (named ?? root.appending(path: "shared")).appending(path: "data/oscal")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
