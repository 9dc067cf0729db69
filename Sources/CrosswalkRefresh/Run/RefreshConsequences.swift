import CrosswalkModel
import CrosswalkStore
import CrosswalkWorkspace

/// What follows from publishing a revision for claims and verdicts: looked at before and after.
struct RefreshConsequences {
  private let workspace: Workspace
  private let day: CalendarDate
  private let published: [SourceVisit]
  private let claims: [MappingClaim]
  private let staleBefore: Set<ClaimID>

  /// Looks at the store before anything is published.
  init(workspace: Workspace, day: CalendarDate, _ visits: [SourceVisit]) throws(StoreError) {
    self.workspace = workspace
    self.day = day
    published = visits.filter { $0.publication != nil }
    let frameworks = Set(published.map(\.source.framework))
    claims =
      frameworks.isEmpty
      ? []
      : try workspace.store.claims(.all).filter { claim in
        claim.counts && [claim.source, claim.target].contains { frameworks.contains($0.framework) }
      }
    staleBefore = claims.isEmpty ? [] : try workspace.store.staleClaims(among: claims, asOf: day)
  }

  /// Puts what followed into the report of a run that has published.
  func describe(in report: inout RefreshReport) throws {
    guard !claims.isEmpty else { return }
    let stale = try workspace.store.staleClaims(among: claims, asOf: day).subtracting(staleBefore)
    for index in report.sources.indices {
      let framework = report.sources[index].record.framework
      guard published.contains(where: { $0.source.id == report.sources[index].record.id }) else { continue }
      report.sources[index].newlyStale = claims.filter {
        stale.contains($0.id) && ($0.source.framework == framework || $0.target.framework == framework)
      }.map(RefreshReport.StaleClaim.init)
      report.sources[index].verdictChanges = try verdictChanges(
        report.sources[index].record, report.sources[index].diff?.renumbered ?? [])
    }
  }

  /// The requirements of this framework, and of those that claims connect with it, of which another verdict follows.
  private func verdictChanges(_ record: RefreshRecord.Source, _ renumbered: [CatalogDiff.Move]) throws
    -> [RefreshReport.VerdictChange]
  {
    guard let before = record.before?.revision, let after = record.after?.revision, before != after else {
      return []
    }
    let own = record.framework
    let connected = Set(
      claims.filter { $0.source.framework == own || $0.target.framework == own }
        .flatMap { [$0.source.framework, $0.target.framework] }
    ).subtracting([own])
    let known = Set(try workspace.store.frameworks().map(\.metadata.id.framework))
    return try connected.intersection(known).sorted().flatMap { partner in
      try changes(from: partner, own: own, before, after, renumbered, isTarget: true)
        + changes(from: partner, own: own, before, after, renumbered, isTarget: false)
    }
  }

  private func changes(
    from partner: FrameworkID, own: FrameworkID, _ before: RevisionID, _ after: RevisionID,
    _ renumbered: [CatalogDiff.Move], isTarget: Bool
  ) throws -> [RefreshReport.VerdictChange] {
    let verdicts = try [before, after].map { revision in
      let own = Reference(framework: own, revision: revision)
      let other = Reference(framework: partner)
      let report = try workspace.gap(
        GapRequest(from: isTarget ? other : own, to: isTarget ? own : other, asOf: day))
      return report.findings.map { ($0.target, $0.verdict) }
    }
    // A requirement with another name is held against itself.
    let newNames = Dictionary(renumbered.map { ($0.from.id, $0.to) }) { first, _ in first }
    let before = verdicts[0].map { (newNames[$0.0] ?? $0.0, $0.1) }
    let old = Dictionary(before) { first, _ in first }
    let new = Dictionary(verdicts[1]) { first, _ in first }
    let order = before.map(\.0) + verdicts[1].map(\.0).filter { old[$0] == nil }
    return order.filter { old[$0] != new[$0] }.map { name in
      .init(
        source: isTarget ? partner : own, target: name,
        formerly: old[name] == nil ? nil : renumbered.first { $0.to == name }?.from.id, before: old[name],
        after: new[name])
    }
  }
}
