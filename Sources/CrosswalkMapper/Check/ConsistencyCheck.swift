import CrosswalkModel

/// Checks the claims of a graph: which conflict, and how that is repaired; which take no part; which to look at again.
public struct ConsistencyCheck: Sendable {
  /// What to check.
  public struct Options: Sendable {
    /// The day by which revisions were chosen.
    public var asOf: CalendarDate
    /// Which claims to trust.
    public var reasoning: ReasoningOptions
    /// How many minimal sets of conflicting claims to list; `nil` for the one of each conflict only.
    public var sets: Int?
    /// By which closure conflicts are looked for.
    public var method: Method

    /// Creates options; by default every claim that counts is checked.
    public init(
      asOf: CalendarDate, reasoning: ReasoningOptions = .init(), sets: Int? = nil, method: Method = .automatic
    ) {
      self.asOf = asOf
      self.reasoning = reasoning
      self.sets = sets
      self.method = method
    }
  }

  /// By which closure conflicts are looked for.
  public enum Method: Hashable, Sendable {
    /// The sparse one where the full one would take more than about two seconds.
    case automatic
    /// ``RelationshipClosure``.
    case full
    /// ``ChordalClosure``, and the full one around what it finds: it may miss conflicts.
    case sparse
  }

  /// What to check.
  public var options: Options

  /// Creates a check.
  public init(_ options: Options) { self.options = options }

  /// Compositions and steps for what is only worth it while it is fast: the list of sets, and the proof that nothing
  /// smaller resolves all conflicts.
  private static let effort = 40_000_000

  /// The findings about `graph`.
  ///
  /// What a catalog alone does not know is left to the caller: names like those that dangle, and which end
  /// of a stale claim changed.
  ///
  /// - Complexity: one closure, a small one for each claim of each conflict, and a bounded effort for the rest.
  public func report(graph: CrosswalkGraph) -> CheckReport {
    let network = RelationNetworkBuilder.network(of: graph, options: options.reasoning)
    let (closure, isSparse) = closure(of: graph, network)
    var report = CheckReport(
      frameworks: graph.catalogs.map(\.metadata.id).sorted { $0.framework < $1.framework },
      asOf: options.asOf, minimumConfidence: options.reasoning.minimumConfidence,
      claims: network.claims.count, reviewed: network.claims.count(where: \.isReviewed))
    report.mayMissConflicts = isSparse
    addConflicts(of: closure, to: &report)
    report.dangling = closure.danglingClaims.map { dangling in
      CheckReport.Dangling(
        claim: dangling.claim,
        missing: dangling.missing.map { name in
          .init(name: name, revision: graph.catalog(name.framework)?.metadata.id, closest: [])
        })
    }
    report.stale = network.claims.filter { network.staleClaims.contains($0.id) }.map {
      CheckReport.Stale(claim: $0, ends: [])
    }
    report.withoutEffect = closure.claimsWithoutEffect
    report.unwitnessed = WitnessSearch(network).unwitnessed().map {
      CheckReport.Unwitnessed(claim: network.claims[$0.claim], parts: $0.parts)
    }
    report.sortRemarks()
    return report
  }

  /// The closure in which conflicts are looked for, and whether it may miss some.
  private func closure(
    of graph: CrosswalkGraph, _ network: RelationNetwork
  ) -> (RelationshipClosure, isSparse: Bool) {
    let isSparse =
      switch options.method {
      case .automatic: network.isLarge && options.reasoning.inference == .closure
      case .full: false
      case .sparse: true
      }
    if isSparse {
      let claims = network.claimsAroundConflicts()
      let around = RelationshipClosure(
        RelationNetworkBuilder.network(of: graph, options: options.reasoning, claims: claims),
        options: options.reasoning)
      // What the sparse closure found has to show; a conflict of claims far from each other needs all of them.
      if claims.isEmpty || !around.emptyPairs.isEmpty { return (around, true) }
    }
    return (RelationshipClosure(network, options: options.reasoning), false)
  }

  // MARK: Conflicts

  private func addConflicts(of closure: RelationshipClosure, to report: inout CheckReport) {
    let network = closure.network
    let inference = options.reasoning.inference
    let conflicts = closure.conflicts()
    report.contradictions = conflicts.map { conflict in
      CheckReport.Contradiction(
        pairs: conflict.pairs, claims: conflict.claims.map { network.claims[$0] },
        derivations: conflict.derivations,
        repairs: RepairFinder(network: network, inference: inference).repairs(of: conflict.claims)
          .map { written($0, network) })
    }
    if !conflicts.isEmpty {
      var resolver = ConflictResolver(
        network, inference: inference, cores: conflicts.map(\.claims), effort: Self.effort)
      let result = resolver.result()
      report.resolution = CheckReport.Resolution(
        repairs: result.repairs.map { written($0, network) }, isProven: result.isProven)
    }
    if let limit = options.sets {
      let search = ConflictSetSearch(network: network, inference: inference, effort: Self.effort)
      let found = search.sets(upTo: limit, conflicts: closure.emptyPairs)
      report.conflictSets = CheckReport.ConflictSets(
        sets: found.sets.map { set in set.map { network.claims[$0] } }, isComplete: found.isComplete)
    }
  }

  private func written(_ repair: ConflictRepair, _ network: RelationNetwork) -> CheckReport.Repair {
    CheckReport.Repair(
      claim: network.claims[repair.claim], relations: repair.relations, possible: repair.possible,
      steps: repair.steps(in: network))
  }
}

extension RelationshipClosure {
  /// A minimal set of conflicting claims with every pair that it was found for.
  struct Conflict {
    var pairs: [CheckReport.Pair]
    /// Claims of the network, in ascending order.
    let claims: [Int]
    let derivations: [Derivation]
  }

  /// Every pair without a relation; those with the same minimal set of claims together.
  func conflicts() -> [Conflict] {
    var conflicts: [Conflict] = []
    var placeOfClaims: [[Int]: Int] = [:]
    for (contradiction, claims) in contradictionsWithClaims() {
      let pair = CheckReport.Pair(source: contradiction.source, target: contradiction.target)
      if let place = placeOfClaims[claims] {
        conflicts[place].pairs.append(pair)
      } else {
        placeOfClaims[claims] = conflicts.count
        conflicts.append(Conflict(pairs: [pair], claims: claims, derivations: contradiction.derivations))
      }
    }
    return conflicts
  }
}
