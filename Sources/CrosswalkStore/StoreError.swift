import CrosswalkModel

/// Why a store could not be opened, read or written.
public struct StoreError: DiagnosableError, Hashable {
  /// What happened, and whether the file was touched where that is a question.
  public enum Reason: Error, Hashable, Sendable {
    /// There is no such file, and the store was to be read only.
    case missing
    /// The file is not a Crosswalk store; untouched.
    case notAStore(String)
    /// A newer program made the store; untouched.
    case newer(version: Int, supported: Int)
    /// An older program made the store, and it was to be read only; untouched.
    case outdated(version: Int)
    /// The file is a Crosswalk store that SQLite or this module cannot make sense of.
    case damaged(String)
    /// The operating system refused access.
    case noPermission(String)
    /// The store was opened for reading.
    case openedForReading
    case cannotCreate(String)
    /// The disk is full; what was saved before is still there.
    case noSpace
    case inputOutput(String)
    /// Another process holds the store; its process number where the system tells.
    case busy(holder: Int32?)
    /// A store without a lock file was changed by somebody while it was read.
    case changedWhileRead
    /// The store has this revision with other content; nothing was saved.
    case revisionExists(FrameworkRevisionID)
    case unknownRevision(FrameworkRevisionID)
    /// A graph holds one revision of each framework, and two were asked for.
    case severalRevisions(FrameworkID)
    /// A claim that no importer should have made; nothing was saved.
    case invalidClaim(ClaimID, String)
    /// A position that nobody may record, such as a reservation without a reason; nothing was saved.
    case invalidPosition(String)
    /// An act of review that cannot stand after those before it; none of the acts was recorded.
    case refusedAct(ReviewRefusal)
    /// SQLite did what this module does not expect: a defect of this module.
    case unexpected(String)
  }

  /// What happened.
  public let reason: Reason
  /// The file of the store.
  public let path: String

  /// Creates the error of one store.
  public init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// The status with which a command ends.
  public var exitStatus: ExitStatus {
    switch reason {
    case .missing: .noInput
    case .notAStore, .newer, .outdated, .damaged, .revisionExists, .invalidClaim: .data
    case .noPermission, .openedForReading: .permission
    case .cannotCreate: .cannotCreate
    case .noSpace, .inputOutput: .inputOutput
    case .busy, .changedWhileRead: .busy
    case .unknownRevision, .severalRevisions, .invalidPosition, .refusedAct: .usage
    case .unexpected: .defect
    }
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    // What a reviewer did is no fault of the file.
    if case .refusedAct(let refusal) = reason {
      let words = refusal.words
      return Diagnostic(.error, code: "refused-act", message: words.message, hint: words.hint)
    }
    let text = reason.text
    return Diagnostic(.error, code: text.code, message: "\(path): \(text.message)", hint: text.hint)
  }
}

extension StoreError.Reason {
  fileprivate var text: (code: String, message: String, hint: String?) {
    switch self {
    case .missing: ("store-missing", "there is no store here", "a command that writes makes one")
    case .notAStore(let why):
      ("not-a-store", "not a Crosswalk store: \(why)", "name another file with --store")
    case .newer(let version, let supported):
      (
        "store-newer", "the store is newer than this program (schema \(version), known up to \(supported))",
        "update crosswalk"
      )
    case .outdated(let version):
      ("store-outdated", "the store has the old schema \(version)", "open it once where it can be written")
    case .damaged(let what):
      ("store-damaged", "the store is damaged: \(what)", "restore a copy, or import again into a new store")
    case .noPermission(let what): ("store-permission", "no permission to \(what)", nil)
    case .openedForReading: ("store-read-only", "the store is open for reading only", nil)
    case .cannotCreate(let why): ("store-cannot-create", "the store cannot be made: \(why)", nil)
    case .noSpace:
      ("no-space", "no space left on the disk; nothing was saved", "free some space and try again")
    case .inputOutput(let what): ("input-output", "input or output failed: \(what)", nil)
    case .busy(let holder):
      ("store-busy", "the store is busy" + (holder.map { ", held by process \($0)" } ?? ""), "try again")
    case .changedWhileRead: ("store-changed", "the store was changed while it was read", "try again")
    case .revisionExists(let id):
      ("revision-exists", "the store has \(id) with other content", "name another revision with --revision")
    case .unknownRevision(let id): ("unknown-revision", "the store has no \(id)", nil)
    case .severalRevisions(let framework):
      ("several-revisions", "two revisions of \(framework) in one question", nil)
    case .invalidClaim(let id, let why): ("invalid-claim", "claim \(id) \(why)", nil)
    case .invalidPosition(let why): ("invalid-position", why, nil)
    case .refusedAct(let refusal): ("refused-act", refusal.words.message, refusal.words.hint)
    case .unexpected(let what):
      ("store-defect", "SQLite refused: \(what)", "this is a defect, please report it")
    }
  }
}
