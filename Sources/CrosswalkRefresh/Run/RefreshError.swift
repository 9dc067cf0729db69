import CrosswalkModel

/// Why a run of the refresh could not do its work at all.
public enum RefreshError: DiagnosableError, Hashable {
  /// Another run has the lock; its process number where the system tells.
  case locked(holder: Int32?, store: String)
  case unknownSource(String, known: [String])
  /// A file or folder beside the store cannot be made.
  case cannotCreate(String, errno: Int32)
  /// A file beside the store belongs to another account; whose it is, in words.
  case noAccess(String)
  /// The digest that was to be accepted is that of no step that a guard held back in this run.
  case nothingToAccept(String, heldBack: [String])
  /// Sources that were not checked for too long, where the caller wants none.
  case notFresh([String])

  /// 64, 65, 73, 74, 75 or 77, as the contract of the command line has it.
  public var exitStatus: ExitStatus {
    switch self {
    case .locked: .busy
    case .unknownSource: .usage
    case .noAccess: .permission
    case .cannotCreate(_, let number): SystemErrorWords.status(number)
    case .nothingToAccept, .notFresh: .data
    }
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    switch self {
    case .locked(let holder, let store):
      Diagnostic(
        .error, code: "refresh-locked",
        message: "another refresh of \(store) is running" + (holder.map { ", process \($0)" } ?? ""),
        hint: "wait for it to end; the lock goes with its process")
    case .unknownSource(let name, let known):
      Diagnostic(
        .error, code: "refresh-unknown-source", message: "the list has no source \"\(name)\"",
        hint: "known: \(known.joined(separator: ", "))")
    case .cannotCreate(let path, let number):
      Diagnostic(
        .error, code: "refresh-cannot-create",
        message: "cannot create \(path): \(SystemErrorWords.message(number))")
    case .noAccess(let owner):
      Diagnostic(
        .error, code: "refresh-no-access", message: "no permission to use \(owner)",
        hint: "run the refresh as that account, with sudo -u")
    case .nothingToAccept(let digest, let heldBack):
      Diagnostic(
        .error, code: "refresh-nothing-to-accept",
        message: "no step that a guard held back has the digest \(digest)",
        hint: heldBack.isEmpty
          ? "nothing was held back; what is to be accepted must be what is there now"
          : "held back: \(heldBack.joined(separator: ", "))")
    case .notFresh(let sources):
      Diagnostic(
        .error, code: "refresh-not-fresh",
        message: "not checked within their maximum age: \(sources.joined(separator: ", "))",
        hint: "what the store has of them stays in force")
    }
  }
}
