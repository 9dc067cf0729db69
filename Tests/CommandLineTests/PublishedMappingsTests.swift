import Foundation
import Testing

/// The figures of `Documentation/published-mappings.md`, from NIST's concept sheet closed together with the sets that share ISO/IEC 27001.
@Suite struct PublishedMappingsTests {
  /// Each set with the reading of its intersects.
  private static let sets = [
    ("iso27001-2013", "iso27001-2022", "strict"), ("iso27001-2022", "scf-2025", "strict"),
    ("iso42001-2023", "scf-2025", "strict"), ("nist-800-53r5", "iso27001-2022", "loose"),
    ("nist-csf-2.0", "iso27001-2022", "loose"),
  ]
  private static let frameworks = ["iso27001-2013", "iso27001-2022", "iso42001-2023", "scf-2025"]

  @Test(
    .enabled(
      if: RealData.isPresent && RealData.hasPublishedSets,
      "real data absent: ../shared/data or ../shared/evaluate not found"))
  func publishedSetsGiveWhatTheDocumentationSays() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try importEverything(into: binary)
    let counted = try binary.run("mappings", "--derived", "--format", "json").json()["pairs"]
    let pairs = try #require(counted as? [[String: Any]])
    func counts(_ first: String, _ second: String) -> [Int]? {
      let pair = pairs.first { $0["frameworks"] as? [String] == [first, second] }
      return pair.map { pair in
        ["claimed", "derived", "sharpened", "contradicted"].compactMap { pair[$0] as? Int }
      }
    }
    #expect(counts("nist-csf-2.0", "nist-sp-800-53-r5") == [737, 1384, 0, 0])
    #expect(counts("iso27001-2013", "scf-2025") == [0, 1939, 0, 0])
    #expect(counts("nist-csf-2.0", "scf-2025") == [0, 741, 0, 0])
    #expect(counts("nist-sp-800-53-r5", "scf-2025") == [0, 1216, 0, 0])
    try chainsThroughAPivotGiveNoPairOfRequirements(binary)
    let gap = try binary.run(
      "gap", "--from", "nist-csf-2.0", "--to", "nist-sp-800-53-r5", "--format", "json")
    let summary = try #require(try gap.json()["summary"] as? [String: Any])
    #expect(["covered", "partial", "unknown"].map { summary[$0] as? Int } == [0, 82, 1648])
  }

  /// Related after related excludes nothing: what follows between CSF 2.0 and SP 800-53 has a group at one end.
  private func chainsThroughAPivotGiveNoPairOfRequirements(_ binary: CrosswalkBinary) throws {
    let answer = try binary.run(
      "mappings", "--derived", "--from", "nist-csf-2.0", "--to", "nist-sp-800-53-r5", "--format", "json")
    let relations = try #require(try answer.json()["relations"] as? [[String: Any]])
    #expect(relations.count == 1384)
    for relation in relations {
      // Subcategories and controls have a hyphen in their names, groups of either have none.
      let ends = ["source", "target"].compactMap { relation[$0] as? String }
      let locals = ends.compactMap { $0.split(separator: "/").last }
      #expect(locals.count == 2 && !locals.allSatisfy { $0.contains("-") }, "\(ends)")
    }
  }

  private func importEverything(into binary: CrosswalkBinary) throws {
    let catalogs = ["oscal/NIST_SP-800-53_rev5.0.1_catalog.xml", "nist-csv/csf/csf-2.0.csv"]
    try expectDone(binary.run(["import"] + catalogs.map { RealData.path($0) }))
    try expectDone(
      binary.run(
        "import",
        RealData.path(
          "mappings/nist/Cybersecurity_Framework_v2-0_Concept_Crosswalk_800-53_5_2_0_draft.xlsx")))
    for framework in Self.frameworks {
      try expectDone(
        binary.run(
          "import", RealData.publishedSet("texts/\(framework).tsv"), "--framework", framework, "--revision",
          "1",
          "--profile", "generic-catalog"))
    }
    for (source, target, reading) in Self.sets {
      try expectDone(
        binary.run(
          "import", RealData.publishedSet("gold/\(source)__\(target).tsv"), "--profile",
          try profile(reading, in: binary), "--source-framework", Self.name(source), "--target-framework",
          Self.name(target)))
    }
  }

  private static func name(_ set: String) -> String { set == "nist-800-53r5" ? "nist-sp-800-53-r5" : set }

  /// The generic profile with the given reading of its intersects.
  private func profile(_ reading: String, in binary: CrosswalkBinary) throws -> String {
    let bundled = Checkout.root.appending(path: "Crosswalks/Profiles/generic-mapping.json")
    let text = try String(contentsOf: bundled, encoding: .utf8)
      .replacingOccurrences(of: #""name": "generic-mapping""#, with: #""name": "generic-\#(reading)""#)
      .replacingOccurrences(of: #""intersects": "loose""#, with: #""intersects": "\#(reading)""#)
    return try binary.file("generic-\(reading).json", text)
  }

  private func expectDone(_ result: CrosswalkBinary.Result) {
    #expect(result.status == 0, "\(result.errors)")
  }
}
