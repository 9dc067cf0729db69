import CrosswalkDigest
import CrosswalkModel
import CrosswalkTrust

/// The signed manifest of one source, fetched and verified before any file that it names.
struct SignedRelease {
  private let manifest: SignedManifest
  /// What is remembered of it, now that it verified.
  let memory: SeenRelease

  /// Verifies what was fetched.
  init(
    _ policy: SourceManifest.SignedPolicy, manifest: [UInt8], signatures: [UInt8], now: Moment,
    seen: SeenRelease?
  ) throws(TrustError) {
    let verifier = try SignedManifestVerifier(keys: policy.keys, threshold: policy.threshold)
    self.manifest = try verifier.verify(
      manifest: (policy.manifest.name, manifest), signatures: (policy.signatures.name, signatures), now: now,
      seen: seen?.version)
    memory = SeenRelease(
      keys: policy.keyDigest, version: self.manifest.version,
      sha256: ContentDigest.hexadecimal(ContentDigest.sha256(manifest)))
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
  /// SHA-256 of the keys that are trusted, whatever their names and order, in lower-case hexadecimal.
  var keyDigest: String {
    let text = keys.map(\.publicKey).sorted().joined(separator: "\n")
    return ContentDigest.hexadecimal(ContentDigest.sha256(text.utf8))
  }
}

extension SourceManifest.Source {
  /// The newest signed manifest that verified with the keys that the list trusts now.
  func seen(_ history: SourceHistory) -> SeenRelease? {
    guard case .signed(let policy) = verification else { return nil }
    return history.releases.first { $0.keys == policy.keyDigest }
  }
}
