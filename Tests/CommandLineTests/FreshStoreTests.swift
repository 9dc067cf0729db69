import Foundation
import Testing

/// What a new user gets: a store that is made on first use, with the bundled content in it.
@Suite struct FreshStoreTests {
  @Test func theBundledFrameworksAreThere() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("frameworks", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let list = try #require(try result.json()["frameworks"] as? [[String: Any]])
    let find = { (id: String) in list.filter { $0["id"] as? String == id } }
    let rmf = try #require(find("nist-ai-rmf-1.0").first)
    #expect(rmf["controls"] as? Int == 72)
    #expect(rmf["groups"] as? Int == 23)
    let acts = find("eu-ai-act")
    #expect(acts.map { $0["revision"] as? String } == ["2024-07-12", "2026-07-27"])
    // As published 113 articles and 13 annexes; since 2026 Articles 4a, 60a and 75a to 75d and Annex XIV, too.
    #expect(acts.map { $0["controls"] as? Int } == [113 + 13, 119 + 14])
    #expect(acts.allSatisfy { $0["groups"] as? Int == 13 + 16 })
  }

  @Test func theReportAddsUpAndSaysWhatItRestsOn() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let report = try result.json()
    #expect(report["schema"] as? String == "crosswalk-gap-report/1")
    let summary = try #require(report["summary"] as? [String: Any])
    let counts = ["covered", "partial", "gap", "unknown", "contradicted"].map { summary[$0] as? Int ?? -1 }
    #expect(counts.reduce(0, +) == summary["statements"] as? Int)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count == summary["statements"] as? Int)
    let groups = try #require(report["groups"] as? [[String: Any]])
    #expect(groups.reduce(0) { $0 + ($1["statements"] as? Int ?? 0) } == findings.count)
    let basis = try #require(report["basis"] as? [String: Any])
    #expect(basis["reviewed"] as? Int == 0)
    #expect(basis["claims"] as? Int ?? 0 >= 200)
    // Drafts never make a gap.
    #expect(summary["gap"] as? Int == 0)
    #expect(summary["suggestedGap"] as? Int ?? 0 > 0)
    for finding in findings where finding["verdict"] as? String == "partial" {
      let by = try #require(finding["by"] as? [[String: Any]])
      #expect(!by.isEmpty)
      #expect(by.allSatisfy { !($0["derivation"] as? [Any] ?? []).isEmpty })
      #expect(finding["draft"] as? Bool == true)
    }
  }

  @Test func theTerminalTableSaysFirstThatNothingWasReviewed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act")
    #expect(result.status == 0)
    #expect(result.text.firstMatch(of: /0 of \d+ claims reviewed/) != nil)
    #expect(result.text.localizedCaseInsensitiveContains("selection"))
    #expect(!result.text.contains("\u{1B}["), "colour only on a terminal")
  }

  @Test(arguments: ["table", "markdown", "html", "csv", "json"])
  func theSameStoreGivesTheSameBytesEverywhere(format: String) throws {
    var binary = try CrosswalkBinary()
    defer { binary.remove() }
    let arguments = [
      "gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2026-11-01", "--format", format,
    ]
    let first = try binary.run(arguments)
    #expect(first.status == 0)
    binary.environment = ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"]
    #expect(try binary.run(arguments).output == first.output)
    // Another store, made by another run.
    var other = try CrosswalkBinary()
    defer { other.remove() }
    other.environment = ["TZ": "America/St_Johns", "LC_ALL": "C"]
    #expect(try other.run(arguments).output == first.output)
  }

  @Test func failAboveEndsWithTheFindingStatusAndNoError() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let strict = try binary.run("gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--fail-above", "0")
    #expect(strict.status == 2)
    #expect(!strict.output.isEmpty)
    #expect(!strict.errors.contains("error:"))
    let lenient = try binary.run(
      "gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--fail-above", "100000")
    #expect(lenient.status == 0)
  }

  @Test func aRoleLimitsTheReport() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    func statements(_ scope: [String]) throws -> Int {
      let result = try binary.run(
        ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "json"] + scope)
      #expect(result.status == 0, "\(result.errors)")
      return try #require((try result.json()["summary"] as? [String: Any])?["statements"] as? Int)
    }
    let all = try statements([])
    let provider = try statements(["--scope", "provider"])
    let article = try statements(["--scope", "9"])
    #expect(provider < all && provider > 0)
    #expect(article < provider && article > 5)
  }

  @Test func bothDirectionsOfAPairAreExplainedByTheSameClaim() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let there = try binary.run("explain", "nist-ai-rmf-1.0/MAP 5.1", "eu-ai-act/9(2)(b)", "--format", "json")
      .json()
    let back = try binary.run(
      "explain", "eu-ai-act/Article 9 (2) (b)", "nist-ai-rmf-1.0/map 5.1", "--format", "json"
    ).json()
    #expect(there["schema"] as? String == "crosswalk-explanation/1")
    #expect(there["relations"] as? [String] == ["intersects-with"])
    #expect(back["relations"] as? [String] == ["intersects-with"])
    func claims(_ explanation: [String: Any]) -> Set<String> {
      let derivations = explanation["derivations"] as? [[[String: Any]]] ?? []
      return Set(derivations.flatMap { $0 }.compactMap { $0["claim"] as? String })
    }
    #expect(claims(there) == claims(back))
    #expect(!claims(there).isEmpty)
  }

  @Test func theClaimsBetweenTwoFrameworksAreListed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let pairs = try binary.run("mappings", "--format", "json").json()["mappings"] as? [[String: Any]]
    let count = try #require(pairs?.first { $0["source"] as? String == "nist-ai-rmf-1.0" }?["claims"] as? Int)
    let arguments = ["mappings", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0"]
    let listed = try binary.run(arguments + ["--format", "json"]).json()["claims"] as? [[String: Any]]
    #expect(listed?.count == count)
    #expect(try binary.run(arguments).text.contains("MAP 5.1"))
    #expect(try binary.run("mappings", "--from", "eu-ai-act").status == 64)
  }

  @Test func whatFollowsBetweenTwoFrameworksIsListed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let pairs = try binary.run("mappings", "--derived", "--format", "json").json()["pairs"]
    let ends = ["eu-ai-act", "nist-ai-rmf-1.0"]
    let counted = try #require((pairs as? [[String: Any]])?.first { $0["frameworks"] as? [String] == ends })
    let arguments = ["mappings", "--derived", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0"]
    let listed = try binary.run(arguments + ["--format", "json"]).json()["relations"] as? [[String: Any]]
    let kinds = try #require(listed).compactMap { $0["kind"] as? String }
    for kind in ["derived", "sharpened", "contradicted"] {
      #expect(counted[kind] as? Int == kinds.count { $0 == kind })
    }
    #expect(try binary.run(arguments).text.contains("derived, 2 steps"))
    #expect(try binary.run("mappings", "--derived").text.contains("pairs claimed"))
  }

  @Test func showGivesTextPartsAndClaims() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let control = try binary.run("show", "eu-ai-act/Art. 9(2)", "--format", "json").json()
    #expect(control["schema"] as? String == "crosswalk-control/1")
    #expect((control["id"] as? String)?.hasSuffix("9(2)") == true)
    #expect((control["parts"] as? [[String: Any]])?.count == 4)
    #expect(control["modality"] as? String == "duty")
  }
}
