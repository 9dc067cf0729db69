import CrosswalkExporters
import CrosswalkModel
import Glibc

/// Writes diagnostics to standard error, one a line.
package struct Console: Sendable {
  private let format: LogFormat

  /// Writes in this format.
  package init(format: LogFormat) { self.format = format }

  /// Writes one diagnostic as one line, in one call.
  package func write(_ diagnostic: Diagnostic) {
    let line =
      switch format {
      case .text: diagnostic.line
      case .json: DiagnosticJSON.line(diagnostic)
      }
    let bytes = Array((line + "\n").utf8)
    // Nowhere is left to report a failure of standard error itself.
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
