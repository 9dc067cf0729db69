import Foundation
import Testing

/// Nights in which sources give what they should.
@Suite struct RefreshNightTests {
  @Test func theFirstNightPublishesAndTheSecondWritesOnlyItsRecord() throws {
    let bench = try RefreshBench(answers: ["a": ["headers": [["ETag", "\"1\""]], "conditional": true]])
    try bench.offer(SampleCatalog())
    let first = try bench.summary()
    #expect(first.status == 0, "\(first)")
    #expect(first.sources["a"]?.outcome == "published")
    #expect(try bench.revisions() == ["1.0"])
    let before = try bench.dump(besides: "refresh_")
    let audit = try bench.dump()
    let second = try bench.summary()
    #expect(second.status == 0)
    #expect(second.sources["a"]?.outcome == "unchanged")
    #expect(second.report["backup"] is NSNull, "a quiet night copies nothing")
    #expect(try bench.dump(besides: "refresh_") == before)
    #expect(try bench.dump() != audit, "the night is recorded")
    #expect(try bench.leftovers().isEmpty)
  }

  @Test func theSameBytesSentAgainAreNotImported() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    let before = try bench.dump(besides: "refresh_")
    let second = try bench.summary("--import-seconds", "1", "--import-memory", "256")
    // With so little memory an import fails: there was none.
    #expect(second.status == 0)
    #expect(second.sources["a"]?.outcome == "unchanged")
    #expect(try bench.dump(besides: "refresh_") == before)
  }

  @Test func theSameContentInOtherBytesIsUnchanged() throws {
    let bench = try RefreshBench()
    var catalog = SampleCatalog()
    try bench.offer(catalog)
    try bench.night()
    // A document's own UUID is new whenever its publisher saves it.
    catalog.uuid = "5b9a2c6e-0000-4000-8000-000000000002"
    catalog.modified = "2026-01-20T00:00:00Z"
    try bench.offer("\(catalog.xml)<!-- saved again -->")
    let second = try bench.summary()
    #expect(second.sources["a"]?.outcome == "unchanged", "\(second)")
    #expect(try bench.revisions() == ["1.0"])
  }

  @Test func aNewRevisionIsPublishedBesideTheOldWithACopyBefore() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.offer(
      SampleCatalog().released("1.1", on: "2026-02-01") {
        $0.controls[3].text = "The organization does thing number 4 twice a day."
        $0.controls.append(
          .init(id: "s-41", title: "Control 41", text: "The organization does one thing more."))
      })
    let second = try bench.summary("--exit-code")
    #expect(second.status == 3)
    let diff = second.sources["a"]?["diff"] as? [String: Any]
    #expect(
      (diff?["changed"] as? [String])?.contains { $0.lowercased().hasPrefix("s-4") } == true, "\(second)")
    #expect((diff?["added"] as? [String])?.contains { $0.lowercased().hasPrefix("s-41") } == true)
    #expect(try bench.revisions() == ["1.0", "1.1"])
    let copy = try #require(second.report["backup"] as? String)
    let old = try bench.binary.run("--store", copy, "frameworks", "--format", "json")
    #expect(old.text.contains("sample-a") && !old.text.contains("\"1.1\""))
  }

  @Test func oneSourceThatFailsStopsNoOther() throws {
    let bench = try RefreshBench(["a", "b", "c"])
    for id in ["a", "b", "c"] { try bench.offer(SampleCatalog(), as: id) }
    try bench.writeList(path: { $0 == "b" ? "missing.xml" : "\($0).xml" })
    let night = try bench.summary()
    #expect(night.status == 69)
    #expect(night.sources.mapValues(\.outcome) == ["a": "published", "b": "failed", "c": "published"])
    #expect(try bench.revisions(of: "sample-c") == ["1.0"])
    #expect(try bench.revisions(of: "sample-b").isEmpty)
  }

  @Test func contentThatIsNoCatalogFailsWithItsPlace() throws {
    let bench = try RefreshBench(["a", "b"])
    try bench.offer(SampleCatalog(), as: "a")
    try bench.offer(SampleCatalog().xml.replacingOccurrences(of: "<version>1.0</version>", with: ""), as: "b")
    let night = try bench.night()
    #expect(night.status == 65)
    #expect(night.errors.contains("b.xml:") && night.errors.contains("version"), "\(night.errors)")
    #expect(try bench.revisions(of: "sample-a") == ["1.0"])
  }

  @Test func contentWithoutTheMarksOfItsPublisherFails() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.writeList(title: "Somebody else's")
    let night = try bench.summary()
    #expect(night.status == 65)
    #expect(night.sources["a"]?.outcome == "failed")
    #expect(try bench.revisions().isEmpty)
  }

  @Test func aRunForShowWritesNothingAtAll() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    let first = try bench.summary("--dry-run")
    #expect(first.sources["a"]?.outcome == "published")
    #expect(!FileManager.default.fileExists(atPath: bench.binary.store.path))
    try bench.night()
    let before = try bench.dump()
    try bench.offer(SampleCatalog().released("1.1", on: "2026-02-01"))
    let second = try bench.summary("--dry-run", "--exit-code")
    #expect(second.status == 3 && second.sources["a"]?.outcome == "published")
    #expect(try bench.dump() == before)
    #expect(try bench.revisions() == ["1.0"])
  }

  @Test func anotherWayToReadASourceIsNoQuietNight() throws {
    let bench = try RefreshBench(answers: ["a": ["headers": [["ETag", "\"1\""]], "conditional": true]])
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.writeList(framework: { _ in "sample-other" })
    #expect(try bench.summary().sources["a"]?.outcome == "published")
    #expect(try bench.revisions(of: "sample-other") == ["1.0"])
  }

  @Test func tighterMarksAreHeldAgainstWhatIsInstalled() throws {
    let bench = try RefreshBench(answers: ["a": ["headers": [["ETag", "\"1\""]], "conditional": true]])
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.writeList(title: "Somebody else's")
    // The server has nothing new, which would have been a quiet night under the old list.
    let second = try bench.summary()
    #expect(second.status == 65)
    #expect(second.sources["a"]?.outcome == "failed", "\(second)")
    #expect(try bench.revisions() == ["1.0"], "the last good one stays")
    try bench.writeList()
    #expect(try bench.summary().sources["a"]?.outcome == "unchanged")
  }

  @Test func onlyTheSourcesThatAreNamedAreLookedAt() throws {
    let bench = try RefreshBench(["a", "b"])
    for id in ["a", "b"] { try bench.offer(SampleCatalog(), as: id) }
    let night = try bench.summary("--source", "b")
    #expect(night.sources.keys.sorted() == ["b"])
    #expect(try bench.revisions(of: "sample-a").isEmpty)
    #expect(try bench.night("--source", "none").status == 64)
  }

  @Test func claimsThatGoStaleAndVerdictsThatChangeAreListed() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.night()
    try bench.importClaim(on: "S-5")
    try bench.offer(
      SampleCatalog().released("1.1", on: "2026-02-01") {
        $0.controls[4].text = "The organization stops doing thing 5."
      })
    let night = try bench.summary()
    let stale = night.sources["a"]?["newlyStale"] as? [[String: Any]]
    #expect(stale?.count == 1 && "\(stale ?? [])".contains("sample-a/S-5"), "\(night)")
  }

  @Test(
    .enabled(if: RealData.isPresent, "the official data is not there"))
  func theTwoReleasesOfTheHighBaselineAreTwoNights() throws {
    let bench = try RefreshBench(["high"])
    try bench.writeList(title: "HIGH IMPACT BASELINE", framework: { _ in "nist-sp-800-53-r5-high" })
    let oscal = RealData.folder.appending(path: "oscal")
    let names = [
      "rev5.1_HIGH-baseline-resolved-profile_catalog.earlier", "rev5_HIGH-baseline-resolved-profile_catalog",
    ]
    var nights: [[String: Any]?] = []
    for name in names {
      try bench.offer(
        String(contentsOf: oscal.appending(path: "NIST_SP-800-53_\(name).xml"), encoding: .utf8), as: "high")
      nights.append(try bench.summary().sources["high"])
    }
    #expect(nights.map { $0?.outcome } == ["published", "published"], "\(nights)")
    #expect(try bench.revisions(of: "nist-sp-800-53-r5-high") == ["5.1.1+u4", "5.2.0"])
    #expect((nights[1]?["newlyStale"] as? [Any])?.isEmpty == true)
    let diff = nights[1]?["diff"] as? [String: Any]
    // Families have other properties in the newer release; they are no controls.
    let controls = Set(
      (diff?["changed"] as? [String] ?? []).filter { $0.contains("-") }.map {
        String($0.uppercased().prefix(4))
      })
    #expect(controls == ["SA-4", "SA-5", "SA-8", "SI-2"], "\(diff ?? [:])")
    for kind in ["added", "removed", "withdrawn", "moved", "renumbered"] {
      #expect((diff?[kind] as? [Any])?.isEmpty == true, "\(kind)")
    }
  }
}

extension RefreshBench {
  /// A claim between the AI Act and a control of the sample, for its present revision.
  func importClaim(on control: String, framework: String = "sample-a") throws {
    let claims = try binary.file(
      "claims.csv",
      """
      source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on,source_revision,target_revision,note
      \(framework)/\(control),eu-ai-act/9,intersects-with,yes,semantic,5,0.8,human,complete,A. Analyst,2026-01-20,,,,,Both speak of things.

      """)
    let result = try binary.run("import", claims)
    #expect(result.status == 0, "\(result.errors)")
  }
}
