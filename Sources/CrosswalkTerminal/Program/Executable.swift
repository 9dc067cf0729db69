import Glibc

/// The running program's own file: bundled content is found beside it.
package enum Executable {
  /// Its path with links resolved; `nil` where the system does not tell.
  package static var path: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
