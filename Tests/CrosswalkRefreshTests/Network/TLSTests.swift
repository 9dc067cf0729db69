import CrosswalkModel
import CrosswalkRefresh
import Foundation
import Testing

/// TLS is verified always: there is no option, and no variable of the environment, that turns it off.
@Suite struct TLSTests {
  private static func download(_ bench: DownloadBench, _ server: FaultServer, host: String = "127.0.0.1")
    throws -> [DownloadedFile]
  {
    try bench.download(
      try DownloadBench.source(DownloadBench.file("catalog.xml", "https://\(host):\(server.port)/f")))
  }

  private static func expectRefusal(_ bench: DownloadBench, _ server: FaultServer, host: String = "127.0.0.1")
    throws
  {
    let error = try #require(throws: DownloadError.self) { try download(bench, server, host: host) }
    #expect(error.exitStatus == .unavailable)
    #expect(error.diagnostic.code == "refresh-tls", "\(error.diagnostic.line)")
    #expect(error.diagnostic.message.contains("TLS"))
    #expect(try bench.left == [])
    #expect(try server.requests().isEmpty)
  }

  @Test func aCertificateThatNobodyVouchesForIsRefused() throws {
    let bench = try DownloadBench()
    let options = try TestCertificates(in: bench.folder).options(
      "self", host: "127.0.0.1", isSelfSigned: true)
    try Self.expectRefusal(bench, try bench.serve(["/f": [["body": "<catalog/>"]]], options: options))
  }

  @Test func aServerThatSpeaksNoTLSIsRefused() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]])
    let error = try #require(throws: DownloadError.self) { try Self.download(bench, server) }
    #expect(error.exitStatus == .unavailable)
    #expect(try bench.left == [])
  }

  @Test(
    .enabled(if: OwnProcess.hasNamespaces, "this system lets no program have mounts of its own"),
    arguments: [
      [:],
      ["URLSessionCertificateAuthorityInfoFile": "INSECURE_SSL_NO_VERIFY", "SSL_CERT_FILE": "/dev/null"],
    ])
  func anAuthorityOfTheSystemIsTrustedAndNothingElse(environment: [String: String]) throws {
    let bench = try DownloadBench()
    let authority = try TestCertificates(in: bench.folder).authority
    let inner = try OwnProcess(
      "TrustedAuthorityTests",
      environment: environment.merging(["CROSSWALK_TEST_CA": bench.folder.path]) { $1 },
      before: "mount --bind '\(authority)' \(OwnProcess.certificates)", in: bench.folder)
    try inner.start()
    let end = try inner.end()
    #expect(end.status == 0, "\(end.output)")
    #expect(end.output.contains("Test run with 8 tests"), "\(end.output)")
  }
}

