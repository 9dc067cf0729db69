import CrosswalkModel
import CrosswalkRefresh
import CrosswalkWorkspace
import Foundation
import Synchronization
import Testing

/// The way to the network is named with an option or is direct: the environment has no say.
@Suite struct EnvironmentTests {
  private static let variables = [
    "http_proxy": "http://127.0.0.1:1", "HTTP_PROXY": "http://127.0.0.1:1",
    "https_proxy": "http://127.0.0.1:1",
    "HTTPS_PROXY": "http://me:hush@127.0.0.1:1", "all_proxy": "socks5://127.0.0.1:1",
    "ALL_PROXY": "http://127.0.0.1:1",
    "no_proxy": "", "SSLKEYLOGFILE": "keys.log",
  ]

  @Test func proxiesOfTheEnvironmentAreIgnoredAndNamed() throws {
    let bench = try DownloadBench()
    let inner = try OwnProcess("IgnoredEnvironmentTests", environment: Self.variables, in: bench.folder)
    try inner.start()
    let end = try inner.end()
    #expect(end.status == 0, "\(end.output)")
    #expect(end.output.contains("Test run with 3 tests"), "\(end.output)")
    #expect(!end.output.contains("hush"))
  }

  @Test(arguments: [
    ("http://proxy.example:3128", "http://proxy.example:3128"), ("http://10.0.0.1:80/", "http://10.0.0.1:80"),
    ("http://[::1]:8080", "http://[::1]:8080"), ("https://proxy.example:1", nil),
    ("http://me:x@proxy.example:1", nil),
    ("http://proxy.example", nil), ("proxy.example:1", nil), ("http://proxy.example:0", nil),
    ("http://proxy.example:1/x", nil),
    ("http://pröxy.example:1", nil), ("http://:1", nil), ("", nil),
  ])
  func aProxyIsNamedByHostAndPort(text: String, read: String?) {
    #expect(ProxyAddress(text)?.description == read)
  }
}

/// What holds where the environment names proxies; run by ``EnvironmentTests`` in a program of its own.
@Suite(.enabled(if: OwnProcess.isInner, "runs in a program of its own"), .serialized)
struct IgnoredEnvironmentTests {
  @Test func aDirectConnectionIsMade() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]])
    #expect(try bench.download("/f", of: server).map(\.outcome) == [.new])
    let logged = Mutex<[String]>([])
    _ = RefreshTools(
      policy: bench.policy, exchange: DownloadBench.program,
      staging: .init(path: "/nowhere", content: .init(folder: "/nowhere")), clock: { DownloadBench.now }
    ) { diagnostic in logged.withLock { $0.append(diagnostic.line) } }
    let lines = logged.withLock { $0 }
    #expect(lines.count == 1)
    let note = try #require(lines.first)
    #expect(note.contains("ignored from the environment"))
    #expect(note.contains("HTTPS_PROXY") && note.contains("SSLKEYLOGFILE") && !note.contains("hush"))
  }

  @Test func aNamedProxyIsUsedForOthersAndNeverForThisMachine() throws {
    let bench = try DownloadBench()
    let proxy = try bench.serve(["CONNECT sources.example:443": [["status": 503]]])
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]])
    var policy = bench.policy
    policy.proxy = try #require(ProxyAddress("http://127.0.0.1:\(proxy.port)"))
    let source = try DownloadBench.source(
      DownloadBench.file("catalog.xml", "https://sources.example/f?token=x"))
    let error = try #require(throws: DownloadError.self) { try bench.download(source, policy: policy) }
    #expect(error.reason == .proxy(status: 503), "\(error.diagnostic.line)")
    #expect(error.exitStatus == .unavailable)
    #expect(try proxy.requests().map { "\($0.method) \($0.path)" } == ["CONNECT sources.example:443"])
    #expect(try bench.download("/f", of: server, policy: policy).map(\.outcome) == [.new])
    // The proxy is for https; this machine has no certificate here, and refuses without having been asked through it.
    for host in ["localhost", "127.0.0.1"] {
      let own = try DownloadBench.source(
        DownloadBench.file("catalog.xml", "https://\(host):\(server.port)/f"))
      let refusal = try #require(throws: DownloadError.self) { try bench.download(own, policy: policy) }
      #expect(refusal.diagnostic.code != "refresh-proxy", "\(refusal.diagnostic.line)")
    }
    #expect(try proxy.requests().count == 1)
  }

  @Test func whereNoConnectionIsMadeTheIgnoredVariablesAreNamed() throws {
    let bench = try DownloadBench()
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", "http://127.0.0.1:1/f"))
    let error = try #require(throws: DownloadError.self) { try bench.download(source) }
    let hint = try #require(error.diagnostic.hint)
    #expect(hint.contains("HTTPS_PROXY") && hint.contains("SSLKEYLOGFILE"), "\(hint)")
  }
}
