/// What a run of the refresh did and found, for people and programs.
public struct RefreshReport: Hashable, Sendable {
  /// The run as the audit has it, or would have it after a run for show.
  public var record: RefreshRecord
  /// Whether the run was for show only: nothing was written.
  public var isDryRun: Bool
  /// The store, as the user named it.
  public var store: String
  /// What became of each source, in the order of the list; those that the run was not about are left out.
  public var sources: [Source]
  /// Dates of application that passed since the last run, or are near.
  public var notices: [ApplicationNotice]
  /// The copy of the store that was made before anything was published; `nil` where none was.
  public var backup: String?
  /// What is to be said about the run as a whole, such as a clock that went back.
  public var remarks: [Diagnostic]

  /// Creates the report of a run.
  public init(
    record: RefreshRecord, isDryRun: Bool, store: String, sources: [Source],
    notices: [ApplicationNotice] = [],
    backup: String? = nil, remarks: [Diagnostic] = []
  ) {
    self.record = record
    self.isDryRun = isDryRun
    self.store = store
    self.sources = sources
    self.notices = notices
    self.backup = backup
    self.remarks = remarks
  }

  /// The sources that ended so.
  public func sources(_ outcome: RefreshRecord.Outcome) -> [Source] {
    sources.filter { $0.record.outcome == outcome }
  }
}

extension RefreshReport {
  /// What became of one source.
  public struct Source: Hashable, Sendable {
    /// What the audit has.
    public var record: RefreshRecord.Source
    /// What the source is, for people.
    public var title: String
    /// What the new revision has otherwise than the one that the store had; `nil` where there is no such step.
    public var diff: CatalogDiff?
    /// What is wrong with what came, with places; empty where nothing is.
    public var diagnostics: [Diagnostic]
    /// Claims that are stale from this revision on.
    public var newlyStale: [StaleClaim]
    /// Requirements of which another verdict follows from the claims than before.
    public var verdictChanges: [VerdictChange]
    /// Controls and enhancements in force in the revision that came; `nil` where none came.
    public var controls: Int?
    /// How old the last success is.
    public var age: SourceAge

    /// Creates the report of a source.
    public init(
      record: RefreshRecord.Source, title: String, diff: CatalogDiff? = nil, diagnostics: [Diagnostic] = [],
      age: SourceAge
    ) {
      self.record = record
      self.title = title
      self.diff = diff
      self.diagnostics = diagnostics
      newlyStale = []
      verdictChanges = []
      self.age = age
    }
  }

  /// A claim about a text that is not the current one any more.
  public struct StaleClaim: Hashable, Sendable {
    /// The claim.
    public var claim: ClaimID
    /// Its source, as references.
    public var source: String
    /// Its target, as references.
    public var target: String

    /// Describes `claim`.
    public init(_ claim: MappingClaim) {
      self.claim = claim.id
      source = Self.reference(claim.source)
      target = Self.reference(claim.target)
    }

    private static func reference(_ end: ClaimEnd) -> String {
      switch end {
      case .framework(let framework): framework.rawValue
      case .nodes(let nodes): nodes.map(\.description).joined(separator: " | ")
      }
    }
  }

  /// A requirement of which another verdict follows.
  public struct VerdictChange: Hashable, Sendable {
    /// The framework that may address it.
    public var source: FrameworkID
    /// The requirement.
    public var target: ControlID
    /// What it was called before; `nil` where it has kept its name.
    public var formerly: ControlID?
    /// The verdict before; `nil` where the requirement is new.
    public var before: Verdict?
    /// The verdict now; `nil` where the requirement is gone.
    public var after: Verdict?

    /// Creates a change.
    public init(
      source: FrameworkID, target: ControlID, formerly: ControlID? = nil, before: Verdict?, after: Verdict?
    ) {
      self.source = source
      self.target = target
      self.formerly = formerly
      self.before = before
      self.after = after
    }
  }
}

/// How long ago a source was last seen to have what the store has.
public struct SourceAge: Hashable, Sendable {
  /// When that was; `nil` where it never was.
  public var lastSuccess: Moment?
  /// Seconds since then; 0 where the clock says that it is still to come.
  ///
  /// `nil` where it never was, or is more than
  /// ``tolerance`` to come: a clock was wrong then or is now, and nobody knows how long ago it was.
  public var seconds: Int64?
  /// Seconds after which it counts as old.
  public var limit: Int64

  /// The age at `now` of what was last seen at `lastSuccess`.
  public init(lastSuccess: Moment?, now: Moment, limit: Int64) {
    self.lastSuccess = lastSuccess
    seconds = lastSuccess.flatMap { Self.seconds(from: $0, to: now) }
    self.limit = limit
  }

  /// Seconds that clocks of two machines may differ without a word.
  public static let tolerance: Int64 = 86_400

  /// The seconds between two times, at least 0; `nil` where the second is before the first by more than ``tolerance``.
  static func seconds(from start: Moment, to now: Moment) -> Int64? {
    let seconds = now.secondsSinceEpoch - start.secondsSinceEpoch
    return seconds < -tolerance ? nil : max(0, seconds)
  }

  /// Whether the last success is to come by the clock, by more than ``tolerance``.
  public var isAhead: Bool { lastSuccess != nil && seconds == nil }

  /// Whether it is older than it may be; what never was seen is, and what is to come.
  public var isOld: Bool { seconds.map { $0 > limit } ?? true }
}
