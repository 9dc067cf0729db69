import CrosswalkModel

/// Counts on how many claims of which status a report rests.
struct BasisCounter {
  let closure: RelationshipClosure
  let source: FrameworkID
  let target: FrameworkID
  private var network: RelationNetwork { closure.network }

  /// The claims between the two frameworks, and those of others that a derivation in `findings` uses.
  ///
  /// - Parameter claims: All claims of the graph, those that are not trusted included.
  func basis(of findings: [GapReport.Finding], claims: [MappingClaim]) -> GapReport.Basis {
    basis(using: Set(findings.lazy.flatMap(\.by).flatMap(\.derivation.claims)), claims: claims)
  }

  /// The claims between the two frameworks, and those of others that are `used`.
  ///
  /// - Parameter claims: All claims of the graph, those that are not trusted included.
  func basis(using used: Set<ClaimID>, claims: [MappingClaim]) -> GapReport.Basis {
    let inert = Set(network.dangling.map(\.claim) + network.withoutEffect)
    var basis = GapReport.Basis(
      derived: derivedPairs, dangling: network.dangling.count { connects(network.claims[$0.claim]) },
      minimumConfidence: closure.options.minimumConfidence, longestChain: closure.longestChain)
    for (index, claim) in network.claims.enumerated() where !inert.contains(index) {
      guard connects(claim) || used.contains(claim.id) else { continue }
      basis.claims += 1
      if claim.isReviewed { basis.reviewed += 1 }
      if claim.status == .draft { basis.draft += 1 }
    }
    basis.assertedOnly = closure.options.inference == .assertedOnly
    basis.trust = closure.options.trust.map { account(of: $0, claims) }
    return basis
  }

  /// What a trust setting does to the claims that it concerns.
  private func account(of trust: SourceTrust, _ claims: [MappingClaim]) -> GapReport.Trust {
    var untouched = closure.options
    untouched.trust.removeAll { $0 == trust }
    let concerned = claims.filter { $0.counts && trust.concerns($0) }
    return GapReport.Trust(
      source: trust.source, factor: trust.factor, claims: concerned.count,
      leftOut: concerned.count { closure.options.trusted($0) == nil && untouched.trusted($0) != nil })
  }

  private enum Side { case source, target }

  private func connects(_ claim: MappingClaim) -> Bool {
    let ends = (claim.source.framework, claim.target.framework)
    return ends == (source, target) || ends == (target, source)
  }

  /// Pairs of single nodes about which something is known that no claim says of this very pair.
  private var derivedPairs: Int {
    let sides: [Side?] = network.nodes.indices.map { node in
      guard network.isSingle(NodeIndex(node)) else { return nil }
      let framework = network.frameworks[node]
      return framework == source ? .source : framework == target ? .target : nil
    }
    return closure.closed.rows.count { row in
      guard row.state >= 0, let low = sides[Int(row.pair.low)], let high = sides[Int(row.pair.high)],
        low != high || source == target
      else { return false }
      return closure.closed.reasonIndices(of: row.state).contains {
        if case .fact = closure.closed.reasons[Int($0)].ground { false } else { true }
      }
    }
  }
}
