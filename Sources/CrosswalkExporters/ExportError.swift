import CrosswalkModel

/// A document could not be written.
///
/// No input causes this: it is a defect of the toolkit, or the machine has no room for a workbook.
public struct ExportError: DiagnosableError, Hashable {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// A built-in template is not well-formed.
    case template(name: String, problem: String)
    /// A value has no form in JSON.
    case json(problem: String)
    /// A workbook could not be put together: temporary files cannot be made or written.
    case workbook(problem: String)
  }

  /// What went wrong.
  public let reason: Reason

  /// Creates the error.
  public init(_ reason: Reason) { self.reason = reason }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch reason {
    case .template(let name, let problem):
      Diagnostic(
        .error, code: "broken-template",
        message: "the built-in template \(name) is not well-formed: \(problem)",
        hint: "this is a defect of the toolkit: please report it")
    case .json(let problem):
      Diagnostic(
        .error, code: "not-encodable", message: "the report cannot be written as JSON: \(problem)",
        hint: "this is a defect of the toolkit: please report it")
    case .workbook(let problem):
      Diagnostic(
        .error, code: "workbook", message: "the workbook cannot be made: \(problem)",
        hint: "workbooks are put together in temporary files: see that $TMPDIR is writable and has room")
    }
  }

  /// A defect; for a workbook, an input or output error.
  public var exitStatus: ExitStatus {
    switch reason {
    case .template, .json: .defect
    case .workbook: .inputOutput
    }
  }
}
