import CrosswalkModel
import CrosswalkTrust

/// The signed manifest of one source, fetched and verified before any file that it names.
struct SignedRelease {
  private let manifest: SignedManifest

  /// The highest version that a good night has seen; `nil` where none has.
  static func seen(_ known: [String: SourceFileState]) -> Int? {
    known.values.compactMap(\.signedVersion).max()
  }

  /// Verifies what was fetched.
  init(
    _ policy: SourceManifest.SignedPolicy, manifest: [UInt8], signatures: [UInt8], now: Moment, seen: Int?
  ) throws(TrustError) {
    let verifier = try SignedManifestVerifier(keys: policy.keys, threshold: policy.threshold)
    self.manifest = try verifier.verify(
      manifest: (policy.manifest.name, manifest), signatures: (policy.signatures.name, signatures), now: now,
      seen: seen)
  }

  /// The version of the release.
  var version: Int { manifest.version }

  /// The digest that a file must have.
  func digest(of name: String) throws(TrustError) -> String { try manifest.entry(of: name).sha256 }

  /// Holds a file against the manifest.
  func check(_ name: String, sha256: String, bytes: Int) throws(TrustError) {
    try manifest.check(name: name, sha256: sha256, bytes: bytes)
  }
}
