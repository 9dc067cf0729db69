import CrosswalkModel
import CrosswalkStore

/// Turns what users type into a revision that the store has, and a node in it.
struct ReferenceResolver {
  let store: CrosswalkStore
  let asOf: CalendarDate

  /// The revision that `reference` names, else the newest of its framework that applies on the day asked about.
  func revision(_ reference: Reference) throws -> FrameworkRevisionID {
    let known = try store.revisions(of: reference.framework).map(\.metadata.id)
    guard !known.isEmpty else { throw try unknown(reference.framework) }
    if let revision = reference.revision {
      let name = FrameworkRevisionID(framework: reference.framework, revision: revision)
      guard known.contains(name) else {
        throw WorkspaceError.unknownRevision(
          reference.framework, revision.rawValue, known: known.map(\.revision.rawValue))
      }
      return name
    }
    guard let newest = try store.newestRevision(of: reference.framework, asOf: asOf) else {
      throw try unknown(reference.framework)
    }
    return newest
  }

  private func unknown(_ framework: FrameworkID) throws -> WorkspaceError {
    if let day = store.knownBy { return .unknownThen(framework, day) }
    let names = Set(try store.frameworks().map(\.metadata.id.framework.rawValue))
    return .unknownFramework(framework.rawValue, closest: ClosestNames.to(framework.rawValue, among: names))
  }

  /// The node of `catalog` that `local` names.
  func node(_ local: String, in catalog: Catalog) throws(WorkspaceError) -> CatalogNode {
    switch LocalIndex(catalog).match(local) {
    case .one(let index):
      return catalog[index]
    case .several(let found):
      throw .ambiguousControl(catalog.metadata.id, local, candidates: found.map { catalog[$0].local })
    case .none:
      let names = catalog.nodes.lazy.filter { $0.kind != .guidance }.map(\.local)
      throw .unknownControl(catalog.metadata.id, local, closest: ClosestNames.to(local, among: Array(names)))
    }
  }
}
