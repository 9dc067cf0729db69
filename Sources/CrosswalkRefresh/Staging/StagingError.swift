import CrosswalkModel
import CrosswalkWorkspace
import Glibc

/// Why what came from a source did not become a catalog that can be compared.
struct StagingError: DiagnosableError, Hashable {
  enum Reason: Hashable, Sendable {
    /// The import refused it; the first of what it said.
    case refused(Diagnostic, ExitStatus)
    /// The import ended without a word, or by a signal of its own doing.
    case crashed(status: Int32)
    /// It used more of this than it may.
    case overLimit(String)
    /// The number of the system's error.
    case notStarted(errno: Int32)
    /// What it wrote is no sound store.
    case unsound(String)
    case noCatalog(FrameworkID)
    case severalCatalogs([String])
    case bringsClaims(Int)
    case missingMarks([String])
  }

  let source: String
  let reason: Reason

  /// What came is wrong, or cannot be told from it.
  var exitStatus: ExitStatus {
    switch reason {
    // This machine's fault, not the publisher's: nobody says that a source could not be reached.
    case .notStarted(let number): [EAGAIN, ENOMEM].contains(number) ? .busy : .inputOutput
    case .crashed(let status) where status == ExitStatus.inputOutput.rawValue: .inputOutput
    // A full disk is this machine's fault, not the publisher's.
    case .refused(_, .inputOutput): .inputOutput
    default: .data
    }
  }

  /// In one sentence, without the source.
  var sentence: String {
    switch reason {
    case .refused(let diagnostic, _): diagnostic.message
    case .crashed(let status):
      "the import of what came ended unexpectedly (\(ChildProcess.words(ofStatus: status)))"
    case .overLimit(let what): "the import of what came used more \(what) than it may"
    case .notStarted(let number):
      "the import could not be started on this machine: \(SystemErrorWords.message(number))"
    case .unsound(let problem): "what was imported is not sound: \(problem)"
    case .noCatalog(let framework): "what came holds no revision of \(framework)"
    case .severalCatalogs(let names): "what came holds several revisions: \(names.joined(separator: ", "))"
    case .bringsClaims(let count): "what came holds \(count) claims; a source brings catalogs only"
    case .missingMarks(let marks):
      "what came does not carry the marks of its publisher: \(marks.joined(separator: "; "))"
    }
  }

  var diagnostic: Diagnostic {
    if case .refused(var diagnostic, _) = reason {
      // Files of many sources have one name.
      if let place = diagnostic.location {
        diagnostic.location = SourceLocation(
          file: "\(source)/\(place.file)", line: place.line, column: place.column)
      }
      diagnostic.control = diagnostic.control ?? source
      return diagnostic
    }
    let hint: String? =
      switch reason {
      case .notStarted: "see what this machine is short of; the source was reached"
      case .crashed where exitStatus == .inputOutput: "see whether the disk is full"
      case .crashed: "this is a defect, please report it; the last good revision stays in force"
      case .overLimit: "the last good revision stays in force"
      default: nil
      }
    return Diagnostic(.error, code: "refresh-\(code)", message: sentence, control: source, hint: hint)
  }

  private var code: String {
    switch reason {
    case .refused: "refused"
    case .crashed: "import-crashed"
    case .overLimit: "import-over-limit"
    case .notStarted: "import-not-started"
    case .unsound: "unsound"
    case .noCatalog, .severalCatalogs, .bringsClaims: "not-one-catalog"
    case .missingMarks: "missing-marks"
    }
  }
}
