import CrosswalkModel
import CrosswalkRefresh
import Foundation
import Glibc
import Testing

/// Where this machine cannot keep what comes, that is said as such, and nothing half-written stays.
@Suite struct DiskTests {
  @Test func aFolderThatIsNotThereIsNamed() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]])
    try FileManager.default.removeItem(at: bench.target)
    let error = try #require(throws: DownloadError.self) { try bench.download("/f", of: server) }
    #expect(error.reason == .file(errno: ENOENT))
    #expect(error.exitStatus == .inputOutput)
    #expect(try server.requests().isEmpty)
  }

  @Test func aLinkInTheWayIsNotFollowed() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]])
    let victim = bench.folder.appending(path: "victim")
    try Data("kept".utf8).write(to: victim)
    for name in [".catalog.xml.part", "catalog.xml"] {
      try FileManager.default.createSymbolicLink(
        at: bench.target.appending(path: name), withDestinationURL: victim)
    }
    _ = try bench.download("/f", of: server)
    #expect(try String(contentsOf: victim, encoding: .utf8) == "kept")
    #expect(try bench.left == ["catalog.xml"])
    let mode = try FileManager.default.attributesOfItem(
      atPath: bench.target.appending(path: "catalog.xml").path)
    #expect(mode[.type] as? FileAttributeType == .typeRegular)
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  static let variable = "CROSSWALK_TEST_DISK"

  @Test(.enabled(if: OwnProcess.hasNamespaces, "this system lets no program have mounts of its own"))
  func aFullDiskIsNamed() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<a></a>", "bodyRepeat": 100_000]]])
    let inner = try OwnProcess(
      "FullDiskTests",
      environment: [Self.variable: "\(bench.target.path)|http://127.0.0.1:\(server.port)/f"],
      before: "mount -t tmpfs -o size=256k tmpfs '\(bench.target.path)'", in: bench.folder)
    try inner.start()
    let end = try inner.end()
    #expect(end.status == 0, "\(end.output)")
    #expect(end.output.contains("Test run with 1 test"), "\(end.output)")
  }
}

/// One download to a disk that is too small; run by ``DiskTests`` in a namespace of its own.
@Suite(.enabled(if: OwnProcess.isInner, "runs in a program of its own")) struct FullDiskTests {
  @Test func leavesNothingOnIt() throws {
    let text = try #require(ProcessInfo.processInfo.environment[DiskTests.variable])
    let parts = text.split(separator: "|").map(String.init)
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", parts[1]))
    let error = try #require(throws: DownloadError.self) {
      _ = try SourceDownload(source: source, program: DownloadBench.program).run(
        into: parts[0], known: [:], now: DownloadBench.now)
    }
    #expect(error.reason == .file(errno: ENOSPC))
    #expect(error.exitStatus == .inputOutput)
    #expect(try FileManager.default.contentsOfDirectory(atPath: parts[0]) == [])
  }
}
