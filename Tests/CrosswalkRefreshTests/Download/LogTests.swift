import CrosswalkModel
import CrosswalkRefresh
import Testing

/// What servers send and addresses hold cannot forge a log, and what may be secret does not get into one.
@Suite struct LogTests {
  @Test func secretsInQueriesAreNotLogged() throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/f?token=hush": [["status": 302, "headers": [["Location", "/g?signature=hush"]]]],
      "/g?signature=hush": [["status": 503], ["body": "<catalog/>"]],
      "/h?token=hush": [
        ["status": 302, "headers": [["Location", "https://me:hush@evil.example/x?token=hush"]]]
      ],
    ])
    var policy = bench.policy
    policy.attempts = 2
    _ = try bench.download("/f?token=hush", of: server, policy: policy)
    let codes = bench.codes
    #expect(codes == ["refresh-redirect", "refresh-retry", "refresh-redirect", "refresh-fetched"])
    #expect(bench.lines.allSatisfy { !$0.contains("hush") })
    #expect(bench.lines.filter { $0.contains("?…") }.count == codes.count)
    let error = try #require(throws: DownloadError.self) { try bench.download("/h?token=hush", of: server) }
    #expect(!error.diagnostic.line.contains("hush"), "\(error.diagnostic.line)")
  }

  @Test(arguments: [
    ["Content-Encoding", String(repeating: "A", count: 60_000)],
    ["Transfer-Encoding", String(repeating: "A", count: 60_000)],
    ["Content-Length", String(repeating: "A", count: 60_000)],
    ["Location", String(repeating: "a", count: 1_900) + "://x/"],
    ["Location", "https://" + String(repeating: "a", count: 1_900) + "/"],
    ["Location", "https://x.example:" + String(repeating: "a", count: 1_900) + "/"],
  ])
  func whatServersSendIsNotShownAtLength(_ header: [String]) throws {
    let bench = try DownloadBench()
    let status = header[0] == "Location" ? 302 : 200
    let server = try bench.serve(["/f": [["status": status, "headers": [header], "body": "<catalog/>"]]])
    let error = try #require(throws: DownloadError.self) { try bench.download("/f", of: server) }
    #expect(error.diagnostic.message.count < 450, "\(error.diagnostic.message.count)")
  }

  @Test(arguments: ["/\u{1B}[2Jf", "https://evil.example/\u{1B}]0;x\u{7}", "\u{85}https://x.example/"])
  func controlCharactersOfHeadersAreEscaped(_ location: String) throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["status": 302, "headers": [["Location", location]]]]])
    let error = try #require(throws: DownloadError.self) { try bench.download("/f", of: server) }
    let line = error.diagnostic.line
    #expect(!line.unicodeScalars.contains { $0.isUnsafeOnATerminal }, "\(line.debugDescription)")
    #expect(error.exitStatus == .data)
  }
}
