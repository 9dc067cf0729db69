import CrosswalkDigest
import CrosswalkModel
import CrosswalkTrust

/// The signed manifest of one source, fetched and verified before any file that it names.
struct SignedRelease {
  private let manifest: SignedManifest
  /// What is remembered of it, whatever becomes of its files.
  let mark: SignedReleaseMark

  /// Verifies what was fetched.
  init(
    _ policy: SourceManifest.SignedPolicy, manifest: [UInt8], signatures: [UInt8], now: Moment,
    seen: SignedReleaseMark?
  ) throws(TrustError) {
    let verifier = try SignedManifestVerifier(keys: policy.keys, threshold: policy.threshold)
    self.manifest = try verifier.verify(
      manifest: (policy.manifest.name, manifest), signatures: (policy.signatures.name, signatures), now: now,
      seen: seen)
    mark = SignedReleaseMark(
      keys: policy.keysDigest, version: self.manifest.version, digest: self.manifest.digest)
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

extension SourceManifest.SignedPolicy {
  /// SHA-256 of the keys that count, whatever they are called and in whatever order they stand: other keys begin a count
  /// of releases of their own.
  var keysDigest: String {
    let text = keys.map(\.publicKey).sorted().joined(separator: "\n")
    return ContentDigest.hexadecimal(ContentDigest.sha256(text.utf8))
  }
}
