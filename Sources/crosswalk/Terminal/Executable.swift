import Glibc

/// The running program's own file: bundled content is found beside it.
enum Executable {
  static var path: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
