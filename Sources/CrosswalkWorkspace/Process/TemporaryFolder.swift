import FoundationEssentials
import Glibc

/// A folder that only this user can enter, and that goes with all in it when its owner does.
package struct TemporaryFolder: ~Copyable {
  /// Its path.
  package let path: String

  /// Makes a folder in `$TMPDIR`, else in `/tmp`.
  ///
  /// - Throws: The number of the error where that cannot be.
  package init() throws(SystemError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    try self.init(in: parent.hasPrefix("/") ? parent : "/tmp", prefix: "crosswalk.")
  }

  /// Makes a folder in `parent` whose name begins with `prefix`.
  ///
  /// - Throws: The number of the error where that cannot be.
  package init(in parent: String, prefix: String) throws(SystemError) {
    var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SystemError(number: errno) }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// An error of the operating system, by its number.
package struct SystemError: Error, Hashable {
  /// The number, such as `ENOSPC`.
  package let number: Int32

  /// The error with this number.
  package init(number: Int32) { self.number = number }
}
