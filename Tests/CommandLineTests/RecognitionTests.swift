import Foundation
import Testing

/// `crosswalk recognition` as its users meet it.
@Suite struct RecognitionTests {
  private static func example(_ name: String) -> String {
    Checkout.root.appending(path: "Crosswalks/Examples/\(name).json").path
  }

  private static let ends = [
    "recognition", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2026-11-23",
  ]

  private static func run(_ binary: CrosswalkBinary, _ system: String, _ more: String...) throws
    -> CrosswalkBinary.Result
  {
    try binary.run(ends + ["--system", example(system)] + more)
  }

  @Test(arguments: ["table", "markdown"])
  func theLegalBasisStandsFirstAndTheInventedFactsAreMarked(format: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try Self.run(binary, "gate-identification", "--format", format)
    #expect(
      result.status == 0 && result.text.drop { $0 == "*" }.hasPrefix("No legal basis, as of 2026-11-01."))
    #expect(result.text.contains("Invented for this example"))
    #expect(result.text.contains("no legal assessment"))
    let words = Set(result.text.lowercased().split { !$0.isLetter }.map(String.init))
    #expect(words.isDisjoint(with: ["compliant", "complies", "approved", "satisfied"]))
  }

  @Test func aBorderSystemUnderPoint7HasNothingToRecognise() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try Self.run(binary, "border-screening-support", "--format", "json").json()
    let counts = try #require(report["counts"] as? [String: Int])
    #expect(counts.filter { $0.value > 0 } == ["no-third-party-step": 107])
    #expect((report["blockers"] as? [Any])?.isEmpty == true)
    #expect((report["legalBasis"] as? [String: Any])?["inForce"] as? Bool == false)
  }

  @Test func aSystemWithANotifiedBodyIsBlockedByFiveConditions() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try Self.run(binary, "gate-identification", "--format", "json").json()
    let blockers = try #require(report["blockers"] as? [[String: Any]])
    #expect(blockers.map { $0["requirements"] as? Int } == Array(repeating: 107, count: 5))
    #expect((report["counts"] as? [String: Int])?["blocked"] == 107)
  }

  @Test func theSameQuestionGivesTheSameBytes() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for format in ["table", "markdown", "json"] {
      let first = try Self.run(binary, "gate-identification", "--format", format).output
      #expect(try Self.run(binary, "gate-identification", "--format", format).output == first)
    }
  }

  @Test func unknownFactsAreAskedFor() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let path = try binary.file(
      "system.json",
      """
      {"schema": "crosswalk-system/1", "name": "X", "provider": {"name": "P"},
       "intendedPurpose": {"text": "t", "from": "f"}, "facts": {}}
      """)
    let result = try binary.run(Self.ends + ["--system", path])
    #expect(result.status == 0)
    #expect(result.text.contains("107  not judged"))
    #expect(result.text.contains("? defence-use: Is the system") && result.text.contains("(Article 2(3))"))
  }

  @Test func whatAFileSaysCannotMisleadATerminalOrBecomeMarkup() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let path = try binary.file(
      "system.json",
      #"""
      {"schema": "crosswalk-system/1", "name": "X\u001b[31m|<b>", "provider": {"name": "P\nQ"},
       "intendedPurpose": {"text": "t", "from": "f"}, "facts": {"user": {"is": ["other"], "from": "a|<i>"}}}
      """#)
    let table = try binary.run(Self.ends + ["--system", path])
    #expect(table.status == 0 && !table.text.contains("\u{1B}") && table.text.contains("(P Q)"))
    let markdown = try binary.run(Self.ends + ["--system", path, "--format", "markdown"])
    #expect(!markdown.text.contains("<b>") && !markdown.text.contains("a|"))
  }

  @Test func theDirectionFollowsFromTheFrameworkOrIsNamed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let back = try binary.run([
      "recognition", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0", "--as-of", "2026-11-23", "--system",
      Self.example("border-screening-support"), "--format", "json",
    ]).json()
    #expect(back["direction"] as? String == "eu-to-us")
    let wrong = try Self.run(binary, "gate-identification", "--direction", "eu-to-us")
    #expect(wrong.status == 64 && wrong.errors.contains("not about requirements of eu-ai-act"))
    let unknown = try Self.run(binary, "gate-identification", "--direction", "eu-to-mars")
    #expect(unknown.status == 64 && unknown.errors.contains("us-to-eu, eu-to-us"))
    let pathway = try Self.run(binary, "gate-identification", "--pathway", "nowhere")
    #expect(pathway.status == 64 && pathway.errors.contains("us-eu-ai"))
  }

  @Test func aPathwayOfOnesOwnIsAFileAndAFaultInItHasItsPlace() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let shipped = Checkout.root.appending(path: "Crosswalks/Pathways/us-eu-ai.json")
    let text = try String(contentsOf: shipped, encoding: .utf8)
    let good = try binary.file("own.json", text)
    #expect(try Self.run(binary, "gate-identification", "--pathway", good).status == 0)
    let bad = try binary.file("bad.json", text.replacing("\"prohibited\"", with: "\"forbidden\""))
    let result = try Self.run(binary, "gate-identification", "--pathway", bad)
    #expect(result.status == 65)
    #expect(result.errors.firstMatch(of: #/bad\.json:\d+:\d+: error: /#) != nil, "\(result.errors)")
    let missing = try binary.run(Self.ends + ["--system", "missing.json"])
    #expect(missing.status == 66)
  }

  /// What a report looks like once an agreement exists: invented, and marked so.
  @Test func onlyADeclaredLegalBasisInForceOpensTheWay() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let shipped = Checkout.root.appending(path: "Crosswalks/Pathways/us-eu-ai.json")
    var text = try String(contentsOf: shipped, encoding: .utf8)
    let basis = try #require(text.firstRange(of: "\"status\": \"none\","))
    text.replaceSubrange(
      basis,
      with: #""status": "in-force", "instrument": "Invented agreement", "from": "2026-06-01", "#
        + #""covers": [{"annex-iii": ["1"]}], "artefacts": ["certificate"],"#)
    let half = try binary.file("half.json", text)
    let report = try Self.run(binary, "gate-identification", "--pathway", half, "--format", "json").json()
    let open = try #require(report["blockers"] as? [[String: Any]])
    #expect(open.map { $0["condition"] as? String } == ["designating-authority", "designated-body"])
    // Side "us" of the authorities and of the bodies.
    for part in ["no authority designates bodies for AI", "no body is designated for AI"] {
      let says = try #require(text.firstRange(of: "\"says\": \"\(part)\""))
      let state = try #require(text[..<says.lowerBound].ranges(of: "\"state\": \"none\"").last)
      text.replaceSubrange(state, with: "\"state\": \"settled\"")
    }
    let whole = try binary.file("whole.json", text)
    let result = try Self.run(binary, "gate-identification", "--pathway", whole)
    #expect(result.text.hasPrefix("Legal basis declared in force: Invented agreement"))
    #expect(result.text.contains("107  recognised as is"))
    let before = try binary.run([
      "recognition", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act@2026-07-27", "--as-of", "2026-05-31",
      "--system", Self.example("gate-identification"), "--pathway", whole,
    ])
    #expect(before.text.hasPrefix("No legal basis on 2026-05-31") && before.text.contains("107  blocked"))
  }
}
