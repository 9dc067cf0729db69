import Foundation
import Testing

/// `gap` limited to scopes, weighed, and with sources trusted in part.
@Suite struct ScopeTests {
  private static let pair = [
    "gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2026-11-23",
  ]

  private func report(_ binary: CrosswalkBinary, _ options: [String]) throws -> [String: Any] {
    let result = try binary.run(Self.pair + ["--format", "json"] + options)
    #expect(result.status == 0, "\(result.errors)")
    return try result.json()
  }

  private func statements(_ report: [String: Any]) -> Int {
    (report["summary"] as? [String: Any])?["statements"] as? Int ?? -1
  }

  private func targets(_ report: [String: Any]) -> [String] {
    (report["findings"] as? [[String: Any]] ?? []).compactMap { $0["target"] as? String }
  }

  @Test func theNamedSubsetThatShipsLeavesOutWhatBindsWithoutHighRisk() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let all = try report(binary, [])
    let highRisk = try report(binary, ["--scope", "High-Risk"])
    #expect(highRisk["scope"] as? String == "high-risk")
    let articles = Set(targets(highRisk).map { $0.prefix { $0 != "(" }.split(separator: "/").dropFirst()[1] })
    #expect(articles.isSuperset(of: ["9", "16", "26", "72", "73", "annex-iv"]))
    #expect(articles.isDisjoint(with: ["6", "50", "53", "54", "55"]))
    #expect(!targets(highRisk).contains("eu-ai-act/49(2)"))
    let scope = try #require((highRisk["scopes"] as? [[String: Any]])?.first)
    #expect(scope["kind"] as? String == "named")
    #expect(scope["in"] as? Int == targets(highRisk).count)
    #expect((scope["in"] as? Int ?? 0) + (scope["out"] as? Int ?? 0) == targets(all).count)
  }

  @Test func severalScopesAreWhatAllOfThemHaveInAnyOrder() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let list = try binary.file("mine.txt", "# what we look at\n9\n50(1)\n\nArticle 26\n")
    let both = try report(binary, ["--scope", "high-risk", "--scope", list, "--scope", "provider,deployer"])
    let turned = try report(
      binary, ["--scope", "provider,deployer", "--scope", list, "--scope", "high-risk"])
    #expect(targets(both) == targets(turned))
    #expect(Set(targets(both).map { $0.split(separator: "/")[1].prefix { $0 != "(" } }) == ["9", "26"])
    #expect(both["scope"] as? String == "high-risk; mine.txt; provider, deployer")
    let result = try binary.run(Self.pair + ["--scope", "9", "--scope", "26"])
    #expect(result.status == 64)
    #expect(result.errors.contains("no requirement of eu-ai-act@2026-07-27 is in \"9\" and \"26\""))
  }

  @Test(arguments: [
    ("9\n9(2)\n9(2)(z)\n", ":3:1: error: eu-ai-act@2026-07-27 has no \"9(2)(z)\" (did you mean 9(2)(a)"),
    ("9,27\n", ":1:3: error: \"27\" stands beside the name"), ("# nothing\n", "error: "),
  ])
  func whatIsWrongInAListHasAPlace(content: String, message: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let list = try binary.file("list.txt", content)
    let result = try binary.run(Self.pair + ["--scope", list])
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("\(message.hasPrefix(":") ? list : "")\(message)"), "\(result.errors)")
  }

  /// Of an article that is bundled as a heading there is nothing to judge, so a scope that names it says so.
  @Test func whatIsThereAsAHeadingOnlyCountsAsAbsent() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try report(binary, ["--scope", "high-risk"])
    let absent = (report["scopes"] as? [[String: Any]])?.first?["absent"] as? [String] ?? []
    #expect(absent.starts(with: ["chapter-iii/section-4", "44"]) && absent.contains("annex-v"))
    #expect(!absent.contains("4a(1)"))
    let table = try binary.run(Self.pair + ["--scope", "high-risk"]).text
    let words = table.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("or has as a heading only: chapter-iii/section-4, 44, "))
  }

  @Test func aScopeFileOfOnesOwnIsReadAndItsMistakesHaveAPlace() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    func file(_ parts: String) throws -> String {
      try binary.file(
        "mine.json",
        """
        {"schema": "crosswalk-scope/1", "name": "mine", "framework": "eu-ai-act", "title": "Mine",
         "description": "What we do.", "parts": [\(parts)], "partsIfPresent": ["99"]}
        """)
    }
    let mine = try report(binary, ["--scope", try file("\"9(2)\", \"72\"")])
    #expect(mine["scope"] as? String == "mine")
    #expect((mine["scopes"] as? [[String: Any]])?.first?["absent"] as? [String] == ["99"])
    let path = try file("\"9(2)\", \"72x\"")
    let wrong = try binary.run(Self.pair + ["--scope", path])
    #expect(wrong.status == 65)
    #expect(
      wrong.errors.contains("\(path):2:50: error: eu-ai-act@2026-07-27 has no \"72x\""), "\(wrong.errors)")
  }

  @Test func namesThatNothingHasAreNamedWithTheClosest() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for (options, message) in [
      (["--scope", "high-rsk"], "did you mean high-risk?"),
      (["--scope", "provider,deploier"], "did you mean deployer?"),
      (["--source-scope", "high-risk"], "a subset of eu-ai-act, not of nist-ai-rmf-1.0"),
      (["--trust", "nobody=0.5"], "crosswalk toolkit, nist-ai-rmf-1.0--eu-ai-act.csv)"),
      (["--trust", "nobody=1.5"], "--trust"), (["--scope", "nist-ai-rmf-1.0"], "no name in common"),
    ] {
      let result = try binary.run(Self.pair + options)
      #expect(result.status == 64)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test func aLimitedSourceAddressesLess() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let govern = try report(binary, ["--source-scope", "GOVERN"])
    let sources = (govern["findings"] as? [[String: Any]] ?? []).flatMap {
      $0["by"] as? [[String: Any]] ?? []
    }
    .compactMap { $0["source"] as? String }
    #expect(!sources.isEmpty)
    #expect(sources.allSatisfy { $0.hasPrefix("nist-ai-rmf-1.0/GOVERN") || $0 == "nist-ai-rmf-1.0" })
    let scope = try #require((govern["sourceScopes"] as? [[String: Any]])?.first)
    #expect(scope["in"] as? Int == 19)
    #expect(scope["out"] as? Int == 72 - 19)
    #expect(
      try binary.run(Self.pair + ["--source-scope", "GOVERN"]).text.contains(
        "Source scope  only GOVERN: Govern (19 statements in it, 53 not)"))
  }

  // MARK: Weights

  @Test func weightsChangeCoverageAndNoCount() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let weights = try binary.file("weights.csv", "id,weight\nchapter-iii,0\n9,5\n9(1),0.5\n")
    let plain = try #require(try report(binary, [])["summary"] as? [String: Any])
    let weighed = try report(binary, ["--weights", weights])
    let summary = try #require(weighed["summary"] as? [String: Any])
    for count in ["statements", "covered", "partial", "unknown", "suggestedGap"] {
      #expect(summary[count] as? Int == plain[count] as? Int)
    }
    #expect(summary["weight"] as? Double != plain["weight"] as? Double)
    #expect(
      (summary["coverage"] as? [String: Double])?["open"] != (plain["coverage"] as? [String: Double])?["open"]
    )
    let findings = weighed["findings"] as? [[String: Any]] ?? []
    let byTarget = Dictionary(
      uniqueKeysWithValues: findings.map { ($0["target"] as? String ?? "", $0["weight"] as? Double) })
    #expect(byTarget["eu-ai-act/9(1)"] == 0.5)
    #expect(byTarget["eu-ai-act/9(2)(a)"] == 5)
    #expect(byTarget["eu-ai-act/16(a)"] == 0)
    #expect(byTarget["eu-ai-act/50(1)"] == 1)
    #expect(
      try binary.run(Self.pair + ["--weights", weights]).text.contains("Coverage, weighed by weights.csv"))
  }

  @Test(arguments: [
    ("id,weight\n9,-1\n", ":2:3: error: \"-1\" is no weight"), ("id,weight\n9,inf\n", ":2:3: error: \"inf\""),
    ("id,weight\n9,two\n", ":2:3: error: \"two\""),
    ("id,weight\n9x,1\n", ":2:1: error: eu-ai-act@2026-07-27 has no"),
    ("id,weight\n9,1\nArt. 9,2\n", ":3:1: error: \"9\" is given twice"), ("id\n9\n", ":1:1: error: "),
    (
      "id,weight\nchapter-i,0\nchapter-iii,0\nchapter-iv,0\nchapter-v,0\nchapter-ix,0\nannex-iv,0\n",
      ":1:1: error: every"
    ),
  ])
  func whatIsWrongInWeightsHasAPlace(content: String, message: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let weights = try binary.file("weights.csv", content)
    let result = try binary.run(Self.pair + ["--weights", weights])
    #expect(result.status == 65)
    #expect(result.errors.contains(weights + message), "\(result.errors)")
  }

  // MARK: Trust

  @Test func trustLowersConfidenceInReportsAndExplanations() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let claims = "nist-ai-rmf-1.0--eu-ai-act.csv"
    let none = try report(binary, ["--trust", "\(claims)=0"])
    #expect((none["basis"] as? [String: Any])?["claims"] as? Int == 0)
    let trust = try #require(((none["basis"] as? [String: Any])?["trust"] as? [[String: Any]])?.first)
    #expect(trust["leftOut"] as? Int == trust["claims"] as? Int)
    let ends = ["explain", "nist-ai-rmf-1.0/MAP 5.1", "eu-ai-act/9(2)(b)", "--format", "json"]
    func confidence(_ options: [String]) throws -> Double? {
      let derivations = try binary.run(ends + options).json()["derivations"] as? [[[String: Any]]]
      return derivations?.first?.first?["confidence"] as? Double
    }
    let whole = try #require(try confidence([]))
    #expect(try confidence(["--trust", "Crosswalk Toolkit=0.5"]) == (whole * 500).rounded() / 1000)
    #expect(try confidence(["--trust", "crosswalk toolkit=0.5", "--minimum-confidence", "\(whole)"]) == nil)
    #expect(try binary.run(ends + ["--trust", "nobody=0"]).status == 64)
  }

  @Test(arguments: ["table", "markdown", "html", "csv"])
  func everyFormatShowsThatGuidanceMeetsADuty(format: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let text = try binary.run(Self.pair + ["--scope", "9", "--format", format]).text
    #expect(text.contains("voluntary outcome → legal duty"))
    let back = try binary.run("gap", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0", "--format", format)
      .text
    #expect(back.contains("legal duty → voluntary outcome"))
  }
}

