import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CrosswalkStore {
  /// Copies the store into a new file that appears at `path` complete, checked and on the disk, or not at all.
  ///
  /// The copy is the state of one moment, whoever writes meanwhile; a file at `path` is never replaced. Copying the file
  /// of a store by hand instead misses what waits in its log. A process that is killed leaves at worst a file
  /// `.NAME.backup-…` in the folder. Who may read the copy is what the mask of file rights says.
  ///
  /// - Throws: ``StoreError``; the store is not touched. Where the store cannot be read to its end, the error is of input
  ///   and output, and names the store.
  /// - Complexity: Reads the store, writes the copy, reads the copy.
  public func backup(to path: String) throws(StoreError) {
    let target = StoreFile(path: path)
    let name = target.absolutePath.split(separator: "/").last.map(String.init) ?? "store"
    let draft = StoreFile(
      path: "\(target.folder)/.\(name).backup-\(String(UInt64.random(in: 0 ... .max), radix: 16))")
    defer { unlink(draft.absolutePath) }
    do {
      try Self.make(draft.absolutePath)
      try copy(into: draft)
      try Self.check(draft)
      try Self.synchronize(draft.absolutePath, flags: O_RDONLY)
      try Self.give(draft.absolutePath, theNameOf: target)
      try Self.synchronize(target.folder, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      // What is wrong with the store itself is said of it; what is wrong with the copy, of the name that it was to get.
      if let error = error as? StoreError, error.path == self.path { throw error }
      throw StoreError(error, draft.isDiskFull ? draft : target)
    }
  }

  /// Makes the empty file that SQLite fills: one of its own making would never be for a group.
  private static func make(_ path: String) throws {
    let descriptor = Self.descriptor(of: path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFile.reason(errno, doing: "make the backup") }
    close(descriptor)
  }

  private func copy(into draft: StoreFile) throws {
    do {
      try connection.queue.writeWithoutTransaction {
        try $0.execute(sql: "VACUUM INTO ?", arguments: [draft.absolutePath])
      }
    } catch let error as DatabaseError {
      let message = error.message ?? "\(error.resultCode)"
      switch error.resultCode {
      // SQLite calls a page that the disk does not give back damaged, too.
      case .SQLITE_IOERR where draft.isDiskFull: throw StoreError.Reason.noSpace
      case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB:
        throw StoreError(.inputOutput("the store cannot be copied: \(message)"), path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError(error, file)
      default: throw error
      }
    }
  }

  /// Gives the finished copy its name, unless the name is taken: a backup is never written over.
  private static func give(_ draft: String, theNameOf target: StoreFile) throws {
    if link(draft, target.absolutePath) == 0 { return }
    // Some disks have no links; there the moment between asking and renaming remains.
    let code = [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) ? 0 : errno
    guard code == 0, try target.kind() == .missing, rename(draft, target.absolutePath) == 0 else {
      throw StoreFile.reason(code == 0 ? EEXIST : code, doing: "name the backup")
    }
  }

  /// Holds the copy against what SQLite and this module expect of a store.
  private static func check(_ copy: StoreFile) throws {
    try StoreHeader(copy).check(copy)
    var configuration = Configuration()
    configuration.readonly = true
    let problems = try DatabaseQueue(path: copy.uri("mode=ro"), configuration: configuration).unsafeRead {
      try String.fetchAll($0, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    }
    if let first = problems.first { throw StoreError.Reason.damaged("the backup is not sound: \(first)") }
  }

  /// The system's own function, which the name of ours hides here.
  private static func descriptor(of path: String, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags, 0o666)
    #elseif canImport(Musl)
      Musl.open(path, flags, 0o666)
    #else
      Darwin.open(path, flags, 0o666)
    #endif
  }

  private static func synchronize(_ path: String, flags: Int32) throws {
    let descriptor = Self.descriptor(of: path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFile.reason(errno, doing: "open the backup") }
    defer { close(descriptor) }
    // A disk that cannot do so for folders has no more to give.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw StoreFile.reason(errno, doing: "write the backup")
    }
  }
}
