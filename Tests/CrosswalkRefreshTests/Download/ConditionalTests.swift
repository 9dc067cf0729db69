import CrosswalkDigest
import CrosswalkModel
import CrosswalkRefresh
import Testing

/// Asking only for changes: the server's word counts where it was asked, and bytes decide by their digest.
@Suite struct ConditionalTests {
  private static func digest(_ text: String) -> String {
    ContentDigest.hexadecimal(ContentDigest.sha256(Array(text.utf8)))
  }

  private static func state(
    of server: FaultServer, _ content: String = "<catalog/>", etag: String? = "\"a\"",
    lastModified: String? = nil
  ) -> SourceFileState {
    SourceFileState(
      name: "catalog.xml", url: "http://127.0.0.1:\(server.port)/f", etag: etag, lastModified: lastModified,
      sha256: digest(content), bytes: content.utf8.count, checkedAt: .firstOfEpoch)
  }

  @Test(arguments: ["\"a\"", "W/\"a\"", "\"\""])
  func aFileThatDidNotChangeIsNotSent(_ etag: String) throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/f": [["body": "<catalog/>", "conditional": true, "headers": [["ETag", etag]]]]
    ])
    let known = Self.state(of: server, etag: etag)
    let file = try #require(try bench.download("/f", of: server, known: known).first)
    #expect(file.outcome == .notModified)
    #expect(file.path == nil)
    #expect(file.state.checkedAt == DownloadBench.now)
    #expect(file.state.sha256 == known.sha256)
    #expect(try bench.left == [])
    #expect(try server.requests().first?.header("If-None-Match") == etag)
  }

  @Test func theDayOfTheLastChangeIsAskedAfterToo() throws {
    let bench = try DownloadBench()
    let day = "Sun, 22 Nov 2026 08:49:37 GMT"
    let server = try bench.serve([
      "/f": [["body": "<c/>", "conditional": true, "headers": [["Last-Modified", day]]]]
    ])
    let known = Self.state(of: server, etag: nil, lastModified: day)
    #expect(try bench.download("/f", of: server, known: known).map(\.outcome) == [.notModified])
  }

  @Test(
    "the same tag with other bytes is new, another tag with the same bytes is unchanged",
    arguments: [("\"a\"", "<other/>", DownloadedFile.Outcome.new), ("\"b\"", "<catalog/>", .unchanged)])
  func bytesDecide(etag: String, content: String, outcome: DownloadedFile.Outcome) throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": content, "headers": [["ETag", etag]]]]])
    let file = try #require(try bench.download("/f", of: server, known: Self.state(of: server)).first)
    #expect(file.outcome == outcome)
    #expect(file.path != nil)
    #expect(file.state.sha256 == Self.digest(content))
    #expect(file.state.etag == etag)
  }

  @Test(arguments: [
    "a", "\"a", "\"a\"b\"", "\"a\r\nX-Evil: 1\"", "\"a\u{1B}[2J\"",
    "\"" + String(repeating: "a", count: 300) + "\"",
  ])
  func whatIsNoTagIsNeverSentBack(_ etag: String) throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]])
    let known = Self.state(of: server, etag: etag, lastModified: "yesterday\r\nX-Evil: 1")
    #expect(try bench.download("/f", of: server, known: known).map(\.outcome) == [.unchanged])
    let request = try #require(try server.requests().first)
    #expect(request.header("If-None-Match") == nil)
    #expect(request.header("If-Modified-Since") == nil)
    #expect(request.header("X-Evil") == nil)
  }

  @Test func aDateToComeIsNotKept() throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/f": [["body": "<catalog/>", "headers": [["Last-Modified", "Fri, 23 Nov 2035 08:49:37 GMT"]]]]
    ])
    #expect(try bench.download("/f", of: server).first?.state.lastModified == nil)
  }

  @Test func anAddressWithAQueryIsAskedAfterChangesToo() throws {
    let bench = try DownloadBench()
    let answer: [String: Any] = ["body": "<catalog/>", "conditional": true, "headers": [["ETag", "\"a\""]]]
    let server = try bench.serve(["/f?token=hush": [answer], "/f?token=other": [answer]])
    let first = try #require(try bench.download("/f?token=hush", of: server).first)
    #expect(!first.state.url.contains("hush"))
    let second = try bench.download("/f?token=hush", of: server, known: first.state)
    #expect(second.map(\.outcome) == [.notModified])
    // Where the list has two that look the same once their queries are gone, nobody knows which it was.
    let base = "http://127.0.0.1:\(server.port)/f?token="
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", base + "hush", base + "other"))
    #expect(try bench.download(source, known: ["catalog.xml": first.state]).map(\.outcome) == [.unchanged])
  }

  @Test func aFileOfAnotherAddressIsAskedForWhole() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["status": 304]]])
    var known = Self.state(of: server)
    known.url = "http://127.0.0.1:\(server.port)/elsewhere"
    let error = try #require(throws: DownloadError.self) {
      try bench.download("/f", of: server, known: known)
    }
    #expect(error.reason == .unexpectedStatus(304))
  }

  @Test func whereOneFileIsNewTheOthersAreFetchedToo() throws {
    let bench = try DownloadBench()
    let same: [String: Any] = ["body": "<catalog/>", "conditional": true, "headers": [["ETag", "\"a\""]]]
    let server = try bench.serve(["/f": [same], "/g": [["body": "<other/>"]]])
    let files = try bench.download(
      try DownloadBench.source(
        DownloadBench.file("catalog.xml", "http://127.0.0.1:\(server.port)/f"),
        DownloadBench.file("other.xml", "http://127.0.0.1:\(server.port)/g")),
      known: ["catalog.xml": Self.state(of: server)])
    #expect(files.map(\.outcome) == [.unchanged, .new])
    #expect(try bench.left == ["catalog.xml", "other.xml"])
    #expect(try server.requests().map(\.path) == ["/f", "/g", "/f"])
  }

  @Test func pinnedBytesThatAreNotThoseOfLastNightAreAskedForWhole() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<new/>", "headers": [["ETag", "\"a\""]]]]])
    let file = DownloadBench.file(
      "catalog.xml", "http://127.0.0.1:\(server.port)/f", sha256: Self.digest("<new/>"))
    let files = try bench.download(
      try DownloadBench.source(file, verification: .pinned), known: ["catalog.xml": Self.state(of: server)])
    #expect(files.map(\.outcome) == [.new])
    #expect(try server.requests().first?.header("If-None-Match") == nil)
  }

  @Test func otherBytesThanThePinnedOnesAreRefused() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<catalog/>"]]])
    let file = DownloadBench.file(
      "catalog.xml", "http://127.0.0.1:\(server.port)/f", sha256: Self.digest("<x/>"))
    let error = try #require(throws: DownloadError.self) {
      try bench.download(try DownloadBench.source(file, verification: .pinned))
    }
    #expect(error.reason == .wrongDigest(pinned: Self.digest("<x/>"), found: Self.digest("<catalog/>")))
    #expect(error.exitStatus == .data)
    #expect(try bench.left == [])
  }
}
