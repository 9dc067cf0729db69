import CrosswalkWorkspace
import FoundationEssentials
import Glibc

/// Where the store lies, and what a refresh keeps beside it.
struct StorePlace {
  /// The store's own file, links resolved.
  let path: String

  /// The place of an existing store.
  init(store: String) {
    guard let resolved = realpath(store, nil) else {
      path = store
      return
    }
    defer { free(resolved) }
    path = String(cString: resolved)
  }

  /// The folder of the store.
  var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
  private var name: String { path.split(separator: "/").last.map(String.init) ?? "store" }
  /// What the names of staging folders begin with.
  var stagingPrefix: String { ".\(name).refresh-" }
  /// The folder of the copies.
  var backups: String { folder + "/backups" }
  /// What the names of copies begin with.
  var backupPrefix: String { (name.hasSuffix(".sqlite") ? String(name.dropLast(7)) : name) + "-" }

  /// Removes what killed runs left; only the holder of the lock may call it.
  ///
  /// - Returns: What was removed.
  func removeLeftovers() -> [String] {
    var removed: [String] = []
    for entry in Self.entries(of: folder) where entry.hasPrefix(stagingPrefix) {
      if Self.isFolder("\(folder)/\(entry)"), Self.remove("\(folder)/\(entry)") { removed.append(entry) }
    }
    for entry in Self.entries(of: backups) where entry.hasPrefix(".\(backupPrefix)") {
      if entry.contains(".backup-"), unlink("\(backups)/\(entry)") == 0 { removed.append("backups/\(entry)") }
    }
    return removed
  }

  static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Whether it is a folder itself, not a link to one.
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func remove(_ path: String) -> Bool {
    (try? FileManager.default.removeItem(atPath: path)) != nil
  }
}
