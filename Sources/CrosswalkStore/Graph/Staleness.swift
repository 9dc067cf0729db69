import CrosswalkModel
import GRDB

/// Decides which claims were made about a text that may have changed since.
///
/// A claim is stale where it names another revision of an end than the graph has, unless the requirement text of that
/// end is known to be the same in both (``RequirementComparison``); likewise where the store lacks the named revision.
struct Staleness {
  private let catalogs: [FrameworkID: Catalog]
  private var present: [FrameworkID: IndexedCatalog] = [:]
  private var named: [FrameworkRevisionID: IndexedCatalog?] = [:]
  private let load: (FrameworkRevisionID) throws -> Catalog?

  /// - Parameters:
  ///   - catalogs: The catalogs of the graph.
  ///   - load: Gives another revision, or `nil` where the store lacks it; asked once for each.
  init(catalogs: [Catalog], load: @escaping (FrameworkRevisionID) throws -> Catalog?) {
    self.load = load
    self.catalogs = Dictionary(catalogs.map { ($0.framework, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Compares with the revisions that are current on `day`.
  ///
  /// Cost: linear in the catalogs of the frameworks of which another revision than the current one was read.
  ///
  /// - Parameters:
  ///   - revisions: What was read.
  ///   - shown: Revisions that stand in for the current ones of their frameworks.
  init(
    of revisions: [FrameworkRevisionID], asOf day: CalendarDate, showing shown: [FrameworkRevisionID] = [],
    in database: Database
  ) throws {
    let reader = CatalogReader(database: database)
    var catalogs: [Catalog] = []
    for (framework, read) in Dictionary(grouping: Set(revisions), by: \.framework) {
      let chosen = shown.first { $0.framework == framework }
      guard
        let current = try chosen
          ?? RevisionList(of: framework, in: database, counting: .none).newest(asOf: day),
        read != [current], let catalog = try reader.catalog(current)
      else { continue }
      catalogs.append(catalog)
    }
    self.init(catalogs: catalogs) { try reader.catalog($0) }
  }

  /// Whether the graph has another revision of the framework than this one.
  func isOutdated(_ id: FrameworkRevisionID) -> Bool {
    catalogs[id.framework].map { $0.metadata.id != id } ?? false
  }

  /// Whether an end of `claim` may have changed since the claim was made.
  mutating func isStale(_ claim: MappingClaim) throws -> Bool {
    if try isStale(claim.source, claim.sourceRevision) { return true }
    return try isStale(claim.target, claim.targetRevision)
  }

  /// The ends of `claim` that may have changed since the claim was made, the source first.
  mutating func staleEnds(of claim: MappingClaim) throws -> [CheckReport.Stale.End] {
    try [(claim.source, claim.sourceRevision), (claim.target, claim.targetRevision)].compactMap {
      end, named in
      guard let named, let current = catalogs[end.framework]?.metadata.id.revision,
        try isStale(end, named)
      else { return nil }
      return CheckReport.Stale.End(framework: end.framework, named: named, current: current)
    }
  }

  /// Whether an end may have changed since `revision` of its framework; false where no revision is named.
  mutating func isStale(_ end: ClaimEnd, _ revision: RevisionID?) throws -> Bool {
    guard let revision, let catalog = catalogs[end.framework],
      catalog.metadata.id.revision != revision
    else { return false }
    guard let before = try text(of: FrameworkRevisionID(framework: end.framework, revision: revision)) else {
      return true
    }
    return !RequirementComparison(before: before, after: text(of: catalog)).isKnownToBeSame(end)
  }

  private mutating func text(of catalog: Catalog) -> IndexedCatalog {
    if let known = present[catalog.framework] { return known }
    let text = IndexedCatalog(catalog)
    present[catalog.framework] = text
    return text
  }

  private mutating func text(of id: FrameworkRevisionID) throws -> IndexedCatalog? {
    if let known = named[id] { return known }
    let text = try load(id).map(IndexedCatalog.init)
    named[id] = .some(text)
    return text
  }
}
