import CrosswalkModel
import CrosswalkWorkspace
import Glibc

/// Makes a new folder with files in it, whole or not at all.
package enum FolderSink {
  /// Writes `files` into the new folder `path`; folders that lie in it are made on the way.
  ///
  /// - Throws: ``OutputError``, with status 73 where there is something already.
  package static func write(_ files: [(path: String, bytes: [UInt8])], to path: String) throws(OutputError) {
    let target = trimmed(path)
    var status = stat()
    guard lstat(target, &status) != 0 else { throw OutputError(path: path, stage: .create, errno: EEXIST) }
    try Interruption.postponed { () throws(OutputError) in try create(target, files, path: path) }
  }

  private static func create(
    _ target: String, _ files: [(path: String, bytes: [UInt8])], path: String
  ) throws(OutputError) {
    var template = Array("\(target).XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw OutputError(path: path, stage: .create, errno: errno) }
    let temporary = String(cString: made)
    do throws(OutputError) {
      for file in files { try write(file, in: temporary) }
      chmod(temporary, 0o777 & ~OutputSink.currentMask())
      // An empty folder would be replaced; one that came meanwhile with something in it is not.
      guard rename(temporary, target) == 0 else {
        throw OutputError(path: path, stage: .publish, errno: errno)
      }
    } catch {
      remove(temporary, files.map(\.path))
      throw error
    }
  }

  /// Makes the folder `path` where there is none; those above it exist.
  package static func make(_ path: String) throws(OutputError) {
    let target = trimmed(path)
    if mkdir(target, 0o777) == 0 { return }
    let problem = errno
    var status = stat()
    guard problem == EEXIST, stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(path: path, stage: .create, errno: problem)
    }
  }

  private static func write(_ file: (path: String, bytes: [UInt8]), in folder: String) throws(OutputError) {
    if let inner = file.path.split(separator: "/").first, inner.count < file.path.count {
      try make("\(folder)/\(inner)")
    }
    try OutputSink.create(file.bytes, at: "\(folder)/\(file.path)")
  }

  private static func remove(_ folder: String, _ files: [String]) {
    for file in files { unlink("\(folder)/\(file)") }
    for inner in Set(files.compactMap { $0.contains("/") ? $0.split(separator: "/").first : nil }) {
      rmdir("\(folder)/\(inner)")
    }
    rmdir(folder)
  }

  private static func trimmed(_ path: String) -> String {
    let trimmed = String(path.reversed().drop { $0 == "/" }.reversed())
    return trimmed.isEmpty ? path : trimmed
  }
}
