import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders
import Testing

/// A catalog that is there as a tree imports as its XML does, places included.
@Suite struct OSCALTreeImportTests {
  private func tree(_ file: SourceFile) throws -> OSCALElement { try OSCALXMLReader().read(file) }

  private static let content = """
    <group id="g"><title>Gates
    and doors</title>
      <control id="c-1"><title>One &amp; <em>only</em></title>
        <param id="p"><label>time</label></param>
        <prop name="label" value="C-1"/><x:y xmlns:x="urn:x"><control/></x:y>
        <part id="c-1_smt" name="statement"><p>Within <insert type="param" id-ref="p"/>
    and <insert type="param" id-ref="q"/>.</p>
          <part id="c-1_smt.a" name="item"><prop name="label" value="a."/><p>Shut.</p></part></part>
      </control>
    </group>
    """

  @Test func aTreeImportsAsItsFileDoes() throws {
    let source = OSCALFixture.source(Self.content)
    let expected = try OSCALFixture.read(source.file)
    #expect(expected.notUsed.count == 2)
    let imported = try OSCALFixture.read(tree(source.file))
    #expect(ImportedAccount(imported) == ImportedAccount(expected))
  }

  @Test func errorsStandWhereTheirElementsCameFrom() throws {
    let source = OSCALFixture.source(
      "⟦first⟧<control id='a'><title>A</title></control>\n⟦second⟧<control id='a'/>")
    let error = try #require(throws: ImportError.self) { try OSCALFixture.read(tree(source.file)) }
    #expect(error.reason == .duplicateControl(firstSeen: source["first"]))
    #expect(error.location == source["second"])
  }

  @Test func controlsOfSeveralFilesKeepTheirFiles() throws {
    let source = OSCALFixture.source(OSCALFixture.control("<p>Shut.</p>"))
    var root = try tree(source.file)
    let place = SourceLocation(file: "other.xml", line: 70, column: 7)
    root.append(OSCALElement("control", [.init("id", "z")], [.element(.init("title", text: "Z"))], at: place))
    root.append(OSCALElement("control", [.init("id", "made")], [.element(.init("title", text: "M"))]))
    let imported = try OSCALFixture.read(root)
    #expect(
      imported.catalog.nodes.map(\.location.file) == ["marked.xml", "other.xml", "other.xml"])
    #expect(imported.catalog.nodes.last?.location == place)
    #expect(imported.catalog.files == ["marked.xml", "other.xml"])
  }

  @Test func limitsHoldForTrees() throws {
    let root = try tree(OSCALFixture.source(OSCALFixture.control("<p>0123456789</p>")).file)
    var limits = ReadingLimits.standard
    limits.textBytes = 9
    let error = try #require(throws: ImportError.self) {
      var graph = CrosswalkGraphBuilder()
      try OSCALFixture.importer.importCatalog(root, name: "x", limits: limits, into: &graph)
    }
    guard case .reading(let reading) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(reading.reason == .textTooLong(limit: 9))
  }

  @Test(
    .enabled(if: RealData.isPresent, "real data absent: ../shared not found"),
    arguments: OSCALRealCatalogTests.catalogs)
  func publishedCatalogsImportFromTreesAsFromFiles(name: String) throws {
    let file = RealData.file("oscal/\(name)")
    let (expected, imported) = (
      ImportedAccount(try OSCALFixture.read(file)), ImportedAccount(try OSCALFixture.read(tree(file)))
    )
    #expect(imported.firstDifference(from: expected) == nil)
  }
}
