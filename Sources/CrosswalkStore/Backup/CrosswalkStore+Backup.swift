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
  /// The copy is the state of one moment, whoever writes meanwhile; a file at `path` is replaced. Copying the file of a
  /// store by hand instead misses what waits in its log. A process that is killed leaves at worst a file
  /// `.NAME.backup-…` in the folder.
  ///
  /// - Throws: ``StoreError``; the store is not touched.
  /// - Complexity: Reads the store, writes the copy, reads the copy.
  public func backup(to path: String) throws(StoreError) {
    let target = StoreFile(path: path)
    let name = target.absolutePath.split(separator: "/").last.map(String.init) ?? "store"
    let draft = StoreFile(
      path: "\(target.folder)/.\(name).backup-\(String(UInt64.random(in: 0 ... .max), radix: 16))")
    defer { unlink(draft.absolutePath) }
    do {
      try outsideTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft.absolutePath]) }
      try Self.check(draft)
      try Self.synchronize(draft.absolutePath, flags: O_RDONLY)
      guard rename(draft.absolutePath, target.absolutePath) == 0 else {
        throw StoreFile.reason(errno, doing: "name the backup")
      }
      try Self.synchronize(target.folder, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      throw StoreError(error, draft.isDiskFull ? draft : target)
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
      Glibc.open(path, flags)
    #elseif canImport(Musl)
      Musl.open(path, flags)
    #else
      Darwin.open(path, flags)
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
