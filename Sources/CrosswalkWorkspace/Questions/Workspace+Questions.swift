import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// What the store holds, revision by revision.
  public func frameworks() throws -> [FrameworkSummary] { try store.frameworks() }

  /// One revision of a framework with everything in it.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist and for a part of a framework, `StoreError`.
  public func catalog(_ reference: Reference, asOf day: CalendarDate) throws -> Catalog {
    guard reference.local == nil else { throw WorkspaceError.wholeNeeded(reference) }
    return try store.catalog(try ReferenceResolver(store: store, asOf: day).revision(reference))
  }

  /// Which frameworks claims connect.
  public func mappings() throws -> [MappingSummary] { MappingSummary.summaries(of: try store.claims(.all)) }

  /// The claims between two frameworks, in either direction, in the order of their sources.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func claims(between first: Reference, and second: Reference, asOf day: CalendarDate) throws
    -> [MappingClaim]
  {
    let resolver = ReferenceResolver(store: store, asOf: day)
    let claims = try store.claims(.all)
    let ends = Set(
      try [first, second].map { reference in
        // What alternative routes go by need not be a framework of the store.
        try claims.leadRoutes(from: reference) ? reference.framework : resolver.revision(reference).framework
      })
    return claims.filter {
      [$0.source.framework, $0.target.framework].allSatisfy(ends.contains)
    }
  }

  /// What follows from all claims about pairs of two frameworks that no claim says of these pairs.
  ///
  /// Claims about other frameworks through which the two are connected take part.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func derivedRelations(from: Reference, to: Reference, asOf day: CalendarDate) throws
    -> [DerivedRelation]
  {
    guard from.framework != to.framework else { throw WorkspaceError.sameFramework(from.framework) }
    for reference in [from, to] where reference.local != nil { throw WorkspaceError.wholeNeeded(reference) }
    let resolver = ReferenceResolver(store: store, asOf: day)
    let graph = try store.graph([from, to].map { try resolver.revision($0) }, asOf: day)
    return DerivedRelationFinder(RelationshipClosure(graph)).relations(
      from: from.framework, to: to.framework)
  }

  /// How much follows from the claims about every two frameworks of the store.
  public func closureSummaries(asOf day: CalendarDate) throws -> [ClosureSummary] {
    let claimed = Set(try mappings().flatMap { [$0.source, $0.target] })
    let revisions = try claimed.sorted().compactMap { try store.newestRevision(of: $0, asOf: day) }
    let graph = try store.graph(revisions, asOf: day)
    return DerivedRelationFinder(RelationshipClosure(graph)).summaries()
  }

  /// Imports files, together or not at all.
  ///
  /// - Throws: `ImportError`, `ReadingError`, `StoreError`, ``WorkspaceError``; the store is then as it was.
  public func importFiles(_ request: ImportRequest, progress: (String) -> Void = { _ in }) throws
    -> ImportReport
  {
    try withoutActuallyEscaping(progress) { progress in
      try ImportRun(request: request, store: store, content: content, progress: progress).report()
    }
  }

  /// Every relation still possible between two requirements, and why.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func explain(
    _ source: Reference, _ target: Reference, reasoning: ReasoningOptions = .init(), asOf day: CalendarDate
  ) throws -> Explanation {
    let resolver = ReferenceResolver(store: store, asOf: day)
    let names = try [source, target].map { try resolver.revision($0) }
    let graph = try store.graph(names[0] == names[1] ? [names[0]] : names, asOf: day)
    try reasoning.checkSources(of: graph)
    let ends = try [source, target].map { try node($0, in: graph, resolver).id }
    var explanation = try RelationExplainer(reasoning).explain(graph: graph, from: ends[0], to: ends[1])
    explanation.knownBy = knownBy
    return explanation
  }

  /// One requirement with everything known about it.
  ///
  /// - Throws: ``WorkspaceError`` for a name that does not exist, `StoreError`.
  public func show(_ reference: Reference, asOf day: CalendarDate) throws -> ControlView {
    let resolver = ReferenceResolver(store: store, asOf: day)
    let id = try resolver.revision(reference)
    let catalog = try store.catalog(id)
    guard let local = reference.local else { throw WorkspaceError.partNeeded(reference) }
    let node = try resolver.node(local, in: catalog)
    let all = try store.claims(.all)
    let (derived, longestChain) = try derived(for: node, id, resolver)
    var view = ControlView(
      node: node, claims: all.filter { $0.names(node.id) && !$0.isAlternativeRoute }, derived: derived,
      longestChain: longestChain, revisions: try revisions(with: node))
    let line = sequence(first: node, next: \.parent).map(\.id)
    view.alternatives = line.flatMap { id in all.filter { $0.isAlternativeRoute && $0.names(id) } }
    view.knownBy = knownBy
    view.knownSince = try store.revisions(of: id.framework).first { $0.metadata.id == id }?.knownSince
    view.remarks = try remarks(on: view.claims + view.alternatives, asOf: day, showing: [id])
    return view
  }

  /// What is known about claims besides what they say, on `day`.
  ///
  /// - Parameter shown: Revisions that stand in for those that are current on the day.
  public func remarks(
    on claims: [MappingClaim], asOf day: CalendarDate, showing shown: [FrameworkRevisionID] = []
  ) throws -> ClaimRemarks {
    var remarks = ClaimRemarks(
      positions: try store.positionIndex(asOf: day), acts: try store.reviewActs(),
      stale: try store.staleClaims(
        among: claims.filter { $0.counts || $0.offersAlternative }, asOf: day, showing: shown))
    remarks.knownBy = knownBy
    return remarks
  }

  private func node(
    _ reference: Reference, in graph: CrosswalkGraph, _ resolver: ReferenceResolver
  ) throws(WorkspaceError) -> CatalogNode {
    guard let local = reference.local, let catalog = graph.catalog(reference.framework) else {
      throw .partNeeded(reference)
    }
    return try resolver.node(local, in: catalog)
  }

  private func revisions(with node: CatalogNode) throws -> [RevisionID] {
    try store.revisions(of: node.id.framework).map(\.metadata.id).filter { id in
      if id == node.catalog.metadata.id { return true }
      if case .one = LocalIndex(try store.catalog(id)).match(node.local) { return true }
      return false
    }.map(\.revision)
  }

  /// What follows from the claims about `node` without being claimed of it.
  private func derived(
    for node: CatalogNode, _ id: FrameworkRevisionID, _ resolver: ReferenceResolver
  ) throws -> (derived: [ControlView.Derived], longestChain: Int?) {
    let partners = Set(
      try store.claims(.all).flatMap { claim -> [FrameworkID] in
        let ends = [claim.source.framework, claim.target.framework]
        return ends.contains(id.framework) ? ends.filter { $0 != id.framework } : []
      })
    var revisions = [id]
    for partner in partners.sorted() {
      if let newest = try store.newestRevision(of: partner, asOf: resolver.asOf) { revisions.append(newest) }
    }
    guard revisions.count > 1 else { return ([], nil) }
    let graph = try store.graph(revisions, asOf: resolver.asOf)
    let closure = RelationshipClosure(graph, including: [node.id], about: .node(node.id))
    let asserted = Set(graph.claims.filter { $0.counts && $0.names(node.id) }.flatMap(\.nodes))
    let derived = graph.catalogs.filter { $0.framework != id.framework }.flatMap { catalog in
      catalog.nodes.lazy.filter { !asserted.contains($0.id) }.compactMap { other in
        let relations = closure.relations(from: node.id, to: other.id)
        return relations == .all ? nil : ControlView.Derived(other: other.id, relations: relations)
      }
    }
    return (derived, closure.longestChain)
  }
}

extension [MappingClaim] {
  /// Whether alternative routes of these claims go by what `reference` names.
  func leadRoutes(from reference: Reference) -> Bool {
    contains { $0.isAlternativeRoute && $0.source.framework == reference.framework }
  }
}

extension MappingClaim {
  /// The nodes of both ends.
  var nodes: [ControlID] {
    [source, target].flatMap { (end: ClaimEnd) -> [ControlID] in
      switch end {
      case .nodes(let nodes): nodes
      case .framework: []
      }
    }
  }

  fileprivate func names(_ id: ControlID) -> Bool { nodes.contains(id) }
}
