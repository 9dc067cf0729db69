import CrosswalkModel

/// Judges nodes of the target by the verdict table.
struct TargetAssessor {
  private let closure: RelationshipClosure
  private let finder: BearingFinder
  private let writer: SupportWriter
  private let source: FrameworkID
  private let catalog: Int
  private let structure: CatalogStructure
  private var reviewed: ReviewedReasons
  private var known: [Int: Assessment] = [:]
  private var knownConflicts: [Int: Contradiction] = [:]

  /// Prepares to judge `target`; both catalogs are those of the closure's graph.
  ///
  /// - Parameter sourceScopes: What of the source may bear on the target: their intersection.
  init(
    closure: RelationshipClosure, source: Catalog, target: Catalog, sourceScopes: [GapAnalysis.Scope] = []
  ) {
    self.closure = closure
    self.source = source.framework
    finder = BearingFinder(closure, source: source.framework, scopes: sourceScopes)
    writer = SupportWriter(closure: closure)
    reviewed = ReviewedReasons(closure)
    catalog = closure.network.catalogIndex(of: target.framework) ?? 0
    structure = closure.network.structures[catalog]
  }

  /// The verdict on a row, judged once, in time linear in what bears on it.
  mutating func assessment(of row: Int) -> Assessment {
    if let assessment = known[row] { return assessment }
    let assessment = closure.place(catalog: catalog, row: row).map { judge($0, row: row) } ?? Assessment()
    known[row] = assessment
    return assessment
  }

  /// The parts of a row that are not covered, in document order.
  mutating func uncoveredParts(of row: Int) -> [String] {
    structure.parts(of: row).filter { assessment(of: $0).verdict != .covered }.map {
      structure.catalog[$0].local
    }
  }

  /// The verdict table, strongest row first.
  private mutating func judge(_ place: RelationshipClosure.Place, row: Int) -> Assessment {
    var assessment = Assessment()
    let bearings = finder.bearings(on: place)
    let inScope = bearings.filter { finder.isInScope($0.node) }
    let supports = finder.notable(inScope).map { writer.support($0, on: place) }
    let conflicts = conflictSupports(at: place)
    assessment.supports = (conflicts + supports).stablySorted(by: SupportWriter.isStronger)
    let covering = supports.filter { $0.relations.certainlyCovers }
    let overlapping = supports.filter { $0.relations.certainlyOverlaps }
    if !conflicts.isEmpty {
      assessment.conclude(.contradicted, fromAllOf: conflicts.map(\.derivation))
    } else if !covering.isEmpty {
      assessment.conclude(.covered, fromAnyOf: covering)
    } else if let parts = coveredParts(of: row) {
      assessment.conclude(.covered, fromParts: parts)
    } else if !overlapping.isEmpty {
      assessment.conclude(.partial, fromAnyOf: overlapping)
      assessment.extent = extent(of: supports)
    } else {
      concludeGap(&assessment, bearings, place)
    }
    return assessment
  }

  /// Every part's assessment, where the source declares that the parts are all of the row and each is covered.
  private mutating func coveredParts(of row: Int) -> [Assessment]? {
    guard structure.catalog.rows[row].isUnionOfParts else { return nil }
    let parts = structure.parts(of: row).map { assessment(of: $0) }
    return !parts.isEmpty && parts.allSatisfy { $0.verdict == .covered } ? parts : nil
  }

  /// Open while one of the supports may still turn out to cover the row.
  ///
  /// Only what bears on the row by itself is asked: that the group of an overlapping control may cover it
  /// through other controls is always possible, and would make every partial verdict open.
  private func extent(of supports: [GapReport.Support]) -> Extent {
    supports.contains { !$0.relations.isDisjoint(with: .covering) } ? .open : .proper
  }

  // MARK: Gap

  private mutating func concludeGap(
    _ assessment: inout Assessment, _ bearings: [Bearing], _ place: RelationshipClosure.Place
  ) {
    let disjoint = disjointness(bearings)
    guard !disjoint.isEmpty else { return }
    var grounds: [Derivation] = []
    for bearing in disjoint {
      let support = groundOfGap(bearing, place)
      grounds.append(support.derivation)
      if let place = assessment.supports.firstIndex(where: { $0.source == support.source }) {
        assessment.supports[place] = support
      } else if !finder.isInScope(bearing.node) {
        // What is disjoint as a whole is a ground for the parts of it in scope, though not in scope itself.
        assessment.supports.append(support)
      }
    }
    assessment.conclude(.gap, fromAllOf: grounds)
    // A gap must not rest on any draft alone: one review among many drafts does not make it certain.
    if grounds.contains(where: \.restsOnDraftsOnly) {
      assessment.verdict = .unknown
      assessment.isSuggestedGap = true
      assessment.isDraft = true
    }
  }

  /// The support for what is disjoint: the reviewed claims that say so, where the shortest reason is a draft.
  private mutating func groundOfGap(
    _ bearing: Bearing, _ place: RelationshipClosure.Place
  ) -> GapReport.Support {
    let support = writer.support(bearing, on: place)
    guard support.derivation.restsOnDraftsOnly, let anchor = place.anchor,
      let lines = reviewed.lines(from: bearing.node, to: anchor, giving: .disjoint)
    else { return support }
    return writer.support(bearing, on: place, because: lines)
  }

  /// What makes everything of the source that is in scope disjoint from the node; empty where that does not follow.
  private func disjointness(_ bearings: [Bearing]) -> [Bearing] {
    let disjoint = bearings.filter { $0.relations.certainlyDisjoint }
    let fromAll = disjoint.filter { closure.network.isEverything($0.node) }
    if !fromAll.isEmpty { return fromAll }
    guard let roots = finder.roots, disjoint.count >= roots.count else { return [] }
    let fromRoots = disjoint.filter { roots.contains($0.node) }
    return fromRoots.count == roots.count ? fromRoots : []
  }

  // MARK: Conflicts

  /// One support for each set of claims that conflict about the node.
  ///
  /// The other end is something of the source, or what holds the node or is part of it. A node below inherits
  /// no conflict.
  private mutating func conflictSupports(at place: RelationshipClosure.Place) -> [GapReport.Support] {
    guard place.isAnchor, let node = place.anchor else { return [] }
    var seen: Set<[ClaimID]> = []
    var supports: [GapReport.Support] = []
    for index in closure.emptyPairsOfNode[node] ?? [] {
      let pair = closure.emptyPairs[index].pair
      let other = pair.low == node ? pair.high : pair.low
      guard concerns(other, node) else { continue }
      let conflict = knownConflicts[index] ?? closure.contradiction(of: closure.emptyPairs[index])
      knownConflicts[index] = conflict
      if seen.insert(conflict.claims).inserted {
        supports.append(writer.support(conflict: conflict, with: other))
      }
    }
    return supports
  }

  private func concerns(_ other: NodeIndex, _ node: NodeIndex) -> Bool {
    if closure.network.isEverything(other) { return false }
    if closure.network.frameworks[Int(other)] == source { return finder.isInScope(other) }
    return closure.network.structureFacts[Int(node)].contains { index in
      let fact = closure.network.facts[Int(index)]
      return fact.first == other || fact.second == other
    }
  }
}

extension Array {
  /// Sorted, with equal elements in their old order.
  func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    guard count > 1 else { return self }
    return indices.sorted { left, right in
      if precedes(self[left], self[right]) { return true }
      return left < right && !precedes(self[right], self[left])
    }.map { self[$0] }
  }
}
