import Glibc

/// What the process's standard streams are.
package enum Terminal {
  /// Columns of the terminal on standard output: what it says, else `COLUMNS`, else 100 for a file or pipe.
  package static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment("COLUMNS").flatMap { Int($0) }.map { min(max($0, 40), 400) } ?? 100
  }

  /// Whether standard output takes colour under `choice`.
  package static func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
  }

  /// Whether somebody watches standard error.
  static var watchesErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// A variable of the environment; bytes that are no UTF-8 are replaced.
  package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
