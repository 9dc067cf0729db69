/// A signed release of a source, as it is remembered: a lower one is an old one shown again.
public struct SignedReleaseMark: Hashable, Sendable {
  /// SHA-256 of the keys that count for the source, in lower-case hexadecimal.
  public var keys: String
  /// The version that its manifest says, from 1.
  public var version: Int
  /// SHA-256 of the manifest's bytes, in lower-case hexadecimal.
  public var digest: String

  /// Creates a mark.
  public init(keys: String, version: Int, digest: String) {
    self.keys = keys
    self.version = version
    self.digest = digest
  }
}
