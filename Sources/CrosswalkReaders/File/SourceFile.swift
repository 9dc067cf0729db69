import CrosswalkModel

/// A file to read: a path on disk, a member of a container, or bytes in memory.
///
/// Nothing is opened before a reader asks. Only regular files are read: opening never blocks on a FIFO and
/// never runs into a device, and the size limit holds while reading as well.
public struct SourceFile: Sendable {
  /// The file as the user named it; for a member of a container, `archive.zip!member.xml`.
  public let name: String

  /// A file on disk, named by its path.
  public init(path: String) {
    name = path
  }

  /// Bytes in memory that messages call `name`.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
  }

  /// The whole content.
  ///
  /// - Throws: ``ReadingError`` when there is no such regular file, no right to read it, or it is larger than
  ///   `limits.fileBytes`.
  public func bytes(limits: ReadingLimits = .standard) throws(ReadingError) -> [UInt8] { [] }

  /// The same file with its content in memory, so that several passes see the same bytes.
  public func loaded(limits: ReadingLimits = .standard) throws(ReadingError) -> SourceFile { self }

  /// What the file is, judged by its first bytes.
  public func sniff() throws(ReadingError) -> SourceKind { .text }

  /// The file called `name` beside this one: in the same folder on disk, or in the same container and folder.
  ///
  /// - Returns: `nil` when there is none, or when `name` is more than a plain file name.
  public func siblingNamed(_ name: String) -> SourceFile? { nil }
}
