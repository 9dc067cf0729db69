import Crypto
import CrosswalkDigest
import CrosswalkModel
import CrosswalkRefresh
import CrosswalkTrust
import Foundation
import Testing

/// A source that is signed: nothing is taken that does not stand in a manifest that trusted keys signed.
@Suite struct SignedSourceTests {
  private static let key = Curve25519.Signing.PrivateKey()

  /// A release: its manifest, and the signature of that.
  private struct Release {
    let manifest: [UInt8]
    let signatures: [UInt8]

    init(
      version: Int, content: String, bytes: Int? = nil, published: String = "2026-11-01T00:00:00Z",
      expires: String = "2027-01-01T00:00:00Z"
    ) throws {
      let digest = ContentDigest.hexadecimal(ContentDigest.sha256(Array(content.utf8)))
      manifest = Array(
        """
        {"schema":"crosswalk-signed-manifest/1","version":\(version),"published":"\(published)","expires":"\(expires)",
         "files":[{"name":"catalog.xml","sha256":"\(digest)","bytes":\(bytes ?? content.utf8.count)}]}
        """.utf8)
      let signature = try key.signature(for: Data(manifest)).base64EncodedString()
      signatures = Array(
        #"{"schema":"crosswalk-signatures/1","signatures":[{"key":"k","signature":"\#(signature)"}]}"#.utf8)
    }
  }

  private static func source(_ server: FaultServer, threshold: Int = 1) throws -> SourceManifest.Source {
    let base = "http://127.0.0.1:\(server.port)"
    var keys = [SourceManifest.Key(id: "k", publicKey: key.publicKey.rawRepresentation.base64EncodedString())]
    if threshold == 2 {
      let other = Curve25519.Signing.PrivateKey().publicKey.rawRepresentation.base64EncodedString()
      keys.append(SourceManifest.Key(id: "l", publicKey: other))
    }
    return try DownloadBench.source(
      DownloadBench.file("catalog.xml", base + "/f"),
      verification: .signed(
        SourceManifest.SignedPolicy(
          manifest: DownloadBench.file("manifest.json", base + "/m"),
          signatures: DownloadBench.file("signatures.json", base + "/s"), keys: keys, threshold: threshold)))
  }

  private static func serve(
    _ bench: DownloadBench, _ release: Release, signatures: Release? = nil, content: String
  ) throws -> FaultServer {
    try bench.serve([
      "/m": [["bodyBase64": Data(release.manifest).base64EncodedString()]],
      "/s": [["bodyBase64": Data((signatures ?? release).signatures).base64EncodedString()]],
      "/f": [["body": content]],
    ])
  }

  @Test func isTakenWhereItIsWhatWasSigned() throws {
    let bench = try DownloadBench()
    let server = try Self.serve(bench, try Release(version: 4, content: "<a/>"), content: "<a/>")
    let delivery = try bench.deliver(try Self.source(server))
    #expect(delivery.files.map(\.name) == ["catalog.xml"])
    #expect(delivery.files.first?.state.signedVersion == 4)
    #expect(delivery.release?.version == 4)
    // Seen once, it is taken again, and so is one that is newer than what was seen.
    #expect(try bench.deliver(try Self.source(server), seen: delivery.release).release == delivery.release)
    let older = SignedReleaseMark(keys: "", version: 3, digest: "")
    #expect(try bench.deliver(try Self.source(server), seen: older).release == delivery.release)
    #expect(try bench.left == ["catalog.xml"])
  }

  enum Case: String, CaseIterable, Sendable {
    case wrongDigest, oneByteMore, oneByteLess, mixedReleases, mixedSignatures, expired, rollback,
      versionTwice, toCome,
      threshold
  }

  @Test(arguments: Case.allCases) func isRefusedWhereItIsNot(_ fault: Case) throws {
    let bench = try DownloadBench()
    let first = try Release(version: 3, content: "<old/>")
    let second = try Release(
      version: 4, content: "<new/>",
      published: fault == .toCome ? "2026-11-24T12:00:01Z" : "2026-11-01T00:00:00Z",
      expires: fault == .expired ? "2026-11-20T00:00:00Z" : "2027-01-01T00:00:00Z")
    let (release, signatures, content, code): (Release, Release, String, String) =
      switch fault {
      case .wrongDigest: (second, second, "<nev/>", "wrong-digest")
      case .oneByteMore: (try Release(version: 4, content: "<new/>", bytes: 7), second, "<new/>", "threshold")
      case .oneByteLess: (second, second, "<nw/>", "wrong-length")
      case .mixedReleases: (second, second, "<old/>", "wrong-digest")
      case .mixedSignatures: (second, first, "<new/>", "threshold")
      case .expired: (second, second, "<new/>", "expired")
      case .rollback: (first, first, "<old/>", "rollback")
      case .versionTwice: (second, second, "<new/>", "version-twice")
      case .toCome: (second, second, "<new/>", "to-come")
      case .threshold: (second, second, "<new/>", "threshold")
      }
    let server = try Self.serve(bench, release, signatures: signatures, content: content)
    let seen = SignedReleaseMark(
      keys: "", version: [.rollback, .versionTwice].contains(fault) ? 4 : 3, digest: "of another one")
    let error = try #require(throws: DownloadError.self) {
      try bench.deliver(try Self.source(server, threshold: fault == .threshold ? 2 : 1), seen: seen)
    }
    // What verified was seen, though its files are not what it says.
    let isVerified = [.wrongDigest, .oneByteLess, .mixedReleases].contains(fault)
    #expect(error.release?.version == (isVerified ? 4 : nil))
    #expect(error.diagnostic.code == "trust-\(code)", "\(error.diagnostic.line)")
    #expect(error.exitStatus == .data)
    #expect(try bench.left == [])
  }

  @Test func theRecipeOfTheGuideSignsWhatIsTaken() throws {
    let bench = try DownloadBench()
    let release = try Release(version: 5, content: "<a/>")
    let folder = bench.folder.path
    try Data(release.manifest).write(to: bench.folder.appending(path: "manifest.json"))
    let script = """
      set -e; cd '\(folder)'
      openssl genpkey -algorithm ed25519 -out signing.pem
      openssl pkey -in signing.pem -pubout -outform DER | tail -c 32 | base64 -w 0 > public.txt
      openssl pkeyutl -sign -rawin -inkey signing.pem -in manifest.json | base64 -w 0 > signature.txt
      """
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", script]
    try shell.run()
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0)
    let text = { (name: String) in try String(contentsOf: bench.folder.appending(path: name), encoding: .utf8)
    }
    let signatures =
      #"{"schema":"crosswalk-signatures/1","signatures":[{"key":"k","signature":"\#(try text("signature.txt"))"}]}"#
    let server = try bench.serve([
      "/m": [["bodyFile": "manifest.json"]], "/s": [["body": signatures]], "/f": [["body": "<a/>"]],
    ])
    var source = try Self.source(server)
    guard case .signed(var policy) = source.verification else { return }
    policy.keys = [SourceManifest.Key(id: "k", publicKey: try text("public.txt"))]
    source.verification = .signed(policy)
    #expect(try bench.download(source).first?.state.signedVersion == 5)
  }
}
