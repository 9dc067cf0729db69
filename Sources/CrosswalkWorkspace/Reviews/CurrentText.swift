import CrosswalkModel
import CrosswalkStore

/// What a reviewer of one day has before them: the current revision of each framework.
struct CurrentText {
  private let resolver: ReferenceResolver
  private let workspace: Workspace
  private var catalogs: [FrameworkID: Catalog] = [:]

  init(_ workspace: Workspace, asOf day: CalendarDate) {
    self.workspace = workspace
    resolver = ReferenceResolver(store: workspace.store, asOf: day)
  }

  /// The current revision; `nil` where the store lacks the framework, as what an alternative route goes by may be.
  func revision(of framework: FrameworkID) throws -> FrameworkRevisionID? {
    try workspace.store.newestRevision(of: framework, asOf: resolver.asOf)
  }

  /// The current revisions of the frameworks that `claim` names, sorted by name.
  func revisions(of claim: MappingClaim) throws -> [FrameworkRevisionID] {
    try Set([claim.source.framework, claim.target.framework]).sorted().compactMap { try revision(of: $0) }
  }

  /// Whether an end names another revision than the current one.
  func isOutdated(_ end: ClaimEnd, _ named: RevisionID?) throws -> Bool {
    guard let named, let current = try revision(of: end.framework) else { return false }
    return current.revision != named
  }

  /// Whether the current revision has every node of an end in force.
  mutating func isInForce(_ end: ClaimEnd) throws -> Bool {
    guard case .nodes(let nodes) = end, let catalog = try catalog(end.framework) else { return true }
    let index = LocalIndex(catalog)
    return nodes.allSatisfy { node in
      if case .one(let place) = index.match(node.local) { !catalog[place].isWithdrawn } else { false }
    }
  }

  /// Refuses an end with a node that the current revision lacks or has withdrawn.
  mutating func check(_ end: ClaimEnd, of claim: ClaimID?) throws {
    guard case .nodes(let nodes) = end, let catalog = try catalog(end.framework) else { return }
    let index = LocalIndex(catalog)
    for node in nodes {
      guard case .one(let place) = index.match(node.local), !catalog[place].isWithdrawn else {
        var isWithdrawn = false
        if case .one = index.match(node.local) { isWithdrawn = true }
        throw ReviewActError.notInForce(claim, node, catalog.metadata.id, isWithdrawn: isWithdrawn)
      }
    }
  }

  /// The node that `local` names in the current revision of `framework`, in force.
  mutating func node(_ local: String, of framework: FrameworkID, claim: ClaimID?) throws -> ControlID {
    guard let catalog = try catalog(framework) else {
      throw WorkspaceError.unknownFramework(framework.rawValue, closest: [])
    }
    let node = try resolver.node(local, in: catalog)
    guard !node.isWithdrawn else {
      throw ReviewActError.notInForce(claim, node.id, catalog.metadata.id, isWithdrawn: true)
    }
    return node.id
  }

  /// The node that `local` names in `revision`, in force there.
  func node(_ local: String, in revision: FrameworkRevisionID) throws -> ControlID {
    let node = try resolver.node(local, in: workspace.store.catalog(revision))
    guard !node.isWithdrawn else {
      throw ReviewActError.notInForce(nil, node.id, revision, isWithdrawn: true)
    }
    return node.id
  }

  private mutating func catalog(_ framework: FrameworkID) throws -> Catalog? {
    if let known = catalogs[framework] { return known }
    guard let revision = try revision(of: framework) else { return nil }
    let catalog = try workspace.store.catalog(revision)
    catalogs[framework] = catalog
    return catalog
  }
}
