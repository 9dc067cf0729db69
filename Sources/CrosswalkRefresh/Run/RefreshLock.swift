import CrosswalkModel
import Glibc

/// The one refresh that may work on a store, held by the kernel: it goes with the process, however that ends.
///
/// The file `STORE.refresh-lock` stays; it says nothing, and nobody has to remove it.
struct RefreshLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock of the store at `path`, links resolved.
  ///
  /// - Throws: ``RefreshError/locked(holder:store:)`` where another process has it.
  init(store path: String, named store: String) throws(RefreshError) {
    let file = path + ".refresh-lock"
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(file, errno: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(of: descriptor)
      close(descriptor)
      throw .locked(holder: holder, store: store)
    }
  }

  deinit { close(descriptor) }

  /// The process that has the lock, as Linux lists it: `1: FLOCK  ADVISORY  WRITE 4711 fe:01:1234 0 EOF`.
  private static func holder(of descriptor: Int32) -> Int32? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, let file = fopen("/proc/locks", "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let words = text.split(whereSeparator: \.isWhitespace)
      guard words.count >= 8, words[1] == "FLOCK",
        words[5].split(separator: ":").last == Substring("\(status.st_ino)"), let process = Int32(words[4]),
        process > 0
      else { continue }
      return process
    }
    return nil
  }
}