/// What holds where the system trusts the authority of the test; run by ``TLSTests`` in a namespace of its own.
///
/// One after the other: a proxy is named for the whole program.
@Suite(.enabled(if: OwnProcess.isInner, "runs in a program of its own"), .serialized)
struct TrustedAuthorityTests {
  private static func refuses(
    _ name: String, host: String, from: Int = -1, until: Int = 30, more: [String] = []
  ) throws {
    let bench = try DownloadBench()
    let certificates = try TestCertificates(existing: try authorityFolder)
    let options = try certificates.options(name, host: host, from: from, until: until) + more
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]], options: options)
    let source = try DownloadBench.source(
      DownloadBench.file("catalog.xml", "https://localhost:\(server.port)/f"))
    let error = try #require(throws: DownloadError.self) { try bench.download(source) }
    #expect(error.diagnostic.code == "refresh-tls", "\(error.diagnostic.line)")
    #expect(error.exitStatus == .unavailable)
    #expect(try server.requests().isEmpty)
    #expect(try bench.left == [])
  }

  private static var authorityFolder: URL {
    get throws { URL(filePath: try #require(ProcessInfo.processInfo.environment["CROSSWALK_TEST_CA"])) }
  }

  private static func serve(_ name: String, _ bench: DownloadBench, _ answer: [String: Any]) throws
    -> FaultServer
  {
    let options = try TestCertificates(existing: try authorityFolder).options(name, host: "localhost")
    return try bench.serve(["/f": [answer]], options: options)
  }

  @Test func aCertificateOfItIsTaken() throws {
    let bench = try DownloadBench()
    let server = try Self.serve("good", bench, ["body": "<catalog/>"])
    let source = try DownloadBench.source(
      DownloadBench.file("catalog.xml", "https://localhost:\(server.port)/f"))
    #expect(try bench.download(source).map(\.outcome) == [.new])
  }

  @Test func anExpiredOneIsRefused() throws {
    try Self.refuses("expired", host: "localhost", from: -20, until: -10)
  }
  @Test func oneToComeIsRefused() throws { try Self.refuses("early", host: "localhost", from: 10, until: 20) }
  @Test func oneOfAnotherHostIsRefused() throws { try Self.refuses("other", host: "other.example") }
  @Test func anOldVersionOfTLSIsRefused() throws {
    try Self.refuses("old", host: "localhost", more: ["--tls-version", "TLSv1"])
  }

  @Test func aConnectionThatIsCutBeforeItsEndGivesNothing() throws {
    let bench = try DownloadBench()
    let answer: [String: Any] = [
      "body": "<catalog></catalog>", "contentLength": NSNull(), "connection": NSNull(), "truncate": 9,
      "abrupt": true,
    ]
    let server = try Self.serve("cut", bench, answer)
    let source = try DownloadBench.source(
      DownloadBench.file("catalog.xml", "https://localhost:\(server.port)/f"))
    let error = try #require(throws: DownloadError.self) { try bench.download(source) }
    #expect(error.diagnostic.code == "refresh-ambiguous-length", "\(error.diagnostic.line)")
    #expect(try bench.left == [])
  }

  /// A source behind a proxy: the server, the proxy, and what asks through it.
  private static func behindProxy(_ bench: DownloadBench, _ answers: [String: [[String: Any]]]) throws -> (
    server: FaultServer, proxy: FaultServer, policy: DownloadPolicy
  ) {
    let certificates = try TestCertificates(existing: try authorityFolder)
    let server = try bench.serve(
      answers, options: try certificates.options("sources", host: "sources.example"))
    let proxy = try bench.serve([
      "CONNECT sources.example:443": [["tunnel": "127.0.0.1:\(server.port)"]]
    ])
    var policy = bench.policy
    policy.proxy = try #require(ProxyAddress("http://127.0.0.1:\(proxy.port)"))
    return (server, proxy, policy)
  }

  @Test(arguments: [
    (#"{"status":404,"body":"<catalog/>"}"#, "status-404"),
    (#"{"status":503,"body":"<catalog/>"}"#, "status-503"),
    (#"{"status":206,"body":"<catalog/>"}"#, "unexpected-status"),
    (
      #"{"status":302,"body":"<catalog/>","headers":[["Location","https://evil.example/x"]]}"#,
      "redirect-refused"
    ),
    (
      #"{"headers":[["Content-Encoding","gzip"]],"bodyBase64":"H4sIAAAAAAAAA7OxT9S3AwBr1VJKBAAAAA=="}"#,
      "encoded"
    ),
    (#"{"body":"<catalog/>","contentLength":null,"connection":null}"#, "ambiguous-length"),
    (#"{"body":"<a/>","contentLength":4294967296}"#, "too-large"),
  ])
  func throughAProxyTheAnswerIsThatOfTheSource(answer: String, code: String) throws {
    let bench = try DownloadBench()
    let behind = try Self.behindProxy(bench, ["/f": [try FaultCase(code, answer, code, 0).fields]])
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", "https://sources.example/f"))
    let error = try #require(throws: DownloadError.self) { try bench.download(source, policy: behind.policy) }
    #expect(error.diagnostic.code == "refresh-\(code)", "\(error.diagnostic.line)")
    #expect(try behind.server.requests().map(\.path) == ["/f"])
    #expect(try bench.left == [])
  }

  @Test func throughAProxyRedirectsAreFollowedAndTagsKept() throws {
    let bench = try DownloadBench()
    let behind = try Self.behindProxy(
      bench,
      [
        "/f": [["status": 303, "headers": [["Location", "/g"]]]],
        "/g": [["body": "<catalog/>", "conditional": true, "headers": [["ETag", "\"a\""]]]],
      ])
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", "https://sources.example/f"))
    let first = try #require(try bench.download(source, policy: behind.policy).first)
    #expect(first.state.etag == "\"a\"")
    #expect(try String(contentsOfFile: try #require(first.path), encoding: .utf8) == "<catalog/>")
    let second = try bench.download(source, known: ["catalog.xml": first.state], policy: behind.policy)
    #expect(second.map(\.outcome) == [.notModified])
    #expect(try behind.server.requests().map(\.path) == ["/f", "/g", "/f", "/g"])
    #expect(Set(try behind.proxy.requests().map(\.method)) == ["CONNECT"])
  }
}
