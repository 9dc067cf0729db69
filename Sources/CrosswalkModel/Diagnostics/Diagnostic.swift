/// One message about one place, as people and programs read it on standard error.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is: only an error stops a command.
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  /// Whether it stops a command.
  public var severity: Severity
  /// A stable machine name in kebab case, such as `duplicate-control`.
  public var code: String
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// Where, when there is a place.
  public var location: SourceLocation?
  /// The control it is about, as its publisher prints it.
  public var control: String?
  /// What to do about it.
  public var hint: String?

  /// Creates a diagnostic; `code` is in kebab case.
  public init(
    _ severity: Severity, code: String, message: String, location: SourceLocation? = nil,
    control: String? = nil, hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.control = control
    self.hint = hint
  }

  /// Whether it stands before `other` in a list: what has no place first, then by place, code and message.
  public func precedes(_ other: Diagnostic) -> Bool {
    switch (location, other.location) {
    case (nil, .some): true
    case (.some, nil): false
    case (let place?, let otherPlace?) where place != otherPlace: place < otherPlace
    default: (code, message) < (other.code, other.message)
    }
  }

  /// One line: `FILE:LINE:COLUMN: error: what is wrong [control] (what to do)`.
  ///
  /// Input can put anything into a message, so control characters and characters that reorder
  /// text on a terminal are escaped.
  public var line: String {
    var text = ""
    if let location { text += "\(location): " }
    text += "\(severity.rawValue): \(message)"
    if let control { text += " [\(control)]" }
    if let hint { text += " (\(hint))" }
    return text.escapedForOneLine
  }
}

/// An error that knows how to tell the user about itself; its text is made here and nowhere else.
public protocol DiagnosableError: Error, Sendable {
  /// The message for standard error.
  var diagnostic: Diagnostic { get }
  /// The status with which a command ends that cannot go on.
  var exitStatus: ExitStatus { get }
}

extension DiagnosableError {
  /// Input data is wrong, unless the error says otherwise.
  public var exitStatus: ExitStatus { .data }
}
