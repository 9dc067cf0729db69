import CrosswalkModel
import CrosswalkStore
import CrosswalkWorkspace

/// How the sources of a list stand, by the store alone: nothing is fetched, and no lock is taken.
public struct RefreshStatus {
  private let store: CrosswalkStore
  private let manifest: SourceManifest
  private let now: Moment

  /// The status of the sources of `manifest` in the store of `workspace` at `now`.
  public init(workspace: Workspace, manifest: SourceManifest, now: Moment) {
    store = workspace.store
    self.manifest = manifest
    self.now = now
  }

  /// - Parameters:
  ///   - sources: Which sources; none for all.
  ///   - maximumAge: Seconds without a success after which a source is overdue; `nil` where that is not asked.
  /// - Throws: ``RefreshError/unknownSource(_:known:)``, `StoreError`.
  public func report(_ sources: [String], maximumAge: Int64?) throws -> RefreshStatusReport {
    let known = manifest.sources.map(\.id)
    if let unknown = sources.first(where: { !known.contains($0) }) {
      throw RefreshError.unknownSource(unknown, known: known)
    }
    let current = try store.currentRevisions(asOf: now.day)
    let wanted = manifest.sources.filter { sources.isEmpty || sources.contains($0.id) }
    let states = try wanted.map { try status(of: $0, current, maximumAge) }
    return RefreshStatusReport(
      now: now, manifest: manifest.file, store: store.path, maximumAge: maximumAge,
      lastRun: try store.lastRefresh()?.started,
      sources: states,
      notices: try ApplicationNotices(store: store, today: now.day).notices(since: nil),
      remarks: ClockRemarks.remarks(ahead: states))
  }

  private func status(
    of source: SourceManifest.Source, _ current: [CatalogMetadata], _ maximumAge: Int64?
  ) throws(StoreError) -> RefreshStatusReport.Source {
    let history = try store.history(ofSource: source.id)
    let installed = current.first { $0.id.framework == source.framework }?.id.revision
    let official = try store.importedContents(of: source.framework)
    let age = SourceAge(
      lastSuccess: history.lastSuccess?.checkedAt, now: now, limit: Int64(source.maximumAge) * 86_400)
    return RefreshStatusReport.Source(
      id: source.id, title: source.title, framework: source.framework, installed: installed,
      hasOfficialText: official.contains { $0.revision == installed }, age: age,
      contentAge: ContentAge(
        since: history.contentSince, now: now, maximumUnchanged: source.maximumUnchanged),
      lastAttempt: history.lastAttempt,
      isOverdue: maximumAge.map { limit in age.seconds.map { $0 > limit } ?? true } ?? false)
  }
}
