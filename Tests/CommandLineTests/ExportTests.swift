import Foundation
import Testing

/// `crosswalk export`, and `import --validate` as the judge of it.
@Suite struct ExportTests {
  private static let schemas = "schemas/oscal-1.2.3"

  @Test(arguments: ["oscal-xml", "oscal-json"])
  func aBundledFrameworkComesBackAsAnotherOne(format: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let file = binary.folder.appending(path: "rmf").path
    #expect(
      try binary.run("export", "catalog", "nist-ai-rmf-1.0", "--format", format, "-o", file).status == 0)
    let result = try binary.run("import", "--framework", "again", "--format", "json", file)
    #expect(result.status == 0, "\(result.errors)")
    let report = try #require((try result.json()["files"] as? [[String: Any]])?.first)
    #expect(report["controls"] as? Int == 72)
    #expect(report["groups"] as? Int == 23)
    let before = try binary.run("show", "nist-ai-rmf-1.0/GOVERN 1.1", "--format", "json").json()
    let after = try binary.run("show", "again/GOVERN 1.1", "--format", "json").json()
    #expect(after["text"] as? String == before["summary"] as? String)
    #expect(after["title"] as? String == before["title"] as? String)
  }

  @Test func aProfileSelectsWhatTheFrameworkHas() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let catalog = binary.folder.appending(path: "rmf.xml").path
    let profile = binary.folder.appending(path: "rmf-profile.xml").path
    #expect(try binary.run("export", "catalog", "nist-ai-rmf-1.0", "-o", catalog).status == 0)
    #expect(
      try binary.run("export", "profile", "nist-ai-rmf-1.0", "--catalog", "rmf.xml", "-o", profile).status
        == 0)
    let result = try binary.run("import", "--framework", "again", "--format", "json", profile)
    #expect(result.status == 0, "\(result.errors)")
    let report = try #require((try result.json()["files"] as? [[String: Any]])?.first)
    #expect(report["controls"] as? Int == 72)
    #expect(report["groups"] as? Int == 23)
  }

  @Test(arguments: ["csv", "json"])
  func tablesAndPlainJSONHaveEveryNode(format: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("export", "catalog", "nist-ai-rmf-1.0", "--format", format)
    #expect(result.status == 0)
    #expect(result.text.contains("GOVERN 1.1"))
    if format == "csv" {
      #expect(result.text.components(separatedBy: "\r\n").count == 1 + 72 + 23 + 1)
    } else {
      #expect(try result.json()["schema"] as? String == "crosswalk-catalog/1")
    }
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func whatIsExportedIsValid() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let source = RealData.path("oscal/NIST_CSF_v2.0_catalog.xml")
    #expect(try binary.run("import", source).status == 0)
    for framework in ["nist-csf-2.0", "nist-ai-rmf-1.0", "eu-ai-act"] {
      let file = binary.folder.appending(path: "\(framework).xml").path
      #expect(try binary.run("export", "catalog", framework, "-o", file).status == 0)
      let schema = RealData.path("\(Self.schemas)/oscal_catalog_schema.xsd")
      let ours = try binary.run("import", "--validate", schema, "--dry-run", "--framework", "x", file)
      #expect(ours.status == 0, "\(ours.errors)")
      let theirs = try outside("xmllint", ["--noout", "--schema", schema, file])
      #expect(theirs == nil || theirs?.status == 0, "\(theirs?.output.prefix(500) ?? "")")
    }
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func everyFaultIsReportedAndNothingImported() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let file = try binary.file(
      "wrong.xml",
      """
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="no">
      <metadata><title>T</title><last-modified>2026-01-02T03:04:05Z</last-modified><version>1</version>
      <oscal-version>1.1.3</oscal-version></metadata>
      <control id="a 1"><title>T</title></control></catalog>
      """)
    let schema = RealData.path("\(Self.schemas)/oscal_catalog_schema.xsd")
    let result = try binary.run("import", "--validate", schema, "--framework", "x", file)
    #expect(result.status == 65)
    #expect(result.errors.contains("wrong.xml:1:1: error: "))
    #expect(result.errors.contains("wrong.xml:4:1: error: "))
    #expect(try binary.run("show", "x/a 1").status == 64)
    let broken = try binary.file("broken.xsd", "<schema/>")
    #expect(try binary.run("import", "--validate", broken, "--framework", "x", file).status == 78)
  }

  @Test func globalOptionsMayStandBeforeBothWords() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("--quiet", "export", "catalog", "nist-ai-rmf-1.0", "--format", "csv")
    #expect(result.status == 0, "\(result.errors)")
    let unknown = try binary.run("export", "catalog", "nist-ai-rmf-9")
    #expect(unknown.status == 64)
  }
}
