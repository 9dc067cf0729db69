import CrosswalkModel
import CrosswalkStore
import CrosswalkWorkspace

/// What a run does once every source was looked at: copy, publish, record, tell.
struct RefreshEnding {
  private let run: RefreshRun
  private var visits: [SourceVisit]
  private let started: Moment
  private let finished: Moment
  private let last: RefreshRecord?

  /// How often revisions are judged again where others write meanwhile; then their sources fail, and the rest goes in.
  private static let judgements = 5

  /// - Parameter last: The run before this one; `nil` where there was none.
  init(run: RefreshRun, visits: [SourceVisit], started: Moment, last: RefreshRecord?) {
    self.run = run
    self.visits = visits
    self.started = started
    self.last = last
    finished = run.tools.clock()
  }

  /// Copies the store where something is published, then publishes and records, then says what followed.
  mutating func report(backingUpTo rotation: BackupRotation) throws -> RefreshReport {
    var backup: String?
    if !run.options.isDryRun, rotation.count > 0, visits.contains(where: { $0.publication != nil }) {
      run.progress("Copying the store")
      backup = try rotation.backup(run.store, at: finished)
    }
    run.progress("Publishing")
    let (found, consequences) = try publish()
    for diagnostic in visits.flatMap(\.diagnostics) + found.remarks { run.tools.log(diagnostic) }
    var report = RefreshReport(
      record: found.record, isDryRun: run.options.isDryRun, store: run.store.path,
      sources: visits.map { source($0, found) }, backup: backup, remarks: found.remarks)
    do {
      report.notices = try ApplicationNotices(store: run.store, today: started.day).notices(
        since: last?.started.day)
      if !run.options.isDryRun { try consequences.describe(in: &report) }
    } catch let error as any DiagnosableError {
      // What was published stays published, and the summary has to say so.
      report.remarks.append(Self.asRemark(error))
      run.tools.log(Self.asRemark(error))
    }
    return report
  }

  private static func asRemark(_ error: any DiagnosableError) -> Diagnostic {
    var remark = error.diagnostic
    remark.severity = .warning
    remark.message = "what follows for claims, verdicts and dates could not be told: \(remark.message)"
    return remark
  }

  // MARK: Publishing

  /// What a run found, as it is recorded and told.
  private struct Found {
    let record: RefreshRecord
    let ages: [String: SourceAge]
    let remarks: [Diagnostic]
  }

  /// Publishes and records in one transaction, with judgements that hold at that moment.
  private mutating func publish() throws -> (Found, RefreshConsequences) {
    for attempt in 1... {
      if !run.options.isDryRun { try judgeAgain(isLast: attempt > Self.judgements) }
      let found = try findings()
      let consequences = try RefreshConsequences(workspace: run.workspace, day: started.day, visits)
      if run.options.isDryRun { return (found, consequences) }
      do throws(StoreError) {
        try run.store.record(found.record, saving: visits.compactMap(\.publication))
        return (found, consequences)
      } catch {
        let isOvertaken = error.reason == .changedWhileRead && visits.contains { $0.publication != nil }
        guard isOvertaken else { throw error }
      }
    }
    preconditionFailure("the loop has no end of its own")
  }

  /// Judges again what was judged against claims or revisions that are not those of the store any more.
  ///
  /// - Parameter isLast: Whether all that would be published fails instead.
  private mutating func judgeAgain(isLast: Bool) throws {
    for index in visits.indices {
      guard let publication = visits[index].publication, let staged = visits[index].staged else { continue }
      if isLast {
        visits[index].fail(StoreError(.changedWhileRead, path: run.store.path))
      } else if try !run.store.isJudgedAgainstPresent(publication) {
        visits[index].judged(
          try RevisionJudge(store: run.store, source: visits[index].source).judge(
            staged, accepting: run.options.accept))
      }
    }
  }

  private func findings() throws(StoreError) -> Found {
    var ages: [String: SourceAge] = [:]
    for visit in visits { ages[visit.source.id] = try Self.age(of: visit, at: finished, run) }
    let old = visits.filter { ages[$0.source.id]?.isOld == true }.map(\.source.id)
    let remarks =
      ClockRemarks.remarks(started: started, finished: finished, last: last)
      + (try acceptance().map { [$0] } ?? []) + Self.remarks(run.options, old: old, ages)
      + (try FrozenSources.remarks(
        on: visits, at: finished, in: run.store, requiresFresh: run.options.requiresFresh))
    let record = RefreshRecord(
      started: started, finished: finished, manifest: run.manifest.file, manifestDigest: run.manifest.digest,
      exitStatus: Int(status(remarks).rawValue), sources: Self.records(of: run.manifest, visits, at: started))
    return Found(record: record, ages: ages, remarks: remarks)
  }

  /// What is to be said about the digest that was to be accepted; nothing where it is that of a step of this run.
  private func acceptance() throws(StoreError) -> Diagnostic? {
    guard let accept = run.options.accept?.lowercased() else { return nil }
    let guarded = visits.filter { !$0.record.guards.isEmpty }
    if guarded.contains(where: { $0.record.diffDigest == accept }) { return nil }
    if try run.store.hasTakenStep(accept) {
      return Diagnostic(
        .note, code: "refresh-accepted-before",
        message: "the step with the digest \(accept) is in the store already")
    }
    return RefreshError.nothingToAccept(accept, heldBack: guarded.compactMap(\.record.diffDigest)).diagnostic
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

  private func source(_ visit: SourceVisit, _ found: Found) -> RefreshReport.Source {
    var source = RefreshReport.Source(
      record: visit.record, title: visit.source.title, diff: visit.diff, diagnostics: visit.diagnostics,
      age: found.ages[visit.source.id] ?? SourceAge(lastSuccess: nil, now: finished, limit: 0))
    source.controls = visit.staged?.catalog.controlsInForce
    return source
  }

  private static func age(of visit: SourceVisit, at now: Moment, _ run: RefreshRun) throws(StoreError)
    -> SourceAge
  {
    // A run for show leaves no success behind.
    let success =
      visit.record.outcome.isSuccess && !run.options.isDryRun
      ? visit.record.checkedAt : try run.store.history(ofSource: visit.source.id).lastSuccess?.checkedAt
    // The clock may have gone back since: what was checked in this run is not to come.
    let now = max(now, visit.record.checkedAt)
    return SourceAge(lastSuccess: success, now: now, limit: Int64(visit.source.maximumAge) * 86_400)
  }

  /// What is to be said of sources that are old.
  private static func remarks(_ options: RefreshOptions, old: [String], _ ages: [String: SourceAge])
    -> [Diagnostic]
  {
    // Before a first night nothing was checked yet, and a look at it is no night.
    if options.isDryRun { return [] }
    var remarks: [Diagnostic] = []
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

  /// 74 before 77, 69, 65, 5 and, where the caller asks, 3 for what is published.
  private func status(_ remarks: [Diagnostic]) -> ExitStatus {
    let statuses = Set(visits.map(\.record.exitStatus))
    for status in [ExitStatus.inputOutput, .permission, .cannotCreate, .busy, .unavailable] {
      if statuses.contains(Int(status.rawValue)) { return status }
    }
    if remarks.contains(where: { $0.severity == .error }) { return .data }
    if statuses.contains(where: { $0 >= Int(ExitStatus.usage.rawValue) }) { return .data }
    if statuses.contains(Int(ExitStatus.heldBack.rawValue)) { return .heldBack }
    let isTold = run.options.reportsChange && visits.contains { $0.publication != nil }
    return isTold ? .changed : .done
  }
}
