import CrosswalkModel
import GRDB

extension CrosswalkStore {
  /// The graph for questions about these revisions.
  ///
  /// It holds their catalogs; the catalogs of the other frameworks through which claims can connect two of them, in
  /// the revision that is current on `day` (``newestRevision(of:asOf:)``; without a day, the one with the latest
  /// date); all claims between the frameworks of the graph, and the alternative routes to them; and which of these are
  /// stale.
  ///
  /// - Parameter hypothesis: What is supposed beside the content of the store: its catalogs stand in for the
  ///   revisions named, and its claims count as if the store had (or lacked) them.
  /// - Throws: ``StoreError/Reason/unknownRevision(_:)``, ``StoreError/Reason/severalRevisions(_:)``.
  /// - Complexity: Linear in the catalogs and claims of the graph; with a hypothesis, in all claims.
  public func graph(
    _ revisions: [FrameworkRevisionID], asOf day: CalendarDate? = nil,
    supposing hypothesis: Hypothesis = Hypothesis()
  ) throws(StoreError) -> CrosswalkGraph {
    try reading { try GraphReader(database: $0, hypothesis: hypothesis).graph(revisions, day) }
  }

  /// For each stale claim of a graph of this store, the ends whose text is not known to be the same.
  ///
  /// - Complexity: Linear in the catalogs that stale claims name, and in the texts of their ends.
  public func staleEnds(in graph: CrosswalkGraph) throws(StoreError) -> [ClaimID: [CheckReport.Stale.End]] {
    guard !graph.staleClaims.isEmpty else { return [:] }
    return try reading { database in
      let reader = CatalogReader(database: database)
      var staleness = Staleness(catalogs: graph.catalogs) { try reader.catalog($0) }
      var ends: [ClaimID: [CheckReport.Stale.End]] = [:]
      for claim in graph.claims where graph.staleClaims.contains(claim.id) {
        ends[claim.id] = try staleness.staleEnds(of: claim)
      }
      return ends
    }
  }
}

extension CrosswalkStore {
  /// Those of `claims` that name another revision than the one current on `day`, and whose text is not known to be the
  /// same.
  ///
  /// - Parameter shown: Revisions that stand in for the current ones of their frameworks.
  /// - Complexity: Linear in the claims; where one names another revision, in the catalogs of both.
  public func staleClaims(
    among claims: [MappingClaim], asOf day: CalendarDate, showing shown: [FrameworkRevisionID] = []
  ) throws(StoreError) -> Set<ClaimID> {
    try reading { database in
      var staleness = try Staleness(
        of: claims.flatMap(\.revisionsNamed), asOf: day, showing: shown, in: database)
      return Set(try claims.filter { try staleness.isStale($0) }.map(\.id))
    }
  }
}

extension CrosswalkStore {
  /// Those of `claims` that are stale where `catalog` is the current revision of its framework; ends in other
  /// frameworks are not looked at.
  ///
  /// - Complexity: Linear in the claims, in the catalogs that they name, and in the texts of their ends.
  public func staleClaims(
    among claims: [MappingClaim], whereCurrent catalog: Catalog
  ) throws(StoreError) -> Set<ClaimID> {
    try reading { database in
      let reader = CatalogReader(database: database)
      var staleness = Staleness(catalogs: [catalog]) { try reader.catalog($0) }
      return Set(try claims.filter { try staleness.isStale($0) }.map(\.id))
    }
  }
}

/// Puts a graph together from one state of the store.
struct GraphReader {
  let database: Database
  var hypothesis = Hypothesis()

  func graph(_ asked: [FrameworkRevisionID], _ day: CalendarDate?) throws -> CrosswalkGraph {
    var frameworks: Set<FrameworkID> = []
    for id in asked where !frameworks.insert(id.framework).inserted {
      throw StoreError.Reason.severalRevisions(id.framework)
    }
    let reader = CatalogReader(database: database)
    var catalogs: [Catalog] = []
    // Claims that are only supposed may connect what stored ones do not.
    let supposed = try hypothesis.isEmpty ? nil : supposedClaims()
    for id in try asked + pivots(between: frameworks, day, supposed) {
      guard let catalog = try hypothesis.catalog(id.framework) ?? reader.catalog(id) else {
        throw StoreError.Reason.unknownRevision(id)
      }
      catalogs.append(catalog)
    }
    let claims = try claims(among: Set(catalogs.map(\.framework)), supposed)
    var staleness = Staleness(catalogs: catalogs) { try reader.catalog($0) }
    let stale = try claims.filter { try staleness.isStale($0) }.map(\.id)
    return CrosswalkGraph(catalogs: catalogs, claims: claims, staleClaims: Set(stale))
  }

  private func supposedClaims() throws -> [MappingClaim] {
    hypothesis.claims(from: try ClaimReader(database: database).claims(.all))
  }

  private func claims(
    among frameworks: Set<FrameworkID>, _ supposed: [MappingClaim]?
  ) throws -> [MappingClaim] {
    guard let supposed else { return try ClaimReader(database: database).claims(.among(frameworks)) }
    return supposed.filter { claim in
      // As the store selects: an alternative route may start outside the frameworks of the graph.
      frameworks.contains(claim.target.framework)
        && (claim.isAlternativeRoute || frameworks.contains(claim.source.framework))
    }
  }

  /// The current revisions of the frameworks that connect others, sorted by name.
  private func pivots(
    between asked: Set<FrameworkID>, _ day: CalendarDate?, _ supposed: [MappingClaim]?
  ) throws -> [FrameworkRevisionID] {
    let known = try frameworkNames()
    var network = FrameworkNetwork()
    let pairs = try supposed.map(Self.pairs) ?? claimedPairs()
    for (source, target) in pairs
    where known.union(asked).isSuperset(of: [source, target]) {
      network.connect(source, target)
    }
    return try network.between(asked).subtracting(asked).sorted().compactMap {
      try RevisionList(of: $0, in: database, counting: .none).newest(asOf: day)
    }
  }

  private func frameworkNames() throws -> Set<FrameworkID> {
    var select = try SQLStatement("SELECT DISTINCT framework FROM revision", on: database)
    var names: Set<FrameworkID> = []
    while try select.step() { names.insert(try select.framework(0)) }
    return names
  }

  private static func pairs(of claims: [MappingClaim]) -> [(FrameworkID, FrameworkID)] {
    claims.filter { $0.counts && $0.source.framework != $0.target.framework }.map {
      ($0.source.framework, $0.target.framework)
    }
  }

  /// The pairs of frameworks with a claim that counts.
  private func claimedPairs() throws -> [(FrameworkID, FrameworkID)] {
    let reviewed = try ClaimReader(database: database).claimsWithActs()
    // What acts are about is known already; a store of an older version has no acts to leave out.
    let untouched =
      reviewed.isEmpty ? "" : "AND id NOT IN (SELECT claim FROM review_act WHERE claim IS NOT NULL)"
    var select = try SQLStatement(
      """
      SELECT DISTINCT source_framework, target_framework FROM claim
      WHERE status IN ('draft', 'complete') AND source_framework <> target_framework
        AND token <> '\(MappingClaim.alternativeRouteToken)' \(untouched)
      """, on: database)
    var pairs = Self.pairs(of: reviewed)
    while try select.step() { pairs.append((try select.framework(0), try select.framework(1))) }
    return pairs
  }
}
