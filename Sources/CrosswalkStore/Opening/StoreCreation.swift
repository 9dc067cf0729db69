import GRDB
import GRDBSQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes an empty store that appears at its path complete or not at all.
///
/// The schema is laid out in memory and written to a file beside the path, which gets its name only when all of it
/// is on the disk. A process that is killed leaves no store, at worst a file `.NAME.creating-…` that nobody reads.
enum StoreCreation {
  /// Makes the store and the folders above it; one that another process made meanwhile stays as it is.
  static func create(_ file: StoreFile) throws(StoreError) {
    do {
      try makeFolders(file.folder)
      try write(emptyStore(), to: file)
    } catch let reason as StoreError.Reason {
      throw StoreError(reason, path: file.path)
    } catch {
      throw StoreError(.unexpected("\(error)"), path: file.path)
    }
  }

  /// The bytes of a store with every step of the schema and no content.
  private static func emptyStore() throws -> [UInt8] {
    let queue = try DatabaseQueue()
    return try queue.writeWithoutTransaction { database in
      try Migration.run(on: database)
      var size: sqlite3_int64 = 0
      guard let start = sqlite3_serialize(database.sqliteConnection, "main", &size, 0) else {
        throw StoreError.Reason.unexpected("no copy of the empty store")
      }
      defer { sqlite3_free(start) }
      var bytes = Array(UnsafeBufferPointer(start: start, count: Int(size)))
      // Read and write version 2: born with a write-ahead log, so that no first opener must switch it on.
      bytes[18] = 2
      bytes[19] = 2
      return bytes
    }
  }

  /// Makes the folders that are missing, for their owner only.
  private static func makeFolders(_ folder: String) throws {
    if mkdir(folder, 0o700) == 0 { return }
    switch errno {
    case EEXIST: return
    case ENOENT:
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else {
        throw StoreFile.reason(ENOENT, doing: "make \(folder)")
      }
      try makeFolders(String(folder[..<slash]))
      if mkdir(folder, 0o700) != 0, errno != EEXIST { throw StoreFile.reason(errno, doing: "make \(folder)") }
    case let code:
      // A folder that exists may refuse for another reason, such as standing on a read-only disk.
      guard access(folder, F_OK) != 0 else { return }
      throw StoreFile.reason(code, doing: "make \(folder)")
    }
  }

  private static func write(_ bytes: [UInt8], to file: StoreFile) throws {
    let name = file.absolutePath.split(separator: "/").last.map(String.init) ?? "store"
    // Not the process number: two threads, or two containers that share a folder, may have the same.
    let draft = "\(file.folder)/.\(name).creating-\(String(UInt64.random(in: 0 ... .max), radix: 16))"
    // The mask of file rights decides who may share the store; SQLite gives its log and its locks the same rights.
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw StoreFile.reason(errno, doing: "make a file in \(file.folder)") }
    defer { unlink(draft) }
    do {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw StoreFile.reason(errno, doing: "write the new store") }
    }
    try give(draft, theNameOf: file)
    synchronize(folder: file.folder)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Self.write(rest, to: descriptor)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw StoreFile.reason(errno, doing: "write the new store") }
        rest = rest.dropFirst(count)
      }
    }
  }

  private static func write(_ bytes: Slice<UnsafeRawBufferPointer>, to descriptor: Int32) -> Int {
    let part = UnsafeRawBufferPointer(rebasing: bytes)
    #if canImport(Glibc)
      return Glibc.write(descriptor, part.baseAddress, part.count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, part.baseAddress, part.count)
    #else
      return Darwin.write(descriptor, part.baseAddress, part.count)
    #endif
  }

  /// Gives the finished file its name, unless the name is taken: a link, unlike a renaming, never replaces a store.
  private static func give(_ draft: String, theNameOf file: StoreFile) throws {
    if link(draft, file.absolutePath) == 0 || errno == EEXIST { return }
    // Some disks have no links; there the moment between asking and renaming remains.
    guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK else {
      throw StoreFile.reason(errno, doing: "name the new store")
    }
    if access(file.absolutePath, F_OK) == 0 { return }
    guard rename(draft, file.absolutePath) == 0 else {
      throw StoreFile.reason(errno, doing: "name the new store")
    }
  }

  /// Puts the name on the disk too; a disk that cannot do so for folders has no more to give.
  private static func synchronize(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
