import Crypto
import CrosswalkModel
import FoundationEssentials

/// Holds a manifest against the keys that a list of sources trusts.
///
/// Nothing of the manifest is read before its signatures hold, and they hold over its exact bytes.
public struct SignedManifestVerifier: Sendable {
  private let keys: [String: Curve25519.Signing.PublicKey]
  private let threshold: Int
  /// Clocks of two machines differ, by hours where a zone is set wrong.
  private static let aDay: Int64 = 86_400

  /// Creates a verifier for the keys of a list of sources.
  ///
  /// - Throws: ``TrustError`` `.malformed` for a key that is none, for two names of one key, and for a threshold that
  ///   the keys cannot reach.
  public init(keys: [SourceManifest.Key], threshold: Int) throws(TrustError) {
    var known: [String: Curve25519.Signing.PublicKey] = [:]
    var values: Set<Data> = []
    for key in keys {
      guard let bytes = Self.bytes(key.publicKey, count: 32),
        let value = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
      else { throw TrustError(.malformed("\"\(key.publicKey)\" is no Ed25519 public key"), file: key.id) }
      guard values.insert(bytes).inserted, known.updateValue(value, forKey: key.id) == nil else {
        throw TrustError(.malformed("this key or its name stands twice"), file: key.id)
      }
    }
    guard (1...max(1, keys.count)).contains(threshold), !keys.isEmpty else {
      throw TrustError(
        .malformed("\(threshold) of \(keys.count) keys cannot sign"), file: keys.first?.id ?? "keys")
    }
    self.keys = known
    self.threshold = threshold
  }

  /// Reads a manifest after its signatures were found to hold.
  ///
  /// - Parameters:
  ///   - manifest: The exact bytes of the manifest, and what messages call it.
  ///   - signatures: The bytes of its signatures, and what messages call them.
  ///   - now: A manifest that expires by then says nothing any more, and one from more than a day later says nothing yet.
  ///   - seen: The highest release seen before; `nil` where none was.
  /// - Throws: ``TrustError`` with the first reason that does not hold: malformed signatures, too few different trusted
  ///   keys, a malformed manifest, a time to come, expiry, rollback, other content under a version that was seen.
  public func verify(
    manifest: (name: String, bytes: [UInt8]), signatures: (name: String, bytes: [UInt8]), now: Moment,
    seen: SignedReleaseMark?
  ) throws(TrustError) -> SignedManifest {
    try checkSignatures(signatures, of: manifest.bytes)
    let verified = try SignedManifest(manifest.bytes, file: manifest.name)
    guard verified.published.secondsSinceEpoch <= now.secondsSinceEpoch + Self.aDay else {
      throw TrustError(.toCome(verified.published), file: manifest.name)
    }
    guard now < verified.expires else { throw TrustError(.expired(verified.expires), file: manifest.name) }
    guard let seen else { return verified }
    guard verified.version >= seen.version else {
      throw TrustError(.olderThanSeen(version: verified.version, seen: seen.version), file: manifest.name)
    }
    // Whoever signed it: two releases of one version cannot be put in an order.
    guard verified.version > seen.version || verified.digest == seen.digest else {
      throw TrustError(.versionTwice(seen.version), file: manifest.name)
    }
    return verified
  }

  private func checkSignatures(
    _ file: (name: String, bytes: [UInt8]), of signed: [UInt8]
  ) throws(TrustError) {
    let document = try LocatedValue(file.bytes, file: file.name)
    let members = try document.members(["schema", "signatures"])
    guard let schema = members["schema"], let list = members["signatures"],
      try schema.string() == SignedManifest.signaturesSchemaVersion
    else { throw document.fault("\"schema\" must be \"\(SignedManifest.signaturesSchemaVersion)\"") }
    let entries = try list.elements()
    guard !entries.isEmpty else { throw TrustError(.unsigned, file: file.name) }
    var count = Count()
    for entry in entries { count.add(try signature(entry, of: signed)) }
    // Several signatures of one key are one signer.
    guard count.signed.count >= threshold else {
      throw TrustError(
        .threshold(
          signed: count.signed.count, needed: threshold,
          wrong: count.wrong.subtracting(count.signed).sorted(),
          unknown: count.unknown.sorted()), file: file.name)
    }
  }

  private struct Count {
    var signed: Set<String> = []
    var wrong: Set<String> = []
    var unknown: Set<String> = []

    mutating func add(_ signature: (key: String, holds: Bool?)) {
      switch signature.holds {
      case true?: signed.insert(signature.key)
      case false?: wrong.insert(signature.key)
      case nil: unknown.insert(signature.key)
      }
    }
  }

  /// Whether one signature holds; `nil` where its key is not trusted: it is passed over, whatever it is.
  private func signature(
    _ entry: LocatedValue, of signed: [UInt8]
  ) throws(TrustError) -> (key: String, holds: Bool?) {
    let members = try entry.members(["key", "signature"])
    guard let name = try members["key"]?.string(), let text = try members["signature"]?.string() else {
      throw entry.fault("a signature has a key")
    }
    guard let key = keys[name] else { return (name, nil) }
    guard let bytes = Self.bytes(text, count: 64) else {
      throw TrustError(.malformedSignature(key: name), at: entry.location)
    }
    return (name, key.isValidSignature(bytes, for: signed))
  }

  /// The bytes of a base64 text that is spelled as base64 spells them: one spelling for one value.
  private static func bytes(_ text: String, count: Int) -> Data? {
    guard let bytes = Data(base64Encoded: text), bytes.count == count, bytes.base64EncodedString() == text
    else {
      return nil
    }
    return bytes
  }
}
