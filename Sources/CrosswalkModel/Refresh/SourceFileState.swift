/// What is known about a file of a source from the last good night.
public struct SourceFileState: Hashable, Sendable {
  /// The file, as its source names it.
  public var name: String
  /// The address of the list at which it was had, before any redirect, without what may be secret: its query is left out.
  public var url: String
  /// The entity tag that came with the bytes, as it came.
  public var etag: String?
  /// `Last-Modified` that came with the bytes, as it came.
  public var lastModified: String?
  /// SHA-256 of the bytes, in lower-case hexadecimal.
  public var sha256: String
  /// How many bytes there were.
  public var bytes: Int
  /// When that was last seen to be so.
  public var checkedAt: Moment
  /// The version of the signed manifest that named the bytes; `nil` where none did.
  public var signedVersion: Int?

  /// Creates a state; see the properties.
  public init(
    name: String, url: String, etag: String? = nil, lastModified: String? = nil, sha256: String, bytes: Int,
    checkedAt: Moment, signedVersion: Int? = nil
  ) {
    self.name = name
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.sha256 = sha256
    self.bytes = bytes
    self.checkedAt = checkedAt
    self.signedVersion = signedVersion
  }
}
