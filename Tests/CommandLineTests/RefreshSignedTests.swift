import Foundation
import Testing

/// A signed source, by the command: an old release is never shown again as the present one.
@Suite struct RefreshSignedTests {
  @Test func anOlderReleaseIsRefusedThoughTheListWasEdited() throws {
    let bench = try SignedBench()
    try bench.release(4, SampleCatalog())
    try bench.writeList()
    #expect(try bench.night().status == 0)
    try bench.release(3, SampleCatalog())
    let replay = try bench.night()
    #expect(replay.status == 65)
    #expect(replay.errors.contains("version 3 of the manifest is older than version 4"), "\(replay.errors)")
    // The usual act for a table, which drops what is known of its bytes.
    try bench.writeList(["asOf": "2026-02-01"])
    #expect(try bench.night().status == 65)
    try bench.release(4, SampleCatalog())
    #expect(try bench.night().status == 0)
    try bench.release(4, SampleCatalog(), expires: "2999-01-01T00:00:00Z")
    let twice = try bench.night()
    #expect(twice.status == 65 && twice.errors.contains("is not the one that was seen before"))
  }

  @Test func aReleaseThatWasHeldBackOrFailedWasSeen() throws {
    let bench = try SignedBench()
    try bench.writeList()
    try bench.release(4, SampleCatalog())
    #expect(try bench.night().status == 0)
    try bench.release(
      5, SampleCatalog().released("1.1", on: "2026-02-01") { $0.controls.removeLast($0.controls.count / 2) })
    #expect(try bench.night().status == 5)
    try bench.release(4, SampleCatalog())
    #expect(try bench.night().status == 65, "release 5 was seen")
    try bench.release(7, SampleCatalog(), serving: "<catalog/>")
    #expect(try bench.night().status == 65)
    try bench.release(6, SampleCatalog())
    let night = try bench.night()
    #expect(night.status == 65 && night.errors.contains("older than version 7"), "\(night.errors)")
  }
}

/// A store, and a source whose releases are signed with OpenSSL as the guide says.
private final class SignedBench {
  let binary: CrosswalkBinary
  private let server: SourceServer
  private let key: String

  init() throws {
    binary = try CrosswalkBinary()
    server = try SourceServer(
      [
        "/m": [["bodyFile": "manifest.json"]], "/s": [["bodyFile": "signatures.json"]],
        "/a.xml": [["bodyFile": "a.xml"]],
      ], in: binary.folder)
    key = try Self.shell(
      """
      openssl genpkey -algorithm ed25519 -out signing.pem
      openssl pkey -in signing.pem -pubout -outform DER | tail -c 32 | base64 -w 0
      """, in: binary.folder)
  }

  deinit { binary.remove() }

  private static func shell(_ script: String, in folder: URL) throws -> String {
    let ended = try runProgram("/bin/sh", ["-ec", script], in: folder)
    try #require(ended.status == 0, "\(ended.output)")
    return ended.output
  }

  /// What the source gives from now on.
  ///
  /// - Parameter serving: What comes in place of the content that was signed.
  func release(
    _ version: Int, _ catalog: SampleCatalog, expires: String = "2998-01-01T00:00:00Z", serving: String? = nil
  ) throws {
    _ = try binary.file("a.xml", catalog.xml)
    let digest = try Self.shell("sha256sum a.xml | cut -c 1-64 | tr -d '\\n'", in: binary.folder)
    _ = try binary.file(
      "manifest.json",
      """
      {"schema":"crosswalk-signed-manifest/1","version":\(version),"published":"2026-01-01T00:00:00Z",
       "expires":"\(expires)","files":[{"name":"a.xml","sha256":"\(digest)","bytes":\(catalog.xml.utf8.count)}]}
      """)
    let signature = try Self.shell(
      "openssl pkeyutl -sign -rawin -inkey signing.pem -in manifest.json | base64 -w 0", in: binary.folder)
    _ = try binary.file(
      "signatures.json",
      #"{"schema":"crosswalk-signatures/1","signatures":[{"key":"k","signature":"\#(signature)"}]}"#)
    if let serving { _ = try binary.file("a.xml", serving) }
  }

  func writeList(_ more: [String: String] = [:]) throws {
    func file(_ name: String, _ path: String) -> [String: Any] {
      [
        "name": name, "urls": ["http://127.0.0.1:\(server.port)\(path)"], "maximumBytes": 1_000_000,
        "maximumSeconds": 60,
      ]
    }
    let source: [String: Any] = [
      "id": "a", "title": "Sample", "publisher": "Sample Office", "licence": "none", "framework": "sample-a",
      "format": "oscal-catalog", "files": [file("a.xml", "/a.xml")],
      "marks": [["fact": "title", "contains": "Sample"]], "maximumAge": 3,
      "verification": [
        "kind": "signed", "threshold": 1, "keys": [["id": "k", "publicKey": key]],
        "manifest": file("manifest.json", "/m"), "signatures": file("signatures.json", "/s"),
      ],
    ]
    let document: [String: Any] = [
      "schema": "crosswalk-sources/1", "sources": [source.merging(more) { $1 }],
    ]
    _ = try binary.file("sources.json", JSONSerialization.data(withJSONObject: document))
  }

  func night() throws -> CrosswalkBinary.Result {
    try binary.run("refresh", "--manifest", binary.folder.appending(path: "sources.json").path)
  }
}
