import Foundation
import Testing

/// `crosswalk evidence`: what each artefact supports on both sides.
@Suite struct EvidenceCommandTests {
  private static let example = Checkout.example("border-screening-support.subject")

  @Test func oneTestReportShowsEveryStatementThatItSupportsAndWhatIsMissing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(
      "evidence", "--subject", Self.example, "--artefact", "test-report-2", "--format", "json", "--as-of",
      "2026-11-23")
    #expect(result.status == 0, "\(result.errors)")
    let artefacts = try #require(try result.json()["artefacts"] as? [[String: Any]])
    let report = try #require(artefacts.first)
    #expect(artefacts.count == 1 && report["state"] as? String == "verified")
    let supports = try #require(report["supports"] as? [[String: Any]]).compactMap {
      $0["statement"] as? String
    }
    #expect(supports.contains("nist-ai-rmf-1.0/MEASURE 2.3") && supports.contains("eu-ai-act/annex-iv/2(g)"))
    let reaches = try #require(report["reaches"] as? [[String: Any]])
    let targets = Set(reaches.compactMap { $0["target"] as? String })
    // Both ways: what is tested for NIST bears on the Act, and what is tested for the Act bears on NIST.
    #expect(targets.contains { $0.hasPrefix("eu-ai-act/") })
    #expect(targets.contains { $0.hasPrefix("nist-ai-rmf-1.0/") })
    for reach in reaches {
      #expect(["whole", "part", "unknown"].contains(reach["extent"] as? String ?? ""))
      let via = try #require(reach["via"] as? [String])
      #expect(!via.isEmpty && Set(via).isSubset(of: supports))
      #expect((reach["derivation"] as? [Any])?.isEmpty == false)
    }
    let noted = reaches.filter { ($0["missing"] as? [String: Any])?["note"] is String }
    #expect(!noted.isEmpty)
  }

  /// The statements that the gap report finds addressed by what an artefact supports are those that it reaches.
  @Test func whatIsReachedIsWhatTheGapReportRestsOn() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let pair = [
      "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2026-11-23", "--format", "json",
    ]
    let gap = try binary.run(["gap"] + pair).json()
    let evidence = try binary.run(["evidence", "--subject", Self.example] + pair).json()
    let artefacts = try #require(evidence["artefacts"] as? [[String: Any]])
    let named = Set(
      artefacts.flatMap { $0["supports"] as? [[String: Any]] ?? [] }.compactMap { $0["statement"] as? String }
    )
    let findings = try #require(gap["findings"] as? [[String: Any]])
    // A single supported node of the source that bears on a finding, by a claim and not by disjointness.
    let expected = Set(
      findings.compactMap { finding -> String? in
        let by = finding["by"] as? [[String: Any]] ?? []
        let bears = by.contains { support in
          named.contains(support["source"] as? String ?? "") && support["origin"] as? String == "asserted"
            && (support["relations"] as? [String] ?? []).isEmpty == false
            && support["relations"] as? [String] != ["no-relationship"]
        }
        return bears ? finding["target"] as? String : nil
      })
    let target = try #require((evidence["targets"] as? [[String: Any]])?.first)
    let requirements = try #require(target["requirements"] as? [[String: Any]])
    let reached = Set(
      requirements.filter { ($0["reachedBy"] as? [Any])?.isEmpty == false }.compactMap {
        $0["statement"] as? String
      })
    #expect(expected.count > 20)
    #expect(expected.isSubset(of: reached), "\(expected.subtracting(reached))")
    #expect(requirements.count == findings.count)
  }

  @Test(arguments: ["table", "markdown", "csv", "json"])
  func everyFormatIsTheSameEachTime(format: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let arguments = ["evidence", "--subject", Self.example, "--format", format, "--as-of", "2026-11-23"]
    let first = try binary.run(arguments)
    #expect(first.status == 0 && !first.output.isEmpty)
    #expect(try binary.run(arguments).output == first.output)
  }

  @Test func namesThatDoNotExistAreNamed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let artefact = try binary.run("evidence", "--subject", Self.example, "--artefact", "test-report-3")
    #expect(artefact.status == 64 && artefact.errors.contains("did you mean test-report-2"))
    #expect(try binary.run("evidence", "--subject", Self.example, "--to", "eu-ai-ac").status == 64)
    let same = try binary.run(
      "evidence", "--subject", Self.example, "--from", "eu-ai-act", "--to", "eu-ai-act")
    #expect(same.status == 64)
    #expect(try binary.run("evidence", "--subject", "missing.json").status == 66)
  }

  private func subject(_ binary: CrosswalkBinary, _ supports: String, path: String = "report.csv") throws
    -> String
  {
    try binary.file(
      "subject.json",
      """
      {"schema": "crosswalk-subject/1", "id": "sample",
       "evidence": [
         {"id": "report", "title": "Report", "kind": "test-report", "path": "\(path)",
          "supports": [\(supports)]}]}
      """)
  }

  @Test func aStatementThatItsFrameworkDoesNotHaveIsAnErrorWithItsPlace() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let file = try subject(binary, "\"eu-ai-act/9(2)(z)\"")
    let result = try binary.run("evidence", "--subject", file)
    #expect(result.status == 65)
    #expect(
      result.errors.contains("subject.json:4:18: error: eu-ai-act@2026-07-27 has no \"9(2)(z)\""),
      "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func aFrameworkThatTheStoreLacksIsListedAndNotFollowed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try binary.file("report.csv", "x")
    let file = try subject(binary, "\"iso-42001/8.2\", \"nist-ai-rmf-1.0/MEASURE 2.3\"")
    let result = try binary.run("evidence", "--subject", file, "--to", "eu-ai-act")
    #expect(result.status == 0)
    #expect(result.errors.contains("warning: the store has no iso-42001"))
    #expect(result.text.contains("iso-42001/8.2"))
    #expect(result.text.contains("the store lacks this framework"))
    #expect(result.text.contains("eu-ai-act/9(6)"))
  }

  @Test func missingAndChangedFilesAreSaidAndPathsOutOfTheBundleRefused() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let missing = try binary.run("evidence", "--subject", try subject(binary, "\"eu-ai-act/9(6)\""))
    #expect(missing.status == 0)
    #expect(
      missing.errors.contains("subject.json:3:63: warning: evidence report missing"), "\(missing.errors)")
    #expect(missing.text.contains("FILE MISSING"))
    let outside = try binary.run("evidence", "--subject", try subject(binary, "", path: "../../etc/passwd"))
    #expect(outside.status == 65 && outside.output.isEmpty)
  }
}
