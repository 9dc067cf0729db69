import CrosswalkModel
import Glibc

/// A file to read: a path on disk, a member of a container, or bytes in memory.
///
/// Nothing is opened before a reader asks. Only regular files are read: opening never blocks on a FIFO and
/// never runs into a device, and the size limit holds while reading as well.
public struct SourceFile: Sendable {
  private enum Origin: Sendable {
    case path(String)
    /// A file that a path from a folder names, and that lies in it whatever links are on the way.
    case beneath(folder: String, path: String)
    case bytes([UInt8])
    /// A member of a container: `path` inside it names one of `contents`.
    case member(path: String, contents: ContainerContents)
    /// A file of the disk that was read once and for all.
    case snapshot([UInt8], path: String)
  }

  /// The file as the user named it; for a member of a container, `archive.zip!member.xml`.
  public let name: String
  private let origin: Origin

  private init(name: String, origin: Origin) {
    self.name = name
    self.origin = origin
  }

  /// A file on disk, named by its path.
  public init(path: String) {
    self.init(name: path, origin: .path(path))
  }

  /// A file that lies in `folder`, named by its path from there.
  ///
  /// Reading it fails with ``ReadingError/Reason/leavesFolder(_:)`` where `path` is absolute, climbs out of the folder
  /// or goes through a symbolic link that does. The folder itself may be reached through links.
  public init(path: String, beneath folder: String) {
    let stem = folder.hasSuffix("/") ? folder : folder + "/"
    self.init(name: stem == "./" ? path : stem + path, origin: .beneath(folder: folder, path: path))
  }

  /// Bytes in memory that messages call `name`.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, origin: .bytes(bytes))
  }

  init(memberPath: String, of contents: ContainerContents) {
    self.init(
      name: "\(contents.name)!\(memberPath)", origin: .member(path: memberPath, contents: contents))
  }

  /// The whole content.
  ///
  /// - Throws: ``ReadingError`` when there is no such regular file, no right to read it, or it is larger than
  ///   `limits.fileBytes`.
  public func bytes(limits: ReadingLimits = .standard) throws(ReadingError) -> [UInt8] {
    var stream = try open(limits: limits)
    return try stream.rest()
  }

  /// Gives the content piece by piece, so that a file of any size takes little memory.
  ///
  /// - Throws: As ``bytes(limits:)``.
  public func forEachPiece(
    limits: ReadingLimits = .standard, _ body: ([UInt8]) -> Void
  ) throws(ReadingError) {
    var stream = try open(limits: limits)
    while case let piece = try stream.prefix(256 << 10), !piece.isEmpty { body(piece) }
  }

  /// The same file with its content in memory, so that several passes see the same bytes.
  public func loaded(limits: ReadingLimits = .standard) throws(ReadingError) -> SourceFile {
    guard case .path(let path) = origin else { return self }
    return SourceFile(name: name, origin: .snapshot(try bytes(limits: limits), path: path))
  }

  /// What the file is, judged by its first 4 KiB.
  public func sniff() throws(ReadingError) -> SourceKind {
    var stream = try open(limits: .standard.with(fileBytes: ReadingLimits.largestFile))
    return SourceKind(prefix: try stream.prefix(4 << 10)[...])
  }

  /// The file called `name` beside this one: in the same folder on disk, or in the same container and folder.
  ///
  /// - Returns: `nil` when there is none, or when `name` is more than a plain file name.
  public func siblingNamed(_ name: String) -> SourceFile? {
    guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(where: { $0 == 0 || $0 == 0x2F })
    else { return nil }
    switch origin {
    case .bytes, .beneath: return nil
    case .path(let path), .snapshot(_, let path):
      let sibling = Self.folder(of: path) + name
      var status = stat()
      return stat(sibling, &status) == 0 ? SourceFile(path: sibling) : nil
    case .member(let path, let contents):
      let sibling = Self.folder(of: path) + name
      return contents.bytes[sibling] == nil ? nil : SourceFile(memberPath: sibling, of: contents)
    }
  }

  /// Everything through the last slash of `path`.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private func openBeneath(_ folder: String, _ path: String, limit: Int) throws(ReadingError) -> ByteStream {
    var walk = try FolderWalk(folder, file: name)
    return try walk.open(path, limit: limit)
  }

  func open(limits: ReadingLimits) throws(ReadingError) -> ByteStream {
    switch origin {
    case .path(let path): try ByteStream(path: path, limit: limits.fileBytes)
    case .beneath(let folder, let path):
      try openBeneath(folder, path, limit: limits.fileBytes)
    case .bytes(let bytes), .snapshot(let bytes, _):
      try ByteStream(bytes, name: name, limit: limits.fileBytes)
    case .member(let path, let contents):
      try ByteStream(contents.bytes[path] ?? [], name: name, limit: limits.zipEntryBytes)
    }
  }
}

/// The members of a container, shared by the files that stand for them.
final class ContainerContents: Sendable {
  let name: String
  let bytes: [String: [UInt8]]

  init(name: String, bytes: [String: [UInt8]]) {
    self.name = name
    self.bytes = bytes
  }
}
