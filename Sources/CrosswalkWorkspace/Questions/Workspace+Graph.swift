import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// Frameworks with the claims among them, as they are exported.
  ///
  /// - Parameter references: The frameworks; all of the store where there are none.
  /// - Throws: ``WorkspaceError`` for names that do not exist and for parts of frameworks, `StoreError`.
  public func graph(of references: [Reference], asOf day: CalendarDate) throws -> CrosswalkGraph {
    for reference in references where reference.local != nil { throw WorkspaceError.wholeNeeded(reference) }
    let resolver = ReferenceResolver(store: store, asOf: day)
    var revisions = try references.map { try resolver.revision($0) }
    if references.isEmpty {
      let frameworks = Set(try store.frameworks().map(\.metadata.id.framework))
      revisions = try frameworks.sorted().compactMap { try store.newestRevision(of: $0, asOf: day) }
    }
    let graph = try store.graph(revisions, asOf: day)
    // Reasoning takes what lies between the frameworks along; an export holds what was asked for.
    let asked = Set(revisions.map(\.framework))
    return CrosswalkGraph(
      catalogs: graph.catalogs.filter { asked.contains($0.framework) },
      claims: graph.claims.filter { asked.isSuperset(of: [$0.source.framework, $0.target.framework]) },
      staleClaims: graph.staleClaims)
  }
}
