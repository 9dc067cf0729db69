import CrosswalkModel
import CrosswalkRefresh
import Foundation
import Glibc
import Testing

/// A signal that asks the program to end ends a download at once, and nothing of it stays.
@Suite struct InterruptionTests {
  static let variable = "CROSSWALK_TEST_INTERRUPTION"

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], ["body", "header"])
  func leavesNothing(signal: Int32, phase: String) throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/body": [["body": "<a></a>", "endless": true, "drip": 0.02]],
      "/header": [["body": "<a/>", "delay": 30]],
    ])
    let address = "http://127.0.0.1:\(server.port)/\(phase)"
    let inner = try OwnProcess(
      "InterruptedDownloadTests",
      environment: [Self.variable: "\(signal)|\(bench.target.path)|\(address)"], in: bench.folder)
    try inner.start()
    let end = try inner.end()
    #expect(end.signal == signal, "\(end.output)")
    #expect(try bench.left == [])
    #expect(try server.requests().count == 1)
  }
}

/// One download that is interrupted; run by ``InterruptionTests`` in a program of its own.
@Suite(.enabled(if: OwnProcess.isInner, "runs in a program of its own")) struct InterruptedDownloadTests {
  @Test func endsByTheSignal() throws {
    let text = try #require(ProcessInfo.processInfo.environment[InterruptionTests.variable])
    let parts = text.split(separator: "|").map(String.init)
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", parts[2]))
    let signal = try #require(Int32(parts[0]))
    // A program for tests has threads that hold nothing back: the signal goes to the one that downloads.
    let downloading = pthread_self()
    let target = parts[1]
    Thread.detachNewThread {
      while ((try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []).isEmpty { usleep(5_000) }
      usleep(300_000)
      pthread_kill(downloading, signal)
    }
    let error = try #require(throws: DownloadError.self) {
      _ = try SourceDownload(source: source, program: DownloadBench.program).run(
        into: target, known: [:], now: DownloadBench.now)
    }
    try #require(error.interruption).end()
  }
}
