import CrosswalkModel
import Glibc

/// The bytes of one source file from its first to its last, counted against the size limit while they pass.
struct ByteStream: ~Copyable {
  private let name: String
  private let limit: Int
  /// The open file, or -1 where the bytes are in memory.
  private let descriptor: Int32
  private let memory: [UInt8]
  /// How many bytes there were at opening; a file may have grown or shrunk since.
  let expectedCount: Int
  private var position = 0
  /// Bytes that were looked at and are still to be read.
  private var ahead: [UInt8] = []

  init(path: String, limit: Int) throws(ReadingError) {
    try self.init(opened: Self.openRegularFile(path), name: path, limit: limit)
  }

  /// Takes an open file, which is closed with the stream or at once where it cannot be read.
  init(opened: Int32, name: String, limit: Int) throws(ReadingError) {
    do throws(ReadingError) { expectedCount = try Self.size(of: opened, path: name, limit: limit) } catch {
      close(opened)
      throw error
    }
    self.name = name
    self.limit = limit
    memory = []
    descriptor = opened
  }

  init(_ bytes: [UInt8], name: String, limit: Int) throws(ReadingError) {
    guard bytes.count <= limit else { throw ReadingError(.tooLarge(limit: limit), file: name) }
    self.name = name
    self.limit = limit
    memory = bytes
    expectedCount = bytes.count
    descriptor = -1
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next `count` bytes, or those there are, without taking them.
  mutating func peek(_ count: Int) throws(ReadingError) -> [UInt8] {
    let bytes = try prefix(count)
    ahead = bytes + ahead
    return bytes
  }

  /// Passes over `count` bytes that were looked at.
  mutating func skip(_ count: Int) { ahead.removeFirst(count) }

  /// Reads at most `buffer.count` bytes; 0 means that the file has ended.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    guard ahead.isEmpty else {
      let count = min(buffer.count, ahead.count)
      buffer.copyBytes(from: ahead[..<count])
      ahead.removeFirst(count)
      return count
    }
    let count = descriptor >= 0 ? try readFile(into: buffer) : copyMemory(into: buffer)
    position += count
    // The size was checked at opening; a file that grows, or lies about its size, is caught here.
    guard position <= limit else { throw ReadingError(.tooLarge(limit: limit), file: name) }
    return count
  }

  /// Everything from here to the end, in one array.
  mutating func rest() throws(ReadingError) -> [UInt8] {
    if descriptor < 0 && position == 0 && ahead.isEmpty { return memory }
    // One byte more than expected shows the end without a second array.
    var bytes = try prefix(max(expectedCount - position, 0) + 1)
    while true {
      let more = try prefix(max(bytes.count, 64 << 10))
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  /// Takes the next `count` bytes, fewer only at the end.
  mutating func prefix(_ count: Int) throws(ReadingError) -> [UInt8] {
    var failure: ReadingError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(ReadingError) {
        while filled < count {
          let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          let found = try read(into: rest)
          if found == 0 { break }
          filled += found
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private func copyMemory(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, memory.count - position)
    buffer.copyBytes(from: memory[position..<position + count])
    return count
  }

  private func readFile(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw ReadingError(.unreadable(errno: errno), file: name) }
    }
  }

  /// Opens `path` if it is a regular file.
  private static func openRegularFile(_ path: String) throws(ReadingError) -> Int32 {
    // A NUL would cut the path short, and another file would open than the one that messages name.
    guard !path.utf8.contains(0) else { throw ReadingError(.notFound, file: path) }
    // Looking first keeps devices untouched: opening one can have effects of its own.
    var status = stat()
    guard stat(path, &status) == 0 else { throw ReadingError(reason(ofError: errno), file: path) }
    try checkRegular(status, path: path)
    // The file may have been exchanged since: O_NONBLOCK returns at once even from a FIFO, and what was
    // opened is looked at again.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadingError(reason(ofError: errno), file: path) }
    return descriptor
  }

  /// The size of an open file, if that is a regular one of at most `limit` bytes.
  private static func size(of descriptor: Int32, path: String, limit: Int) throws(ReadingError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ReadingError(reason(ofError: errno), file: path) }
    try checkRegular(status, path: path)
    guard status.st_size <= limit else { throw ReadingError(.tooLarge(limit: limit), file: path) }
    return Int(status.st_size)
  }

  static func checkRegular(_ status: stat, path: String) throws(ReadingError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw ReadingError(.isDirectory, file: path)
    default: throw ReadingError(.notRegularFile, file: path)
    }
  }

  static func reason(ofError code: Int32) -> ReadingError.Reason {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .notFound
    case ELOOP: .symlinkLoop
    case EACCES, EPERM: .permissionDenied
    default: .unreadable(errno: code)
    }
  }
}
