import CrosswalkModel

/// Why a position cannot be recorded or looked up.
public enum PositionError: DiagnosableError, Hashable {
  /// No claim has this id.
  case unknownClaim(String, closest: [String])
  /// The template has no such section.
  case unknownSection(String, template: String, closest: [String], known: [String])
  /// The text is neither a claim's UUID, nor a reference, nor a section of a template.
  case unreadable(String)

  /// A name that does not exist.
  public var exitStatus: ExitStatus { .usage }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownClaim(let id, let closest):
      Self.usage(
        "unknown-claim", "no claim has the id \"\(id)\"",
        Self.suggestion(closest, else: "crosswalk mappings --from --to lists claims with their ids"))
    case .unknownSection(let name, let template, let closest, let known):
      Self.usage(
        "unknown-section", "the template \(template) has no section \"\(name)\"",
        Self.suggestion(
          closest,
          else: known.isEmpty ? "it has none of its own" : "known: \(known.joined(separator: ", "))"))
    case .unreadable(let text):
      Self.usage(
        "unreadable-about", "\"\(text)\" names no claim, no requirement and no section",
        "write a claim's UUID, FRAMEWORK/LOCAL or TEMPLATE#SECTION")
    }
  }

  private static func usage(_ code: String, _ message: String, _ hint: String) -> Diagnostic {
    Diagnostic(.error, code: code, message: message, hint: hint)
  }

  private static func suggestion(_ closest: [String], else other: String) -> String {
    closest.isEmpty ? other : "did you mean \(closest.joined(separator: ", "))?"
  }
}
