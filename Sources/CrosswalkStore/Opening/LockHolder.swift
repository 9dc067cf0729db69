#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Names the process that writes to a store, for the hint "busy, held by process 4711".
enum LockHolder {
  /// The byte of the file `-shm` that SQLite's writers lock (its WAL format, section 2.3.1).
  private static let writeLockByte = 120

  /// The process that holds the write lock; `nil` where none does or the system does not tell.
  static func process(of file: StoreFile) -> Int32? {
    #if os(Linux)
      var status = stat()
      guard stat(file.absolutePath + "-shm", &status) == 0 else { return nil }
      return holder(in: locks(), inode: Int(status.st_ino))
    #else
      return nil
    #endif
  }

  /// Finds the line of the lock in the text of Linux's list:
  /// `1: POSIX  ADVISORY  WRITE 4711 fe:01:1234 120 120`.
  static func holder(in list: String, inode: Int) -> Int32? {
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 8, words[1] == "POSIX", words[3] == "WRITE",
        words[5].split(separator: ":").last == Substring(String(inode)),
        let first = Int(words[6]), let last = Int(words[7]),
        (first...max(first, last)).contains(writeLockByte),
        let process = Int32(words[4]), process > 0
      else { continue }
      return process
    }
    return nil
  }

  #if os(Linux)
    private static func locks() -> String {
      guard let file = fopen("/proc/locks", "re") else { return "" }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var part = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = fread(&part, 1, part.count, file)
        guard count > 0 else { break }
        bytes += part[..<count]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  #endif
}
