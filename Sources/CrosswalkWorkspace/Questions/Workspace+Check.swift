import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// What is wrong, or may be, with the claims of the store: of all current revisions, or of the frameworks asked about
  /// together with those that claims connect with them.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist and for a part of a framework, `StoreError`.
  public func check(_ request: CheckRequest) throws -> CheckReport {
    let claims = try store.claims(.all)
    let known = Set(try store.frameworks().map(\.metadata.id.framework))
    let graph = try store.graph(try revisions(for: request, claims, known), asOf: request.asOf)
    try request.reasoning.checkSources(of: graph)
    let check = ConsistencyCheck(
      .init(asOf: request.asOf, reasoning: request.reasoning, sets: request.sets))
    var report = check.report(graph: graph)
    report.knownBy = knownBy
    let ends = try store.staleEnds(in: graph)
    var changes = StaleEndChanges(store: store)
    report.stale = try report.stale.map { entry in
      .init(
        claim: entry.claim,
        ends: try (ends[entry.claim.id] ?? []).map { try changes.completed($0, of: entry.claim) })
    }
    let names = DanglingNames(graph, known)
    report.dangling =
      names.completed(report.dangling) + names.outside(claims.filter { request.reasoning.trusted($0) != nil })
    report.changedSinceReview = try changedSinceReview(among: graph)
    report.sortRemarks()
    return report
  }

  /// Claims with both ends in `graph` that say something else than when a reviewer last acted on them.
  private func changedSinceReview(among graph: CrosswalkGraph) throws -> [CheckReport.ChangedSinceReview] {
    let acts = try store.reviewActs()
    if acts.isEmpty { return [] }
    let effective = EffectiveClaims(try store.recordedClaims(.all), acts: acts)
    let known = Set(graph.claims.map(\.id))
    return effective.changedSince.compactMap { id, act in
      guard known.contains(id), let claim = effective[id] else { return nil }
      return .init(claim: claim, act: act)
    }
  }

  /// The revisions asked about; with each framework, those that share a claim with it.
  private func revisions(
    for request: CheckRequest, _ claims: [MappingClaim], _ known: Set<FrameworkID>
  ) throws -> [FrameworkRevisionID] {
    let resolver = ReferenceResolver(store: store, asOf: request.asOf)
    var revisions: [FrameworkRevisionID] = []
    for reference in request.frameworks {
      guard reference.local == nil else { throw WorkspaceError.wholeNeeded(reference) }
      let revision = try resolver.revision(reference)
      if !revisions.contains(revision) { revisions.append(revision) }
    }
    let named = Set(revisions.map(\.framework))
    let partners =
      named.isEmpty
      ? known
      : Set(
        claims.map { Set([$0.source.framework, $0.target.framework]) }
          .filter { !$0.isDisjoint(with: named) }.joined()
      ).intersection(known)
    for partner in partners.subtracting(named).sorted() {
      if let newest = try store.newestRevision(of: partner, asOf: request.asOf) { revisions.append(newest) }
    }
    return revisions
  }
}

/// Finds the names that authors of dangling claims most likely meant.
private struct DanglingNames {
  let graph: CrosswalkGraph
  /// The frameworks of the store.
  let known: Set<FrameworkID>

  init(_ graph: CrosswalkGraph, _ known: Set<FrameworkID>) {
    self.graph = graph
    self.known = known
  }

  /// The entries of a check with the closest names.
  func completed(_ entries: [CheckReport.Dangling]) -> [CheckReport.Dangling] {
    entries.map { entry in
      let missing = entry.missing.map { missing in
        let catalog = graph.catalog(missing.name.framework)
        let names = catalog?.nodes.lazy.filter { $0.kind != .guidance }.map(\.local)
        return CheckReport.Dangling.Missing(
          name: missing.name, revision: catalog?.metadata.id,
          closest: ClosestNames.to(missing.name.local, among: names.map(Array.init) ?? []))
      }
      return CheckReport.Dangling(claim: entry.claim, missing: missing)
    }
  }

  /// The claims that connect a framework of the graph with one that the store does not have.
  func outside(_ claims: [MappingClaim]) -> [CheckReport.Dangling] {
    let inside = Set(graph.catalogs.map(\.framework))
    return claims.compactMap { claim in
      let ends = [claim.source, claim.target]
      guard ends.contains(where: { inside.contains($0.framework) }) else { return nil }
      let missing = ends.filter { !known.contains($0.framework) }.flatMap(names).map { name in
        CheckReport.Dangling.Missing(
          name: name, revision: nil,
          closest: ClosestNames.to(name.framework.rawValue, among: known.map(\.rawValue).sorted()))
      }
      return missing.isEmpty ? nil : CheckReport.Dangling(claim: claim, missing: missing)
    }
  }

  private func names(of end: ClaimEnd) -> [ControlID] {
    switch end {
    case .nodes(let nodes): nodes
    case .framework(let framework): [ControlID(framework: framework, local: "")]
    }
  }
}
