import Foundation
import Testing

@Suite struct PlanAndEquivalenceTests {
  private static let ends = ["--from", "src", "--to", "law"]

  /// A store with two small frameworks and claims between them.
  private func binary() throws -> CrosswalkBinary {
    let binary = try CrosswalkBinary()
    let catalogs = [
      "src": "id,parent_id,title,text\nA,,Alpha,do a\nB,,Beta,do b\nC,,Gamma,do c\nD,,Delta,do d\n",
      "law": "id,parent_id,title,text\n1,,One,ask 1\n2,,Two,ask 2\n3,,Three,ask 3\n4,,Four,ask 4\n",
    ]
    for (name, table) in catalogs.sorted(by: { $0.key < $1.key }) {
      let file = try binary.file("\(name).csv", table)
      let result = try binary.run(
        "import", file, "--framework", name, "--profile", "generic-catalog", "--revision", "1", "--as-of",
        "2026-01-01")
      #expect(result.status == 0, "\(result.errors)")
    }
    let rows = [
      "A,1,superset-of,human,complete,R. Reviewer", "A,2,superset-of,human,draft,",
      "B,2,superset-of,human,draft,",
      "C,3,equal-to,human,draft,", "D | B,4,superset-of,human,draft,", "D,1,related,human,draft,",
    ].map { line -> String in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let source = cells[0].split(separator: "|").map { "src/\($0.trimmingCharacters(in: .whitespaces))" }
      return "\(source.joined(separator: " | ")),law/\(cells[1]),\(cells[2]),,semantic,5,0.6,\(cells[3]),"
        + "\(cells[4]),A. Analyst,2026-02-01,\(cells[5]),\(cells[5].isEmpty ? "" : "2026-02-02")"
    }
    let header =
      "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on"
    let claims = try binary.file("claims.csv", ([header] + rows).joined(separator: "\n") + "\n")
    let result = try binary.run("import", claims)
    #expect(result.status == 0, "\(result.errors)")
    return binary
  }

  private func json(_ binary: CrosswalkBinary, _ arguments: [String]) throws -> [String: Any] {
    let result = try binary.run(arguments + Self.ends + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    return try result.json()
  }

  @Test func thePlanIsTheLeastThatCoversWhatCanBeCovered() throws {
    let binary = try binary()
    defer { binary.remove() }
    let plan = try json(binary, ["plan"])
    let choices = try #require(plan["choices"] as? [[String: Any]])
    #expect(choices.map { $0["control"] as? String } == ["src/A", "src/B", "src/C", "src/D"])
    let summary = try #require(plan["summary"] as? [String: Any])
    #expect(summary["cost"] as? Double == 4 && summary["bound"] as? Double == 4)
    #expect(summary["optimal"] as? Bool == true && summary["withoutCrosswalk"] as? Double == 4)
    let reaches = try #require(choices[1]["reaches"] as? [[String: Any]])
    #expect(reaches.compactMap { $0["statement"] as? String } == ["law/2", "law/4"])
    #expect(reaches[1]["together"] as? [String] == ["src/D"] && reaches[1]["draft"] as? Bool == true)
    let both = try #require(try json(binary, ["plan", "--include-own"])["summary"] as? [String: Any])
    #expect(both["cost"] as? Double == 4 && both["withoutCrosswalk"] as? Double == 8)
  }

  @Test func costsAndLimitsChangeThePlan() throws {
    let binary = try binary()
    defer { binary.remove() }
    let costs = try binary.file("costs.csv", "id,cost,who\nsrc/a,0.5,team\nsrc/C,0,there\n")
    let plan = try json(binary, ["plan", "--costs", costs, "--minimum-confidence", "0.5"])
    #expect((plan["summary"] as? [String: Any])?["cost"] as? Double == 2.5)
    #expect(try json(binary, ["plan", "--minimum-confidence", "0.9"])["choices"] as? [[String: Any]] != nil)
    let quick = try #require(try json(binary, ["plan", "--time-limit", "0"])["summary"] as? [String: Any])
    #expect((quick["bound"] as? Double ?? 9) <= (quick["cost"] as? Double ?? 0))
    let part = try #require(try json(binary, ["plan", "--scope", "3"])["choices"] as? [[String: Any]])
    #expect(part.compactMap { $0["control"] as? String } == ["src/C"])
  }

  @Test(arguments: [
    ("id,cost\nsrc/A,-1\n", "costs.csv:2:7: error:"), ("id,cost\nsrc/Z,1\n", "costs.csv:2:1: error:"),
    ("id,cost\nnist-ai-rmf-1.0/MAP 1.1,1\n", "costs.csv:2:1: error:"),
    ("id,price\nsrc/A,1\n", "costs.csv:1:1: error:"),
    ("id,cost\nsrc/A,1\nsrc/A,2\n", "costs.csv:3:1: error:"),
  ])
  func aWrongTableOfCostsIsNamedWithItsPlace(table: String, message: String) throws {
    let binary = try binary()
    defer { binary.remove() }
    let costs = try binary.file("costs.csv", table)
    let result = try binary.run(["plan", "--costs", costs] + Self.ends)
    #expect(
      result.status == 65 && result.output.isEmpty && result.errors.contains(message), "\(result.errors)")
  }

  @Test func equivalenceListsWhatIsCertainAndWhatIsOpenApart() throws {
    let binary = try binary()
    defer { binary.remove() }
    let report = try json(binary, ["equivalence"])
    let summary = try #require(report["summary"] as? [String: Int])
    #expect(
      summary == [
        "equal": 1, "mutual": 0, "sourceCovers": 4, "targetCovers": 0, "open": 1, "contradicted": 0,
      ])
    let entries = try #require(report["entries"] as? [[String: Any]])
    #expect(entries[0]["source"] as? [String] == ["src/C"] && entries[0]["target"] as? [String] == ["law/3"])
    #expect(entries.last?["kind"] as? String == "open" && entries.last?["draft"] as? Bool == true)
    let reverse = try binary.run("equivalence", "--from", "law", "--to", "src", "--format", "json").json()
    #expect((reverse["summary"] as? [String: Int])?["targetCovers"] == 4)
  }

  @Test func theSameStoreGivesTheSameBytes() throws {
    let binary = try binary()
    defer { binary.remove() }
    for command in ["plan", "equivalence"] {
      for format in ["table", "markdown", "csv", "json"] {
        let arguments = [command] + Self.ends + ["--format", format, "--as-of", "2026-11-01"]
        let first = try binary.run(arguments)
        #expect(
          try first.status == 0 && first.output == binary.run(arguments).output && !first.output.isEmpty)
      }
    }
  }

  @Test func theBundledFrameworksAreSolvedToTheEndWithinASecond() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let ends = ["nist-ai-rmf-1.0", "eu-ai-act"]
    for (from, to) in [(ends[0], ends[1]), (ends[1], ends[0])] {
      for options in [
        [], ["--level", "addressed"], ["--include-own"], ["--level", "addressed", "--unit", "statement"],
      ] {
        let result = try binary.run(
          ["plan", "--from", from, "--to", to, "--format", "json", "--time-limit", "1"] + options)
        let summary = try #require(try result.json()["summary"] as? [String: Any])
        #expect(summary["optimal"] as? Bool == true, "\(from) \(options)")
      }
    }
  }
}
