import CrosswalkModel
import Glibc

/// Shows what long work is at, on one line of a terminal's standard error; nothing elsewhere.
package struct ProgressLine {
  private let isShown: Bool

  /// A line that appears only where somebody watches standard error and wants to see it.
  package init(quiet: Bool, format: LogFormat) {
    isShown = !quiet && format == .text && Terminal.watchesErrors
  }

  /// Replaces the line.
  package func show(_ text: String) {
    guard isShown else { return }
    put("\r\u{1B}[K\(text.escapedForOneLine.prefix(78)) ...")
  }

  /// Takes the line away.
  package func clear() {
    guard isShown else { return }
    put("\r\u{1B}[K")
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
