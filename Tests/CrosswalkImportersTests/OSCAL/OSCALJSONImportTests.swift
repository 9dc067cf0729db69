import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders
import Testing

/// Catalogs in JSON import as the same catalogs in XML.
@Suite struct OSCALJSONImportTests {
  private func read(_ file: SourceFile) throws(ImportError) -> Imported {
    var graph = CrosswalkGraphBuilder()
    try OSCALFixture.importer.importCatalog(file, limits: .standard, into: &graph)
    return Imported(catalog: graph.catalogs[0], notUsed: graph.notUsed)
  }

  private func source(_ content: String, version: String = "\"1.2.0\"") -> MarkedSource {
    MarkedSource(
      "{\"catalog\": {\"uuid\": \"u\", \"metadata\": {\"title\": \"Test\", \"version\": \"1\",\n"
        + "\"last-modified\": \"2026-01-02T03:04:05Z\", ⟦version⟧\"oscal-version\": \(version)},\n\(content)}}",
      name: "a.json")
  }

  @Test func controlsStandInTheirFile() throws {
    let source = source(
      """
      "params": [{"id": "p", "label": "time"}],
      "controls": [⟦control⟧{"id": "c-1", "title": "One", "parts": [{"id": "c-1_smt", "name": "statement",
        "prose": "Within {{ insert: param, p }}:", "parts": [
        ⟦item⟧{"id": "c-1_smt.a", "name": "item", "props": [{"name": "label", "value": "a."}], "prose": "shut \\"it\\"\\n\\n- now"}]}],
        ⟦odd⟧"owner": {"name": "x"}}]
      """)
    let imported = try read(source.file)
    let control = try imported.find("c-1")
    #expect(control.location == source["control"])
    #expect(control.text == "Within [Assignment: time]:")
    let item = try imported.find("c-1a")
    #expect(item.location == source["item"])
    #expect(item.text == "shut “it”\n- now")
    #expect(imported.notUsed.map(\.what) == ["element <owner>"])
    #expect(imported.notUsed.map(\.location) == [source["odd"]])
  }

  @Test func errorsStandInTheJSON() throws {
    let twice = source(
      "\"controls\": [⟦first⟧{\"id\": \"a\", \"title\": \"A\"},\n⟦second⟧{\"id\": \"a\", \"title\": \"B\"}]")
    let error = try #require(throws: ImportError.self) { try read(twice.file) }
    #expect(error.reason == .duplicateControl(firstSeen: twice["first"]) && error.location == twice["second"])
    let newer = source("\"controls\": []", version: "\"2.0.0\"")
    let version = try #require(throws: ImportError.self) { try read(newer.file) }
    #expect(version.reason == .unsupportedVersion("2.0.0", supported: "1.0 through 1.2"))
    #expect(version.location == newer["version"])
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared not found"))
  func thePublishedCatalogInJSONImports() throws {
    let file = RealData.file("oscal/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json")
    let imported = try read(file)
    let counts = CatalogCounts(imported.catalog)
    // Counted with Python: objects in "groups", in "controls", and parts named "item".
    #expect([counts.groups, counts.controls, counts.statements] == [18, 149, 574])
    #expect(try imported.find("AC-1a").text.hasPrefix("Develop, document, and disseminate to ["))
  }

  @Test(
    .enabled(if: RealData.isPresent, "real data absent: ../shared not found"),
    arguments: OSCALRealCatalogTests.catalogs)
  func aCatalogWrittenAsJSONImportsAsItDidFromXML(name: String) throws {
    let file = RealData.file("oscal/\(name)")
    let expected = try OSCALFixture.read(file)
    let json = OSCALJSONWriter.write(try OSCALXMLReader().read(file))
    let imported = try read(SourceFile(name: "a.json", bytes: json))
    let difference = ImportedAccount(imported, withPlaces: false).firstDifference(
      from: ImportedAccount(expected, withPlaces: false))
    #expect(difference == nil)
    let again = OSCALJSONWriter.write(try OSCALJSONReader().read(SourceFile(name: "b", bytes: json)))
    #expect(again == json)
  }

  @Test(
    .enabled(if: RealData.isPresent, "real data absent: ../shared not found"),
    arguments: [
      "NIST_CSF_v2.0-to-NIST_SP-800-53_rev5.mapping-collection.json",
      "PCI_v4-to-Harmonized_V1.1.mapping-collection.json",
    ])
  func publishedMappingsReadWithoutUnknownKeysBesideTheirMistakes(name: String) throws {
    let tree = try OSCALJSONReader().read(RealData.file("mappings/oscal/\(name)"))
    var unknown: Set<String> = []
    func look(_ element: OSCALElement) {
      if let key = element.unknownKey { unknown.insert(key) }
      element.elements.forEach(look)
    }
    look(tree)
    #expect(unknown.isSubset(of: ["id_ref", "type"]), "\(unknown)")
    #expect(tree.first("provenance")?["method"] == "manual")
    #expect(tree.first("mapping")?.elements("map").isEmpty == false)
  }
}
