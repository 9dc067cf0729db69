import Foundation
import Testing

/// Nights in which something goes wrong around the refresh: the store is what it was, or what it should be then.
@Suite struct RefreshSafetyTests {
  @Test func aSecondRefreshAtOnceIsToldWhoHasTheLock() throws {
    let bench = try RefreshBench(["a"], answers: ["a": ["delay": 20]])
    try bench.offer(SampleCatalog())
    _ = try bench.binary.run("frameworks")
    let first = try RunningBinary(bench.binary, ["refresh", "--manifest", bench.list])
    #expect(first.wait { bench.server.requests > 0 })
    let second = try bench.night()
    #expect(second.status == 75)
    #expect(
      second.errors.contains("another refresh") && second.errors.contains("process "), "\(second.errors)")
    // The store itself can be read and written meanwhile.
    try bench.importClaim(on: "GOVERN 1.1", framework: "nist-ai-rmf-1.0")
    #expect(first.end(by: SIGTERM) == 143)
    #expect(try bench.leftovers().isEmpty)
    #expect(try bench.revisions().isEmpty)
  }

  static let signals: [(Int32, Int32)] = [(SIGINT, 130), (SIGTERM, 143)]

  @Test(arguments: signals)
  func aSignalEndsARunWithoutATrace(signal: Int32, status: Int32) throws {
    let bench = try RefreshBench(["a"], answers: ["a": ["delay": 20]])
    try bench.offer(SampleCatalog())
    _ = try bench.binary.run("frameworks")
    let before = try bench.dump()
    let run = try RunningBinary(bench.binary, ["refresh", "--manifest", bench.list])
    #expect(run.wait { bench.server.requests > 0 })
    #expect(run.end(by: signal) == status)
    #expect(try bench.dump() == before)
    #expect(try bench.leftovers().isEmpty)
  }

  @Test func whatAKilledRunLeftIsRemovedByTheNext() throws {
    let bench = try RefreshBench(["a"], answers: ["a": ["delay": 3]])
    try bench.offer(SampleCatalog())
    _ = try bench.binary.run("frameworks")
    let run = try RunningBinary(bench.binary, ["refresh", "--manifest", bench.list])
    #expect(run.wait { bench.server.requests > 0 })
    #expect(run.end(by: SIGKILL) == 137)
    #expect(try !bench.leftovers().isEmpty, "the kill came while there was something to leave")
    let next = try bench.night("--log-format", "json")
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.errors.contains("refresh-leftover"))
    #expect(try bench.leftovers().isEmpty)
  }

  @Test func reviewsWrittenWhileARefreshRunsAreKept() throws {
    let bench = try RefreshBench(["a"], answers: ["a": ["delay": 4]])
    try bench.offer(SampleCatalog())
    _ = try bench.binary.run("frameworks")
    let run = try RunningBinary(bench.binary, ["refresh", "--manifest", bench.list])
    #expect(run.wait { bench.server.requests > 0 })
    let position = try bench.binary.run(
      "review", "position", "--side", "eu", "--about", "eu-ai-act/9", "--stance", "agreed", "--author",
      "E. Expert")
    #expect(position.status == 0)
    #expect(run.wait { (try? bench.revisions())?.isEmpty == false })
    #expect(try bench.binary.run("review", "log", "--format", "json").text.contains("E. Expert"))
  }

  @Test func aClaimThatComesWhileARefreshRunsIsGuarded() throws {
    let bench = try RefreshBench(["a", "b"])
    for id in ["a", "b"] { try bench.offer(SampleCatalog(), as: id) }
    try bench.night()
    let slow = try SourceServer(["/b.xml": [["bodyFile": "b.xml", "delay": 4]]], in: bench.binary.folder)
    try bench.offer(SampleCatalog().released("1.1", on: "2026-02-01") { $0.controls.remove(at: 4) })
    try bench.offer(
      SampleCatalog().released("1.1", on: "2026-02-01") { $0.controls[0].text += " Twice." }, as: "b")
    let list = try String(contentsOfFile: bench.list, encoding: .utf8)
    try list.replacingOccurrences(
      of: "127.0.0.1:\(bench.server.port)\\/b.xml", with: "127.0.0.1:\(slow.port)\\/b.xml"
    ).write(toFile: bench.list, atomically: true, encoding: .utf8)
    let run = try RunningBinary(bench.binary, ["refresh", "--manifest", bench.list])
    #expect(run.wait { slow.requests > 0 })
    try bench.importClaim(on: "S-5")
    #expect(run.wait { (try? bench.revisions(of: "sample-b").count) == 2 }, "the other source goes in")
    #expect(try bench.revisions() == ["1.0"], "a control that a claim names is not dropped")
    let next = try bench.summary()
    #expect(next.status == 5 && next.sources["a"]?.guardNames == ["mapped-removed"])
  }

  @Test func aRevisionThatSomebodyImportsMeanwhileStopsNoOtherSource() throws {
    let bench = try RefreshBench(["a", "b"], answers: ["b": ["delay": 4]])
    for id in ["a", "b"] { try bench.offer(SampleCatalog(), as: id) }
    _ = try bench.binary.run("frameworks")
    let run = try RunningBinary(bench.binary, ["refresh", "--manifest", bench.list])
    #expect(run.wait { bench.server.requests > 1 })
    let other = try bench.binary.file("other.xml", SampleCatalog().released("0.9", on: "2026-01-01").xml)
    #expect(try bench.binary.run("import", other, "--framework", "sample-a").status == 0)
    #expect(run.wait { (try? bench.revisions(of: "sample-b")) == ["1.0"] })
    #expect(try bench.revisions() == ["0.9", "1.0"], "it was judged again, against what was imported")
  }

  @Test func readersSeeOneStateOrTheOtherWhileItPublishes() throws {
    let bench = try RefreshBench(["a", "b"])
    for id in ["a", "b"] { try bench.offer(SampleCatalog(), as: id) }
    _ = try bench.binary.run("frameworks")
    let run = try RunningBinary(bench.binary, ["refresh", "--manifest", bench.list])
    var states: Set<[String]> = []
    _ = run.wait {
      guard let list = try? bench.binary.run("frameworks", "--format", "json").json() else { return true }
      let names = (list["frameworks"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      states.insert(names.filter { $0.hasPrefix("sample-") })
      return states.contains(["sample-a", "sample-b"])
    }
    #expect(states.isSubset(of: [[], ["sample-a", "sample-b"]]), "\(states)")
    #expect(states.contains(["sample-a", "sample-b"]))
  }

  @Test func anImportThatTakesMoreThanItMayFailsAloneAndIsSaid() throws {
    let bench = try RefreshBench(["a"])
    var large = SampleCatalog()
    large.controls = (1...30_000).map {
      .init(
        id: "s-\($0)", title: "Control \($0)",
        text: String(repeating: "The organization does it. ", count: 12))
    }
    try bench.offer(large)
    let night = try bench.summary("--import-seconds", "1")
    #expect(night.status == 65)
    #expect(
      (night.sources["a"]?["message"] as? String)?.contains("more time than it may") == true, "\(night)")
    #expect(try bench.revisions().isEmpty)
    #expect(try bench.leftovers().isEmpty)
  }

  @Test(.enabled(if: MemoryDisks.areAvailable, "needs the rights of root for a disk of memory"))
  func aFullDiskLeavesTheStoreAsItWas() throws {
    let bench = try RefreshBench()
    var large = SampleCatalog()
    large.controls = (1...1_500).map {
      .init(
        id: "s-\($0)", title: "Control \($0)",
        text: String(repeating: "The organization does it. ", count: 20))
    }
    try bench.offer(large)
    let disk = bench.binary.folder.appending(path: "disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    try #require(
      try runProgram("/bin/mount", ["-t", "tmpfs", "-o", "size=2560k", "tmpfs", disk.path]).status == 0)
    defer { _ = try? runProgram("/bin/umount", [disk.path]) }
    let store = disk.appending(path: "store.sqlite").path
    #expect(try bench.binary.run("--store", store, "frameworks").status == 0)
    let night = try bench.binary.run("--store", store, "refresh", "--manifest", bench.list)
    #expect([65, 74].contains(night.status), "\(night.status) \(night.errors)")
    #expect(night.errors.contains("space") || night.errors.contains("full"), "\(night.errors)")
    let list = try bench.binary.run("--store", store, "frameworks", "--format", "json")
    #expect(list.status == 0 && !list.text.contains("sample-a"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: disk.path).allSatisfy { !$0.hasPrefix(".store") })
  }

  @Test func aStoreThatIsAFolderIsRefusedAndLeftAlone() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try FileManager.default.createDirectory(at: bench.binary.store, withIntermediateDirectories: true)
    let night = try bench.night()
    #expect(night.status == 65)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.binary.store.path).isEmpty)
  }

  @Test func aStoreBehindALinkIsRefreshedWhereItIs() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    let real = bench.binary.folder.appending(path: "real")
    try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
    #expect(try bench.binary.run("--store", real.appending(path: "s.sqlite").path, "frameworks").status == 0)
    try FileManager.default.createSymbolicLink(
      at: bench.binary.store, withDestinationURL: real.appending(path: "s.sqlite"))
    #expect(try bench.night().status == 0)
    #expect(try bench.revisions() == ["1.0"])
    let kind =
      try FileManager.default.attributesOfItem(atPath: bench.binary.store.path)[.type] as? FileAttributeType
    #expect(kind == .typeSymbolicLink, "the link is still a link")
    #expect(FileManager.default.fileExists(atPath: real.appending(path: "s.sqlite.refresh-lock").path))
  }

  @Test func aWrongListOfSourcesLeavesNothingBehind() throws {
    let bench = try RefreshBench()
    try Data("{\"schema\":\"crosswalk-sources/1\"}".utf8).write(to: URL(filePath: bench.list))
    let night = try bench.night()
    #expect(night.status == 78)
    #expect(night.errors.contains("sources.json:1:"))
    #expect(!FileManager.default.fileExists(atPath: bench.binary.store.path))
  }

  @Test func copiesBeyondTheNumberKeptAreRemoved() throws {
    let bench = try RefreshBench()
    for version in 1...4 {
      try bench.offer(
        SampleCatalog().released("1.\(version)", on: "2026-02-0\(version)") {
          $0.controls[0].text += " \(version)."
        })
      #expect(try bench.night("--backups", "2").status == 0)
      sleep(1)
    }
    let copies = try FileManager.default.contentsOfDirectory(
      atPath: bench.binary.folder.appending(path: "backups").path)
    #expect(
      copies.count == 2 && copies.allSatisfy { $0.hasPrefix("store-2") && $0.hasSuffix("Z.sqlite") },
      "\(copies)")
  }
}

/// Small disks of memory, which need the rights of root.
private enum MemoryDisks {
  static let areAvailable: Bool = {
    let folder = NSTemporaryDirectory() + "crosswalk-disk-\(UUID().uuidString)"
    guard mkdir(folder, 0o700) == 0 else { return false }
    defer { rmdir(folder) }
    let mounted = try? runProgram("/bin/mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]).status
    guard mounted == 0 else { return false }
    return (try? runProgram("/bin/umount", [folder]).status) == 0
  }()
}
