import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// The claims between two frameworks, in either direction, with what an export says about them.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func mappingSet(from: Reference, to: Reference, asOf day: CalendarDate) throws -> MappingSet {
    guard from.framework != to.framework else { throw WorkspaceError.sameFramework(from.framework) }
    for reference in [from, to] where reference.local != nil { throw WorkspaceError.wholeNeeded(reference) }
    let claims = try claims(between: from, and: to, asOf: day).filter {
      $0.source.framework != $0.target.framework
    }
    var set = MappingSet(
      from: try end(from, of: claims, asOf: day), to: try end(to, of: claims, asOf: day), claims: claims)
    let shown = [set.from, set.to].compactMap { end in
      end.revision.map { FrameworkRevisionID(framework: end.framework, revision: $0) }
    }
    set.stale = try store.staleClaims(
      among: claims.filter { $0.counts || $0.offersAlternative }, asOf: day, showing: shown)
    return set
  }

  private func end(_ reference: Reference, of claims: [MappingClaim], asOf day: CalendarDate) throws
    -> MappingSet.End
  {
    if claims.leadRoutes(from: reference), try store.revisions(of: reference.framework).isEmpty {
      return MappingSet.End(
        framework: reference.framework, revision: nil, title: reference.framework.rawValue)
    }
    let catalog = try store.catalog(ReferenceResolver(store: store, asOf: day).revision(reference))
    let named = Set(claims.flatMap(\.nodes).filter { $0.framework == reference.framework }.map(\.local))
    var end = MappingSet.End(
      framework: reference.framework, revision: catalog.metadata.id.revision, title: catalog.metadata.title)
    for node in catalog.nodes where named.contains(node.local) {
      end.titles[node.local] = node.title
      if node.kind == .statement { end.statements.insert(node.local) }
    }
    let mapped = Set(
      claims.filter { $0.counts && !$0.isNoCounterpart }.flatMap(\.nodes)
        .filter { $0.framework == reference.framework }.map(\.local))
    end.unmapped = catalog.controls(without: mapped)
    return end
  }
}

extension Catalog {
  /// The controls in force of which neither they nor a part of them nor what holds them is called by one of `names`.
  ///
  /// Cost: linear.
  fileprivate func controls(without names: Set<String>) -> [String] {
    var isBelow = [Bool](repeating: false, count: rows.count)
    var holds = isBelow
    for node in nodes {
      let isNamed = names.contains(node.local)
      isBelow[node.index] = isNamed || node.parent.map { isBelow[$0.index] } ?? false
      // Parents stand before their children, so that each step up is taken once.
      var above: CatalogNode? = isNamed ? node : nil
      while let part = above, !holds[part.index] {
        holds[part.index] = true
        above = part.parent
      }
    }
    return nodes.filter { node in
      [.control, .enhancement].contains(node.kind) && !node.isWithdrawn && !isBelow[node.index]
        && !holds[node.index]
    }.map(\.local)
  }
}
