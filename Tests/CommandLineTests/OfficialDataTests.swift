import Foundation
import Testing

/// Official files, counted by the toolkit and by witnesses that share no code with it.
@Suite(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
struct OfficialDataTests {
  private func imported(_ binary: CrosswalkBinary, _ files: [String]) throws -> [[String: Any]] {
    let result = try binary.run(["import", "--format", "json"] + files.map { RealData.path($0) })
    #expect(result.status == 0, "\(result.errors)")
    return try #require(try result.json()["files"] as? [[String: Any]])
  }

  private func count(_ xpath: String, in file: String) throws -> Int? {
    try outside("xmllint", ["--xpath", xpath, RealData.path(file)]).flatMap {
      Int($0.output.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  @Test(arguments: [
    ("oscal/NIST_SP-800-53_rev5.0.1_catalog.xml", 1189, 182), ("oscal/NIST_CSF_v2.0_catalog.xml", 219, 0),
    ("oscal/NIST_SP800-171_rev3_catalog.xml", 130, 33),
  ])
  func catalogsArriveWhole(file: String, controls: Int, withdrawn: Int) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try #require(try imported(binary, [file]).first)
    #expect(report["controls"] as? Int == controls)
    #expect(report["withdrawn"] as? Int == withdrawn)
    let witness = try count("count(//*[local-name()='control'])", in: file)
    #expect(witness == nil || witness == controls)
    let groups = try count("count(//*[local-name()='group'])", in: file)
    #expect(groups == nil || groups == report["groups"] as? Int)
  }

  @Test(arguments: ["zip", "loose"])
  func theActArrivesWithItsAnnexesAndRecitals(form: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let folder = "eu-law/ai-act"
    let names = try FileManager.default.contentsOfDirectory(atPath: RealData.path(folder)).sorted()
    let files = names.filter { $0.hasSuffix(form == "zip" ? ".zip" : ".xml") }.map { "\(folder)/\($0)" }
    let report = try #require(try imported(binary, files).first)
    #expect(report["framework"] as? String == "eu-ai-act")
    #expect(report["revision"] as? String == "2024-07-12")
    #expect(report["controls"] as? Int == 113 + 13)
    #expect(report["recitals"] as? Int == 180)
    let act = "\(folder)/L_202401689EN.000101.fmx.xml"
    #expect([nil, 113].contains(try count("count(//ARTICLE[not(ancestor::QUOT.S)])", in: act)))
    #expect([nil, 180].contains(try count("count(//CONSID)", in: act)))

    // Whole text: no footnotes, quotation marks restored, nothing of the acts that are amended.
    let definitions = try binary.run("show", "eu-ai-act@2024-07-12/3(1)", "--format", "json").json()
    #expect((definitions["text"] as? String)?.contains("‘AI system’ means a machine-based system") == true)
    #expect(definitions["modality"] as? String == "definition")
    let later = try binary.run("show", "eu-ai-act@2024-07-12/43(1)/2(a)", "--format", "json").json()
    #expect(
      (later["text"] as? String)?.hasPrefix("harmonised standards referred to in Article 40 do not exist")
        == true)
    let amending = try binary.run("show", "eu-ai-act@2024-07-12/102", "--format", "json").json()
    #expect((amending["text"] as? String)?.contains("In Article 4(3) of Regulation") == true)
    #expect((amending["text"] as? String)?.contains("When adopting detailed measures") == false)
    // The bundled revision stays the one that applies.
    let list = try #require(
      try binary.run("frameworks", "--format", "json").json()["frameworks"] as? [[String: Any]])
    #expect(
      list.filter { $0["id"] as? String == "eu-ai-act" }.compactMap { $0["revision"] as? String } == [
        "2024-07-12", "2026-07-27",
      ])
  }

  @Test func aConsolidatedActShowsWhoChangedWhat() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try #require(
      try imported(binary, ["eu-law/eidas-consolidated/CL2014R0910EN0020030.0001.doc.xml"]).first)
    #expect(report["framework"] as? String == "eu-eidas")
    #expect(report["revision"] as? String == "2024-10-18")
    #expect(report["controls"] as? Int == 85 + 7)
    #expect(report["withdrawn"] as? Int == 3)
    let inserted = try binary.run("show", "eu-eidas/5a(5)(b)").text
    #expect(inserted.contains("amended-by") && inserted.contains("inserted 32024R1183 AR:1;PT:5"))
    let deleted = try binary.run("show", "eu-eidas/12(3)(d)").text
    #expect(deleted.contains("Withdrawn.") && deleted.contains("Directive 95/46/EC"))
  }

  @Test func anActThatNoRuleKnowsIsNamedAfterItsNumberAndSaysSo() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let file = "eu-law/akoma-ntoso/32014L0092.akn"
    let report = try #require(try imported(binary, [file]).first)
    #expect(report["format"] as? String == "akoma-ntoso")
    #expect(report["framework"] as? String == "eu-32014l0092")
    #expect(report["namedAfter"] as? String == "32014L0092")
    #expect(report["controls"] as? Int == 31)
    let again = try binary.run("import", RealData.path(file), "--dry-run")
    #expect(again.text.contains("named after its number 32014L0092"))
    let named = try binary.run(
      "import", RealData.path(file), "--dry-run", "--framework", "eu-pad", "--format", "json")
    #expect(try named.json()["files"].debugDescription.contains("namedAfter") == false)
  }

  @Test func publishersTablesArriveWhole() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let reports = try imported(
      binary,
      [
        "nist-csv/NIST_SP-800-53_rev5_catalog_load.csv", "nist-csv/ai-rmf/ai-rmf-1.0-subcategories.csv",
        "nist-csv/csf/csf-2.0.csv",
      ])
    #expect(reports.map { $0["controls"] as? Int } == [1189, 72, 185])
    #expect(reports.map { $0["withdrawn"] as? Int }[2] == 79)
  }

  /// Two imported catalogs, and claims of our own for twenty pairs.
  @Test func twoOfficialCatalogsMakeAGapReport() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let claims = Checkout.root.appending(path: "Tests/CommandLineTests/Fixtures/claims-800-53--800-171.csv")
      .path
    let imported = try binary.run(
      "import", "--format", "json", RealData.path("oscal/NIST_SP-800-53_rev5.0.1_catalog.xml"),
      RealData.path("oscal/NIST_SP800-171_rev3_catalog.xml"), claims)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(!imported.errors.contains("dangling"))
    let files = try #require(try imported.json()["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["claims"] as? Int }.reduce(0, +) == 20)
    let report = try binary.run(
      "gap", "--from", "nist-sp-800-53-r5", "--to", "nist-sp-800-171-r3", "--format", "json"
    ).json()
    let summary = try #require(report["summary"] as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count == summary["statements"] as? Int)
    // A claim that the source asks everything covers the requirement and each of its parts.
    let covered = findings.filter { $0["verdict"] as? String == "covered" }
    #expect(!covered.isEmpty)
    for finding in covered {
      let by = try #require((finding["by"] as? [[String: Any]])?.first)
      #expect(Set(by["relations"] as? [String] ?? []).isSubset(of: ["equal-to", "superset-of"]))
    }
    #expect((report["basis"] as? [String: Any])?["claims"] as? Int == 20)
  }

  @Test func importingTwiceChangesNothing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let file = "oscal/NIST_SP800-171_rev3_catalog.xml"
    _ = try imported(binary, [file])
    let before = try binary.run("frameworks", "--format", "json").output
    let again = try #require(try imported(binary, [file]).first)
    #expect(again["unchanged"] as? Bool == true)
    #expect(try binary.run("frameworks", "--format", "json").output == before)
  }
}
