import CrosswalkModel
import Glibc

/// Goes from a folder to a file in it, one name at a time, and never leaves the folder.
///
/// Every step opens a name in a folder that is open already and follows no link by itself, so that nothing which is
/// exchanged meanwhile leads out; links are read and walked by the same rules.
struct FolderWalk: ~Copyable {
  private let file: String
  /// The open folders from the outermost to the one that the walk is in.
  private var folders: [Int32]
  private var linksLeft = 40

  /// - Parameter file: What messages call the file that is walked to.
  init(_ folder: String, file: String) throws(ReadingError) {
    self.file = file
    guard !folder.utf8.contains(0) else { throw ReadingError(.notFound, file: file) }
    let outermost = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard outermost >= 0 else { throw ReadingError(ByteStream.reason(ofError: errno), file: file) }
    folders = [outermost]
  }

  deinit { for folder in folders { close(folder) } }

  /// The open file at `path`, which the caller closes.
  mutating func open(_ path: String) throws(ReadingError) -> Int32 {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw ReadingError(.notFound, file: file) }
    var names = try names(of: path, named: path)[...]
    while let name = names.popFirst() {
      if name == ".." {
        try leave(path)
      } else if let target = try link(name) {
        guard linksLeft > 0 else { throw ReadingError(.symlinkLoop, file: file) }
        linksLeft -= 1
        names = (try self.names(of: target, named: path) + names)[...]
      } else if names.isEmpty {
        return try enter(name, O_NONBLOCK | O_NOCTTY)
      } else {
        do throws(ReadingError) { folders.append(try enter(name, O_DIRECTORY)) } catch {
          try checkStays(names, path)
          throw error
        }
      }
    }
    throw ReadingError(.isDirectory, file: file)
  }

  /// The names on a path or on the target of a link, which must not be absolute.
  private func names(of target: String, named path: String) throws(ReadingError) -> [Substring] {
    guard !target.hasPrefix("/") else { throw ReadingError(.leavesFolder(path), file: file) }
    return target.split(separator: "/").filter { $0 != "." }
  }

  private mutating func leave(_ path: String) throws(ReadingError) {
    guard folders.count > 1 else { throw ReadingError(.leavesFolder(path), file: file) }
    close(folders.removeLast())
  }

  /// What lies behind a folder that cannot be entered is not walked; that it leads out can be told all the same.
  private func checkStays(_ names: ArraySlice<Substring>, _ path: String) throws(ReadingError) {
    // The outermost folder does not count, the one that cannot be entered does.
    var depth = folders.count
    for name in names {
      depth += name == ".." ? -1 : 1
      if depth < 0 { throw ReadingError(.leavesFolder(path), file: file) }
    }
  }

  private func enter(_ name: Substring, _ flags: Int32) throws(ReadingError) -> Int32 {
    let opened = openat(folders[folders.count - 1], String(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | flags)
    guard opened >= 0 else { throw ReadingError(ByteStream.reason(ofError: errno), file: file) }
    return opened
  }

  /// Where the symbolic link `name` leads; `nil` where it is none, or is nothing at all.
  private func link(_ name: Substring) throws(ReadingError) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = target.withUnsafeMutableBufferPointer { bytes in
      bytes.baseAddress.map { readlinkat(folders[folders.count - 1], String(name), $0, bytes.count) } ?? -1
    }
    guard count >= 0 else { return nil }
    guard count < target.count else { throw ReadingError(.symlinkLoop, file: file) }
    return String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
