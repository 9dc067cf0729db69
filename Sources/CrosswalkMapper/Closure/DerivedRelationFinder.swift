import CrosswalkModel

/// Finds what a closure adds to the claims: relations that nobody claimed, narrower ones, conflicts.
///
/// Only pairs of single nodes of two frameworks are asked: what holds for unions and inside a framework serves the
/// reasoning, and no reader.
public struct DerivedRelationFinder {
  private let closure: RelationshipClosure
  private let claimed: [Pair: RelationshipSet]
  private let proofs: ProofWriter
  private var network: RelationNetwork { closure.network }

  /// Prepares to search `closure`, in one pass over its claims.
  public init(_ closure: RelationshipClosure) {
    self.closure = closure
    proofs = ProofWriter(closure)
    var claimed: [Pair: RelationshipSet] = [:]
    for fact in closure.network.facts {
      guard case .claim = fact.ground else { continue }
      let relations = fact.first < fact.second ? fact.relations : fact.relations.converse
      claimed[Pair(fact.first, fact.second), default: .all].formIntersection(relations)
    }
    self.claimed = claimed
  }

  /// What is added about two frameworks, read from `source` to `target`, in document order.
  ///
  /// Cost: one pass over what the closure knows, then each derivation.
  public func relations(from source: FrameworkID, to target: FrameworkID) -> [DerivedRelation] {
    let writer = DerivationWriter(network: network)
    var found: [(Pair, DerivedRelation)] = []
    for (pair, kind) in additions {
      let (low, high) = frameworks(of: pair)
      guard (low, high) == (source, target) || (high, low) == (source, target) else { continue }
      let start = low == source ? pair.low : pair.high
      found.append((pair, relation(of: pair, from: start, kind, writer)))
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What is added about every two frameworks, by their names.
  public func summaries() -> [ClosureSummary] {
    var summaries: [[FrameworkID]: ClosureSummary] = [:]
    func count(_ pair: Pair, _ change: (inout ClosureSummary) -> Void) {
      let (low, high) = frameworks(of: pair)
      change(&summaries[[min(low, high), max(low, high)], default: ClosureSummary(low, high)])
    }
    for pair in claimed.keys where isAsked(pair) { count(pair) { $0.claimed += 1 } }
    for (pair, kind) in additions { count(pair) { $0.counts[kind, default: 0] += 1 } }
    return summaries.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Every pair of single nodes of two frameworks to which the closure adds something.
  private var additions: [(Pair, DerivedRelation.Kind)] {
    let conflicts = closure.emptyPairs.lazy.map(\.pair).filter(isAsked).map {
      ($0, DerivedRelation.Kind.contradicted)
    }
    let empty = Set(closure.emptyPairs.map(\.pair))
    return conflicts
      + closure.closed.rows.compactMap { row in
        guard row.state >= 0, isAsked(row.pair), !empty.contains(row.pair) else { return nil }
        guard let claimed = claimed[row.pair] else { return (row.pair, .derived) }
        return row.relations.isStrictSubset(of: claimed) ? (row.pair, .sharpened) : nil
      }
  }

  private func isAsked(_ pair: Pair) -> Bool {
    network.isSingle(pair.low) && network.isSingle(pair.high)
      && network.frameworks[Int(pair.low)] != network.frameworks[Int(pair.high)]
  }

  private func frameworks(of pair: Pair) -> (FrameworkID, FrameworkID) {
    (network.frameworks[Int(pair.low)], network.frameworks[Int(pair.high)])
  }

  private func relation(
    of pair: Pair, from start: NodeIndex, _ kind: DerivedRelation.Kind, _ writer: DerivationWriter
  ) -> DerivedRelation {
    let end = start == pair.low ? pair.high : pair.low
    let claimed = claimed[pair].map { start == pair.low ? $0 : $0.converse }
    let lines: [UnfoldedReason]
    if kind == .contradicted {
      let forward = closure.emptyPairs.first { $0.pair == pair }?.lines ?? []
      lines = start == pair.low ? forward : forward.map(\.reversed)
    } else {
      let found = closure.closed.state(start, end).map { closure.closed.unfold(state: $0, from: start) } ?? []
      lines = proofs.sparing(found, from: start, to: end, giving: closure.closed.relations(start, end))
    }
    return DerivedRelation(
      source: network.names(of: start)[0], target: network.names(of: end)[0], kind: kind,
      relations: closure.relations(start, end), claimed: claimed, derivation: writer.derivation(lines))
  }
}
