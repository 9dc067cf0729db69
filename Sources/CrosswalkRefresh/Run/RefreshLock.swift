import CrosswalkModel
import CrosswalkStore
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
    descriptor = Self.opened(file)
    guard descriptor >= 0 else {
      let code = errno
      if code == EACCES, let owner = FileOwnership.words(file) { throw .noAccess(owner) }
      throw .cannotCreate(file, errno: code)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(of: descriptor)
      close(descriptor)
      throw .locked(holder: holder, store: store)
    }
  }

  deinit {
    // Closing is not enough: a child that this process is just starting has a copy until its own program begins, and the
    // lock would stay with it.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// The file of the lock, made for everybody who may write the store, as the mask of file rights has it; negative where
  /// it cannot be opened.
  private static func opened(_ file: String) -> Int32 {
    let own = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    // Nothing is ever written to it: who may only read the file of another account can have the lock as well.
    return own < 0 && errno == EACCES ? open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : own
  }

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
