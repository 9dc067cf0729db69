import CrosswalkModel
import CrosswalkStore

/// Binds claims to what they speak of: local names as the catalogs spell them, and revisions where none is named.
struct ClaimBinder {
  let store: CrosswalkStore
  let day: CalendarDate
  private let imported: [Catalog]
  private var known: [FrameworkID: [FrameworkSummary]] = [:]
  private var indexes: [FrameworkRevisionID: LocalIndex] = [:]
  private var catalogs: [FrameworkRevisionID: Catalog] = [:]

  /// - Parameters:
  ///   - imported: Catalogs of the same run, which go before those of the store.
  ///   - day: Revisions that claims do not name are the newest on this day.
  init(store: CrosswalkStore, imported: [Catalog], day: CalendarDate) throws {
    self.store = store
    self.imported = imported
    self.day = day
  }

  /// The claims with their ends spelled as their catalogs spell them, and what no catalog has.
  mutating func bind(_ claims: [MappingClaim]) throws -> (claims: [MappingClaim], dangling: [Diagnostic]) {
    var bound: [MappingClaim] = []
    var dangling: [Diagnostic] = []
    bound.reserveCapacity(claims.count)
    for var claim in claims {
      // What an alternative route goes by, such as a certificate, need not be a framework of the store.
      let isKnown = try !claim.isAlternativeRoute || holds(claim.source.framework)
      let source =
        isKnown
        ? try bind(claim.source, named: claim.sourceRevision, of: claim, into: &dangling)
        : (claim.source, claim.sourceRevision)
      let target = try bind(claim.target, named: claim.targetRevision, of: claim, into: &dangling)
      (claim.source, claim.sourceRevision) = source
      (claim.target, claim.targetRevision) = target
      bound.append(claim)
    }
    return (bound, dangling)
  }

  private mutating func bind(
    _ end: ClaimEnd, named: RevisionID?, of claim: MappingClaim, into dangling: inout [Diagnostic]
  ) throws -> (ClaimEnd, RevisionID?) {
    guard let revision = try revision(of: end.framework, named: named) else {
      dangling.append(
        Self.warning(
          "the store has no framework \"\(end.framework)\"", claim, hint: "import it to use this claim"))
      return (end, named)
    }
    guard case .nodes(let nodes) = end else { return (end, named ?? revision.revision) }
    var spelled: [ControlID] = []
    for node in nodes {
      switch try index(of: revision)?.match(node.local) {
      case .one(let row)?:
        spelled.append(
          ControlID(framework: node.framework, local: try catalog(revision)?[row].local ?? node.local))
      case .several(let rows)?:
        let candidates = try catalog(revision).map { catalog in rows.map { catalog[$0].local } } ?? []
        dangling.append(
          Self.warning(
            "\"\(node.local)\" names several parts of \(revision)", claim,
            hint: "write one of: \(candidates.joined(separator: ", "))"))
        spelled.append(node)
      case .some(.none), nil:
        dangling.append(
          Self.warning("\(revision) has no \"\(node.local)\"", claim, hint: "the claim has no effect"))
        spelled.append(node)
      }
    }
    return (.nodes(spelled), named ?? revision.revision)
  }

  private mutating func holds(_ framework: FrameworkID) throws -> Bool {
    try revision(of: framework, named: nil) != nil
  }

  private static func warning(_ message: String, _ claim: MappingClaim, hint: String) -> Diagnostic {
    Diagnostic(.warning, code: "dangling-reference", message: message, location: claim.origin, hint: hint)
  }

  /// The revision an end is looked up in: the one named, where it is known, else the newest on the day.
  private mutating func revision(of framework: FrameworkID, named: RevisionID?) throws -> FrameworkRevisionID?
  {
    let here = imported.map(\.metadata.id).filter { $0.framework == framework }
    if let named {
      let wanted = FrameworkRevisionID(framework: framework, revision: named)
      if here.contains(wanted) { return wanted }
      if known[framework] == nil { known[framework] = try store.revisions(of: framework) }
      if known[framework]?.contains(where: { $0.metadata.id == wanted }) == true { return wanted }
    }
    if let first = here.first { return first }
    return try store.newestRevision(of: framework, asOf: day)
  }

  private mutating func catalog(_ id: FrameworkRevisionID) throws -> Catalog? {
    if let known = catalogs[id] { return known }
    let found = try imported.first { $0.metadata.id == id } ?? store.catalog(id)
    catalogs[id] = found
    return found
  }

  private mutating func index(of id: FrameworkRevisionID) throws -> LocalIndex? {
    if let known = indexes[id] { return known }
    guard let catalog = try catalog(id) else { return nil }
    let index = LocalIndex(catalog)
    indexes[id] = index
    return index
  }
}
