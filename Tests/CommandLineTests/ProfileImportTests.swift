import Foundation
import Testing

/// `crosswalk import` of OSCAL profiles.
@Suite struct ProfileImportTests {
  private static let namespace = "xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\""

  private func document(_ root: String, title: String, _ content: String) -> String {
    """
    <\(root) \(Self.namespace) uuid="00000000-0000-4000-8000-000000000001">
    <metadata><title>\(title)</title><last-modified>2026-01-02T03:04:05Z</last-modified><version>1</version>
    <oscal-version>1.1.3</oscal-version></metadata>
    \(content)
    </\(root)>
    """
  }

  private var catalog: String {
    document(
      "catalog", title: "Ours",
      "<control id=\"a-1\"><title>A</title></control><control id=\"a-2\"><title>B</title></control>")
  }

  private func profile(_ href: String) -> String {
    document(
      "profile", title: "Ours, low",
      "<import href=\"\(href)\"><include-controls><with-id>a-2</with-id></include-controls></import>")
  }

  private func files(_ result: CrosswalkBinary.Result) throws -> [[String: Any]] {
    try #require(try result.json()["files"] as? [[String: Any]])
  }

  @Test func aCatalogBesideTheProfileIsFound() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try binary.file("catalog.xml", catalog)
    let profile = try binary.file("profile.xml", profile("catalog.xml"))
    let result = try binary.run("import", "--format", "json", "--framework", "ours-low", profile)
    #expect(result.status == 0, "\(result.errors)")
    let file = try #require(try files(result).first)
    #expect(file["format"] as? String == "oscal-profile")
    #expect(file["framework"] as? String == "ours-low")
    #expect(file["controls"] as? Int == 1)
    #expect(try binary.run("show", "ours-low/a-2").status == 0)
  }

  @Test func aMissingCatalogEndsWithAHintAndNothingImported() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let profile = try binary.file("profile.xml", profile("https://example.org/catalog.xml"))
    let result = try binary.run("import", "--framework", "ours-low", profile)
    #expect(result.status == 65)
    #expect(
      result.errors.contains("profile.xml:4:1: error: the imported document \"catalog.xml\" was not found"))
    #expect(result.errors.contains("put the catalog beside the profile"))
  }

  @Test func theFrameworkNamedIsThatOfTheProfile() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try FileManager.default.createDirectory(
      at: binary.folder.appending(path: "else"), withIntermediateDirectories: true)
    let catalog = try binary.file("else/catalog.xml", catalog)
    let profile = try binary.file("profile.xml", profile("catalog.xml"))
    let result = try binary.run("import", "--format", "json", "--framework", "ours-low", profile, catalog)
    #expect(result.status == 0, "\(result.errors)")
    // No rule knows the catalog: it served the profile, and that is said.
    #expect(try files(result).map { $0["framework"] as? String } == ["ours-low"])
    let notUsed = try #require(try files(result).first?["notUsed"] as? [[String: Any]])
    #expect(notUsed.contains { ($0["why"] as? String)?.contains("import it by itself") == true })
    #expect(try binary.run("import", "--framework", "ours", catalog).status == 0)
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func baselinesAreFrameworksOfTheirOwn() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let names = ["rev5_LOW-baseline_profile", "rev5_MODERATE-baseline_profile", "rev5.0.1_catalog"]
    let result = try binary.run(
      ["import", "--format", "json"] + names.map { RealData.path("oscal/NIST_SP-800-53_\($0).xml") })
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try files(result).map { "\($0["framework"] ?? "")@\($0["revision"] ?? "") \($0["controls"] ?? 0)" } == [
        "nist-sp-800-53-r5-low@5.2.0 149", "nist-sp-800-53-r5-moderate@5.2.0 287",
        "nist-sp-800-53-r5@5.0.1 1189",
      ])
  }
}
