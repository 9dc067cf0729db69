import CrosswalkModel

/// Diagnostics for programs: one JSON object a line, with the fields
/// `file,line,column,severity,code,control,message,hint`, of which any that does not apply is `null`.
public enum DiagnosticJSON {
  /// One line, without a line end.
  public static func line(_ diagnostic: Diagnostic) -> String {
    let location = diagnostic.location
    let fields: [(String, String?)] = [
      ("file", location.map { JSONText.string($0.file) }), ("line", location.map { String($0.line) }),
      ("column", location.map { String($0.column) }),
      ("severity", JSONText.string(diagnostic.severity.rawValue)),
      ("code", JSONText.string(diagnostic.code)), ("control", diagnostic.control.map(JSONText.string)),
      ("message", JSONText.string(diagnostic.message)), ("hint", diagnostic.hint.map(JSONText.string)),
    ]
    return "{" + fields.map { "\"\($0)\":\($1 ?? "null")" }.joined(separator: ",") + "}"
  }
}
