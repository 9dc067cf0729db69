import CrosswalkModel
import CrosswalkRefresh
import Foundation
import Testing

/// Every redirect is decided here, hop by hop, from the raw `Location` header.
@Suite struct RedirectTests {
  @Test(arguments: [
    "file:///etc/passwd", "ftp://127.0.0.1/f", "gopher://127.0.0.1/f", "data:text/xml,<a/>",
    "javascript:alert(1)",
    "http://169.254.169.254/latest/meta-data", "https://169.254.169.254/", "http://[::1]/f",
    "https://[fe80::1]/f",
    "http://localhost/f", "https://evil.example/f", "//evil.example/f", "http://evil.example/f",
    "https://127.0.0.1.evil.example/f", "https://127.0.0.1@evil.example/f", "https://user:secret@127.0.0.1/f",
    "http://2130706433/f", "http://0x7f.1/f", "http://127.1/f", "https://example.org\\@127.0.0.1/f",
    "https://\u{430}pple.example/f", "http://127.0.0.1:1/f", "/a, /b", "",
  ])
  func leadsNowhereThatTheSourceDoesNotList(_ location: String) throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["status": 302, "headers": [["Location", location]]]]])
    let error = try #require(throws: DownloadError.self) { try bench.download("/f", of: server) }
    #expect(error.exitStatus == .data)
    #expect(error.diagnostic.message.hasPrefix("redirect refused: "), "\(error.diagnostic.line)")
    #expect(!error.diagnostic.line.contains("secret"))
    #expect(try bench.left == [])
    #expect(try server.requests().count == 1)
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func isFollowedWhereTheSourceListsTheHost(_ status: Int) throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/a/f": [
        ["status": status, "headers": [["Location", "../b/./g?x=1#y"]], "body": "<html>moved</html>"]
      ],
      "/b/g?x=1": [["body": "<catalog/>"]],
    ])
    let files = try bench.download("/a/f", of: server)
    #expect(files.map(\.outcome) == [.new])
    #expect(files.first?.state.url == "http://127.0.0.1:\(server.port)/a/f")
    #expect(try server.requests().map(\.path) == ["/a/f", "/b/g?x=1"])
    #expect(bench.codes.contains("refresh-redirect"))
  }

  @Test(arguments: [(10, true), (11, false)])
  func isFollowedTenTimesAndNotMore(hops: Int, arrives: Bool) throws {
    let bench = try DownloadBench()
    var answers: [String: [[String: Any]]] = ["/\(hops)": [["body": "<catalog/>"]]]
    for hop in 0..<hops { answers["/\(hop)"] = [["status": 302, "headers": [["Location", "/\(hop + 1)"]]]] }
    let server = try bench.serve(answers)
    if arrives {
      #expect(try bench.download("/0", of: server).count == 1)
    } else {
      let error = try #require(throws: DownloadError.self) { try bench.download("/0", of: server) }
      #expect(error.reason == .redirect(.tooMany(10)))
      #expect(try server.requests().count == 11)
    }
  }

  @Test func thatLeadsBackIsALoop() throws {
    let bench = try DownloadBench()
    let server = try bench.serve([
      "/a": [["status": 302, "headers": [["Location", "/b"]]]],
      "/b": [["status": 302, "headers": [["Location", "/a"]]]],
    ])
    let error = try #require(throws: DownloadError.self) { try bench.download("/a", of: server) }
    #expect(error.reason == .redirect(.loop("http://127.0.0.1:\(server.port)/a")))
  }

  @Test func thatDoesNotSayWhereToIsRefused() throws {
    let bench = try DownloadBench()
    let server = try bench.serve(["/f": [["status": 302]]])
    let error = try #require(throws: DownloadError.self) { try bench.download("/f", of: server) }
    #expect(error.reason == .redirect(.noLocation))
  }
}
