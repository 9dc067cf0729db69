import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// What one revision of a framework changes against another: in the framework, for claims and for verdicts.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, for parts of a framework and for what are no two
  ///   revisions of one framework, `StoreError`.
  /// - Complexity: linear in both revisions; for each other framework and direction, two gap reports.
  public func diff(_ request: DiffRequest) throws -> RevisionReport {
    let pair = try RevisionPair(request, store)
    let (from, to) = (try store.catalog(pair.from), try store.catalog(pair.to))
    let changes = EndChanges(from: from, to: to)
    let claims = try store.claims(.all).filter { $0.counts && $0.hasEnd(in: to.framework) }
    var report = RevisionReport(
      diff: changes.diff, asOf: request.asOf, claims: claims.count,
      claimsOfOlder: claims.count {
        $0.revision(in: to.framework) ?? pair.from.revision == pair.from.revision
      },
      staleClaims: try staleClaims(among: claims, from, to, changes),
      verdicts: try verdicts(of: pair, request, claims, changes.diff.renumbered))
    report.knownBy = knownBy
    return report
  }

  // MARK: Claims

  /// Those that are stale with the newer revision, and are not with the older one.
  private func staleClaims(
    among claims: [MappingClaim], _ from: Catalog, _ to: Catalog, _ changes: EndChanges
  ) throws -> [RevisionReport.StaleClaim] {
    // A claim without a revision is taken to be about the text that was there.
    let read = claims.map { $0.naming(from.metadata.id) }
    let before = try store.staleClaims(among: read, whereCurrent: from)
    let after = try store.staleClaims(among: read, whereCurrent: to).subtracting(before)
    return claims.filter { after.contains($0.id) }.map { claim in
      RevisionReport.StaleClaim(
        claim: claim, named: claim.revision(in: to.framework),
        changes: claim.ends(in: to.framework).flatMap(changes.changes(of:)))
    }.sorted { ($0.claim.origin, $0.claim.id) < ($1.claim.origin, $1.claim.id) }
  }

  // MARK: Verdicts

  private func verdicts(
    of pair: RevisionPair, _ request: DiffRequest, _ claims: [MappingClaim],
    _ renumbered: [CatalogDiff.Move]
  ) throws -> [RevisionReport.VerdictComparison] {
    let framework = pair.to.framework
    let options = GapAnalysis.Options(asOf: request.asOf)
    return try partners(of: framework, request, claims).flatMap { partner in
      let before = try store.graph([pair.from, partner], asOf: request.asOf)
      let after = try store.graph([pair.to, partner], asOf: request.asOf)
      return try [(framework, partner.framework), (partner.framework, framework)].map { source, target in
        try VerdictChanges(options).comparison(
          before: before, after: after, from: source, to: target, renumbered: renumbered)
      }
    }
  }

  /// The frameworks asked about, else those that claims connect with this one; by name.
  private func partners(
    of framework: FrameworkID, _ request: DiffRequest, _ claims: [MappingClaim]
  ) throws -> [FrameworkRevisionID] {
    let resolver = ReferenceResolver(store: store, asOf: request.asOf)
    guard request.against.isEmpty else {
      var partners: [FrameworkRevisionID] = []
      for reference in request.against {
        guard reference.local == nil else { throw WorkspaceError.wholeNeeded(reference) }
        guard reference.framework != framework else { throw WorkspaceError.sameFramework(framework) }
        let revision = try resolver.revision(reference)
        if !partners.contains(revision) { partners.append(revision) }
      }
      return partners
    }
    let named = Set(
      claims.lazy.filter { !$0.isAlternativeRoute }.flatMap { [$0.source.framework, $0.target.framework] })
    return try named.subtracting([framework]).sorted().compactMap {
      try store.newestRevision(of: $0, asOf: request.asOf)
    }
  }
}

/// The two revisions that a request is about.
struct RevisionPair {
  let from, to: FrameworkRevisionID

  init(_ request: DiffRequest, _ store: CrosswalkStore) throws {
    for reference in [request.from, request.to].compactMap(\.self) where reference.local != nil {
      throw WorkspaceError.wholeNeeded(reference)
    }
    let resolver = ReferenceResolver(store: store, asOf: request.asOf)
    let first = try resolver.revision(request.from)
    let known = try store.revisions(of: first.framework).map(\.metadata.id)
    if let newer = request.to {
      guard newer.framework == first.framework else {
        throw WorkspaceError.differentFrameworks(first.framework, newer.framework)
      }
      (from, to) = (first, try resolver.revision(newer))
    } else if request.from.revision != nil {
      to = try resolver.revision(Reference(framework: first.framework))
      from = first
    } else {
      // Revisions are listed from the oldest to the newest.
      to = first
      from = known.last { $0 != first && known.isInOrder($0, first) } ?? first
    }
    guard from != to else {
      throw WorkspaceError.sameRevision(to, known: known.map(\.revision.rawValue))
    }
  }
}

extension [FrameworkRevisionID] {
  fileprivate func isInOrder(_ first: Element, _ second: Element) -> Bool {
    guard let one = firstIndex(of: first), let other = firstIndex(of: second) else { return false }
    return one < other
  }
}

extension MappingClaim {
  fileprivate func hasEnd(in framework: FrameworkID) -> Bool {
    source.framework == framework || target.framework == framework
  }

  fileprivate func ends(in framework: FrameworkID) -> [ClaimEnd] {
    [source, target].filter { $0.framework == framework }
  }

  /// The revision of `framework` that the claim names.
  fileprivate func revision(in framework: FrameworkID) -> RevisionID? {
    source.framework == framework ? sourceRevision : targetRevision
  }

  /// The claim with `revision` where it names none of that framework.
  fileprivate func naming(_ revision: FrameworkRevisionID) -> MappingClaim {
    var claim = self
    if source.framework == revision.framework { claim.sourceRevision = sourceRevision ?? revision.revision }
    if target.framework == revision.framework { claim.targetRevision = targetRevision ?? revision.revision }
    return claim
  }
}
