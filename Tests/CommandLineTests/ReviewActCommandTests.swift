import Foundation
import Testing

/// `crosswalk review accept|reject|amend|carry|no-counterpart`.
@Suite struct ReviewActCommandTests {
  /// A store with two revisions of a small framework, of which clause 2 was changed, 3 withdrawn and 5 added, and claims
  /// about the first.
  struct Bench {
    let binary: CrosswalkBinary
    let changed, same, gone: String

    init() throws {
      binary = try CrosswalkBinary()
      for (revision, asOf, rows) in [
        ("1", "2020-01-01", "1,,One,same text,1\n2,,Two,old text,1\n3,,Three,moving text,1\n"),
        ("2", "2021-01-01", "1,,One,same text,1\n2,,Two,new text,1\n5,,Five,moving text,1\n"),
      ] {
        let table = try binary.file("rules-\(revision).csv", "id,parent_id,title,text,assessable\n" + rows)
        let result = try binary.run(
          "import", table, "--profile", "generic-catalog", "--framework", "rules", "--revision", revision,
          "--as-of",
          asOf)
        #expect(result.status == 0, "\(result.errors)")
      }
      let other = try binary.file(
        "other.csv", "id,parent_id,title,text,assessable\nA,,A,some text,1\nB,,B,other text,1\n")
      #expect(
        try binary.run(
          "import", other, "--profile", "generic-catalog", "--framework", "other", "--revision", "1",
          "--as-of",
          "2020-01-01"
        ).status == 0)
      let claims = try binary.file(
        "claims.csv",
        """
        source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on,source_revision,target_revision,note
        other/A,rules/2,equal-to,,semantic,,0.9,human,draft,A. Author,2020-02-01,,,1,1,changed since
        other/A,rules/1,subset-of,,semantic,,0.9,human,draft,A. Author,2020-02-01,,,1,1,the same
        other/B,rules/3,related,,semantic,,0.9,human,draft,A. Author,2020-02-01,,,1,1,gone

        """)
      let result = try binary.run("import", claims)
      #expect(result.status == 0, "\(result.errors)")
      let list = try binary.run("mappings", "--from", "other", "--to", "rules", "--format", "json").json()
      let found = try #require(list["claims"] as? [[String: Any]])
      func id(_ note: String) throws -> String {
        try #require(found.first { $0["note"] as? String == note }?["id"] as? String)
      }
      (changed, same, gone) = (try id("changed since"), try id("the same"), try id("gone"))
    }

    func act(_ arguments: String...) throws -> CrosswalkBinary.Result {
      try binary.run(["review"] + arguments + ["--author", "R. Reviewer"])
    }

    func claims() throws -> [[String: Any]] {
      let list = try binary.run("mappings", "--from", "other", "--to", "rules", "--format", "json").json()
      return try #require(list["claims"] as? [[String: Any]])
    }

