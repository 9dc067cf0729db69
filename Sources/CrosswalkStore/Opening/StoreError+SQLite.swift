import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StoreError {
  /// What an error that SQLite or this module raised means for the store in `file`.
  init(_ error: any Error, _ file: StoreFile) {
    let reason: Reason =
      switch error {
      case let error as StoreError: error.reason
      case let reason as Reason: reason
      case let error as DatabaseError: Self.reason(error, file)
      default: .unexpected("\(error)")
      }
    self.init(reason, path: file.path)
  }

  private static func reason(_ error: DatabaseError, _ file: StoreFile) -> Reason {
    let message = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: return .busy(holder: LockHolder.process(of: file))
    case .SQLITE_FULL: return .noSpace
    // A log or a lock file that cannot grow is reported as an error of input and output.
    case .SQLITE_IOERR: return file.isDiskFull ? .noSpace : .inputOutput(message)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: return file.refusal(of: "write the store")
    case .SQLITE_CANTOPEN: return cannotOpen(message, file)
    case .SQLITE_NOTADB: return .notAStore("it is no SQLite database")
    case .SQLITE_CORRUPT: return DamageLook(file: file).reason(message)
    // Our statements are fixed and fit our schema: a name that is missing was changed in the file.
    case .SQLITE_ERROR where message.hasPrefix("no such "): return .damaged(message)
    default: return .unexpected(message)
    }
  }

  private static func cannotOpen(_ message: String, _ file: StoreFile) -> Reason {
    if !file.isReadable { return file.refusal(of: "read the store", needing: R_OK) }
    if !file.isFolderWritable { return .noPermission("make the log of the store in \(file.folder)") }
    return file.isDiskFull ? .noSpace : .inputOutput(message)
  }
}
