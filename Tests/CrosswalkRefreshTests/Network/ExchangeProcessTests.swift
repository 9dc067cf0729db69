import CrosswalkModel
import CrosswalkRefresh
import Foundation
import Glibc
import Testing

/// The process that makes a request may do what it likes: the run goes on, knows why, and keeps nothing of it.
@Suite struct ExchangeProcessTests {
  /// What a download says whose requests are made by a script of the shell in place of the program.
  private static func error(_ bench: DownloadBench, script: String, seconds: Int = 300) throws
    -> DownloadError
  {
    let program = bench.folder.appending(path: "program")
    try "#!/bin/sh\n\(script)\n".write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
    return try error(bench, program: program.path, seconds: seconds)
  }

  private static func error(_ bench: DownloadBench, program: String, seconds: Int = 300) throws
    -> DownloadError
  {
    let source = try DownloadBench.source(
      DownloadBench.file("catalog.xml", "https://sources.example/f?token=hush", seconds: seconds))
    let exchange = ExchangeProgram(path: program, environment: { ["HTTPS_PROXY": "http://x.example:1"][$0] })
    let error = try #require(throws: DownloadError.self) {
      _ = try SourceDownload(source: source, program: exchange, policy: bench.policy).run(
        into: bench.target.path, known: [:], now: DownloadBench.now)
    }
    #expect(try bench.left == [])
    return error
  }

  @Test(arguments: [("kill -SEGV $$", 139), ("kill -KILL $$", 137), ("exit 3", 3)] as [(String, Int32)])
  func anUnexpectedEndIsNamed(script: String, status: Int32) throws {
    let error = try Self.error(try DownloadBench(), script: script)
    #expect(error.reason == .crashed(status: status))
    #expect(error.exitStatus == .unavailable)
    #expect(error.diagnostic.code == "refresh-fetch-crashed")
  }

  @Test func aProgramThatCannotBeStartedIsThisMachinesFault() throws {
    let error = try Self.error(try DownloadBench(), program: "/nowhere/crosswalk-refresh")
    #expect(error.reason == .notStarted(errno: ENOENT))
    #expect(error.exitStatus == .inputOutput)
    #expect(error.diagnostic.code == "refresh-fetch-not-started")
  }

  @Test(arguments: ["exit 0", "echo '{}'", "exit 74"])
  func whatItCannotSayIsThisMachinesFault(script: String) throws {
    let error = try Self.error(try DownloadBench(), script: script)
    #expect(error.reason == .file(errno: EIO))
    #expect(error.exitStatus == .inputOutput)
  }

  @Test func oneThatDoesNotEndIsEnded() throws {
    let bench = try DownloadBench()
    let error = try Self.error(bench, script: "exec sleep 600", seconds: 1)
    #expect(error.reason == .late(seconds: 1))
  }

  /// Every user of a machine can read command lines; what the user's environment says is nothing to go by.
  @Test func secretsAreNotOnItsCommandLineAndTheEnvironmentIsNotItsOwn() throws {
    let bench = try DownloadBench()
    let said = bench.folder.appending(path: "said").path
    _ = try Self.error(bench, script: #"{ echo "$@"; env; stat -c "mode %a" "$2"; } > '\#(said)'; exit 3"#)
    let lines = try String(contentsOfFile: said, encoding: .utf8).split(separator: "\n")
    #expect(lines.first?.hasPrefix("exchange /") == true)
    #expect(!lines.contains { $0.contains("hush") || $0.lowercased().contains("proxy") }, "\(lines)")
    #expect(lines.contains("mode 600"))
  }

  /// By its limit, and not by the memory that the process may have.
  @Test func aLargeBodyWithoutAnEndIsEndedByItsLimit() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<a></a>", "bodyRepeat": 10_000, "endless": true]]])
    let error = try #require(throws: DownloadError.self) {
      try bench.download("/f", at: server.port, bytes: 300 << 20)
    }
    #expect(error.reason == .tooLarge(limit: 300 << 20), "\(error.diagnostic.line)")
    #expect(try bench.left == [])
  }
}
