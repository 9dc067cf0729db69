import CrosswalkModel

/// What enough keys signed: the length and digest of every file of one release.
public struct SignedManifest: Hashable, Sendable {
  /// One file of the release.
  public struct Entry: Hashable, Sendable {
    /// The file, as its source names it.
    public let name: String
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    public let sha256: String
    /// How many bytes it has.
    public let bytes: Int
  }

  /// The manifest as messages call it.
  public let file: String
  /// SHA-256 of its bytes, in lower-case hexadecimal.
  public let digest: String
  /// Counts up with every release.
  public let version: Int
  /// When it was made.
  public let published: Moment
  /// From when on it says nothing any more.
  public let expires: Moment
  /// The files, in the order of the manifest; names are unique.
  public let entries: [Entry]

  /// The version of the manifest's format.
  public static let schemaVersion = "crosswalk-signed-manifest/1"
  /// The version of the format of its signatures.
  public static let signaturesSchemaVersion = "crosswalk-signatures/1"

  /// Holds a file against what was signed.
  ///
  /// A file of another release than the manifest's is a wrong digest: every release names all of its files.
  /// - Parameter sha256: The digest of the file's bytes, in lower-case hexadecimal.
  /// - Throws: ``TrustError`` `.missingEntry`, `.wrongLength` or `.wrongDigest`.
  public func check(name: String, sha256: String, bytes: Int) throws(TrustError) {
    let entry = try entry(of: name)
    guard entry.bytes == bytes else {
      throw TrustError(.wrongLength(name, signed: entry.bytes, found: bytes), file: file)
    }
    guard entry.sha256 == sha256 else {
      throw TrustError(.wrongDigest(name, signed: entry.sha256, found: sha256), file: file)
    }
  }

  /// What was signed about a file.
  ///
  /// - Throws: ``TrustError`` `.missingEntry`.
  public func entry(of name: String) throws(TrustError) -> Entry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw TrustError(.missingEntry(name), file: file)
    }
    return entry
  }
}
