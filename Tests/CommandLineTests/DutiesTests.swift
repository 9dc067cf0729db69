import Foundation
import Testing

/// Which duties apply on a day, and alternative routes, as users meet them.
@Suite struct DutiesTests {
  private static let question = ["--route", "annex-iii", "--as-of", "2027-12-02"]

  @Test func theFiguresOfTableAndJSONAgree() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let arguments = ["duties", "eu-ai-act", "--role", "deployer"] + Self.question
    let summary = try #require(
      try binary.run(arguments + ["--format", "json"]).json()["summary"] as? [String: Int])
    let (applying, concerned) = (try #require(summary["applying"]), try #require(summary["concerned"]))
    #expect(applying > 20 && applying <= concerned)
    let table = try binary.run(arguments).text
    #expect(table.hasPrefix("\(applying) of \(concerned) duties apply on the day"))
    #expect(table.contains("26(1)") && !table.contains("9(2)(a)"))
    let rows = try binary.run(arguments + ["--format", "csv"]).text
    #expect(rows.contains("eu-ai-act/9(2)(a)") && rows.contains("not-for-this-role"))
    let page = try binary.run(arguments + ["--format", "markdown"]).text
    #expect(page.contains("| **26(1)** |") && page.contains("Article 113, third paragraph, point (c)(i)"))
  }

  @Test func theRoutesAreListed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(try binary.run("duties", "eu-ai-act", "--routes").text.contains("annex-iii  High-risk system"))
    #expect(try binary.run("duties", "nist-ai-rmf-1.0", "--routes").text.contains("declares no routes"))
  }

  @Test(arguments: [
    (["--role", "nobody"], "roles: provider"), (["--route", "annex-xx"], "routes: annex-iii, "),
    (["--placed-on-market", "2026-01-01"], "needs --route"),
    (["--routes", "--format", "csv"], "--routes takes"),
  ])
  func aWrongQuestionNamesWhatIsKnown(arguments: [String], hint: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(["duties", "eu-ai-act"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test func aGapReportOnARouteCountsOnlyWhatIsOnIt() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let gap = ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "json"]
    let (all, some) = (try binary.run(gap).json(), try binary.run(gap + Self.question).json())
    let counts = [all, some].map { ($0["summary"] as? [String: Any])?["statements"] as? Int ?? 0 }
    #expect(counts[1] > 0 && counts[1] < counts[0])
    let findings = [all, some].map { $0["findings"] as? [[String: Any]] ?? [] }
    #expect(findings[0].count == findings[1].count)
    // Verdicts are those of the claims, whatever the day and the route.
    #expect(findings[0].map { $0["verdict"] as? String } == findings[1].map { $0["verdict"] as? String })
    let basis = try #require(some["basis"] as? [String: Any])
    #expect(basis["claims"] as? Int == (all["basis"] as? [String: Any])?["claims"] as? Int)
    #expect(basis["alternatives"] as? Int == 17)
    let cyber = try #require(findings[1].first { $0["target"] as? String == "eu-ai-act/15(5)/1" })
    let routes = (cyber["alternatives"] as? [[String: Any]] ?? []).map { $0["source"] as? String }
    #expect(routes == ["eu-csa", "eu-cra/12(1)", "eu-harmonised-standards", "eu-common-specifications"])
  }

  @Test func anAlternativeRouteGoesOutAndComesBackTheSame() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let export = ["export", "mapping", "--from", "eu-csa", "--to", "eu-ai-act", "--format"]
    let file = try binary.file("routes.csv", try binary.run(export + ["csv"]).output)
    let before = try binary.run(export + ["json"]).text
    let report = try #require(
      (try binary.run("import", file, "--format", "json").json()["files"] as? [[String: Any]])?.first)
    #expect(report["claims"] as? Int == 2 && (report["notUsed"] as? [Any])?.isEmpty == true)
    #expect(try binary.run(export + ["json"]).text == before)
    #expect(before.contains("alternative-route") && before.contains("Article 42(2)"))
    #expect(try binary.run(export + ["oscal-json"]).status == 64)
    let shown = try binary.run("show", "eu-ai-act/15(5)", "--format", "json").json()
    #expect((shown["alternatives"] as? [Any])?.count == 4)
    let claims = shown["claims"] as? [[String: Any]] ?? []
    #expect(claims.allSatisfy { $0["relationship"] as? String != "alternative-route" })
  }
}
