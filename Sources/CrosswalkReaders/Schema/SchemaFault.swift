import CrosswalkModel

/// One thing that a schema does not allow, or that is wrong with the schema itself.
public struct SchemaFault: DiagnosableError, Hashable {
  /// Where a fault is.
  public enum Subject: Hashable, Sendable {
    /// In a document that was validated.
    case document
    /// In the schema: it cannot be used.
    case schema
  }

  /// Whose fault it is.
  public let subject: Subject
  /// What libxml2 says about it, in one line.
  public let message: String
  /// Where; line 1, column 1 when the whole file is meant.
  public let location: SourceLocation

  /// 65 for a document, 78 for a schema.
  public var exitStatus: ExitStatus { subject == .document ? .data : .configuration }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch subject {
    case .document: Diagnostic(.error, code: "not-valid", message: message, location: location)
    case .schema:
      Diagnostic(
        .error, code: "broken-schema", message: message, location: location,
        hint: "the schema cannot be used; what it imports must stand in its own folder")
    }
  }
}
