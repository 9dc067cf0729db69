import CrosswalkModel
import CrosswalkStore
import CrosswalkWorkspace

/// What a run does once every source was looked at: copy, publish, record, tell.
struct RefreshEnding {
  private let run: RefreshRun
  private let visits: [SourceVisit]
  private let last: RefreshRecord?
  private let record: RefreshRecord
  private let ages: [String: SourceAge]
  private let remarks: [Diagnostic]

  /// - Parameter last: The run before this one; `nil` where there was none.
  init(run: RefreshRun, visits: [SourceVisit], started: Moment, last: RefreshRecord?) throws(StoreError) {
    self.run = run
    self.visits = visits
    self.last = last
    let finished = run.tools.clock()
    var ages: [String: SourceAge] = [:]
    for visit in visits { ages[visit.source.id] = try Self.age(of: visit, at: finished, run.store) }
    self.ages = ages
    let old = visits.filter { ages[$0.source.id]?.isOld == true }.map(\.source.id)
    remarks =
      try ClockRemarks.remarks(started: started, finished: finished, last: last)
      + Self.remarks(on: visits, run.options, old: old, ages)
      + FrozenSources.remarks(
        on: visits, at: finished, in: run.store, requiresFresh: run.options.requiresFresh)
    record = RefreshRecord(
      started: started, finished: finished, manifest: run.manifest.file, manifestDigest: run.manifest.digest,
      exitStatus: Int(Self.status(visits, remarks).rawValue),
      sources: Self.records(of: run.manifest, visits, at: started))
  }

  /// Copies the store where something is published, then publishes and records, then says what followed.
  func report(backingUpTo rotation: BackupRotation) throws -> RefreshReport {
    for diagnostic in visits.flatMap(\.diagnostics) + remarks { run.tools.log(diagnostic) }
    let publications = visits.compactMap(\.publication)
    var backup: String?
    let consequences = try RefreshConsequences(workspace: run.workspace, day: record.started.day, visits)
    if !run.options.isDryRun {
      if !publications.isEmpty, rotation.count > 0 {
        run.progress("Copying the store")
        backup = try rotation.backup(run.store, at: record.finished)
      }
      run.progress("Publishing")
      try run.store.record(record, saving: publications)
    }
    var report = RefreshReport(
      record: record, isDryRun: run.options.isDryRun, store: run.store.path, sources: visits.map(source),
      notices: try ApplicationNotices(store: run.store, today: record.started.day).notices(
        since: last?.started.day),
      backup: backup, remarks: remarks)
    if !run.options.isDryRun { try consequences.describe(in: &report) }
    return report
  }

  /// What is recorded of each source of the list, in its order: those that the run was not about were skipped.
  private static func records(
    of manifest: SourceManifest, _ visits: [SourceVisit], at moment: Moment
  ) -> [RefreshRecord.Source] {
    manifest.sources.map { source in
      visits.first { $0.source.id == source.id }?.record
        ?? .init(
          id: source.id, framework: source.framework, settings: source.settings, outcome: .skipped,
          checkedAt: moment)
    }
  }

  private func source(_ visit: SourceVisit) -> RefreshReport.Source {
    RefreshReport.Source(
      record: visit.record, title: visit.source.title, diff: visit.diff, diagnostics: visit.diagnostics,
      age: ages[visit.source.id] ?? SourceAge(lastSuccess: nil, now: record.finished, limit: 0))
  }

  private static func age(of visit: SourceVisit, at now: Moment, _ store: CrosswalkStore) throws(StoreError)
    -> SourceAge
  {
    let success =
      visit.record.outcome.isSuccess
      ? visit.record.checkedAt : try store.history(ofSource: visit.source.id).lastSuccess?.checkedAt
    // The clock may have gone back since: what was checked in this run is not to come.
    let now = max(now, visit.record.checkedAt)
    return SourceAge(lastSuccess: success, now: now, limit: Int64(visit.source.maximumAge) * 86_400)
  }

  /// What is to be said beside each source: a digest that fits nothing, sources that are old.
  private static func remarks(
    on visits: [SourceVisit], _ options: RefreshOptions, old: [String], _ ages: [String: SourceAge]
  ) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    let guarded = visits.filter { !$0.record.guards.isEmpty }.compactMap(\.record.diffDigest)
    if let accept = options.accept, !guarded.contains(where: { $0.hasPrefix(accept.lowercased()) }) {
      remarks.append(RefreshError.nothingToAccept(accept, heldBack: guarded).diagnostic)
    }
    for id in old {
      let since = ages[id]?.lastSuccess.map { "since \($0)" } ?? "yet"
      remarks.append(
        Diagnostic(
          .warning, code: "refresh-old",
          message: "\(id): no successful check \(since), which is longer than its maximum age",
          hint: "what the store has of it stays in force"))
    }
    if options.requiresFresh, !old.isEmpty { remarks.append(RefreshError.notFresh(old).diagnostic) }
    return remarks
  }

  /// 74 before 77, 69, 65, 5; what is published gives 0 here, and 3 where the caller asks.
  private static func status(_ visits: [SourceVisit], _ remarks: [Diagnostic]) -> ExitStatus {
    let statuses = Set(visits.map(\.record.exitStatus))
    for status in [ExitStatus.inputOutput, .permission, .cannotCreate, .busy, .unavailable] {
      if statuses.contains(Int(status.rawValue)) { return status }
    }
    if remarks.contains(where: { $0.severity == .error }) { return .data }
    if statuses.contains(where: { $0 >= Int(ExitStatus.usage.rawValue) }) { return .data }
    return statuses.contains(Int(ExitStatus.heldBack.rawValue)) ? .heldBack : .done
  }
}
