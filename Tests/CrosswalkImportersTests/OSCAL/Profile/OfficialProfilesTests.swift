import Foundation
import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite(.enabled(if: RealData.isPresent, "real data absent: ../shared not found"))
struct OfficialProfilesTests {
  private static let catalog = "oscal/NIST_SP-800-53_rev5.0.1_catalog.xml"

  private func imported(_ level: String) throws -> Imported {
    var graph = CrosswalkGraphBuilder()
    let importer = OSCALProfileImporter(
      identity: ImportIdentity(framework: OSCALFixture.testFramework), known: KnownFrameworks(rules: []),
      further: [RealData.file(Self.catalog)])
    try importer.importCatalog(
      RealData.file("oscal/NIST_SP-800-53_rev5_\(level)-baseline_profile.xml"), limits: .standard,
      into: &graph)
    return Imported(catalog: graph.catalogs[0], notUsed: graph.notUsed)
  }

  /// What stands between two marks, wherever they follow each other directly.
  private func pieces(of name: String, from open: String, to close: String) throws -> Set<String> {
    let text = String(decoding: try RealData.file(name).bytes(), as: UTF8.self)
    return Set(
      text.components(separatedBy: open).dropFirst().compactMap { piece in
        piece.range(of: close).map { String(piece[..<$0.lowerBound]) }
      }.filter { !$0.contains("\"") })
  }

  private func identifiers(_ catalog: Catalog) -> Set<String> {
    let controls = catalog.nodes.filter { $0.kind == .control || $0.kind == .enhancement }
    return Set(controls.compactMap { $0.aliases.first })
  }

  @Test(arguments: ["LOW", "MODERATE"])
  func aBaselineHasTheControlsThatItNames(level: String) throws {
    let named = try pieces(
      of: "oscal/NIST_SP-800-53_rev5_\(level)-baseline_profile.xml", from: "<with-id>", to: "</with-id>")
    #expect(named.count > 100)
    #expect(identifiers(try imported(level).catalog) == named)
  }

  @Test func theLowBaselineIsTheOneThatThePublisherResolved() throws {
    let published = try pieces(
      of: "oscal/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json",
      from: "{\"id\":\"", to: "\",\"class\":\"SP800-53")
    let catalog = try imported("LOW").catalog
    // The closing mark is the beginning of the enhancements' class as well.
    #expect(published.count == 149)
    #expect(identifiers(catalog) == published)
    let groups = catalog.nodes.filter { $0.kind == .group }.map(\.local)
    #expect(groups.count == 18)
  }

  @Test func nodesStandWhereTheCatalogHasThem() throws {
    let imported = try imported("LOW")
    let whole = try OSCALFixture.read(RealData.file(Self.catalog))
    #expect(imported.catalog.files == [RealData.path(Self.catalog)])
    for local in ["AC-1", "AC-2", "AT-2(2)", "SR-12"] {
      let (mine, theirs) = (try imported.node(local), try whole.node(local))
      #expect(mine.location == theirs.location)
      #expect(mine.text == theirs.text)
      #expect(mine.title == theirs.title)
    }
  }
}
