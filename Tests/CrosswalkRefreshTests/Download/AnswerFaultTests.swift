import CrosswalkModel
import CrosswalkRefresh
import Foundation
import Synchronization
import Testing

/// What a server sends that is no whole, plain, expected content: it is named, and nothing of it stays.
@Suite struct AnswerFaultTests {
  private static let ok = "HTTP/1.1 200 OK\r\n"
  private static let long = String(repeating: "<a></a>", count: 100)

  private static let cases: [FaultCase] = [
    FaultCase("an endless body", #"{"endless":true,"body":"<a></a>","bodyRepeat":1000}"#, "too-large", 69),
    FaultCase("a length of 4 GB", #"{"body":"<a/>","contentLength":4294967296}"#, "too-large", 69),
    FaultCase("a byte now and then", #"{"body":"\#(long)","drip":0.02}"#, "slow", 69),
    FaultCase("a header and no bytes", #"{"body":"<a/>","bodyDelay":9}"#, "idle", 69),
    FaultCase("no answer", #"{"body":"<a/>","delay":9}"#, "idle", 69),
    FaultCase("a length beyond the body", #"{"body":"<a/>","contentLength":9}"#, "cut-off", 69),
    FaultCase("a length before the end", #"{"body":"<a></a>","contentLength":5}"#, "unfinished", 65),
    FaultCase("a reset in the body", #"{"body":"<a></a>","reset":4}"#, "cut-off", 69),
    FaultCase("a reset before the header", #"{"reset":-1}"#, "unreachable", 69),
    FaultCase("chunks without an end", #"{"body":"<a></a>","chunked":true,"truncate":4}"#, "cut-off", 69),
    .raw("two lengths", ok + "Content-Length: 4\r\nContent-Length: 3\r\n\r\n<a/>", "ambiguous-length", 65),
    .raw(
      "the same length twice", ok + "Content-Length: 4\r\nContent-Length: 4\r\n\r\n<a/>", "ambiguous-length",
      65),
    .raw(
      "a length and chunks",
      ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n",
      "ambiguous-length", 65),
    FaultCase(
      "neither a length nor chunks", #"{"body":"<a></a>","contentLength":null}"#, "ambiguous-length", 65),
    FaultCase(
      "neither, and no word about the connection",
      #"{"body":"<a></a>","contentLength":null,"connection":null}"#, "ambiguous-length", 65),
    .raw("HTTP/1.0 without a length", "HTTP/1.0 200 OK\r\n\r\n<a></a>", "ambiguous-length", 65),
    .raw("a negative length", ok + "Content-Length: -4\r\n\r\n<a/>", "ambiguous-length", 65),
    .raw("a length with a sign", ok + "Content-Length: +4\r\n\r\n<a/>", "ambiguous-length", 65),
    .raw("a length in hexadecimal", ok + "Content-Length: 0x4\r\n\r\n<a/>", "ambiguous-length", 65),
    FaultCase(
      "gzip",
      #"{"headers":[["Content-Encoding","gzip"]],"bodyBase64":"H4sIAAAAAAAAA7OxT9S3AwBr1VJKBAAAAA=="}"#,
      "encoded", 65),
    FaultCase("gzip in gzip", #"{"headers":[["Content-Encoding","gzip, gzip"]],"body":"x"}"#, "encoded", 65),
    FaultCase("deflate", #"{"headers":[["Content-Encoding","deflate"]],"body":"x"}"#, "encoded", 65),
    FaultCase("brotli", #"{"headers":[["Content-Encoding","br"]],"body":"x"}"#, "encoded", 65),
    .raw(
      "gzip for the transfer", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", "encoded",
      65),
    FaultCase("a gzip file", #"{"bodyBase64":"H4sIAAAAAAAAA7OxT9S3AwBr1VJKBAAAAA=="}"#, "wrong-content", 65),
    FaultCase(
      "a log-in page", #"{"body":"\n <!DOCTYPE html><html><body>Log in</body></html>"}"#, "wrong-content", 65),
    FaultCase("plain text in place of OSCAL", #"{"body":"not found"}"#, "wrong-content", 65),
    FaultCase("nothing", #"{"body":""}"#, "empty", 65),
    FaultCase("nothing, in chunks", #"{"body":"","chunked":true}"#, "empty", 65),
    FaultCase("blanks", #"{"body":" \n "}"#, "empty", 65),
    FaultCase("204", #"{"status":204}"#, "unexpected-status", 65),
    FaultCase(
      "206", #"{"status":206,"body":"<a/>","headers":[["Content-Range","bytes 0-3/9"]]}"#,
      "unexpected-status", 65),
    FaultCase("203", #"{"status":203,"body":"<a/>"}"#, "unexpected-status", 65),
    FaultCase("300", #"{"status":300,"headers":[["Location","/a"]]}"#, "unexpected-status", 65),
    FaultCase(
      "304 on the first request", #"{"status":304,"headers":[["ETag","\"a\""]]}"#, "unexpected-status", 65),
    FaultCase("400", #"{"status":400,"body":"<a/>"}"#, "status-400", 69),
    FaultCase(
      "401", #"{"status":401,"headers":[["WWW-Authenticate","Basic realm=\"x\""]]}"#, "status-401", 69),
    FaultCase("404", #"{"status":404,"body":"<a/>"}"#, "status-404", 69),
    FaultCase(
      "407", #"{"status":407,"headers":[["Proxy-Authenticate","Basic realm=\"x\""]]}"#, "status-407", 69),
    FaultCase("410", #"{"status":410}"#, "status-410", 69),
    FaultCase("429", #"{"status":429}"#, "status-429", 69),
    FaultCase("500", #"{"status":500,"body":"<a/>"}"#, "status-500", 69),
    FaultCase("503", #"{"status":503}"#, "status-503", 69),

    .raw(
      "a flood of headers", ok + String(repeating: "X-Flood: \(long)\r\n", count: 2_000) + "\r\n<a/>",
      "unreachable", 69),
    .raw("no HTTP", "SSH-2.0-x\r\n", "unreachable", 69),
    .raw("a status that is no number", "HTTP/1.1 abc\r\n\r\n<a/>", "unreachable", 69),
  ]

  private static let server = Mutex<FaultServer?>(nil)

  /// The port of one server for all cases, each at a path of its own; it ends with the program.
  private static func port() throws -> Int {
    try server.withLock { shared in
      if let running = shared { return running.port }
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "crosswalk-faults-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // Once it has its port, it has read its script.
      defer { try? FileManager.default.removeItem(at: folder) }
      let answers = try cases.enumerated().map { ("/\($0)", [try $1.fields]) }
      let started = try FaultServer(Dictionary(uniqueKeysWithValues: answers), in: folder)
      shared = started
      return started.port
    }
  }

  @Test(arguments: cases.indices)
  func isNamedAndLeavesNothing(_ index: Int) throws {
    let fault = Self.cases[index]
    let bench = try DownloadBench()
    var policy = bench.policy
    if fault.code == "idle" { policy.idleSeconds = 0.2 }
    if fault.code == "slow" { (policy.speedGrace, policy.minimumSpeed) = (0.2, 5_000) }
    let error = try #require(throws: DownloadError.self) {
      try bench.download("/\(index)", at: Self.port(), policy: policy, bytes: 1 << 17)
    }
    #expect(error.diagnostic.code == "refresh-\(fault.code)", "\(fault): \(error.diagnostic.line)")
    #expect(error.exitStatus.rawValue == fault.status)
    #expect(error.diagnostic.line.hasPrefix("sources.json:4:5: error: "))
    #expect(error.diagnostic.control == "sample/catalog.xml")
    #expect(try bench.left == [])
  }

  @Test func aBodyThatTakesLongerThanTheListAllowsIsGivenUp() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["body": "<a/>", "drip": 0.7]]])
    let error = try #require(throws: DownloadError.self) { try bench.download("/f", of: server, seconds: 1) }
    #expect(error.reason == .late(seconds: 1))
    #expect(error.exitStatus == .unavailable)
    #expect(try bench.left == [])
  }

  /// URLSession keeps one of two headers whose names differ in case, and another one in each run of a program: whichever it
  /// is, the content is not taken.
  @Test(arguments: [["Content-Encoding", "content-encoding"], ["content-encoding", "CONTENT-ENCODING"]])
  func anEncodingThatAnotherSpellingHidesIsRefused(_ names: [String]) throws {
    let bench = try DownloadBench()
    for values in [["gzip", "identity"], ["identity", "gzip"]] {
      let server = try bench.serve([
        "/f": [
          [
            "headers": zip(names, values).map { [$0, $1] },
            "bodyBase64": "H4sIAAAAAAAAA7OxT9S3AwBr1VJKBAAAAA==",
          ]
        ]
      ])
      let error = try #require(throws: DownloadError.self) { try bench.download("/f", of: server) }
      #expect(error.exitStatus == .data, "\(error.diagnostic.line)")
      #expect(try bench.left == [])
    }
  }

  @Test func nobodyThereIsUnreachable() throws {
    let bench = try DownloadBench()
    let source = try DownloadBench.source(DownloadBench.file("catalog.xml", "http://127.0.0.1:1/f"))
    let error = try #require(throws: DownloadError.self) { try bench.download(source) }
    #expect(error.diagnostic.code == "refresh-unreachable")
    #expect(error.exitStatus == .unavailable)
  }

  @Test func whatOnlyAnnouncesTheAnswerIsPassedOver() throws {
    let bench = try DownloadBench()
    let text = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n\(Self.ok)Content-Length: 4\r\n\r\n<a/>"
    let server = try bench.serve(["/f": [["raw": Data(text.utf8).base64EncodedString()]]])
    #expect(try bench.download("/f", of: server).first?.state.bytes == 4)
  }

  @Test func takesWholeContentAndAsksForNothingElse() throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/f": [["body": "<catalog/>", "headers": [["ETag", "\"a\""], ["Set-Cookie", "a=b"]]]],
      "/chunked": [["body": "<catalog/>", "chunked": true]],
    ])
    let files = try bench.download("/f", of: server)
    let file = try #require(files.first)
    #expect(file.outcome == .new)
    #expect(try String(contentsOfFile: try #require(file.path), encoding: .utf8) == "<catalog/>")
    #expect(file.state.etag == "\"a\"")
    #expect(file.state.bytes == 10)
    #expect(try bench.left == ["catalog.xml"])
    _ = try bench.download("/chunked", of: server)
    for request in try server.requests() {
      #expect(request.header("Accept-Encoding") == "identity")
      #expect(request.header("Accept-Language") == "*", "nobody asked for a language")
      #expect(request.header("Cookie") == nil)
      #expect(request.header("Authorization") == nil)
      #expect(request.header("User-Agent")?.hasPrefix("crosswalk-refresh/") == true)
    }
  }
}
