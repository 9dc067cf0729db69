import Foundation
import Testing

/// What keeps a step out of the store, and what lets it in.
@Suite struct RefreshGuardTests {
  /// What a publisher gives out the second night, and the guards that hold it back; none lets it in.
  struct Step: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let guards: [String]
    let change: @Sendable (inout SampleCatalog) -> Void
  }

  static let steps: [Step] = [
    Step(testDescription: "one control of forty is gone", guards: []) { $0.controls.removeLast() },
    Step(testDescription: "two of forty are gone", guards: []) { $0.controls.removeLast(2) },
    Step(testDescription: "three of forty are gone", guards: ["removed-share"]) { $0.controls.removeLast(3) },
    Step(testDescription: "the baseline shrinks by half", guards: ["removed-share", "mapped-removed"]) {
      $0.controls.removeFirst(20)
    },
    Step(testDescription: "the one control that a claim names is gone", guards: ["mapped-removed"]) {
      $0.controls.remove(at: 4)
    },
    Step(
      testDescription: "every identifier is another", guards: ["identity", "removed-share", "mapped-removed"]
    ) {
      for index in $0.controls.indices { $0.controls[index].id = "t-\(index + 1)" }
    },
    Step(testDescription: "the same identifiers mean other things", guards: ["identity"]) {
      for index in $0.controls.indices { $0.controls[index].title = "Something else \(index)" }
    },
    Step(testDescription: "two of forty have no words left", guards: []) {
      for index in 10..<12 { $0.controls[index].text = "" }
    },
    Step(testDescription: "three of forty have no words left", guards: ["removed-share"]) {
      for index in 10..<13 { $0.controls[index].text = "" }
    },
    Step(testDescription: "the one control that a claim names has no words left", guards: ["mapped-removed"])
    {
      $0.controls[4].text = ""
    },
    Step(testDescription: "another publisher", guards: ["identity"]) { $0.publisher = "Another Office" },
    Step(testDescription: "another document UUID", guards: []) {
      $0.uuid = "5b9a2c6e-0000-4000-8000-00000000beef"
    },
    Step(testDescription: "last modified earlier", guards: ["older"]) {
      $0.modified = "2025-12-31T00:00:00Z"
    },
    Step(testDescription: "a lower version", guards: ["older"]) { $0.version = "0.9" },
    Step(testDescription: "the same revision with other words", guards: ["silent-change"]) {
      $0.version = "1.0"
      $0.controls[9].text = "The organization does nothing."
    },
  ]

  @Test(arguments: steps)
  func aStepIsHeldBackWhereAGuardIsHitAndOnlyThere(step: Step) throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.importClaim(on: "S-5")
    let before = try bench.dump(besides: "refresh_")
    try bench.offer(SampleCatalog().released("1.1", on: "2026-02-01", step.change))
    let night = try bench.summary()
    #expect(night.sources["a"]?.guardNames == step.guards, "\(night)")
    #expect(night.sources["a"]?.outcome == (step.guards.isEmpty ? "published" : "held-back"))
    #expect(night.status == (step.guards.isEmpty ? 0 : 5))
    if !step.guards.isEmpty {
      #expect(try bench.dump(besides: "refresh_") == before)
      #expect(night.report["backup"] is NSNull)
    }
  }

  @Test func everythingGoneIsHeldBack() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.offer(
      SampleCatalog().released("1.1", on: "2026-02-01") {
        $0.controls = [.init(id: "z-1", title: "New", text: "Something that has never been said before.")]
      })
    let night = try bench.summary()
    #expect(night.status == 5 && night.sources["a"]?.guardNames == ["removed-share"], "\(night)")
  }

  @Test func aStepThatIsHeldBackPrintsNoErrorAndHowToReleaseIt() throws {
    let bench = try heldBack()
    let night = try bench.night("--format", "mail")
    #expect(night.status == 5)
    #expect(!night.errors.contains("error:"), "\(night.errors)")
    #expect(night.text.hasPrefix("Subject: crosswalk refresh: look at it: 1 held back\n"))
    #expect(night.text.split(separator: "\n").dropFirst().allSatisfy { $0.count <= 72 || $0.contains("/") })
    #expect(night.text.contains("--accept "))
  }

  @Test(arguments: ["table", "mail"])
  func wordsOfAPublisherCannotPassForWordsOfTheReport(format: String) throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    // In XML 1.0 all of these can stand: a C1 control, line breaks, a bidirectional override, a line separator.
    let hostile = "A&#x9B;31m&#10;PUBLISHED&#10;REMARKS&#x202E;&#x2028;PUBLISHED&#x85;PUBLISHED&#x7F;"
    try bench.offer(
      SampleCatalog().released("1.1", on: "2026-02-01") {
        $0.publisher = hostile
        for index in 0..<3 {
          $0.controls[index].title = hostile
          $0.controls[index].text = hostile
        }
        $0.controls.removeLast(3)
      })
    let night = try bench.night("--format", format)
    #expect(night.status == 5, "\(night.errors)")
    #expect(night.text.contains("31m"), "it is shown, in signs that do nothing")
    let misleading = night.text.unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || ("\u{202A}"..."\u{202E}").contains($0))
        || $0 == "\u{2028}"
    }
    #expect(misleading.isEmpty, "\(misleading.map(\.value))")
    let lines = night.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(!lines.contains("PUBLISHED") && !lines.contains("REMARKS"))
  }

  @Test func theCommandThatTheSummaryPrintsReleasesTheStep() throws {
    let bench = try heldBack()
    let held = try bench.summary()
    let words = try #require(held.sources["a"]?["release"] as? [String])
    let result = try bench.binary.run(Array(words.dropFirst()) + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try bench.revisions() == ["1.0", "1.1"])
    let next = try bench.summary()
    #expect(next.status == 0 && next.sources["a"]?.outcome == "unchanged", "what was accepted stays accepted")
  }

  @Test func anotherDigestReleasesNothing() throws {
    let bench = try heldBack()
    let wrong = try bench.summary("--accept", String(repeating: "0", count: 64))
    #expect(wrong.status == 65)
    #expect(try bench.revisions() == ["1.0"])
    let mail = try bench.night("--accept", String(repeating: "0", count: 64), "--format", "mail")
    #expect(mail.text.hasPrefix("Subject: crosswalk refresh: look at it: "))
    let digest = try #require(wrong.sources["a"]?.digest)
    for short in ["123", String(digest.prefix(16)), String(digest.dropLast())] {
      #expect(try bench.night("--accept", short).status == 64, "whoever accepts names all of it")
    }
  }

  @Test func theDigestOfAnotherNightReleasesNothing() throws {
    let bench = try heldBack()
    let digest = try #require(try bench.summary().sources["a"]?.digest)
    try bench.offer(SampleCatalog().released("1.1", on: "2026-02-01") { $0.controls.removeFirst(10) })
    let night = try bench.summary("--accept", digest)
    #expect(night.status == 65)
    #expect(night.sources["a"]?.outcome == "held-back")
    #expect(try bench.revisions() == ["1.0"])
  }

  @Test func goingBackToWhatTheStoreHadBeforeIsHeldBack() throws {
    let bench = try RefreshBench()
    for (version, day) in [("1.0", "2026-01-10"), ("1.1", "2026-02-01")] {
      try bench.offer(
        SampleCatalog().released(version, on: day) { $0.controls[0].text += " Version \(version)." })
      #expect(try bench.summary().sources["a"]?.outcome == "published")
    }
    try bench.offer(
      SampleCatalog().released("1.0", on: "2026-01-10") { $0.controls[0].text += " Version 1.0." })
    let night = try bench.summary()
    #expect(night.status == 5 && night.sources["a"]?.guardNames.contains("older") == true, "\(night)")
  }

  @Test func aSilentChangeThatIsAcceptedGetsANameOfItsOwn() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    var changed = SampleCatalog()
    changed.controls[9].text = "The organization does nothing."
    try bench.offer(changed)
    let held = try bench.summary()
    #expect(held.status == 5 && held.sources["a"]?.guardNames == ["silent-change"])
    let digest = try #require(held.sources["a"]?.digest)
    #expect(try bench.summary("--accept", digest).status == 0)
    let names = try bench.revisions()
    #expect(
      names.count == 2 && names.contains("1.0") && names.contains { $0.hasPrefix("1.0+") && $0.count == 12 })
    // The publisher saves the file again: other bytes, the content that was accepted.
    try bench.offer(changed.xml + "<!-- again -->")
    #expect(try bench.summary().sources["a"]?.outcome == "unchanged")
  }

  @Test func aDigestThatWasTakenBeforeIsNoError() throws {
    let bench = try heldBack()
    let digest = try #require(try bench.summary().sources["a"]?.digest)
    #expect(try bench.summary("--accept", digest).status == 0)
    let again = try bench.summary("--accept", digest)
    #expect(again.status == 0, "\(again)")
    #expect("\(again.report["remarks"] ?? "")".contains("refresh-accepted-before"))
  }

  @Test func aGuardThatCameSinceIsNotReleasedWithTheOthers() throws {
    let bench = try heldBack()
    let first = try bench.summary()
    #expect(first.sources["a"]?.guardNames == ["removed-share"])
    try bench.importClaim(on: "S-5")
    let digest = try #require(first.sources["a"]?.digest)
    let second = try bench.summary("--accept", digest)
    #expect(second.status == 65 && second.sources["a"]?.guardNames == ["removed-share", "mapped-removed"])
    #expect(try bench.revisions() == ["1.0"])
  }

  @Test func aStepThatIsHeldBackIsShownWithItsWords() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.offer(
      SampleCatalog().released("1.1", on: "2026-02-01") {
        $0.controls.removeFirst(20)
        for index in $0.controls.indices { $0.controls[index].text += " Never on Sundays." }
      })
    let mail = try bench.night("--format", "mail").text
    let words = mail.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for number in 1...20 {
      #expect(words.contains("S-\(number),") || words.contains("S-\(number) "), "\(number)")
    }
    #expect(words.contains("{+Never on Sundays.+}"), "\(mail)")
    #expect(words.contains("further controls changed") && words.contains("--dry-run"))
    let table = try bench.night().text
    #expect(table.contains("S-40"), "the table shows all of it")
    #expect(!mail.contains("S-40"))
    let held = try bench.summary().sources["a"]
    #expect((held?["heldBackChanges"] as? [[String: Any]])?.count == 20)
    let digest = try #require(held?.digest)
    #expect(digest.count == 64 && words.contains(digest) && table.contains(digest))
  }

  /// A bench whose source wants to drop half of its controls.
  private func heldBack() throws -> RefreshBench {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.offer(SampleCatalog().released("1.1", on: "2026-02-01") { $0.controls.removeFirst(20) })
    return bench
  }
}
