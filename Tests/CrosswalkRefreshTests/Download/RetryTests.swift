import CrosswalkModel
import CrosswalkRefresh
import Testing

/// What may be better soon is tried again, with longer and longer waits, and never for long.
@Suite struct RetryTests {
  private static func fails(_ status: Int, _ headers: [[String]] = []) -> [String: Any] {
    ["status": status, "headers": headers]
  }

  @Test(arguments: [429, 500, 502, 503, 504])
  func aServerThatRecoversIsWaitedFor(_ status: Int) throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [Self.fails(status), Self.fails(status), ["body": "<catalog/>"]]])
    var policy = bench.policy
    policy.attempts = 4
    #expect(try bench.download("/f", of: server, policy: policy).map(\.outcome) == [.new])
    #expect(bench.waits == [1, 2])
    #expect(bench.codes.filter { $0 == "refresh-retry" }.count == 2)
  }

  @Test func waitsDoubleUpToTheLongestAndChanceTakesUpToHalf() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [Self.fails(503)]])
    var policy = bench.policy
    policy.attempts = 6
    policy.longestWait = 5
    policy.jitter = { 0 }
    _ = try #require(throws: DownloadError.self) { try bench.download("/f", of: server, policy: policy) }
    #expect(bench.waits == [0.5, 1, 2, 2.5, 2.5])
  }

  @Test(arguments: [
    ("7", 7.0), ("120", 120), ("0", 1), ("-1", 1), ("soon", 1),
    ("Mon, 23 Nov 2026 12:00:30 GMT", 30), ("Mon, 23 Nov 2026 11:00:00 GMT", 1),
    ("1.5", 1), ("", 1),
  ])
  func retryAfterIsHeard(text: String, wait: Double) throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [Self.fails(503, [["Retry-After", text]]), ["body": "<catalog/>"]]])
    var policy = bench.policy
    policy.attempts = 2
    #expect(try bench.download("/f", of: server, policy: policy).count == 1)
    #expect(bench.waits == [wait])
  }

  @Test func allWaitsForOneFileTogetherHaveALimit() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [Self.fails(429, [["Retry-After", "100"]])]])
    var policy = bench.policy
    policy.attempts = 9
    let error = try #require(throws: DownloadError.self) {
      try bench.download("/f", of: server, policy: policy)
    }
    #expect(error.reason == .later(status: 429, seconds: 100))
    #expect(bench.waits == [100])
    #expect(try server.requests().count == 2)
  }

  @Test func theWaitsAtAllAddressesOfAFileAreCountedTogether() throws {
    let bench = try DownloadBench()
    let first = try bench.serve(["/f": [Self.fails(503, [["Retry-After", "100"]]), Self.fails(404)]])
    let second = try bench.serve(["/f": [Self.fails(503, [["Retry-After", "30"]]), ["body": "<catalog/>"]]])
    var policy = bench.policy
    policy.attempts = 9
    let source = try DownloadBench.source(
      DownloadBench.file(
        "catalog.xml", "http://127.0.0.1:\(first.port)/f", "http://127.0.0.1:\(second.port)/f"))
    let error = try #require(throws: DownloadError.self) { try bench.download(source, policy: policy) }
    #expect(error.reason == .later(status: 503, seconds: 30))
    #expect(bench.waits == [100])
  }

  @Test(arguments: ["1000000000", "99999999999999999999999", "Sun, 23 Nov 2036 12:00:00 GMT", "121"])
  func aServerThatAsksForALongWaitIsLeftAlone(text: String) throws {
    let bench = try DownloadBench()
    let fails = Self.fails(503, [["Retry-After", text]])
    let server = try bench.serve(["/f": [fails, ["body": "<catalog/>"]], "/g": [["body": "<catalog/>"]]])
    let other = try bench.serve(["/g": [["body": "<catalog/>"]]])
    var policy = bench.policy
    policy.attempts = 4
    let error = try #require(throws: DownloadError.self) {
      try bench.download("/f", of: server, policy: policy)
    }
    #expect(error.exitStatus == .unavailable)
    #expect(error.diagnostic.message.contains("asks to come back in"), "\(error.diagnostic.line)")
    #expect(bench.waits.isEmpty)
    // Nor for another file in the same run; another server is another matter.
    let again = try #require(throws: DownloadError.self) {
      try bench.download("/g", of: server, policy: policy)
    }
    #expect(again.diagnostic.code == "refresh-later")
    #expect(try server.requests().count == 1)
    #expect(try bench.download("/g", of: other, policy: policy).count == 1)
    #expect(try bench.download("/g", of: server).count == 1, "another run asks again")
  }

  @Test(arguments: [404, 410, 401, 204])
  func whatWillNotChangeIsNotTriedAgain(_ status: Int) throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [Self.fails(status)]])
    var policy = bench.policy
    policy.attempts = 4
    _ = try #require(throws: DownloadError.self) { try bench.download("/f", of: server, policy: policy) }
    #expect(try server.requests().count == 1)
  }

  @Test func aConnectionThatBreaksIsTriedAgain() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<catalog/>", "reset": 4], ["body": "<catalog/>"]]])
    var policy = bench.policy
    policy.attempts = 2
    let file = try #require(try bench.download("/f", of: server, policy: policy).first)
    #expect(file.state.bytes == 10)
    #expect(try bench.left == ["catalog.xml"])
  }

  @Test func anotherAddressIsTakenWhereOneIsDeadButNotWhereOneLies() throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/gone": [Self.fails(410)], "/page": [["body": "<html></html>"]], "/f": [["body": "<catalog/>"]],
    ])
    let base = "http://127.0.0.1:\(server.port)"
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", base + "/gone", base + "/f"))
    #expect(try bench.download(source).first?.state.url == base + "/f")
    let lying = try DownloadBench.source(DownloadBench.file("catalog.xml", base + "/page", base + "/f"))
    let error = try #require(throws: DownloadError.self) { try bench.download(lying) }
    #expect(error.diagnostic.code == "refresh-wrong-content")
    #expect(try bench.left == [])
  }
}
