import Foundation
import Testing

/// What official releases have otherwise than the ones before.
@Suite struct DiffOfficialDataTests {
  private typealias JSON = [String: Any]

  private static let header =
    "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,"
    + "reviewed_on,source_revision,target_revision,note"

  private func names(_ entries: Any?, _ field: String = "id") -> [String] {
    (entries as? [JSON] ?? []).compactMap { $0[field] as? String }
  }

  @Test(.enabled(if: RealData.isPresent, "needs the folder shared/data beside the checkout"))
  func theTwoReleasesOfTheHighBaselineDifferInFourControlsAndStaleNothing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for name in [
      "rev5.1_HIGH-baseline-resolved-profile_catalog.earlier", "rev5_HIGH-baseline-resolved-profile_catalog",
    ] {
      #expect(try binary.run("import", RealData.path("oscal/NIST_SP-800-53_\(name).xml")).status == 0)
    }
    let high = "nist-sp-800-53-r5-high"
    let lines = ["SA-4", "SA-5", "SA-8", "SI-2", "AC-2", "SI-2#si-2_smt.a"].map {
      "\(high)/\($0),eu-ai-act/15(5),intersects-with,yes,semantic,3,0.9,human,draft,A. Analyst,2026-02-01,,,5.1.1+u4,2026-07-27,"
    }
    #expect(
      try binary.run(
        "import", try binary.file("high.csv", ([Self.header] + lines).joined(separator: "\n") + "\n")
      )
      .status == 0)
    let result = try binary.run(
      "diff", "\(high)@5.1.1+u4", "\(high)@5.2.0", "--format", "json", "--exit-code")
    #expect(result.status == 3, "\(result.errors)")
    let diff = try result.json()
    #expect(diff["controls"] as? [String] == ["SA-4", "SA-5", "SA-8", "SI-2"].map { "\(high)/\($0)" })
    let changed = try #require(diff["changed"] as? [JSON])
    #expect(
      changed.map {
        "\(($0["control"] as? String ?? "").dropFirst(high.count + 1)) \(names($0["parts"], "field"))"
      } == [
        "SA-4 [\"guidance\"]", "SA-5 [\"guidance\"]", "SA-8 [\"links\"]", "SI-2 [\"links\"]",
        "SI-2 [\"guidance\"]",
      ])
    for list in [
      "added", "withdrawn", "removed", "reinstated", "moved", "renumbered", "notCompared", "staleRelevant",
      "staleClaims",
    ] {
      #expect((diff[list] as? [Any])?.isEmpty == true, "\(list)")
    }
    #expect((diff["summary"] as? JSON)?["claims"] as? Int == 6)
    #expect((diff["verdicts"] as? [JSON])?.allSatisfy { ($0["changes"] as? [Any])?.isEmpty == true } == true)
    #expect(try binary.run("check").text.contains(", 0 stale,"))
  }

  @Test(.enabled(if: RealData.isPresent, "needs the folder shared/data beside the checkout"))
  func aConsolidatedActSaysWhichActChangedIt() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let folder = "eu-law/eidas-consolidated"
    let act = "\(folder)/CL2014R0910EN0020030.0001.xml"
    let text = try String(contentsOf: URL(filePath: RealData.path(act)), encoding: .utf8)
    // The act as if nobody had changed it: one provision has its old words, and no mark stands anywhere.
    let earlier = text.replacing(/<\?CLG\.[^?]*\?>/, with: "")
      .replacingOccurrences(of: "trust service", with: "service of trust")
    let file = try binary.file("earlier.xml", earlier)
    for arguments in [[file, "--revision", "earlier", "--as-of", "2014-09-17"], [RealData.path(act)]] {
      let result = try binary.run(["import"] + arguments)
      #expect(result.status == 0, "\(result.errors)")
    }
    let diff = try binary.run("diff", "eu-eidas", "--format", "json").json()
    let changed = try #require(diff["changed"] as? [JSON])
    let words = changed.flatMap { names($0["marks"], "words") }
    #expect(words.contains("replaced by Regulation (EU) 2024/1183, Article 1, point (2), point (a)"))
    #expect(words.contains { $0.hasPrefix("inserted by Regulation (EU) 2024/1183, Article 1, point (") })
    #expect(words.contains { $0.hasPrefix("replaced by a corrigendum of Regulation (EU) 2024/1183") })
    #expect(changed.contains { names($0["parts"], "field") == ["requirement"] })
  }
}
