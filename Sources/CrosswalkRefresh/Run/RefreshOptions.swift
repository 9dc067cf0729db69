import CrosswalkModel

/// What a run of the refresh is asked to do.
public struct RefreshOptions: Hashable, Sendable {
  /// The sources to look at; none for all of the list.
  public var sources: [String]
  /// Whether to look and judge only: nothing is written.
  public var isDryRun: Bool
  /// The digest of a step that is published in spite of its guards, all 64 digits; `nil` for none.
  public var accept: String?
  /// Whether a source that has not been checked for too long is an error.
  public var requiresFresh: Bool
  /// Whether the status tells that something was published: 3.
  public var reportsChange: Bool
  /// How many copies of the store are kept; 0 makes none.
  public var backups: Int
  /// What an import may use.
  public var limits: StagingLimits

  /// Creates options; what is left out is as the command line has it.
  public init(
    sources: [String] = [], isDryRun: Bool = false, accept: String? = nil, requiresFresh: Bool = false,
    reportsChange: Bool = false, backups: Int = 7, limits: StagingLimits = StagingLimits()
  ) {
    self.sources = sources
    self.isDryRun = isDryRun
    self.accept = accept
    self.requiresFresh = requiresFresh
    self.reportsChange = reportsChange
    self.backups = backups
    self.limits = limits
  }
}
