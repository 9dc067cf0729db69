import ArgumentParser
import Glibc

extension OutputOptions {
  /// Refuses to write a document that is no text to a terminal, which would show its bytes.
  ///
  /// - Throws: `ValidationError`, a wrong command line, with what to do instead.
  package func check(isBinary: Bool, format: String) throws {
    guard isBinary, output == nil, isatty(STDOUT_FILENO) == 1 else { return }
    throw ValidationError(
      "--format \(format) gives a file that a terminal cannot show: name one with --output FILE, or redirect the output"
    )
  }
}
