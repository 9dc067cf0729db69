import Foundation
import Testing

/// `--known-by`: as the store knew it on a day.
@Suite struct KnownByCommandTests {
  private typealias Bench = ReviewActCommandTests.Bench

  /// Tomorrow: everything that a test has done counts.
  private static let later = UTCDay.tomorrow
  private static let ends = ["--from", "other", "--to", "rules"]

  @Test func beforeTheFirstImportTheStoreKnewNothing() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    #expect(try bench.act("accept", bench.same, "--time", "2020-05-01T12:00:00Z").status == 0)
    let now = try bench.binary.run(["mappings", "--format", "json"] + Self.ends).json()
    let then = try bench.binary.run(["mappings", "--format", "json", "--known-by", Self.later] + Self.ends)
      .json()
    #expect((then["claims"] as? [[String: Any]])?.count == (now["claims"] as? [[String: Any]])?.count)
    #expect(then["knownBy"] as? String == Self.later && now["knownBy"] == nil)
    // Nothing had been imported then, whatever the law of the day was.
    let early = try bench.binary.run(["gap", "--known-by", "2020-06-01"] + Self.ends)
    #expect(early.status == 64)
    #expect(early.errors.contains("on 2020-06-01 the store did not know a framework"))
    let list = try bench.binary.run("frameworks", "--known-by", "2020-06-01", "--format", "json").json()
    #expect((list["frameworks"] as? [Any])?.isEmpty == true)
  }

  @Test func aDayToComeIsRefused() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    for report in [["gap"] + Self.ends, ["frameworks"], ["review", "log"]] {
      // Where the day ends between this line and the program, that day is tomorrow for it.
      let known = try bench.binary.run(report + ["--known-by", UTCDay.after(3)])
      #expect(known.status == 64)
      #expect(
        known.errors.contains("is a day to come") && known.errors.contains("--as-of"), "\(known.errors)")
    }
  }

  @Test(arguments: [
    ["gap"] + ends, ["gap", "--format", "markdown"] + ends, ["gap", "--format", "html"] + ends,
    ["equivalence"] + ends, ["equivalence", "--format", "markdown"] + ends,
    ["equivalence", "--format", "html"] + ends, ["explain", "other/A", "rules/1"], ["show", "rules/1"],
    ["mappings"], ["mappings"] + ends, ["frameworks"], ["review", "log"], ["check"],
  ])
  func aReportSaysWhichKnowledgeItShows(report: [String]) throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let plain = try bench.binary.run(report)
    let known = try bench.binary.run(report + ["--known-by", Self.later])
    #expect(known.status == plain.status, "\(known.errors)")
    // Terminals wrap.
    let words = known.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("the store knew") && words.contains(Self.later))
    #expect(!plain.text.contains("the store knew"))
  }

  @Test(arguments: [
    ["gap"] + ends, ["equivalence"] + ends, ["explain", "other/A", "rules/1"], ["show", "rules/1"],
    ["mappings"],
    ["mappings"] + ends, ["frameworks"], ["review", "log"], ["check"],
  ])
  func theJSONOfAReportNamesTheDayOnlyWhereItWasAskedFor(report: [String]) throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let json = report + ["--format", "json"]
    let known = try bench.binary.run(json + ["--known-by", Self.later])
    #expect(known.text.contains("\"knownBy\" : \"\(Self.later)\""), "\(known.errors)")
    #expect(!(try bench.binary.run(json).text.contains("knownBy")))
  }

  @Test func frameworksAndShowSaySinceWhenARevisionIsKnown() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let list = try bench.binary.run("frameworks", "--format", "json").json()
    let rules = try #require(
      (list["frameworks"] as? [[String: Any]])?.last { $0["id"] as? String == "rules" })
    let since = try #require(rules["knownSince"] as? String)
    #expect(since.hasSuffix("Z") && rules["asOf"] as? String == "2021-01-01")
    #expect(try bench.binary.run("frameworks").text.contains("Known since \(since.prefix(10)): "))
    #expect(try bench.binary.run("show", "rules/1").text.contains("known since \(since)"))
    let shown = try bench.binary.run("show", "rules/1", "--format", "json").json()
    #expect(shown["knownSince"] as? String == since)
  }

  @Test func aQuestionAboutThePastLeavesTheStoreAsItIs() throws {
    let bench = try Bench()
    defer { bench.binary.remove() }
    let before = try bench.binary.run("review", "log").output
    _ = try bench.binary.run(["gap", "--known-by", Self.later] + Self.ends)
    #expect(try bench.binary.run("review", "log").output == before)
    #expect(
      try bench.binary.run("gap", "--known-by", "yesterday", "--from", "other", "--to", "rules").status == 64)
  }
}
