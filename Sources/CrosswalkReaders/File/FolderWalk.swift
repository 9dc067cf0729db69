import CrosswalkModel

/// Goes from a folder to a file in it, one name at a time, and never leaves the folder.
///
/// Every step opens a name in a folder that is open already and follows no link by itself, so that nothing which is
/// exchanged meanwhile leads out; links are read and walked by the same rules.
struct FolderWalk {
  private let file: String
  /// The open folders from the outermost to the one that the walk is in.
  private var folders: [OpenFolder]
  private var linksLeft = 40

  /// - Parameter file: What messages call the file that is walked to.
  init(_ folder: String, file: String) throws(ReadingError) {
    self.file = file
    do throws(ReadingError) { folders = [try OpenFolder(path: folder)] } catch {
      throw ReadingError(error.reason, file: file)
    }
  }

  /// The open file at `path`.
  mutating func open(_ path: String, limit: Int) throws(ReadingError) -> ByteStream {
    guard !path.isEmpty else { throw ReadingError(.notFound, file: file) }
    var names = try names(of: path, named: path)[...]
    while let name = names.popFirst() {
      if name == ".." {
        try leave(path)
        continue
      }
      do throws(ReadingError) {
        if let target = try here.link(name) {
          guard linksLeft > 0 else { throw ReadingError(.symlinkLoop, file: file) }
          linksLeft -= 1
          names = (try self.names(of: target, named: path) + names)[...]
        } else if !names.isEmpty {
          try enter(name)
        } else if let stream = try here.file(name, called: file, limit: limit) {
          return stream
        } else {
          throw ReadingError(.notFound, file: file)
        }
      } catch {
        try checkStays(names, path)
        throw ReadingError(error.reason, file: file)
      }
    }
    throw ReadingError(.isDirectory, file: file)
  }

  private var here: OpenFolder { folders[folders.count - 1] }

  /// The names on a path or on the target of a link, which must not be absolute.
  private func names(of target: String, named path: String) throws(ReadingError) -> [String] {
    guard !target.hasPrefix("/") else { throw ReadingError(.leavesFolder(path), file: file) }
    return target.split(separator: "/").filter { $0 != "." }.map(String.init)
  }

  private mutating func leave(_ path: String) throws(ReadingError) {
    guard folders.count > 1 else { throw ReadingError(.leavesFolder(path), file: file) }
    folders.removeLast()
  }

  private mutating func enter(_ name: String) throws(ReadingError) {
    do throws(ReadingError) {
      guard let folder = try here.folder(name) else { throw ReadingError(.notFound, file: file) }
      folders.append(folder)
    } catch {
      // There is no file where a path goes on behind what is no folder.
      throw error.reason == .notFolder ? ReadingError(.notFound, file: file) : error
    }
  }

  /// What lies behind a folder that cannot be entered is not walked; that it leads out can be told all the same.
  private func checkStays(_ names: ArraySlice<String>, _ path: String) throws(ReadingError) {
    // The outermost folder does not count, the one that cannot be entered does.
    var depth = folders.count
    for name in names {
      depth += name == ".." ? -1 : 1
      if depth < 0 { throw ReadingError(.leavesFolder(path), file: file) }
    }
  }
}
