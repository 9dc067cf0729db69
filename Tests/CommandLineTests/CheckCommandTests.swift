import Foundation
import Testing

@Suite struct CheckCommandTests {
  private static let header =
    "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,"
    + "reviewed_on,source_revision,target_revision,note\n"

  /// One claim of each kind that a check lists; the conflict is with a claim that ships.
  private static let claims =
    header
      + """
      nist-ai-rmf-1.0/MAP 5.1,eu-ai-act/9(2)(b),no-relationship,yes,semantic,3,0.9,human,complete,A. Analyst,2026-11-20,R. Reviewer,2026-11-21,2023-01-26,2026-07-27,Nothing in common.
      nist-ai-rmf-1.0/MAP 5.9,eu-ai-act/9(2)(a),intersects-with,yes,semantic,3,0.5,human,draft,A. Analyst,2026-11-20,,,2023-01-26,2026-07-27,
      nist-ai-rmf-1.0/GOVERN 1.3,eu-ai-act/11(3),related,,semantic,3,0.5,human,draft,A. Analyst,2026-11-20,,,2023-01-26,2020-01-01,
      nist-ai-rmf-1.0/GOVERN 1.3,eu-ai-act/9,superset-of,yes,semantic,3,0.5,human,draft,A. Analyst,2026-11-20,,,2023-01-26,2026-07-27,
      house-rules/1,eu-ai-act/9,intersects-with,yes,semantic,3,0.5,human,draft,A. Analyst,2026-11-20,,,1,2026-07-27,

      """

  private func checked(_ arguments: [String], claims: String = claims) throws -> (
    CrosswalkBinary.Result, file: String
  ) {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let file = try binary.file("claims.csv", claims)
    #expect(try binary.run("import", file).status == 0)
    return (try binary.run(["check"] + arguments), file)
  }

  @Test func theBundledClaimsDoNotConflict() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("check", "--as-of", "2026-11-23")
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("0 contradictions, 0 dangling, 0 stale"))
  }

  @Test func contradictionsEndWithTheFindingStatusAndNoError() throws {
    let (result, file) = try checked([])
    #expect(result.status == 2)
    #expect(!result.errors.contains("error:"))
    let lines = result.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines[0] == "1 contradiction, 2 dangling, 1 stale, 0 without effect, 1 without witnesses")
    for line in 2...6 { #expect(lines.contains("\(file):\(line):1"), "line \(line)") }
    #expect(result.text.contains("1. change intersects-with to no-relationship"))
    #expect(result.text.contains("has no \"MAP 5.9\"; closest: MAP 5.1, MAP 5.2"))
    #expect(result.text.contains("the store has no framework \"house-rules\""))
    #expect(result.text.contains("made about eu-ai-act@2020-01-01"))
    #expect(result.text.contains("without a witness: eu-ai-act/9(1)"))
  }

  @Test func theJSONFormHasTheFieldsOfTheContract() throws {
    let (result, file) = try checked(["eu-ai-act", "--format", "json", "--sets", "5"])
    let report = try result.json()
    #expect(report["schema"] as? String == "crosswalk-check/1")
    let contradictions = try #require(report["contradictions"] as? [[String: Any]])
    #expect(contradictions.count == 1)
    #expect(contradictions[0]["pair"] as? [String] == ["eu-ai-act/9(2)(b)", "nist-ai-rmf-1.0/MAP 5.1"])
    let claims = try #require(contradictions[0]["claims"] as? [[String: Any]])
    #expect(claims.count == 2 && claims.contains { $0["from"] as? String == "\(file):2:1" })
    let repairs = try #require(contradictions[0]["repairs"] as? [[String: Any]])
    #expect(repairs.map { $0["to"] as? [String] } == [["no-relationship"], ["intersects-with"]])
    #expect((report["dangling"] as? [[String: Any]])?.count == 2)
    #expect((report["stale"] as? [[String: Any]])?.count == 1)
    #expect((report["unwitnessed"] as? [[String: Any]])?.count == 1)
    let resolution = try #require(report["resolution"] as? [String: Any])
    #expect(resolution["proven"] as? Bool == true)
    let sets = try #require(report["conflictSets"] as? [String: Any])
    #expect((sets["sets"] as? [Any])?.count == 1 && sets["complete"] as? Bool == true)
  }

  @Test func aClaimBelowTheFloorNeitherConflictsNorIsListed() throws {
    let (result, _) = try checked(["--minimum-confidence", "0.8"])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("0 contradictions, 0 dangling, 0 stale"))
  }

  @Test func explainShowsBothProofsWithTheReviewRecord() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let reviewed = "yes,semantic,3,0.5,human,complete,A. Analyst,2026-11-20,R. Reviewer,2026-11-21,"
    let file = try binary.file(
      "claims.csv",
      Self.header + """
        nist-ai-rmf-1.0/GOVERN 1.3,eu-ai-act/15(1),superset-of,yes,semantic,3,0.5,human,draft,A. Analyst,2026-11-20,,,,,
        nist-ai-rmf-1.0/GOVERN 1.3,eu-ai-act/14(1),superset-of,\(reviewed),,
        eu-ai-act/14(1),eu-ai-act/15(1),superset-of,\(reviewed),,

        """)
    #expect(try binary.run("import", file).status == 0)
    let pair = ["explain", "nist-ai-rmf-1.0/GOVERN 1.3", "eu-ai-act/15(1)"]
    let shown = try binary.run(pair).text
    #expect(shown.contains("Shortest proof, from 1 claim\n"))
    #expect(shown.contains("Most trusted proof, from 2 claims\n"))
    #expect(shown.contains("reviewed by R. Reviewer on 2026-11-21"))
    #expect(shown.contains("\(file):3:1") && shown.contains("\(file):4:1"))
    let explanation = try binary.run(pair + ["--format", "json"]).json()
    #expect(explanation["isSameProof"] as? Bool == false)
    let mostTrusted = try #require(explanation["mostTrusted"] as? [[[String: Any]]])
    #expect(mostTrusted.joined().compactMap { $0["reviewer"] as? String }.count == 2)
    #expect((explanation["derivations"] as? [[Any]])?.map(\.count) == [1])
  }

  @Test(arguments: [["--sets", "0"], ["--minimum-confidence", "2"], ["nope"], ["eu-ai-act/9"]])
  func aWrongQuestionIsUsage(arguments: [String]) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(["check"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
  }
}
