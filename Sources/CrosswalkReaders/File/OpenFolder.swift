import CrosswalkModel
import Glibc

/// An open folder, in which names are looked at first, then opened, and never followed where they are links.
///
/// Everything is opened relative to the open folder, so that nothing changes under way what a name means. It is a class
/// so that a walk can keep several of them; the last owner closes it.
public final class OpenFolder {
  /// The folder as messages name it.
  public let path: String
  private let descriptor: Int32

  /// Opens `path`, which may lead through links itself: the user named it.
  public init(path: String) throws(ReadingError) {
    // A NUL would cut the path short, and another folder would open than the one that messages name.
    guard !path.utf8.contains(0) else { throw ReadingError(.notFound, file: path) }
    self.path = path
    descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadingError(ByteStream.reason(ofError: errno), file: path) }
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The folder called `name` in this one; `nil` where there is none.
  ///
  /// - Throws: ``ReadingError`` `.symbolicLink`, or `.notFolder` for what is none.
  public func folder(_ name: String) throws(ReadingError) -> OpenFolder? {
    guard let status = try status(of: name) else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: break
    case S_IFLNK: throw error(.symbolicLink, name)
    default: throw error(.notFolder, name)
    }
    return OpenFolder(path: "\(path)/\(name)", descriptor: try open(name, O_DIRECTORY))
  }

  /// The content of the file called `name`; `nil` where there is none.
  ///
  /// - Throws: ``ReadingError`` for a link, for what is no file, and for more than `limit` bytes.
  public func bytes(of name: String, limit: Int) throws(ReadingError) -> [UInt8]? {
    guard var stream = try file(name, called: "\(path)/\(name)", limit: limit) else { return nil }
    return try stream.rest()
  }

  /// What lies in the folder, sorted, without names that begin with a dot.
  ///
  /// - Throws: ``ReadingError`` `.tooManyFiles` where it is more than `limit`.
  public func names(limit: Int) throws(ReadingError) -> [String] {
    let again = try open(".", O_DIRECTORY)
    guard let directory = fdopendir(again) else {
      let problem = errno
      close(again)
      throw ReadingError(ByteStream.reason(ofError: problem), file: path)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      names.append(name)
      if names.count > limit { throw ReadingError(.tooManyFiles(limit: limit), file: path) }
    }
    return names.sorted()
  }

  /// The file called `name`, which messages call `shown`; `nil` where there is none.
  func file(_ name: String, called shown: String, limit: Int) throws(ReadingError) -> ByteStream? {
    // Looking first keeps devices and pipes untouched: opening one can have effects of its own.
    guard let status = try status(of: name) else { return nil }
    if status.st_mode & S_IFMT == S_IFLNK { throw ReadingError(.symbolicLink, file: shown) }
    try ByteStream.checkRegular(status, path: shown)
    // It may have been exchanged since: O_NONBLOCK returns at once even from a FIFO, and what was opened is looked at
    // again.
    return try ByteStream(opened: open(name, O_NONBLOCK | O_NOCTTY), name: shown, limit: limit)
  }

  /// Where the symbolic link `name` leads; `nil` where it is none, or is nothing at all.
  func link(_ name: String) throws(ReadingError) -> String? {
    guard let status = try status(of: name), status.st_mode & S_IFMT == S_IFLNK else { return nil }
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = target.withUnsafeMutableBufferPointer { bytes in
      bytes.baseAddress.map { readlinkat(descriptor, name, $0, bytes.count) } ?? -1
    }
    guard count >= 0 else { throw error(ByteStream.reason(ofError: errno), name) }
    guard count < target.count else { throw error(.symlinkLoop, name) }
    return String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What `name` is, without following it; `nil` where there is nothing.
  private func status(of name: String) throws(ReadingError) -> stat? {
    guard !name.utf8.contains(0) else { return nil }
    var status = stat()
    if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    let problem = errno
    if problem == ENOENT { return nil }
    throw error(ByteStream.reason(ofError: problem), name)
  }

  private func open(_ name: String, _ flags: Int32) throws(ReadingError) -> Int32 {
    let opened = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | flags)
    guard opened >= 0 else { throw error(ByteStream.reason(ofError: errno), name) }
    return opened
  }

  private func error(_ reason: ReadingError.Reason, _ name: String) -> ReadingError {
    // What was no link when it was looked at and is one when it is opened has been exchanged meanwhile.
    ReadingError(reason == .symlinkLoop ? .symbolicLink : reason, file: "\(path)/\(name)")
  }
}
