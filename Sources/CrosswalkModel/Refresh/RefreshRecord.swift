/// One run of the refresh, as the audit of a store keeps it for good.
public struct RefreshRecord: Hashable, Sendable {
  /// When the run began; the clock of a machine may be wrong, the order of records is that in which they were written.
  public var started: Moment
  /// When everything was decided; before ``started`` where somebody set the clock back meanwhile.
  public var finished: Moment
  /// The list of sources, as the user named it.
  public var manifest: String
  /// SHA-256 of the list's bytes, in lower-case hexadecimal.
  public var manifestDigest: String
  /// The release of the toolkit.
  public var toolkit: String
  /// The status that what was found gives.
  ///
  /// A run that could not write its summary afterwards, or that a signal ended then, ended with another one: its record
  /// was in the store by that time.
  public var exitStatus: Int
  /// What became of each source, in the order of the list.
  public var sources: [Source]

  /// Creates a record.
  public init(
    started: Moment, finished: Moment, manifest: String, manifestDigest: String,
    toolkit: String = ToolkitVersion.text, exitStatus: Int, sources: [Source]
  ) {
    self.started = started
    self.finished = finished
    self.manifest = manifest
    self.manifestDigest = manifestDigest
    self.toolkit = toolkit
    self.exitStatus = exitStatus
    self.sources = sources
  }
}

extension RefreshRecord {
  /// What became of a source in one run.
  public enum Outcome: String, CaseIterable, Sendable {
    /// A new revision is in the store.
    case published
    /// The source has what the store has.
    case unchanged
    /// A guard kept what came out of the store.
    case heldBack = "held-back"
    /// Nothing came, or nothing that verified.
    case failed
    /// The run was not about this source.
    case skipped

    /// Whether what the source has is what the store has.
    public var isSuccess: Bool { self == .published || self == .unchanged }
  }

  /// A guard that was hit.
  public struct GuardFinding: Hashable, Sendable {
    /// `removed-share`, `mapped-removed`, `identity`, `older`, `silent-change`.
    public var name: String
    /// What it saw, in one sentence.
    public var reason: String

    /// Creates a finding.
    public init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  /// One revision with the digest of its content.
  public struct Content: Hashable, Sendable {
    /// The revision.
    public var revision: RevisionID
    /// SHA-256 of what it says, in lower-case hexadecimal.
    public var digest: String

    /// Creates a content.
    public init(revision: RevisionID, digest: String) {
      self.revision = revision
      self.digest = digest
    }
  }

  /// What became of one source in one run.
  public struct Source: Hashable, Sendable {
    /// Its identifier in the list.
    public var id: String
    /// The framework that it has revisions of.
    public var framework: FrameworkID
    /// SHA-256 of what the list says about how to read the source: where that changes, nothing is taken as known.
    public var settings: String
    /// What became of it.
    public var outcome: Outcome
    /// What the store had before; `nil` for nothing.
    public var before: Content?
    /// What the source has; `nil` where that is not known.
    public var after: Content?
    /// Names the step from one to the other, for `--accept`; `nil` where there is none.
    public var diffDigest: String?
    /// The guards that were hit, whether or not the step was released all the same.
    public var guards: [GuardFinding]
    /// Why it failed; `nil` where it did not.
    public var message: String?
    /// The status that the source alone would have ended the run with.
    public var exitStatus: Int
    /// When it was looked at.
    public var checkedAt: Moment
    /// Its files, in the order of the list; empty where they did not all come.
    public var files: [SourceFileState]
    /// The signed release that was seen and verified, whatever became of it; `nil` where none was.
    public var release: SignedReleaseMark?

    /// Creates the record of a source that was looked at.
    public init(
      id: String, framework: FrameworkID, settings: String, outcome: Outcome, exitStatus: Int = 0,
      checkedAt: Moment
    ) {
      self.id = id
      self.framework = framework
      self.settings = settings
      self.outcome = outcome
      guards = []
      self.exitStatus = exitStatus
      self.checkedAt = checkedAt
      files = []
    }
  }
}

/// What the audit knows about one source.
public struct SourceHistory: Hashable, Sendable {
  /// The newest record of a run that was about the source; `nil` where there was none.
  public var lastAttempt: RefreshRecord.Source?
  /// The newest record in which the source had what the store has; `nil` where that never was.
  public var lastSuccess: RefreshRecord.Source?
  /// When the content that the source had at its newest success was first seen; `nil` where it never had a success.
  public var contentSince: Moment?

  /// Creates a history.
  public init(
    lastAttempt: RefreshRecord.Source? = nil, lastSuccess: RefreshRecord.Source? = nil,
    contentSince: Moment? = nil
  ) {
    self.lastAttempt = lastAttempt
    self.lastSuccess = lastSuccess
    self.contentSince = contentSince
  }

  /// The states of the source's files from its last good night, by name; none where the list says now something else
  /// about how to read them.
  public func knownFiles(framework: FrameworkID, settings: String) -> [String: SourceFileState] {
    guard let lastSuccess, lastSuccess.settings == settings, lastSuccess.framework == framework else {
      return [:]
    }
    return Dictionary(lastSuccess.files.map { ($0.name, $0) }) { first, _ in first }
  }
}
