import CrosswalkModel

/// Why the fields of a document cannot be filled, and where.
public enum DocumentError: DiagnosableError, Hashable {
  /// A value below `details` is of another sort than the template declares.
  case wrongDetail(String, expected: FieldDescription.Kind, found: String, at: SourceLocation)
  /// The subject file names something that a framework of the store does not have.
  case unknownControl(String, FrameworkRevisionID, closest: [String], at: SourceLocation)

  /// A text that names nothing.
  case unreadableReference(String, at: SourceLocation)

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch self {
    case .wrongDetail(let path, let expected, let found, let location):
      Diagnostic(
        .error, code: "wrong-detail", message: "\"\(path)\" is \(found)", location: location,
        hint: "the template asks for \(Self.sort(expected))")
    case .unreadableReference(let text, let location):
      Diagnostic(
        .error, code: "unreadable-reference", message: "\"\(text)\" is no reference", location: location,
        hint: "write FRAMEWORK/LOCAL")
    case .unknownControl(let name, let framework, let closest, let location):
      Diagnostic(
        .error, code: "unknown-control", message: "\(framework) has no \"\(name)\"", location: location,
        hint: closest.isEmpty
          ? "local names are spelled as the publisher prints them"
          : "did you mean \(closest.joined(separator: ", "))?")
    }
  }

  private static func sort(_ kind: FieldDescription.Kind) -> String {
    switch kind {
    case .text: "a text"
    case .flag: "true or false"
    case .list: "a list"
    case .record: "an object"
    }
  }
}
