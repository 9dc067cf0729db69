import CrosswalkModel
import CrosswalkWorkspace
import Glibc

/// Why a result could not be written.
package struct OutputError: DiagnosableError, Hashable {
  /// What was to be done.
  package enum Stage: Hashable, Sendable { case create, write, publish }

  /// The file or stream.
  let path: String
  let stage: Stage
  let errno: Int32

  /// 73, 74 or 77, as the number of the error says.
  package var exitStatus: ExitStatus {
    switch (stage, errno) {
    case (_, EACCES), (_, EPERM), (_, EROFS): .permission
    case (.create, ENOSPC), (.create, EIO), (.create, EDQUOT): .inputOutput
    case (.create, _): .cannotCreate
    case (.publish, EISDIR), (.publish, ENOTDIR), (.publish, EEXIST), (.publish, ENOTEMPTY): .cannotCreate
    default: .inputOutput
    }
  }

  /// The message for standard error.
  package var diagnostic: Diagnostic {
    let verb =
      switch stage {
      case .create: "create"
      case .write: "write"
      case .publish: "replace"
      }
    return Diagnostic(
      .error, code: "cannot-\(verb)", message: "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
  }
}

/// Takes a result to standard output, or to a file whole or not at all.
package enum OutputSink {
  /// Writes `bytes` to `path`, or to standard output where it is `nil`.
  ///
  /// - Throws: ``OutputError``.
  package static func write(_ bytes: [UInt8], to path: String?) throws(OutputError) {
    guard let path else {
      try write(bytes, descriptor: STDOUT_FILENO, path: "standard output")
      return
    }
    try replace(path, with: bytes)
  }

  /// A temporary file beside the target, made durable, then renamed over it: readers see the old bytes or the new.
  private static func replace(_ path: String, with bytes: [UInt8]) throws(OutputError) {
    let target = resolvingLink(path)
    guard !isDirectory(target) else { throw OutputError(path: path, stage: .create, errno: EISDIR) }
    if isSpecial(target) {
      // A device or a pipe cannot be replaced; the user who names one wants it written to.
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputError(path: path, stage: .create, errno: errno) }
      defer { close(descriptor) }
      try write(bytes, descriptor: descriptor, path: path)
      return
    }
    // Not around devices and pipes: only the user can end a wait for those who read them.
    try Interruption.postponed { () throws(OutputError) in try exchange(target, for: bytes, path: path) }
  }

  private static func exchange(
    _ target: String, for bytes: [UInt8], path: String
  ) throws(OutputError) {
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw OutputError(path: path, stage: .create, errno: errno) }
    do throws(OutputError) {
      defer { close(descriptor) }
      try write(bytes, descriptor: descriptor, path: path)
      fchmod(descriptor, existingMode(target) ?? 0o666 & ~currentMask())
      guard fsync(descriptor) == 0 else { throw OutputError(path: path, stage: .write, errno: errno) }
    } catch {
      unlink(template)
      throw error
    }
    guard rename(template, target) == 0 else {
      let problem = errno
      unlink(template)
      throw OutputError(path: path, stage: .publish, errno: problem)
    }
  }

  /// Writes `bytes` to the new file `path`, which lies in a folder that nobody sees yet, and makes it durable.
  static func create(_ bytes: [UInt8], at path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, stage: .create, errno: errno) }
    defer { close(descriptor) }
    try write(bytes, descriptor: descriptor, path: path)
    guard fsync(descriptor) == 0 else { throw OutputError(path: path, stage: .write, errno: errno) }
  }

  private static func write(_ bytes: [UInt8], descriptor: Int32, path: String) throws(OutputError) {
    let problem = bytes.write(to: descriptor)
    guard problem == 0 else { throw OutputError(path: path, stage: .write, errno: problem) }
  }

  private static func resolvingLink(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  private static func isDirectory(_ path: String) -> Bool {
    mode(path).map { $0 & S_IFMT == S_IFDIR } ?? false
  }
  private static func isSpecial(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT != S_IFREG } ?? false }
  private static func existingMode(_ path: String) -> mode_t? { mode(path).map { $0 & 0o777 } }

  /// The rights that new files of this user do not get.
  static func currentMask() -> mode_t {
    let mask = umask(0o077)
    umask(mask)
    return mask
  }
}
