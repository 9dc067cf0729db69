import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

/// Puts beside the stale ends of claims what changed in them; every pair of revisions is compared once.
struct StaleEndChanges {
  let store: CrosswalkStore
  private var known: [Pair: EndChanges?] = [:]

  private struct Pair: Hashable {
    let framework: FrameworkID
    let named, current: RevisionID
  }

  init(store: CrosswalkStore) { self.store = store }

  /// The end with what changed; as it is where the store lacks the text that the author read.
  mutating func completed(_ end: CheckReport.Stale.End, of claim: MappingClaim) throws
    -> CheckReport.Stale.End
  {
    guard let changes = try changes(of: end) else { return end }
    var end = end
    end.changes = [claim.source, claim.target].filter { $0.framework == end.framework }
      .flatMap(changes.changes(of:))
    return end
  }

  private mutating func changes(of end: CheckReport.Stale.End) throws -> EndChanges? {
    let pair = Pair(framework: end.framework, named: end.named, current: end.current)
    if let known = known[pair] { return known }
    let revisions = Set(try store.revisions(of: pair.framework).map(\.metadata.id.revision))
    let found =
      revisions.isSuperset(of: [pair.named, pair.current])
      ? EndChanges(from: try catalog(pair, pair.named), to: try catalog(pair, pair.current)) : nil
    known[pair] = .some(found)
    return found
  }

  private func catalog(_ pair: Pair, _ revision: RevisionID) throws -> Catalog {
    try store.catalog(FrameworkRevisionID(framework: pair.framework, revision: revision))
  }
}
