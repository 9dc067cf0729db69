import CrosswalkModel

/// What a run uses of the world; tests put other things in their place.
public struct RefreshTools: Sendable {
  /// Fetches the files of a source into a folder, given what is known of them and the highest signed release seen.
  public typealias Download =
    @Sendable (SourceManifest.Source, String, [String: SourceFileState], SignedReleaseMark?, Moment)
    throws(DownloadError) -> SourceDelivery

  /// Fetches and verifies.
  public var download: Download
  /// Imports.
  public var staging: StagingProgram
  /// The clock.
  public var clock: @Sendable () -> Moment
  /// Takes what is to be said while the run goes on.
  public var log: @Sendable (Diagnostic) -> Void

  /// The tools of a nightly job.
  ///
  /// - Parameters:
  ///   - policy: How patient downloads are.
  ///   - exchange: Makes the requests; what it ignores of the environment is said once.
  public init(
    policy: DownloadPolicy, exchange: ExchangeProgram, staging: StagingProgram,
    clock: @escaping @Sendable () -> Moment,
    log: @escaping @Sendable (Diagnostic) -> Void
  ) {
    if let note = NetworkEnvironment.note(ignored: exchange.ignored) { log(note) }
    download = { (source, folder, known, seen, now) throws(DownloadError) in
      try SourceDownload(source: source, program: exchange, policy: policy, log: log).run(
        into: folder, known: known, seen: seen, now: now)
    }
    self.staging = staging
    self.clock = clock
    self.log = log
  }
}
