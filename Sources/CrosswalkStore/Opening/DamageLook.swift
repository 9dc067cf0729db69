import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A second look at a store that SQLite calls damaged: it says so too where the disk did not give a page back.
///
/// Damage stays, and asks for a copy to be restored; a disk that cannot be read asks for another disk, or another try.
struct DamageLook {
  let file: StoreFile

  /// What SQLite's complaint means: damage only where every byte can be read and SQLite still finds it.
  ///
  /// Cost: one reading of the file, and one check of its pages.
  func reason(_ complaint: String) -> StoreError.Reason {
    if let code = readingFault() { return StoreFile.reason(code, doing: "read the store") }
    return isSound
      ? .inputOutput("the store could not be read, and can be now: \(complaint)") : .damaged(complaint)
  }

  /// The number of the error with which the system refuses to give a byte of the file; `nil` where it gives all.
  ///
  /// It is read in the way in which SQLite reads it. The descriptor stays open until the process ends: closing it would drop the locks that a connection of this
  /// process holds on the file.
  private func readingFault() -> Int32? {
    let descriptor = open(file.absolutePath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno }
    let size = 1 << 20
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1)
    defer { block.deallocate() }
    var offset: off_t = 0
    while true {
      let count = pread(descriptor, block, size, offset)
      if count == 0 { return nil }
      if count < 0, errno != EINTR { return errno }
      offset += off_t(max(0, count))
    }
  }

  /// Whether SQLite finds nothing wrong when it reads all of it again, as carefully as for every question.
  private var isSound: Bool {
    var configuration = StoreConnection.configuration(2)
    configuration.readonly = true
    let uri = file.uri(file.hasPendingLog ? "mode=ro" : "mode=ro&immutable=1")
    let problems = try? DatabaseQueue(path: uri, configuration: configuration).unsafeRead {
      try String.fetchAll($0, sql: "PRAGMA integrity_check(1)")
    }
    return problems == ["ok"]
  }
}
