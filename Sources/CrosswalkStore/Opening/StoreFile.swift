#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file of a store as the operating system sees it, before SQLite touches it.
struct StoreFile: Sendable {
  /// As the user named it, for messages.
  let path: String
  /// From the root, so that a later change of the working folder does not matter.
  let absolutePath: String

  /// What stands at the path.
  enum Kind: Hashable {
    case missing, file
    /// A folder, a device, a pipe: never opened, for opening some of them waits for ever.
    case somethingElse
  }

  /// What tells one state of a file from a later one.
  struct Fingerprint: Hashable, Sendable {
    let inode, size, seconds, nanoseconds: Int
  }

  init(path: String) {
    self.path = path
    absolutePath = path.hasPrefix("/") ? path : Self.workingFolder + "/" + path
  }

  private static var workingFolder: String {
    guard let folder = getcwd(nil, 0) else { return "." }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// The folder that the file stands in.
  var folder: String {
    guard let slash = absolutePath.lastIndex(of: "/"), slash > absolutePath.startIndex else { return "/" }
    return String(absolutePath[..<slash])
  }

  /// SQLite's name for the file; every character that would mean something in a URI is escaped.
  func uri(_ parameters: String) -> String {
    var text = "file:"
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in absolutePath.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%"
        text.unicodeScalars.append(digits[Int(byte >> 4)])
        text.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return text + "?" + parameters
  }

  /// Looks at the path without opening it.
  func kind() throws(StoreError) -> Kind {
    var status = stat()
    if stat(absolutePath, &status) == 0 {
      return status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) ? .file : .somethingElse
    }
    switch errno {
    case ENOENT, ENOTDIR: return .missing
    case let code: throw StoreError(Self.reason(code, doing: "look at the store"), path: path)
    }
  }

  /// The present state of the file; `nil` where there is none.
  func fingerprint() -> Fingerprint? {
    var status = stat()
    guard stat(absolutePath, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Fingerprint(
      inode: Int(status.st_ino), size: Int(status.st_size), seconds: Int(time.tv_sec),
      nanoseconds: time.tv_nsec)
  }

  /// Whether changes wait in a write-ahead log beside the file.
  var hasPendingLog: Bool {
    var status = stat()
    return stat(absolutePath + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Whether a write-ahead log is there: somebody has the store open, or was killed.
  var hasLog: Bool { access(absolutePath + "-wal", F_OK) == 0 }

  var isReadable: Bool { access(absolutePath, R_OK) == 0 }
  /// Whether the file may be written, and files for locks and logs be made beside it.
  var isWritable: Bool { access(absolutePath, W_OK) == 0 && isFolderWritable }
  var isFolderWritable: Bool { access(folder, W_OK | X_OK) == 0 }

  /// Whether the disk has no room for an ordinary user.
  var isDiskFull: Bool {
    var status = statvfs()
    return statvfs(folder, &status) == 0
      && (status.f_bavail == 0 || status.f_files > 0 && status.f_favail == 0)
  }

  /// What an error number of the operating system means for a store.
  static func reason(_ code: Int32, doing what: String) -> StoreError.Reason {
    switch code {
    case EACCES, EPERM, EROFS: .noPermission(what)
    case ENOSPC, EDQUOT, EFBIG: .noSpace
    case ENOTDIR, EEXIST, ENAMETOOLONG, EISDIR, ELOOP, ENOENT:
      .cannotCreate("\(what): \(String(cString: strerror(code)))")
    default: .inputOutput("\(what): \(String(cString: strerror(code)))")
    }
  }
}
