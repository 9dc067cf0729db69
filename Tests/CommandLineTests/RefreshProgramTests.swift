import Foundation
import Testing

/// Two programs that are one command.
@Suite struct RefreshProgramTests {
  @Test func theMainProgramLinksNoNetworking() throws {
    let listed = try #require(try outside("ldd", [CrosswalkBinary.executable.path]))
    #expect(listed.status == 0)
    for name in ["FoundationNetworking", "libcurl", "libssl", "nghttp"] {
      #expect(!listed.output.contains(name), "\(name)")
    }
    let sibling = CrosswalkBinary.executable.deletingLastPathComponent().appending(path: "crosswalk-refresh")
    #expect(try outside("ldd", [sibling.path])?.output.contains("FoundationNetworking") == true)
  }

  @Test func withoutItsSiblingTheCommandSaysWhatToBuild() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let alone = binary.folder.appending(path: "crosswalk")
    try FileManager.default.copyItem(at: CrosswalkBinary.executable, to: alone)
    let process = binary.process(["refresh"])
    process.executableURL = alone
    process.environment?["LD_LIBRARY_PATH"] = CrosswalkBinary.executable.deletingLastPathComponent().path
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 78)
    #expect(
      said.contains("error: crosswalk-refresh is not beside crosswalk") && said.contains("swift build"),
      "\(said)")
  }

  static let wrong: [([String], Int32)] = [
    (["refresh", "--accept", "xyz"], 64), (["refresh", "--backups", "-1"], 64),
    (["refresh", "--nothing"], 64),
    (["refresh", "status", "--max-age", "soon"], 64), (["refresh", "status", "--format", "mail"], 64),
    (["refresh", "--manifest", "none.json"], 66), (["refresh", "status"], 66),
  ]

  @Test(arguments: wrong)
  func wrongCommandLinesAreErrorsWithoutAStore(arguments: [String], status: Int32) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains("error: "))
    #expect(!FileManager.default.fileExists(atPath: binary.store.path))
  }

  @Test func statusTellsMonitoringWhatIsOverdue() throws {
    let bench = try RefreshBench(["a", "b"])
    try bench.offer(SampleCatalog(), as: "a")
    try bench.writeList(path: { $0 == "b" ? "missing.xml" : "\($0).xml" })
    #expect(try bench.night().status == 69)
    let arguments = ["refresh", "status", "--manifest", bench.list, "--format", "json", "--max-age"]
    let result = try bench.binary.run(arguments + ["48h"])
    #expect(result.status == 2, "b never came")
    #expect(!result.errors.contains("error:"))
    let sources = try #require(try result.json()["sources"] as? [[String: Any]])
    #expect(sources.map { $0["overdue"] as? Bool } == [false, true])
    #expect(sources.map { $0["installed"] as? String } == ["1.0", nil])
    #expect((sources[1]["lastAttempt"] as? [String: Any])?["outcome"] as? String == "failed")
    #expect(try bench.binary.run(arguments + ["48h", "--source", "a"]).status == 0)
    #expect(try bench.night("status").status == 0, "without --max-age it only tells")
  }

  @Test func optionsStandWhereUsersWriteThem() throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    let store = bench.binary.folder.appending(path: "other.sqlite").path
    for arguments in [
      ["--store", store, "refresh", "--manifest", bench.list],
      ["refresh", "--manifest", bench.list, "--store", store],
      ["refresh", "--store", store, "status", "--manifest", bench.list],
      ["refresh", "status", "--manifest", bench.list, "--store", store],
    ] {
      let result = try bench.binary.run(arguments)
      #expect(result.status == 0, "\(arguments): \(result.errors)")
    }
    #expect(FileManager.default.fileExists(atPath: store))
    #expect(!FileManager.default.fileExists(atPath: bench.binary.store.path))
  }

  @Test func sourcesThatAreOldAreSaidAndAreAnErrorOnlyWhereAskedFor() throws {
    let bench = try RefreshBench()
    try bench.writeList(path: { _ in "missing.xml" })
    let night = try bench.night()
    #expect(
      night.status == 69 && night.errors.contains("warning: a: no successful check yet"), "\(night.errors)")
    let strict = try bench.night("--require-fresh")
    #expect(strict.status == 69 && strict.errors.contains("error: not checked within"))
  }
}