    func summary() throws -> [String: Any] {
      let report = try binary.run("gap", "--from", "other", "--to", "rules", "--format", "json").json()
      return try #require(report["summary"] as? [String: Any])
    }
  }

  @Test func aStaleClaimIsCarriedBeforeItIsAccepted() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    #expect(try bench.summary()["stale"] as? Int == 1)
    let refused = try bench.act("accept", bench.changed)
    #expect(refused.status == 64 && refused.output.isEmpty)
    #expect(refused.errors.contains("another text") && refused.errors.contains("review carry"))
    let carried = try bench.act(
      "carry", String(bench.changed.prefix(8)), "--reason", "Only the wording.", "--time",
      "2026-01-01T10:00:00Z")
    #expect(carried.status == 0, "\(carried.errors)")
    #expect(carried.text.contains("Recorded: carried over claim \(bench.changed)"))
    #expect(try bench.summary()["stale"] as? Int == 0)
    // Carried is not reviewed.
    #expect(try bench.claims().allSatisfy { $0["status"] as? String == "draft" })
    #expect(try bench.act("accept", bench.changed, "--time", "2026-01-02T10:00:00Z").status == 0)
    let claim = try #require(try bench.claims().first { $0["id"] as? String == bench.changed })
    #expect(claim["reviewed"] as? Bool == true && claim["reviewer"] as? String == "R. Reviewer")
    #expect(claim["reviewedOn"] as? String == "2026-01-02" && claim["targetRevision"] as? String == "2")
    #expect((claim["acts"] as? [[String: Any]])?.map { $0["act"] as? String } == ["carry", "accept"])
    let report = try bench.binary.run("gap", "--from", "other", "--to", "rules").text
    #expect(report.hasPrefix("1 of 2 claims reviewed") || report.hasPrefix("1 of 3 claims reviewed"))
  }

  @Test func aClaimWhoseEndWasRenumberedIsCarriedToTheNewName() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let plain = try bench.act("carry", bench.gone, "--reason", "r")
    #expect(plain.status == 64 && plain.errors.contains("--to"))
    let answer = try bench.act(
      "carry", bench.gone, "--to", "5", "--reason", "Renumbered.", "--format", "json"
    ).json()
    let entry = try #require((answer["acts"] as? [[String: Any]])?.first)
    let result = try #require(entry["result"] as? [String: Any])
    #expect(result["target"] as? String == "rules/5" && result["status"] as? String == "draft")
    #expect(result["targetRevision"] as? String == "2")
    #expect((entry["claim"] as? [String: Any])?["status"] as? String == "superseded")
    let again = try bench.act("accept", bench.gone)
    let id = try #require(result["id"] as? String)
    #expect(
      again.status == 64 && again.errors.contains("carried over by R. Reviewer") && again.errors.contains(id))
    #expect(try bench.binary.run("check", "rules", "--format", "json").json()["dangling"] as? [String] == [])
  }

  @Test func anAmendmentTakesThePlaceOfAClaim() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let answer = try bench.act(
      "amend", bench.same, "--relationship", "intersects-with", "--strict", "--confidence", "0.5", "--note",
      "less than it looks", "--reason", "Checked.", "--format", "json")
    #expect(answer.status == 0, "\(answer.errors)")
    let entry = try #require((try answer.json()["acts"] as? [[String: Any]])?.first)
    let result = try #require(entry["result"] as? [String: Any])
    #expect(result["relations"] as? [String] == ["intersects-with"] && result["reviewed"] as? Bool == true)
    #expect(result["note"] as? String == "less than it looks" && result["rationale"] as? String == "semantic")
    #expect(result["author"] as? String == "R. Reviewer" && result["targetRevision"] as? String == "2")
    #expect(try bench.claims().filter { $0["status"] as? String == "superseded" }.count == 1)
    // The file brought again, and a release: what the reviewer did stands.
    let before = try bench.binary.run("mappings", "--from", "other", "--to", "rules").output
    #expect(
      try bench.binary.run("import", bench.binary.folder.appending(path: "claims.csv").path).status == 0)
    #expect(try bench.binary.run("mappings", "--from", "other", "--to", "rules").output == before)
    let shown = try bench.binary.run("show", "rules/1").text
    #expect(shown.contains("amended by R. Reviewer on"))
  }

  @Test func severalClaimsAreActedOnTogetherOrNotAtAll() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let mixed = try bench.act("accept", bench.same, bench.changed)
    #expect(mixed.status == 64)
    #expect(try bench.claims().allSatisfy { $0["status"] as? String == "draft" })
    let both = try bench.act(
      "reject", bench.same, bench.changed, "--reason", "Both wrong.", "--format", "json"
    ).json()
    #expect((both["acts"] as? [[String: Any]])?.count == 2)
    #expect(try bench.claims().count { $0["status"] as? String == "rejected" } == 2)
  }

  @Test func noCounterpartIsAReviewedClaim() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let answer = try bench.act(
      "no-counterpart", "rules/5", "other", "--confidence", "0.8", "--reason", "Nothing there.")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.text.contains("other  no-counterpart  rules/5"))
    #expect(try bench.summary()["gap"] as? Int == 1)
  }

  @Test func theLogHoldsEveryActInTheOrderOfTime() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    _ = try bench.act("reject", bench.same, "--reason", "No.", "--time", "2026-01-02T00:00:00Z")
    _ = try bench.act("accept", bench.same, "--time", "2026-01-03T00:00:00Z")
    _ = try bench.act("carry", bench.changed, "--reason", "r", "--time", "2026-01-01T00:00:00Z")
    // The same act again is the same act.
    let again = try bench.act("accept", bench.same, "--time", "2026-01-03T00:00:00Z")
    #expect(again.status == 0 && again.text.hasPrefix("Recorded before: accepted"))
    let log = try bench.binary.run("review", "log", "--format", "json").json()
    let acts = try #require(log["acts"] as? [[String: Any]])
    #expect(acts.map { $0["act"] as? String } == ["carry", "reject", "accept"])
    #expect(acts.map { $0["counts"] as? Bool } == [true, false, true])
    #expect(acts.allSatisfy { $0["kind"] as? String == "review-act" && $0["stale"] as? Bool == false })
    let about = try bench.binary.run("review", "log", "--about", "rules/2", "--format", "json").json()
    #expect((about["acts"] as? [[String: Any]])?.count == 1)
    #expect(try bench.binary.run("review", "log").text.hasPrefix("3 acts of review"))
  }

  private static let refused: [([String], String)] = [
    (["reject", "CLAIM"], "needs a reason"), (["carry", "CLAIM", "--reason", " "], "needs a reason"),
    (["amend", "CLAIM", "--reason", "r"], "say what changes"),
    (["amend", "CLAIM", "--reason", "r", "--relationship", "like"], "no relationship \"like\""),
    (["amend", "CLAIM", "--reason", "r", "--strict", "--loose"], "exclude each other"),
    (
      ["amend", "CLAIM", "--reason", "r", "--relationship", "equal-to", "--strict"],
      "neither strict nor loose"
    ),
    (["amend", "CLAIM", "--reason", "r", "--confidence", "2"], "0 through 1"),
    (["accept", "1234567"], "first eight digits"), (["accept", "00000000"], "no claim has an id"),
    (["accept", "CLAIM", "--time", "2999-01-01T00:00:00Z"], "lies in the future"),
    (["accept", "CLAIM", "--time", "yesterday"], "--time"), (["accept"], "claim"),
    (["carry", "CLAIM", "--reason", "r", "--to", "no such"], "has no \"no such\""),
    (["no-counterpart", "rules", "other"], "whole framework"),
    (["no-counterpart", "rules/1", "rules"], "rules"),
  ]

  @Test(arguments: refused)
  func aWrongActIsUsageWithOneErrorLineAndChangesNothing(arguments: [String], words: String) throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let before = try bench.binary.run("review", "log").output
    let result = try bench.binary.run(
      ["review"] + arguments.map { $0 == "CLAIM" ? bench.same : $0 } + ["--author", "R. Reviewer"])
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count { $0.contains("error:") } == 1)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try bench.binary.run("review", "log").output == before)
  }
}
