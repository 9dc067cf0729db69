import CrosswalkModel

/// Tells what became of the ends of claims between two revisions.
public struct EndChanges: Sendable {
  /// What the two revisions say otherwise.
  public let diff: CatalogDiff
  private let comparison: RequirementComparison
  private let changed: [ControlID: CatalogDiff.Change]
  private let added: [ControlID: CatalogDiff.Node]
  private let ended: [ControlID: CatalogDiff.Node]
  private let moved: [ControlID: [CatalogDiff.Move]]

  /// Compares `from`, the revision that was read, with `to`.
  ///
  /// - Complexity: that of ``RevisionComparison/diff()``.
  public init(from: Catalog, to: Catalog) {
    diff = RevisionComparison(from: from, to: to).diff()
    comparison = RequirementComparison(before: IndexedCatalog(from), after: IndexedCatalog(to))
    changed = Dictionary(
      diff.changed.filter(\.isOfRequirement).map { ($0.after.id, $0) },
      uniquingKeysWith: { first, _ in first })
    added = Dictionary(
      (diff.added + diff.reinstated).map { ($0.node.id, $0.node) }, uniquingKeysWith: { first, _ in first })
    ended = Dictionary(
      (diff.removed + diff.withdrawn).map { ($0.node.id, $0.node) }, uniquingKeysWith: { first, _ in first })
    moved = Dictionary(grouping: diff.moved + diff.renumbered, by: \.from.id)
  }

  /// What of `end` is not known to be the same; of what is the same nothing is told.
  ///
  /// - Complexity: linear in the text of the nodes that it names; of a whole framework, in the framework.
  public func changes(of end: ClaimEnd) -> [EndChange] {
    switch end {
    case .nodes(let nodes): return nodes.compactMap(change(of:))
    case .framework(let framework):
      guard !comparison.isKnownToBeSame(end) else { return [] }
      let isKnown = !diff.staleRelevant.isEmpty || !diff.added.isEmpty || !diff.removed.isEmpty
      return [
        EndChange(
          ControlID(framework: framework, local: ""), isKnown ? .changed : .notComparable,
          count: diff.staleRelevant.count + diff.added.count)
      ]
    }
  }

  private func change(of id: ControlID) -> EndChange? {
    let outcome = comparison.outcome(of: id.local)
    guard outcome != .same else { return nil }
    let (old, new) = (comparison.before.node(id.local), comparison.after.node(id.local))
    var change = EndChange(id, outcome, moves: old.flatMap { moved[$0.id] } ?? [])
    guard outcome == .changed else { return change }
    let parts = (Self.requirement(of: old), Self.requirement(of: new))
    change.changes = parts.1.compactMap { changed[$0] }
    change.added = parts.1.compactMap { added[$0] }
    let still = Set(parts.1)
    change.removed = parts.0.compactMap { part in
      if let node = ended[part] { return node }
      // A part that stands elsewhere now is no part of this any more.
      guard !still.contains(part), moved[part] != nil else { return nil }
      return comparison.before.node(part.local).map { CatalogDiff.Node($0) }
    }
    return change
  }

  /// The node and its parts, in document order.
  private static func requirement(of node: CatalogNode?) -> [ControlID] {
    guard let node else { return [] }
    return [node.id]
      + node.children.filter { $0.kind.isPartOfItsParent }.flatMap { requirement(of: $0) }
  }
}
