import CrosswalkModel

/// Why the fields of a document cannot be filled, and where.
public enum DocumentError: DiagnosableError, Hashable {
  /// A value below `details` is of another sort than the template declares.
  case wrongDetail(String, expected: FieldDescription.Kind, found: String, at: SourceLocation)
  /// The subject file names something that a framework of the store does not have.
  case unknownControl(String, FrameworkRevisionID, closest: [String], at: SourceLocation)
  /// The subject file names another revision than the one that the document is about.
  case otherRevision(String, FrameworkRevisionID, at: SourceLocation)
  /// The subject file names a section that its template does not have.
  case unknownSection(String, template: String, closest: [String], at: SourceLocation)
  /// A second answer about what the subject file has answered already, under the same name or another.
  case repeatedAnswer(String, at: SourceLocation)
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
    case .otherRevision(let text, let framework, let location):
      Diagnostic(
        .error, code: "other-revision", message: "\"\(text)\" is about another revision than \(framework)",
        location: location,
        hint: "say what holds for \(framework), and leave the revision out; or render --as-of an earlier day")
    case .unknownSection(let name, let template, let closest, let location):
      Diagnostic(
        .error, code: "unknown-section", message: "the template \(template) has no section \"\(name)\"",
        location: location,
        hint: closest.isEmpty ? nil : "did you mean \(closest.joined(separator: ", "))?")
    case .repeatedAnswer(let about, let location):
      Diagnostic(
        .error, code: "repeated-answer", message: "two answers are about \"\(about)\"", location: location,
        hint: "names that differ in spelling only are the same name; keep one of the answers")
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
