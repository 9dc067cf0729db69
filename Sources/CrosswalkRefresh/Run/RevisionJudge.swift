import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

/// What became of a revision that came from a source.
struct RevisionJudgement {
  var outcome: RefreshRecord.Outcome
  var before: RefreshRecord.Content?
  var after: RefreshRecord.Content
  var guards: [RefreshRecord.GuardFinding] = []
  var diffDigest: String?
  var diff: CatalogDiff?
  var publication: RefreshPublication?
}

/// Compares a revision with what the store has of its framework, and decides whether it may go in.
struct RevisionJudge {
  let store: CrosswalkStore
  let source: SourceManifest.Source

  /// - Parameter accepted: The digest of a step that goes in whatever its guards say.
  func judge(_ staged: StagedRevision, accepting accepted: String?) throws(StoreError) -> RevisionJudgement {
    // First: what is read afterwards can only be newer, and is then noticed when it is published.
    let basis = try store.refreshBasis(of: source.framework)
    let official = try store.importedContents(of: source.framework)
    let renamed = staged.catalog.renamed(staged.content.renamed)
    let names = [
      staged.content,
      .init(revision: staged.content.renamed, digest: CrosswalkStore.contentDigest(of: renamed)),
    ]
    if let newest = official.last, names.contains(newest) {
      return RevisionJudgement(outcome: .unchanged, before: newest, after: newest)
    }
    let step = try step(
      to: staged, official, basis.claims, goesBack: official.contains(where: names.contains))
    var judgement = RevisionJudgement(
      outcome: .published, before: try before(step, official), after: staged.content, diff: step.diff)
    let hits = RefreshGuards.hits(step)
    judgement.guards = hits.map { .init(name: $0.name, reason: $0.hit.reason) }
    if let before = judgement.before, judgement.guards.allSatisfy({ $0.name == SilentChangeGuard().name }),
      step.onlySavesAgain
    {
      return RevisionJudgement(outcome: .unchanged, before: before, after: before)
    }
    let digest = DiffDigest.digest(
      source: source.id, framework: source.framework, from: judgement.before, to: staged.content,
      guards: hits)
    judgement.diffDigest = digest
    if !judgement.guards.isEmpty, accepted?.lowercased() != digest {
      judgement.outcome = .heldBack
      return judgement
    }
    let isTaken = official.contains { $0.revision == staged.content.revision && $0 != staged.content }
    judgement.after = names[isTaken ? 1 : 0]
    judgement.publication = publication(isTaken ? renamed : staged.catalog, staged.origin, basis)
    return judgement
  }

  /// What guards look at: the step from the revision of the same name, else from the newest one.
  private func step(
    to staged: StagedRevision, _ official: [RefreshRecord.Content], _ claims: [MappingClaim], goesBack: Bool
  ) throws(StoreError) -> RevisionStep {
    let known = try store.revisions(of: source.framework).map(\.metadata)
    let newestOfficial = official.last.flatMap { newest in known.first { $0.id.revision == newest.revision } }
    let base =
      goesBack
      ? newestOfficial
      : known.last { $0.id.revision.isSame(as: staged.content) } ?? newestOfficial ?? known.last
    let installed: Catalog? = if let base { try store.catalog(base.id) } else { nil }
    return RevisionStep(
      installed: installed, isOfficial: official.contains { $0.revision == base?.id.revision },
      staged: staged,
      diff: installed.map { RevisionComparison(from: $0, to: staged.catalog).diff() },
      newestOfficial: newestOfficial, goesBack: goesBack, claims: claims,
      emptied: installed.map { RevisionStep.emptied($0, by: staged.catalog) } ?? [])
  }

  private func before(_ step: RevisionStep, _ official: [RefreshRecord.Content]) throws(StoreError)
    -> RefreshRecord.Content?
  {
    guard let installed = step.installed else { return nil }
    let revision = installed.metadata.id.revision
    return official.first { $0.revision == revision }
      ?? .init(revision: revision, digest: CrosswalkStore.contentDigest(of: installed))
  }

  private func publication(_ catalog: Catalog, _ origin: ImportOrigin, _ basis: RefreshBasis)
    -> RefreshPublication
  {
    RefreshPublication(
      item: StoreImport(graph: CrosswalkGraph(catalogs: [catalog], claims: []), origin: origin),
      framework: source.framework, judgedAgainst: basis)
  }
}

extension RevisionStep {
  /// Whether the source has the installed revision, word for word, in a document that was saved anew.
  ///
  /// Its own UUID and times are other ones, and it says nothing else: neither is an identity (0007).
  fileprivate var onlySavesAgain: Bool {
    guard isOfficial, let installed, let diff, installed.metadata.id == staged.catalog.metadata.id else {
      return false
    }
    return diff.isEmpty && diff.notCompared.allSatisfy { $0.reason == .noText }
      && installed.resources == staged.catalog.resources
      && diff.metadata.allSatisfy(Self.isOfSaving)
  }

  private static func isOfSaving(_ part: CatalogDiff.Part) -> Bool {
    guard case .list(.properties, let removed, let inserted) = part else { return part.field == .asOf }
    return (removed + inserted).allSatisfy { $0.hasPrefix("uuid: ") || $0.hasPrefix("last-modified: ") }
  }
}
