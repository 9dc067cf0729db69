import CrosswalkModel
import Glibc

/// Why there is no PDF.
public enum PDFError: DiagnosableError, Hashable {
  /// None of the programs that could make one is installed.
  case noProgram
  /// The program could not be started, or ended without a result; what it said last.
  case failed(program: String, said: String)
  /// The program took longer than it may.
  case late(program: String, seconds: Int)
  /// Files for the program could not be written or read.
  case temporary(errno: Int32)

  /// 69 where the other program is not there or fails, 74 for the temporary folder.
  public var exitStatus: ExitStatus {
    if case .temporary = self { .inputOutput } else { .unavailable }
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch self {
    case .noProgram:
      Diagnostic(
        .error, code: "pdf-no-program", message: "no program here makes a PDF",
        hint: "install LibreOffice (soffice) or Chromium, or take --format docx or html")
    case .failed(let program, let said):
      Diagnostic(
        .error, code: "pdf-failed", message: "\(program) made no PDF\(said.isEmpty ? "" : ": \(said)")",
        hint: "take --format docx or html, and open that in \(program)")
    case .late(let program, let seconds):
      Diagnostic(
        .error, code: "pdf-late", message: "\(program) made no PDF in \(seconds) seconds",
        hint: "take --format docx or html, and open that in \(program)")
    case .temporary(let code):
      Diagnostic(
        .error, code: "pdf-temporary",
        message: "no temporary folder for the PDF: \(String(cString: strerror(code)))",
        hint: "TMPDIR names another one")
    }
  }
}
