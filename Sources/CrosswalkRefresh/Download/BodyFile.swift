import Glibc

/// A file that is being downloaded: only this user can read it, and it goes with its owner unless it was kept.
struct BodyFile: ~Copyable {
  /// The open file.
  let descriptor: Int32
  /// Where it is.
  let folder: String
  private let temporary: String
  private let path: String

  /// Makes a new file for `name` in `folder`.
  init(name: String, in folder: String) throws(ExchangeFailure) {
    self.folder = folder
    path = "\(folder)/\(name)"
    temporary = "\(folder)/.\(name).part"
    // What a killed run left behind is nobody's.
    unlink(temporary)
    descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ExchangeFailure(.file(errno: errno)) }
  }

  deinit {
    close(descriptor)
    unlink(temporary)
  }

  /// Gives the file its name, once its bytes are on the disk; where it is then.
  func keep() throws(ExchangeFailure) -> String {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw ExchangeFailure(.file(errno: errno))
    }
    let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw ExchangeFailure(.file(errno: errno)) }
    defer { close(parent) }
    guard fsync(parent) == 0 else { throw ExchangeFailure(.file(errno: errno)) }
    return path
  }

  /// Where the bytes are before they are kept.
  var temporaryPath: String { temporary }
}
