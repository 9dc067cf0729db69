import FoundationEssentials
import Glibc

/// A folder that only this user can enter, and that goes with all in it when its owner does.
struct TemporaryFolder: ~Copyable {
  let path: String

  /// Makes a folder in `$TMPDIR`, else in `/tmp`; `nil` where that cannot be.
  init?() {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(parent.hasPrefix("/") ? parent : "/tmp")/crosswalk.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
