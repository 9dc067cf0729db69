import Foundation
import Testing

/// `crosswalk review next`: the questions whose answers settle most.
@Suite struct ReviewNextTests {
  private static let pair = ["--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2026-11-23"]

  private func questions(_ binary: CrosswalkBinary, _ more: String...) throws -> [String: Any] {
    let result = try binary.run(["review", "next"] + Self.pair + ["--format", "json"] + more)
    #expect(result.status == 0, "\(result.errors)")
    return try result.json()
  }

  private func open(_ binary: CrosswalkBinary) throws -> Int {
    let report = try binary.run(["gap"] + Self.pair + ["--format", "json"]).json()
    let summary = try #require(report["summary"] as? [String: Any])
    return (summary["unknown"] as? Int ?? 0) + (summary["contradicted"] as? Int ?? 0)
  }

  @Test func recordingTheBestAnswerSettlesWhatItSays() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let answer = try questions(binary, "--top", "1")
    let list = try #require(answer["questions"] as? [[String: Any]])
    let best = try #require(list.first?["answers"] as? [[String: Any]]).first
    let line = try #require(best?["record"] as? String)
    let settled = try #require(best?["settled"] as? Int)
    #expect(list.count == 1 && settled > 0)
    let before = try open(binary)
    let header = try #require(answer["recordHeader"] as? String)
    let record = try binary.file(
      "record.csv", "\(header)\n\(line.replacing("REVIEWER", with: "R. Reviewer"))\n")
    let imported = try binary.run("import", record)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(try open(binary) == before - settled)
    // The next question is another one.
    let next = try questions(binary, "--top", "1")
    #expect((next["basis"] as? [String: Any])?["reviewed"] as? Int == 1)
    let pair = { (answer: [String: Any]) in
      ((answer["questions"] as? [[String: Any]])?.first?["target"] as? [String: Any])?["reference"] as? String
    }
    #expect(pair(next) != nil && pair(next) != pair(answer))
  }

  @Test func aScopeLimitsTheQuestionsAndTheTableSaysThatDraftsAreDrafts() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let answer = try questions(binary, "--scope", "9", "--top", "50")
    let list = try #require(answer["questions"] as? [[String: Any]])
    let worthwhile = list.filter {
      (($0["expectedLowering"] as? [String: Any])?["statements"] as? Double ?? 0) > 0
    }
    #expect(!worthwhile.isEmpty)
    for question in worthwhile {
      let target = try #require((question["target"] as? [String: Any])?["reference"] as? String)
      #expect(target.hasPrefix("eu-ai-act/9("), "\(target)")
    }
    // Article 48 has suggested gaps, which wait for a review.
    let table = try binary.run(["review", "next"] + Self.pair + ["--scope", "48"])
    #expect(table.text.contains("crosswalk review accept ID"))
    #expect(table.status == 0)
    #expect(table.text.firstMatch(of: /^0 of \d+ claims reviewed/) != nil)
    #expect(table.text.contains("Nobody has reviewed this claim"))
    #expect(table.text.contains("Nothing here is a statement of legal compliance"))
    #expect(try binary.run(["review", "next"] + Self.pair + ["--scope", "48"]).output == table.output)
  }

  @Test func wrongOptionsAreRefused() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(try binary.run(["review", "next"] + Self.pair + ["--top", "0"]).status == 64)
    #expect(try binary.run(["review", "next"] + Self.pair + ["--asserted-only"]).status == 64)
  }
}
