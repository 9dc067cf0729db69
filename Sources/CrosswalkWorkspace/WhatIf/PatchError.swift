import CrosswalkModel

/// Why a patch cannot be supposed.
public struct PatchError: DiagnosableError, Hashable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// No claim is between the two ends.
    case nothingToRemove(ends: String, author: String?, closest: [String])
    /// The amended framework is not in the store.
    case unknownFramework(String, closest: [String])
    /// The file holds a framework, which is no change of one.
    case noPatch(format: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where the patch says it.
  public let location: SourceLocation

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch reason {
    case .nothingToRemove(let ends, let author, let closest):
      Diagnostic(
        .error, code: "nothing-to-remove",
        message: "there is no claim between \(ends)" + (author.map { " by \($0)" } ?? ""),
        location: location,
        hint: closest.isEmpty
          ? "crosswalk mappings lists the claims" : "closest: \(closest.joined(separator: "; "))")
    case .unknownFramework(let name, let closest):
      Diagnostic(
        .error, code: "unknown-framework", message: "there is no framework \"\(name)\" to amend",
        location: location,
        hint: closest.isEmpty
          ? "crosswalk frameworks lists them" : "did you mean \(closest.joined(separator: ", "))?")
    case .noPatch(let format):
      Diagnostic(
        .error, code: "no-patch", message: "this is \(format), which is no patch", location: location,
        hint: "a patch is a claims file, a mapping, or JSON with the schema crosswalk-patch/1")
    }
  }
}
