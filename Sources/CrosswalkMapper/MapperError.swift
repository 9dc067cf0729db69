import CrosswalkModel

/// Why the mapper cannot answer.
public enum MapperError: DiagnosableError, Hashable {
  /// The graph holds no catalog of this framework.
  case unknownFramework(FrameworkID)
  /// The catalog of its framework has no such node.
  case unknownControl(ControlID)
  /// The framework declares no such route.
  case unknownRoute(String, FrameworkID, known: [String])
  /// A report needs two frameworks.
  case sameFramework(FrameworkID)

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownFramework(let framework):
      Diagnostic(
        .error, code: "unknown-framework", message: "no framework \(framework)",
        hint: "'crosswalk frameworks' lists those that are known")
    case .unknownControl(let control):
      Diagnostic(
        .error, code: "unknown-control", message: "\(control.framework) has no such control",
        control: control.local)
    case .unknownRoute(let name, let framework, let known):
      Diagnostic(
        .error, code: "unknown-route", message: "\(framework) has no route \"\(name)\"",
        hint: known.isEmpty
          ? "it declares none: leave --route out" : "routes: \(known.joined(separator: ", "))")
    case .sameFramework(let framework):
      Diagnostic(
        .error, code: "same-framework", message: "source and target are both \(framework)",
        hint: "a report compares two frameworks")
    }
  }

  /// The user asked for something that is not there.
  public var exitStatus: ExitStatus { .usage }
}
