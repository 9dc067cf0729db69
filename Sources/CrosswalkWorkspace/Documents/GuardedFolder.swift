import CrosswalkModel
import CrosswalkReaders
import Glibc

/// An open folder whose files are read within bounds and never through a link.
///
/// Files are opened relative to the open folder, so that nothing changes under way what a name means.
struct GuardedFolder: ~Copyable {
  /// The folder as messages name it.
  let path: String
  private let descriptor: Int32

  /// Opens `path`, which may lead through links itself: the user named it.
  init(path: String) throws(TemplateFolderError) {
    self.path = path
    descriptor = path.utf8.contains(0) ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(path.utf8.contains(0) ? ENOENT : errno, path) }
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The folder called `name` in this one; `nil` where there is none.
  func folder(_ name: String) throws(TemplateFolderError) -> GuardedFolder? {
    let inside = "\(path)/\(name)"
    guard let mode = try mode(of: name) else { return nil }
    guard mode & S_IFMT == S_IFDIR else { throw TemplateFolderError(.name(expected: "a folder"), inside) }
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw Self.error(errno, inside) }
    return GuardedFolder(path: inside, descriptor: opened)
  }

  /// What lies in the folder, sorted, without names that begin with a dot.
  ///
  /// - Throws: ``TemplateFolderError`` `.tooMany` where it is more than `limit`.
  func names(limit: Int) throws(TemplateFolderError) -> [String] {
    let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard again >= 0, let directory = fdopendir(again) else { throw Self.error(errno, path) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      names.append(name)
      if names.count > limit { throw TemplateFolderError(.tooMany(limit: limit), path) }
    }
    return names.sorted()
  }

  /// The content of the file called `name`; `nil` where there is none.
  ///
  /// - Throws: ``TemplateFolderError`` for a link, for what is no file, and for more than `limit` bytes.
  func bytes(of name: String, limit: Int) throws(TemplateFolderError) -> [UInt8]? {
    let file = "\(path)/\(name)"
    // Looking first keeps devices untouched: opening one can have effects of its own.
    guard let mode = try mode(of: name) else { return nil }
    try Self.check(mode, file)
    let opened = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else { throw Self.error(errno, file) }
    defer { close(opened) }
    var status = stat()
    guard fstat(opened, &status) == 0 else { throw Self.error(errno, file) }
    try Self.check(status.st_mode, file)
    return try Self.content(of: opened, limit: limit, file)
  }

  private static func content(of descriptor: Int32, limit: Int, _ file: String) throws(TemplateFolderError)
    -> [UInt8]
  {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw error(errno, file) }
      if count == 0 { return content }
      content += buffer[..<count]
      guard content.count <= limit else {
        throw TemplateFolderError(.reading(.tooLarge(limit: limit)), file)
      }
    }
  }

  /// The kind and rights of `name`, without following it.
  private func mode(of name: String) throws(TemplateFolderError) -> mode_t? {
    var status = stat()
    if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      guard status.st_mode & S_IFMT != S_IFLNK else { throw TemplateFolderError(.link, "\(path)/\(name)") }
      return status.st_mode
    }
    if errno == ENOENT { return nil }
    throw Self.error(errno, "\(path)/\(name)")
  }

  private static func check(_ mode: mode_t, _ file: String) throws(TemplateFolderError) {
    switch mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw TemplateFolderError(.reading(.isDirectory), file)
    default: throw TemplateFolderError(.reading(.notRegularFile), file)
    }
  }

  private static func error(_ code: Int32, _ path: String) -> TemplateFolderError {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: TemplateFolderError(.reading(.notFound), path)
    case ELOOP: TemplateFolderError(.link, path)
    case EACCES, EPERM: TemplateFolderError(.reading(.permissionDenied), path)
    default: TemplateFolderError(.reading(.unreadable(errno: code)), path)
    }
  }
}
