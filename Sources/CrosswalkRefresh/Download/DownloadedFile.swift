import CrosswalkModel

/// What a source gave in one night.
public struct SourceDelivery: Hashable, Sendable {
  /// Its files, in the order of the list.
  public let files: [DownloadedFile]
  /// The signed release that they are of; `nil` where the source is not signed.
  public let release: SignedReleaseMark?

  /// Joins files with their release.
  public init(files: [DownloadedFile], release: SignedReleaseMark? = nil) {
    self.files = files
    self.release = release
  }
}

/// What became of one file of a source.
public struct DownloadedFile: Hashable, Sendable {
  /// How it stands to what the last good night knew.
  public enum Outcome: String, Hashable, Sendable {
    /// The server says so, and nothing was sent.
    case notModified
    /// The same bytes were sent again.
    case unchanged
    /// Other bytes than before, or the first ones.
    case new
  }

  /// The file, as its source names it.
  public let name: String
  /// How it stands to what was known.
  public let outcome: Outcome
  /// Where its bytes are; `nil` where none were sent.
  public let path: String?
  /// What is known about it now; to be kept once the source was published or found unchanged.
  public let state: SourceFileState

  /// Creates the fate of a file.
  public init(name: String, outcome: Outcome, path: String?, state: SourceFileState) {
    self.name = name
    self.outcome = outcome
    self.path = path
    self.state = state
  }
}
