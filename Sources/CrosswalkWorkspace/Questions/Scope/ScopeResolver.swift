import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore
import Glibc

/// Turns what users write behind `--scope` into a subset of one catalog.
///
/// In this order: roles, a named subset that ships, a part, another framework of the store, a file. A file whose name is
/// one of the others' is written with its folder (`./9`).
struct ScopeResolver {
  let store: CrosswalkStore
  let content: BundledContent
  let resolver: ReferenceResolver
  let catalog: Catalog

  /// The subset that `text` names.
  ///
  /// - Throws: ``WorkspaceError`` for a name that nothing has or a subset of something else, ``LocalListError`` and
  ///   `ImportError` at the place in a file, `StoreError`.
  func scope(_ text: String) throws -> GapAnalysis.Scope {
    if let roles = try roles(text) { return .roles(roles) }
    if let definition = try shipped(text) { return try scope(definition) }
    switch LocalIndex(catalog).match(text) {
    case .one(let row): return .part(row, of: catalog)
    case .several(let found):
      throw WorkspaceError.ambiguousControl(
        catalog.metadata.id, text, candidates: found.map { catalog[$0].local })
    case .none: break
    }
    if let selection = try framework(text) { return try scope(selection) }
    if access(text, F_OK) == 0 || Self.isFileName(text) { return try file(text) }
    throw WorkspaceError.unknownScope(text, closest: try closest(to: text))
  }

  /// Roles with commas between them; `nil` where the first is none.
  private func roles(_ text: String) throws(WorkspaceError) -> RoleSet? {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
    guard let first = names.first, var roles = RoleSet(name: first) else { return nil }
    for name in names.dropFirst() {
      guard let role = RoleSet(name: name) else {
        throw .unknownScope(name, closest: ClosestNames.to(name, among: RoleSet.names))
      }
      roles.formUnion(role)
    }
    return roles
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func isFileName(_ text: String) -> Bool {
    [".json", ".csv", ".txt"].contains { text.lowercased().hasSuffix($0) }
  }

  // MARK: Named subsets

  private func shipped(_ text: String) throws -> ScopeDefinition? {
    let named = try content.scopes().filter { $0.name.lowercased() == text.lowercased() }
    if let own = named.first(where: { $0.framework == catalog.framework }) { return own }
    guard let other = named.first else { return nil }
    throw WorkspaceError.scopeOfAnother(other.name, other.framework, wanted: catalog.framework)
  }

  private func scope(_ definition: ScopeDefinition) throws -> GapAnalysis.Scope {
    guard definition.framework == catalog.framework else {
      throw WorkspaceError.scopeOfAnother(definition.name, definition.framework, wanted: catalog.framework)
    }
    let reader = LocalListReader(catalog)
    var rows = Set(try definition.parts.map { try reader.row($0.local, at: $0.location) })
    var absent: [String] = []
    for part in definition.partsIfPresent {
      do throws(LocalListError) {
        let row = try reader.row(part.local, at: part.location)
        // Of a bare heading there is no more to judge than of what is not there.
        if catalog[row].isHeadingOnly { absent.append(part.local) } else { rows.insert(row) }
      } catch {
        guard case .unknown = error.reason else { throw error }
        absent.append(part.local)
      }
    }
    let name = GapReport.Scope(
      kind: .named, name: definition.name, title: definition.title, description: definition.description,
      absent: absent)
    return .listed(rows, called: name, of: catalog)
  }

  // MARK: Other frameworks

  /// The framework of the store that `text` names; `nil` where there is none such.
  private func framework(_ text: String) throws -> Catalog? {
    guard let reference = Reference(text), reference.local == nil else { return nil }
    guard try !store.revisions(of: reference.framework).isEmpty else { return nil }
    return try store.catalog(try resolver.revision(reference))
  }

  private func scope(_ selection: Catalog) throws -> GapAnalysis.Scope {
    let scope = GapAnalysis.Scope.selection(selection, of: catalog)
    if case .rows([]) = scope.members {
      throw WorkspaceError.nothingShared(selection.metadata.id, catalog.metadata.id)
    }
    return scope
  }

  // MARK: Files

  private func file(_ path: String) throws -> GapAnalysis.Scope {
    let file = SourceFile(path: path)
    if path.lowercased().hasSuffix(".json") { return try scope(ScopeDefinition(file)) }
    let rows = try LocalListReader(catalog).list(file)
    guard !rows.isEmpty else { throw LocalListError(ReadingError(.empty, file: path)) }
    let base = path.baseName
    let name = GapReport.Scope(kind: .list, name: base, title: "The list \(base)")
    return .listed(rows, called: name, of: catalog)
  }

  private func closest(to text: String) throws -> [String] {
    let scopes = try content.scopes().filter { $0.framework == catalog.framework }.map(\.name)
    let locals = catalog.nodes.lazy.filter { $0.kind != .guidance }.map(\.local)
    return ClosestNames.to(text, among: RoleSet.names + scopes) + ClosestNames.to(text, among: Array(locals))
  }
}

extension String {
  /// What stands behind the last slash.
  var baseName: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