/// A published baseline as scope of either side.
@Suite(.enabled(if: RealData.isPresent, "the official files are not here"))
struct BaselineScopeTests {
  @Test func aBaselineLimitsItsCatalog() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for files in [
      ["NIST_SP-800-53_rev5.0.1_catalog.xml", "NIST_SP-800-53_rev5_LOW-baseline_profile.xml"],
      ["NIST_CSF_v2.0_catalog.xml"],
    ] {
      let imported = try binary.run(["import"] + files.map { RealData.path("oscal/\($0)") })
      #expect(imported.status == 0, "\(imported.errors)")
    }
    let pair = ["--unit", "control", "--format", "json"]
    let target = try binary.run(
      ["gap", "--from", "nist-csf-2.0", "--to", "nist-sp-800-53-r5", "--scope", "nist-sp-800-53-r5-low"]
        + pair)
    #expect(target.status == 0, "\(target.errors)")
    let scope = try #require((try target.json()["scopes"] as? [[String: Any]])?.first)
    #expect(scope["kind"] as? String == "framework")
    // SP 800-53B: 149 controls and enhancements in the low baseline.
    #expect(scope["in"] as? Int == 149)
    #expect(scope["absent"] as? [String] == [])
    let source = try binary.run(
      [
        "gap", "--from", "nist-sp-800-53-r5", "--to", "nist-csf-2.0", "--source-scope",
        "nist-sp-800-53-r5-low",
      ] + pair)
    #expect(((try source.json()["sourceScopes"] as? [[String: Any]])?.first)?["in"] as? Int == 149)
  }
}
