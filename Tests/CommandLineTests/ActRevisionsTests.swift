import Foundation
import Testing

/// The two bundled revisions of the AI Act, as users meet them: which one answers, and what stays of the claims.
@Suite struct ActRevisionsTests {
  private static let gap = ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "json"]

  private func report(_ binary: CrosswalkBinary, _ arguments: [String]) throws -> [String: Any] {
    let result = try binary.run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try result.json()
  }

  private func stale(_ report: [String: Any]) -> [String] {
    (report["findings"] as? [[String: Any]] ?? []).filter { $0["stale"] as? Bool == true }
      .compactMap { $0["target"] as? String }
  }

  /// Claims about what was not amended count; those about changed provisions are stale, those about inserted ones are
  /// left out, and said to be.
  @Test func aReportAboutAnEarlierDayTakesTheActAsItStoodThen() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try report(binary, Self.gap + ["--as-of", "2025-06-01"])
    #expect((report["target"] as? [String: Any])?["revision"] as? String == "2024-07-12")
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["gap"] as? Int == 0 && summary["contradicted"] as? Int == 0)
    #expect(summary["partial"] as? Int ?? 0 > 120)
    let basis = try #require(report["basis"] as? [String: Any])
    #expect(basis["claims"] as? Int ?? 0 > 380)
    #expect(basis["dangling"] as? Int == 13)
    #expect(
      stale(report) == [
        "eu-ai-act/10(1)", "eu-ai-act/11(1)/2", "eu-ai-act/17(2)", "eu-ai-act/25(4)/1", "eu-ai-act/27(5)",
        "eu-ai-act/43(3)/1", "eu-ai-act/72(3)",
      ])
    let targets = (report["findings"] as? [[String: Any]] ?? []).compactMap { $0["target"] as? String }
    #expect(targets.contains("eu-ai-act/10(5)(b)") && !targets.contains("eu-ai-act/4a(1)(b)"))
    let table = try binary.run(
      "gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2025-06-01")
    #expect(table.status == 0 && table.text.contains("13 claims with a name"))
  }

  @Test func todayNothingIsStaleAndNothingIsLeftOut() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try report(binary, Self.gap + ["--as-of", "2026-11-23"])
    #expect((report["target"] as? [String: Any])?["revision"] as? String == "2026-07-27")
    #expect(stale(report) == [])
    #expect((report["basis"] as? [String: Any])?["dangling"] as? Int == 0)
    #expect((report["findings"] as? [Any])?.count == 253)
  }

  @Test func whatTheAmendmentDidStandsWithTheProvision() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(try binary.run("show", "eu-ai-act/60a").text.contains("inserted 32026R1744 AR:1;PT:25"))
    let deleted = try binary.run("show", "eu-ai-act/10(5)").text
    #expect(deleted.contains("Withdrawn.") && deleted.contains("deleted 32026R1744 AR:1;PT:9;PT:b"))
    let inPart = try binary.run("show", "eu-ai-act/75").text
    #expect(inPart.contains("amended-in-part-by") && inPart.contains("replaced 32026R1744 AR:1;PT:31;PT:a"))
    #expect(try !binary.run("show", "eu-ai-act@2024-07-12/10(5)").text.contains("Withdrawn."))
  }

  /// What `diff` says about a provision: the words of its marks.
  private func marks(_ entries: Any?) -> [String: [String]] {
    var words: [String: [String]] = [:]
    for entry in entries as? [[String: Any]] ?? [] {
      let marks = entry["marks"] as? [[String: Any]] ?? []
      guard let id = entry["id"] as? String, !marks.isEmpty else { continue }
      words[String(id.dropFirst("eu-ai-act/".count))] = marks.compactMap { $0["words"] as? String }
    }
    return words
  }

  @Test func theComparisonNamesTheAmendingPointOfEveryChangedArticle() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let arguments = ["diff", "eu-ai-act@2024-07-12", "eu-ai-act@2026-07-27", "--as-of", "2026-11-23"]
    let diff = try report(binary, arguments + ["--format", "json"])
    let by = "by Regulation (EU) 2026/1744, Article 1, point"
    let added = marks(diff["added"])
    #expect(added["4a"] == ["inserted \(by) (6)"])
    #expect(added["60a"] == ["inserted \(by) (25)"])
    #expect(added["75c"] == ["inserted \(by) (32)"])
    #expect(added["annex-xiv"] == ["inserted \(by) (43)"])
    #expect(marks(diff["withdrawn"])["annex-viii/section-b/9"] == ["deleted \(by) (42)"])
    let changed = marks(diff["changed"])
    #expect(changed["10(1)"] == ["replaced \(by) (9), point (a)"])
    #expect(changed["4"] == ["replaced \(by) (5)"])
    #expect(changed["28"] == ["in part inserted \(by) (14)"])
    #expect(changed["113"]?.last == "in part inserted \(by) (40), point (c)")
    let all = Set(added.keys).union(marks(diff["withdrawn"]).keys).union(changed.keys)
    let holders = Set(all.map { String($0.prefix { $0 != "(" && $0 != "/" }) })
    let articles = [
      "1", "2", "3", "4", "4a", "5", "6", "10", "11", "17", "25", "27", "28", "29", "30", "40", "42", "43",
      "50",
      "56", "57", "58", "60", "60a", "63", "64", "69", "70", "72", "75", "75a", "75b", "75c", "75d", "76",
      "77",
      "95", "96", "97", "99", "111", "113",
    ]
    #expect(holders == Set(articles + ["annex-i", "annex-viii", "annex-xiv"]))
    #expect((diff["summary"] as? [String: Any])?["removed"] as? Int == 0)
    let table = try binary.run(arguments)
    #expect(table.status == 0 && table.text.contains("inserted \(by) (25)"))
  }

  /// The official act is the text of the bundled revision: it adds words, and no claim goes stale by it.
  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func theOfficialActJoinsTheBundledOneAndStalesNothing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let before = try report(binary, Self.gap + ["--as-of", "2025-06-01"])
    let file = RealData.path("eu-law/ai-act/eu_ai_act_32024R1689_fmx4_2026-07-08.zip")
    let imported = try binary.run("import", file)
    #expect(imported.status == 0, "\(imported.errors)")
    let list = try #require(
      try binary.run("frameworks", "--format", "json").json()["frameworks"] as? [[String: Any]])
    let act = try #require(list.first { $0["revision"] as? String == "2024-07-12" })
    #expect(act["controls"] as? Int == 126 && act["recitals"] as? Int == 180)
    let after = try report(binary, Self.gap + ["--as-of", "2025-06-01"])
    #expect(stale(after) == stale(before))
    // What we only had as a heading has its duties now.
    let targets = (after["findings"] as? [[String: Any]] ?? []).compactMap { $0["target"] as? String }
    #expect(targets.contains("eu-ai-act/4") && targets.contains("eu-ai-act/10(5)(b)"))
    let today = try report(binary, Self.gap + ["--as-of", "2026-11-23"])
    #expect(stale(today) == [])
  }
}
