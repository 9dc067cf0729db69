import CrosswalkModel
import CrosswalkReaders

/// Why a file that names nodes of one framework, a list or weights, cannot be used, and where.
public struct LocalListError: DiagnosableError, Hashable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case reading(ReadingError)
    /// A name that the framework does not have.
    case unknown(String, FrameworkRevisionID, closest: [String])
    /// A name that stands for several nodes.
    case ambiguous(String, candidates: [String])
    /// A further cell in a line of a plain list.
    case furtherCell(String)
    case duplicate(String, firstSeen: SourceLocation)
    /// A weight that is no number from 0 through a billion.
    case invalidWeight(String)
    /// Weights that leave nothing that weighs.
    case nothingWeighs
  }

  /// What is wrong.
  public let reason: Reason
  /// Where.
  public let location: SourceLocation

  init(_ reason: Reason, at location: SourceLocation) {
    self.reason = reason
    self.location = location
  }

  init(_ error: ReadingError) { self.init(.reading(error), at: error.location) }

  /// The status of the reader's error, else 65.
  public var exitStatus: ExitStatus {
    if case .reading(let error) = reason { error.exitStatus } else { .data }
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch reason {
    case .reading(let error): error.diagnostic
    case .unknown(let local, let framework, let closest):
      error(
        "unknown-control", "\(framework) has no \"\(local)\"",
        closest.isEmpty
          ? "local names are spelled as the publisher prints them"
          : "did you mean \(closest.joined(separator: ", "))?")
    case .ambiguous(let local, let candidates):
      error(
        "ambiguous-control", "\"\(local)\" names several nodes",
        "write one of: \(candidates.joined(separator: ", "))")
    case .furtherCell(let text):
      error(
        "further-cell", "\"\(text)\" stands beside the name",
        "write one name a line, or a header with a column \"id\"")
    case .duplicate(let local, let first):
      error("duplicate-control", "\"\(local)\" is given twice", "first at \(first)")
    case .invalidWeight(let text):
      error(
        "invalid-weight", "\"\(text)\" is no weight",
        "a weight is a number from 0 through a billion, such as 2.5")
    case .nothingWeighs:
      error("nothing-weighs", "every requirement in the report weighs 0", "one of them must weigh something")
    }
  }

  private func error(_ code: String, _ message: String, _ hint: String) -> Diagnostic {
    Diagnostic(.error, code: code, message: message, location: location, hint: hint)
  }
}
