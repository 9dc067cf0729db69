import Crypto
import CrosswalkDigest
import CrosswalkModel
import CrosswalkTrust
import Foundation
import Testing

/// A manifest says something only where enough different trusted keys signed its exact bytes.
@Suite struct SignedManifestTests {
  private static let keys = (0..<3).map { _ in Curve25519.Signing.PrivateKey() }
  private static let now = Moment("2026-11-23T12:00:00Z") ?? .firstOfEpoch
  private static let content = Array("<catalog/>".utf8)
  private static let digest = ContentDigest.hexadecimal(ContentDigest.sha256(content))

  private static func manifest(
    version: Int = 3, expires: String = "2026-12-23T12:00:00Z", digest: String = digest, more: String = ""
  ) -> [UInt8] {
    Array(
      """
      {"schema":"crosswalk-signed-manifest/1","version":\(version),"published":"2026-11-20T12:00:00Z",
       "expires":"\(expires)","files":[{"name":"catalog.xml","sha256":"\(digest)","bytes":10}]\(more)}

      """.utf8)
  }

  private static func signature(_ key: Int, of bytes: [UInt8]) throws -> String {
    try keys[key].signature(for: Data(bytes)).base64EncodedString()
  }

  private static func signatures(_ entries: [(String, String)]) -> [UInt8] {
    let list = entries.map { #"{"key":"\#($0)","signature":"\#($1)"}"# }.joined(separator: ",")
    return Array(#"{"schema":"crosswalk-signatures/1","signatures":[\#(list)]}"#.utf8)
  }

  private static func verify(
    _ manifest: [UInt8], _ signatures: [UInt8], threshold: Int = 1, trusted: Int = 2,
    seen: SignedReleaseMark? = nil
  ) throws(TrustError) -> SignedManifest {
    let trusted = (0..<trusted).map {
      SourceManifest.Key(id: "k\($0)", publicKey: keys[$0].publicKey.rawRepresentation.base64EncodedString())
    }
    return try SignedManifestVerifier(keys: trusted, threshold: threshold).verify(
      manifest: ("manifest.json", manifest), signatures: ("signatures.json", signatures), now: now, seen: seen
    )
  }

  private static func reason(_ body: () throws -> SignedManifest) throws -> TrustError.Reason {
    let error = try #require(throws: TrustError.self) { try body() }
    #expect(error.exitStatus == .data)
    return error.reason
  }

  @Test func holdsWhereATrustedKeySignedIt() throws {
    let bytes = Self.manifest()
    let verified = try Self.verify(bytes, Self.signatures([("k0", try Self.signature(0, of: bytes))]))
    #expect(verified.version == 3)
    try verified.check(name: "catalog.xml", sha256: Self.digest, bytes: 10)
    #expect(throws: TrustError(.wrongLength("catalog.xml", signed: 10, found: 11), file: "manifest.json")) {
      try verified.check(name: "catalog.xml", sha256: Self.digest, bytes: 11)
    }
    #expect(throws: TrustError(.wrongLength("catalog.xml", signed: 10, found: 9), file: "manifest.json")) {
      try verified.check(name: "catalog.xml", sha256: Self.digest, bytes: 9)
    }
    let other = String(repeating: "0", count: 64)
    #expect(
      throws: TrustError(
        .wrongDigest("catalog.xml", signed: Self.digest, found: other), file: "manifest.json")
    ) {
      try verified.check(name: "catalog.xml", sha256: other, bytes: 10)
    }
    #expect(throws: TrustError(.missingEntry("else.xml"), file: "manifest.json")) {
      try verified.check(name: "else.xml", sha256: Self.digest, bytes: 10)
    }
  }

  @Test func fallsWithOneByte() throws {
    let bytes = Self.manifest()
    let signatures = Self.signatures([("k0", try Self.signature(0, of: bytes))])
    let changed = [bytes + [0x20], Array(bytes.dropLast()), Self.manifest(version: 4)]
    for other in changed {
      #expect(
        try Self.reason { try Self.verify(other, signatures) }
          == .threshold(signed: 0, needed: 1, wrong: ["k0"], unknown: []))
    }
  }

  @Test func keysThatAreNotTrustedNeverCount() throws {
    let bytes = Self.manifest()
    let unknown = ("k2", try Self.signature(2, of: bytes))
    #expect(
      try Self.reason { try Self.verify(bytes, Self.signatures([unknown])) }
        == .threshold(signed: 0, needed: 1, wrong: [], unknown: ["k2"]))
    // Whatever it is, a signature of an unknown key does not hinder those that count.
    let known = ("k0", try Self.signature(0, of: bytes))
    #expect(try Self.verify(bytes, Self.signatures([("k2", "no base64"), known])).version == 3)
  }

  @Test func oneKeyTwiceIsOneSigner() throws {
    let bytes = Self.manifest()
    let first = ("k0", try Self.signature(0, of: bytes))
    let again = ("k0", try Self.signature(0, of: bytes))
    #expect(
      try Self.reason { try Self.verify(bytes, Self.signatures([first, again]), threshold: 2) }
        == .threshold(signed: 1, needed: 2, wrong: [], unknown: []))
    let second = ("k1", try Self.signature(1, of: bytes))
    #expect(try Self.verify(bytes, Self.signatures([first, second]), threshold: 2).version == 3)
  }

  @Test(arguments: [
    "", "AAAA", "%%%%", String(repeating: "A", count: 84), String(repeating: "A", count: 85) + "B==",
  ])
  func aSignatureThatIsNoneIsNamed(_ text: String) throws {
    let bytes = Self.manifest()
    #expect(
      try Self.reason { try Self.verify(bytes, Self.signatures([("k0", text)])) }
        == .malformedSignature(key: "k0"))
  }

  @Test func manyAndLongNamesOfStrangersAreCutShort() throws {
    let bytes = Self.manifest()
    let strangers = (0..<500).map { ("\($0)" + String(repeating: "x", count: 900), "AAAA") }
    let error = try #require(throws: TrustError.self) {
      try Self.verify(bytes, Self.signatures(strangers))
    }
    #expect(error.diagnostic.message.count < 600)
    #expect(error.diagnostic.message.hasSuffix("and 495 more"))
  }

  @Test func nobodySigned() throws {
    #expect(try Self.reason { try Self.verify(Self.manifest(), Self.signatures([])) } == .unsigned)
  }

  @Test(arguments: ["2026-11-23T12:00:00Z", "2026-11-21T00:00:00Z"])
  func saysNothingOnceItExpired(_ expires: String) throws {
    let bytes = Self.manifest(expires: expires)
    let signatures = Self.signatures([("k0", try Self.signature(0, of: bytes))])
    #expect(try Self.reason { try Self.verify(bytes, signatures) } == .expired(try #require(Moment(expires))))
  }

  @Test func anOlderVersionThanSeenIsARollback() throws {
    let bytes = Self.manifest()
    let signatures = Self.signatures([("k0", try Self.signature(0, of: bytes))])
    #expect(
      try Self.reason { try Self.verify(bytes, signatures, seen: Self.mark(4)) }
        == .olderThanSeen(version: 3, seen: 4))
    #expect(try Self.verify(bytes, signatures, seen: Self.mark(2)).version == 3)
  }

  private static func mark(_ version: Int, of manifest: [UInt8] = []) -> SignedReleaseMark {
    SignedReleaseMark(
      keys: "", version: version, digest: ContentDigest.hexadecimal(ContentDigest.sha256(manifest)))
  }

  @Test func oneVersionHasOneContent() throws {
    let bytes = Self.manifest()
    let signatures = Self.signatures([("k0", try Self.signature(0, of: bytes))])
    #expect(try Self.verify(bytes, signatures, seen: Self.mark(3, of: bytes)).version == 3)
    let other = Self.mark(3, of: Self.manifest(expires: "2026-12-24T12:00:00Z"))
    #expect(try Self.reason { try Self.verify(bytes, signatures, seen: other) } == .versionTwice(3))
  }

  @Test(arguments: [
    (#","more":1"#, "\"more\" is not known here"), (#","version":4"#, "version"), ("}", "after"),
  ])
  func aManifestThatIsNotAsItsFormatSaysHasAPlace(more: String, words: String) throws {
    let bytes = Self.manifest(more: more)
    let error = try #require(throws: TrustError.self) {
      try Self.verify(bytes, Self.signatures([("k0", try Self.signature(0, of: bytes))]))
    }
    #expect(error.diagnostic.code == "trust-malformed")
    #expect(error.diagnostic.message.contains(words), "\(error.diagnostic.line)")
    #expect(error.location.line == 2 || error.location.line == 3)
  }

  @Test func oneKeyUnderTwoNamesIsRefused() throws {
    let key = Self.keys[0].publicKey.rawRepresentation.base64EncodedString()
    #expect(throws: TrustError.self) {
      try SignedManifestVerifier(
        keys: [SourceManifest.Key(id: "a", publicKey: key), SourceManifest.Key(id: "b", publicKey: key)],
        threshold: 2)
    }
    #expect(throws: TrustError.self) {
      try SignedManifestVerifier(keys: [SourceManifest.Key(id: "a", publicKey: key)], threshold: 2)
    }
  }
}
