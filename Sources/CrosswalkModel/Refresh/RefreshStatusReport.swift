/// How each source of a list stands, by what the store and its audit say; nothing is fetched for it.
public struct RefreshStatusReport: Hashable, Sendable {
  /// One source.
  public struct Source: Hashable, Sendable {
    /// Its identifier in the list.
    public var id: String
    /// What it is, for people.
    public var title: String
    /// The framework that it has revisions of.
    public var framework: FrameworkID
    /// The newest revision that the store has of the framework; `nil` for none.
    public var installed: RevisionID?
    /// Whether the text of that revision came from a publisher's file, not with the toolkit alone.
    public var hasOfficialText: Bool
    /// How old the last success is, against the limit of the list.
    public var age: SourceAge
    /// For how long its content has been the same.
    public var contentAge: ContentAge
    /// The last run that was about it; `nil` where there was none.
    public var lastAttempt: RefreshRecord.Source?
    /// Whether its last success is longer ago than the caller wants to be told about.
    public var isOverdue: Bool

    /// Creates the status of a source.
    public init(
      id: String, title: String, framework: FrameworkID, installed: RevisionID?, hasOfficialText: Bool,
      age: SourceAge, contentAge: ContentAge, lastAttempt: RefreshRecord.Source?, isOverdue: Bool
    ) {
      self.id = id
      self.title = title
      self.framework = framework
      self.installed = installed
      self.hasOfficialText = hasOfficialText
      self.age = age
      self.contentAge = contentAge
      self.lastAttempt = lastAttempt
      self.isOverdue = isOverdue
    }
  }

  /// When the status was taken.
  public var now: Moment
  /// The list of sources, as the user named it.
  public var manifest: String
  /// The store, as the user named it.
  public var store: String
  /// Seconds without a success after which the caller wants to be told; `nil` where that was not asked.
  public var maximumAge: Int64?
  /// When the newest run of the audit began; `nil` where there was none.
  public var lastRun: Moment?
  /// The sources in the order of the list.
  public var sources: [Source]
  /// Dates of application that are near.
  public var notices: [ApplicationNotice]
  /// What is to be said besides, such as a success that is to come by the clock.
  public var remarks: [Diagnostic]

  /// Creates a status.
  public init(
    now: Moment, manifest: String, store: String, maximumAge: Int64?, lastRun: Moment?, sources: [Source],
    notices: [ApplicationNotice], remarks: [Diagnostic] = []
  ) {
    self.now = now
    self.manifest = manifest
    self.store = store
    self.maximumAge = maximumAge
    self.lastRun = lastRun
    self.sources = sources
    self.notices = notices
    self.remarks = remarks
  }
}
