import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ProofTests {
  /// Networks of claims only, and with structure; some contradict themselves.
  private func closure(_ seed: UInt64, claims: Int) throws -> RelationshipClosure {
    var generator = SeededGenerator(state: seed)
    if seed % 2 == 0 {
      return RelationshipClosure(
        try RandomNetwork.withStructure(claims: claims, using: &generator).graph)
    }
    var test = TestGraph()
    for claim in RandomNetwork(nodes: 5, claims: claims, using: &generator).claims {
      try test.claim(
        RandomNetwork.name(claim.first), claim.relations, RandomNetwork.name(claim.second),
        confidence: Double(Int.random(in: 1...4, using: &generator)) / 4, reviewed: .random(using: &generator)
      )
    }
    return RelationshipClosure(test.graph)
  }

  /// The pairs of which something is known.
  private func knownPairs(_ closure: RelationshipClosure) -> [Pair] {
    let withdrawn = Set(closure.emptyPairs.map(\.pair))
    return closure.closed.rows.map(\.pair).filter {
      closure.closed.relations($0.low, $0.high).isInformative && !withdrawn.contains($0)
    }
  }

  /// From the last claim down: the order among equally long proofs.
  private func ranks(_ proof: [Int], _ network: RelationNetwork) -> [Int] {
    let order = network.byTrust(network.claims.indices)
    return proof.compactMap { order.firstIndex(of: $0) }.sorted(by: >)
  }

  /// The first of the shortest among `proofs`.
  private func first(of proofs: [[Int]], _ network: RelationNetwork) throws -> [Int]? {
    let fewest = try #require(proofs.map(\.count).min())
    return proofs.filter { $0.count == fewest }.min {
      ranks($0, network).lexicographicallyPrecedes(ranks($1, network))
    }
  }

  @Test(arguments: 0..<24)
  func areTheFirstOfAllThatThereAre(seed: UInt64) throws {
    let closure = try closure(seed, claims: 6)
    let brute = BruteForce(closure)
    let structure = EvidenceQuality(isReviewed: true, isStale: false, confidence: 1)
    func weakest(_ proof: [Int]) -> EvidenceQuality {
      proof.map(brute.network.quality(ofClaim:)).max() ?? structure
    }
    for pair in knownPairs(closure) {
      let all = brute.proofs(of: closure.closed.relations(pair.low, pair.high), about: pair)
      let (shortest, mostTrusted) = ProofFinder(closure, pair).proofs()
      #expect(shortest.isProven && mostTrusted.isProven)
      #expect(try shortest.claims == first(of: all, brute.network), "\(pair)")
      let best = try #require(all.map(weakest).min())
      let trusted = all.filter { !(best < weakest($0)) }
      #expect(try mostTrusted.claims == first(of: trusted, brute.network), "\(pair)")
    }
  }

  @Test(arguments: 0..<24)
  func bothAloneGiveTheirRelationsAndNoClaimCanBeSpared(seed: UInt64) throws {
    let closure = try closure(seed, claims: 14)
    let brute = BruteForce(closure)
    for pair in knownPairs(closure) {
      let relations = closure.closed.relations(pair.low, pair.high)
      let proofs = ProofFinder(closure, pair).proofs()
      for proof in [proofs.shortest, proofs.mostTrusted] {
        let alone = brute.closed(proof.claims, brute.withdrawn).run
        #expect(alone.relations(pair.low, pair.high) == relations)
        for spared in proof.claims {
          let fewer = brute.closed(proof.claims.filter { $0 != spared }, brute.withdrawn).run
          #expect(!fewer.relations(pair.low, pair.high).isSubset(of: relations), "\(pair) \(proof)")
        }
      }
    }
  }

  private func isMembership(_ index: Int32, _ network: RelationNetwork) -> Bool {
    let fact = network.facts[Int(index)]
    return network.unions.contains { $0.node == fact.second && $0.members.contains(fact.first) }
  }

  @Test(arguments: 0..<24)
  func theLinesNameEveryClaimOfTheProofAndNoStructureToSpare(seed: UInt64) throws {
    let closure = try closure(seed, claims: 12)
    let network = closure.network
    let withdrawn = Set(closure.emptyPairs.map(\.pair))
    let writer = ProofWriter(network: network, inference: .closure, withdrawn: withdrawn)
    for pair in knownPairs(closure) {
      let relations = closure.closed.relations(pair.low, pair.high)
      let proof = ProofFinder(closure, pair).proofs().shortest
      let lines = writer.lines(of: proof.claims, from: pair.low, to: pair.high, giving: relations)
      #expect(lines.reduce(RelationshipSet.all) { $0.intersection($1.relations) } == relations)
      let facts = Set(lines.flatMap(\.steps).map(\.fact)).sorted()
      #expect(DerivationWriter(network: network).claims(of: lines) == proof.claims)
      // That a union has just these members is a rule of its own; its lines begin with the memberships.
      for spared in facts where !isMembership(spared, network) {
        var run = PathConsistency(
          network, inference: .closure, facts: facts.filter { $0 != spared }, withdrawn: withdrawn)
        _ = run.run()
        #expect(!run.relations(pair.low, pair.high).isSubset(of: relations))
      }
    }
  }

  @Test(arguments: 0..<30)
  func doNotDependOnTheOrderOfClaims(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var test = try RandomNetwork.withStructure(claims: 12, using: &generator)
    let closure = RelationshipClosure(test.graph)
    test.reorder { $0.shuffled(using: &generator) }
    let other = RelationshipClosure(test.graph)
    for pair in knownPairs(closure) {
      let (one, two) = (ProofFinder(closure, pair).proofs(), ProofFinder(other, pair).proofs())
      #expect(one.shortest == two.shortest)
      #expect(one.mostTrusted == two.mostTrusted)
    }
  }

  @Test(arguments: 0..<24)
  func theLocalClosureGivesWhatPathConsistencyGives(seed: UInt64) throws {
    let closure = try closure(seed, claims: 14)
    let network = closure.network
    let withdrawn = Set(closure.emptyPairs.map(\.pair))
    let local = LocalNetwork(
      network, claims: Array(network.claims.indices).reversed(), withdrawn: withdrawn, inference: .closure)
    var closed = LocalClosure(local)
    let start = closed.mark
    for _ in 0..<2 {
      closed.add(local.claims.indices)
      #expect(!closed.isContradictory)
      for (i, first) in local.nodes.enumerated() {
        for (j, second) in local.nodes.enumerated() {
          #expect(closed.relations(from: i, to: j) == closure.closed.relations(first, second))
        }
      }
      closed.goBack(to: start)
    }
  }

  @Test func saysWhereItDidNotFinishTheProof() throws {
    var test = TestGraph()
    // Two chains of three claims each: which is shortest takes a search.
    for chain in ["p", "q"] {
      try test.claim("a/1", .supersetOf, "\(chain)/1")
      try test.claim("\(chain)/1", .supersetOf, "\(chain)/2")
      try test.claim("\(chain)/2", .supersetOf, "b/1")
    }
    let closure = RelationshipClosure(test.graph)
    let ends = try ["a/1", "b/1"].map { closure.network.nodeOfForeign[try TestGraph.control($0)] ?? -1 }
    let pair = Pair(ends[0], ends[1])
    #expect(ProofFinder(closure, pair).proofs().shortest == Proof(claims: [0, 1, 2], isProven: true))
    let unfinished = ProofFinder(closure, pair, effort: 1).proofs().shortest
    #expect(unfinished.claims.count == 3 && !unfinished.isProven)
  }

  @Test func aLongerProofFromBetterClaimsIsTheMostTrusted() throws {
    var test = TestGraph()
    let draft = try test.claim("a/1", .supersetOf, "b/1", confidence: 0.9)
    let first = try test.claim("a/1", .supersetOf, "p/1", confidence: 0.4, reviewed: true)
    let second = try test.claim("p/1", .supersetOf, "b/1", confidence: 0.4, reviewed: true)
    let explanation = try RelationExplainer().explain(
      graph: test.graph, from: TestGraph.control("a/1"), to: TestGraph.control("b/1"))
    #expect(explanation.shortest.claims == [draft])
    #expect(explanation.mostTrusted.claims == [first, second])
    #expect(explanation.claims.map(\.id) == [draft, first, second])
  }
}
