#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whose a file is, for the message of somebody who may not use it.
package enum FileOwnership {
  /// `/var/lib/crosswalk/store.sqlite belongs to account 998, group 998, mode 640`; `nil` where there is no such file.
  ///
  /// Numbers, not names: looking names up needs services that a small container or a sandbox lacks.
  package static func words(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let mode = String(UInt32(status.st_mode) & 0o7777, radix: 8)
    return "\(path) belongs to account \(status.st_uid), group \(status.st_gid), mode \(mode)"
  }
}

extension StoreFile {
  /// The refusal of `what`, with the file that stands in the way: the store, a file of its log that somebody else left,
  /// or the folder.
  func refusal(of what: String, needing right: Int32 = W_OK) -> StoreError.Reason {
    let files = ["", "-wal", "-shm"].map { absolutePath + $0 } + [folder]
    let inTheWay = files.first { access($0, F_OK) == 0 && access($0, right) != 0 }
    return .noPermission(what + (inTheWay.flatMap(FileOwnership.words).map { ": \($0)" } ?? ""))
  }
}
