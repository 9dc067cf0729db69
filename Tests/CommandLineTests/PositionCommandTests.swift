import Foundation
import Testing

/// `crosswalk review position` and `crosswalk review log`.
@Suite struct PositionCommandTests {
  private static let about = "eu-ai-act/9(2)(a)"

  private func position(
    _ side: String, _ stance: String, about: String = about, at: String = "2026-11-23T10:00:00Z",
    _ more: String...
  ) -> [String] {
    [
      "review", "position", "--side", side, "--about", about, "--stance", stance, "--author", "A. Analyst",
      "--at", at,
    ] + more
  }

  @Test func aRecordedPositionShowsWhereBothSidesStand() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let first = try binary.run(position("us", "agreed"))
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.text.contains("Recorded: US agreed on eu-ai-act/9(2)(a)"))
    #expect(first.text.contains("US: agreed (A. Analyst, 2026-11-23T10:00:00Z)"))
    #expect(first.text.contains("EU: not yet"))
    #expect(first.text.contains("it approves nothing"))
    // Spelled otherwise, in another zone: the same act.
    let again = try binary.run(
      position("us", "agreed", about: "eu-ai-act/Art. 9 (2)(a)", at: "2026-11-23T11:00:00+01:00"))
    #expect(again.text.contains("Recorded before: US agreed"))
    let answer = try binary.run(
      position("eu", "reservation", "--reason", "Only for the first release.", "--format", "json")
    ).json()
    let both = try #require(answer["positions"] as? [String: Any])
    #expect((both["us"] as? [String: Any])?["stance"] as? String == "agreed")
    #expect((both["eu"] as? [String: Any])?["reason"] as? String == "Only for the first release.")
    #expect((answer["recorded"] as? [String: Any])?["givenFor"] as? [String] == ["eu-ai-act@2026-07-27"])
  }

  @Test func theLogKeepsEveryActInTheOrderOfTime() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try binary.run(position("us", "agreed", at: "2026-11-23T12:00:00Z"))
    try binary.run(position("us", "not-yet", at: "2026-11-23T11:00:00Z"))
    try binary.run(position("eu", "agreed", about: "eu-ai-act/10"))
    let log = try binary.run("review", "log", "--format", "json").json()
    let acts = try #require(log["acts"] as? [[String: Any]])
    #expect(acts.map { $0["time"] as? String } == ["10", "11", "12"].map { "2026-11-23T\($0):00:00Z" })
    #expect(acts.map { $0["counts"] as? Bool } == [true, false, true])
    let about = try binary.run("review", "log", "--about", Self.about, "--format", "json").json()
    #expect((about["acts"] as? [[String: Any]])?.map { $0["act"] as? String } == ["not-yet", "agreed"])
    let table = try binary.run("review", "log")
    #expect(table.status == 0)
    #expect(table.text.hasPrefix("3 acts of review"))
    #expect(try binary.run("review", "log").output == table.output)
  }

  @Test func theLogAboutARequirementHoldsTheReviewsOfItsClaims() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let claims = try binary.file(
      "claims.csv",
      """
      source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on
      nist-ai-rmf-1.0/GOVERN 1.1,eu-ai-act/8(1),related,,semantic,3,0.4,human,complete,A. Author,2026-11-20,R. Reviewer,2026-11-21

      """)
    #expect(try binary.run("import", claims).status == 0)
    let list = try binary.run(
      "mappings", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "json"
    ).json()
    let reviewed = try #require(
      (list["claims"] as? [[String: Any]])?.first { $0["reviewer"] as? String == "R. Reviewer" })
    let id = try #require(reviewed["id"] as? String)
    #expect(
      try binary.run(position("eu", "reservation", about: id.uppercased(), "--reason", "Too weak.")).status
        == 0)
    let log = try binary.run("review", "log", "--about", "eu-ai-act/8(1)", "--format", "json").json()
    let acts = try #require(log["acts"] as? [[String: Any]])
    #expect(acts.map { $0["kind"] as? String } == ["claim-review", "position"])
    #expect(acts.map { $0["author"] as? String } == ["R. Reviewer", "A. Analyst"])
    // Both columns stand beside the claim in lists and at the requirement.
    for command in [
      ["mappings", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"], ["show", "eu-ai-act/8(1)"],
    ] {
      let text = try binary.run(command).text
      #expect(text.contains("US: not yet\n"))
      #expect(text.contains("EU: reservation: Too weak. (A. Analyst, 2026-11-23T10:00:00Z)"))
    }
  }

  @Test func aPositionOnOneSubjectStandsBesideTheGeneralOne() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try binary.run(position("us", "agreed"))
    let special = try binary.run(
      position("us", "reservation", "--reason", "Not tested there.", "--subject", "lantern-2.3"))
    #expect(special.text.contains("US: reservation: Not tested there."))
    let shown = try binary.run("show", Self.about)
    #expect(shown.text.contains("Positions of both sides"))
    #expect(shown.text.contains("US: agreed (A. Analyst"))
    #expect(shown.text.contains("for lantern-2.3:"))
    let json = try binary.run("show", Self.about, "--format", "json").json()
    #expect(
      (json["positions"] as? [[String: Any]])?.map { $0["subject"] as? String } == [nil, "lantern-2.3"])
  }

  private static let refused: [([String], String)] = [
    (
      ["--side", "us", "--about", "eu-ai-act/9(2)(a)", "--stance", "reservation", "--author", "A"],
      "needs a reason"
    ),
    (
      [
        "--side", "us", "--about", "eu-ai-act/9(2)(a)", "--stance", "reservation", "--reason", " ",
        "--author", "A",
      ], "reason"
    ),
    (["--side", "us", "--about", "eu-ai-act/9(2)(a)", "--stance", "agreed", "--author", " "], "author"),
    (["--side", "un", "--about", "eu-ai-act/9(2)(a)", "--stance", "agreed", "--author", "A"], "side"),
    (
      ["--side", "us", "--about", "eu-ai-act/9(2)(z)", "--stance", "agreed", "--author", "A"], "did you mean"
    ),
    (
      ["--side", "us", "--about", "eu-ai-ac/9", "--stance", "agreed", "--author", "A"],
      "did you mean eu-ai-act"
    ),
    (["--side", "us", "--about", "eu-ai-act", "--stance", "agreed", "--author", "A"], "whole framework"),
    (["--side", "us", "--about", "", "--stance", "agreed", "--author", "A"], "names no claim"),
    (
      [
        "--side", "us", "--about", "00000000-0000-5000-8000-000000000000", "--stance", "agreed", "--author",
        "A",
      ],
      "no claim has the id"
    ),
    (
      ["--side", "us", "--about", "nonsense#x", "--stance", "agreed", "--author", "A"],
      "no template \"nonsense\""
    ),
    (
      ["--side", "us", "--about", "eu-ai-act/9", "--stance", "agreed", "--author", "A", "--at", "yesterday"],
      "--at"
    ),
    (
      [
        "--side", "us", "--about", "eu-ai-act/9", "--stance", "agreed", "--author", "A", "--at",
        "9062-11-23T10:00:00Z",
      ], "lies in the future"
    ),
  ]

  @Test func whatCannotBeRecordedIsUsageAndRecordsNothing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for (arguments, says) in Self.refused {
      let result = try binary.run(["review", "position"] + arguments)
      #expect(result.status == 64)
      #expect(result.errors.contains("error: ") && result.errors.contains(says), "\(result.errors)")
      #expect(result.output.isEmpty)
      let log = try binary.run("review", "log", "--format", "json").json()
      #expect((log["acts"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func theSectionsOfAFolderOfOnesOwnCanBeNamed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let folder = binary.folder.appending(path: "own")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let strings = folder.appending(path: "strings")
    try FileManager.default.createDirectory(at: strings, withIntermediateDirectories: true)
    try Data(#"{"own-title": "Own sheet"}"#.utf8).write(to: strings.appending(path: "de.json"))
    try Data(
      #"""
      {"schema":"crosswalk-template/1","name":"own-sheet","title":"own-title","about":"A sheet.","basis":"None.",
       "sections":[{"id":"scope","title":"own-title"}]}
      """#.utf8
    ).write(to: folder.appending(path: "template.json"))
    let recorded = try binary.run(position("eu", "agreed", about: "\(folder.path)/#scope"))
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(recorded.text.contains("EU agreed on own-sheet#scope"))
    let wrong = try binary.run(position("eu", "agreed", about: "\(folder.path)/#scop"))
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean scope?"))
  }

  /// Each process records one position and says so; some are killed on the way.
  @Test func anAcknowledgedPositionSurvivesTheEndOfItsProcess() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try binary.run("frameworks")
    var acknowledged: Set<String> = []
    var killed = 0
    for round in 0..<20 {
      let process = binary.process(
        position("us", "agreed", at: "2026-11-23T10:00:\(10 + round)Z") + ["--reason", "round \(round)"])
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double(round) * 0.006)
      // Kill only the process started here.
      kill(process.processIdentifier, SIGKILL)
      let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      if String(decoding: said, as: UTF8.self).contains("Recorded:") { acknowledged.insert("round \(round)") }
    }
    let log = try binary.run("review", "log", "--format", "json").json()
    let kept = Set(try #require(log["acts"] as? [[String: Any]]).compactMap { $0["reason"] as? String })
    #expect(acknowledged.isSubset(of: kept), "\(acknowledged.subtracting(kept)) lost")
    #expect(killed > 0, "nothing was killed: the test shows nothing")
  }
}
