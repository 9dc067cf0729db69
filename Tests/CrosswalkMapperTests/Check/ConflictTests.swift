import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ConflictTests {
  /// Networks of claims only, and with structure; most contradict themselves.
  private func closure(_ seed: UInt64, claims: Int) throws -> RelationshipClosure {
    var generator = SeededGenerator(state: seed)
    return RelationshipClosure(
      seed % 2 == 0
        ? try RandomNetwork.withStructure(claims: claims, using: &generator).graph
        : try RandomNetwork(nodes: 4, claims: claims, using: &generator).graph())
  }

  private func report(_ graph: CrosswalkGraph, sets: Int? = nil) throws -> CheckReport {
    let day = try #require(CalendarDate("2026-11-23"))
    return ConsistencyCheck(.init(asOf: day, sets: sets)).report(graph: graph)
  }

  @Test(arguments: 0..<40)
  func allSetsAreMinimalDistinctAndComplete(seed: UInt64) throws {
    let closure = try closure(seed, claims: 8)
    let brute = BruteForce(closure)
    let all = Set(brute.conflicts() + closure.network.selfContradicting.map { [$0] })
    let search = ConflictSetSearch(network: closure.network, inference: .closure, effort: 10_000_000)
    let found = search.sets(upTo: 1000, conflicts: closure.emptyPairs)
    #expect(found.isComplete)
    #expect(found.sets.count == all.count && Set(found.sets) == all)
    #expect(found.sets.map(\.count) == found.sets.map(\.count).sorted())
    if found.sets.count > 2 {
      let few = search.sets(upTo: 2, conflicts: closure.emptyPairs)
      #expect(!few.isComplete)
      #expect(few.sets.map(\.count) == found.sets.prefix(2).map(\.count))
    }
  }

  @Test(arguments: 0..<40)
  func everyConflictIsMinimalAndEveryRepairResolvesIt(seed: UInt64) throws {
    let closure = try closure(seed, claims: 12)
    let brute = BruteForce(closure, subsets: false)
    let finder = RepairFinder(network: closure.network, inference: .closure)
    for conflict in closure.conflicts() where !closure.network.selfContradicting.contains(conflict.claims[0])
    {
      #expect(brute.closed(conflict.claims, []).conflicts)
      for spared in conflict.claims {
        #expect(!brute.closed(conflict.claims.filter { $0 != spared }, []).conflicts)
      }
      let repairs = finder.repairs(of: conflict.claims)
      #expect(Set(repairs.map(\.claim)) == Set(conflict.claims))
      for repair in repairs {
        guard let relations = repair.relations else { continue }
        #expect(!conflicts(closure.network, conflict.claims, [repair]))
        #expect(relations.isSubset(of: repair.possible))
        // No other relation resolves it.
        let others = RelationshipSet.all.subtracting(repair.possible).relationships
        for other in others.map(RelationshipSet.init) {
          let change = ConflictRepair(claim: repair.claim, relations: other, possible: other)
          #expect(conflicts(closure.network, conflict.claims, [change]))
        }
      }
    }
  }

  /// Whether `claims` conflict when some are changed as `repairs` say.
  private func conflicts(
    _ network: RelationNetwork, _ claims: [Int], _ repairs: [ConflictRepair]
  ) -> Bool {
    var changed = network
    for repair in repairs {
      guard let relations = repair.relations else { continue }
      for index in network.factsOfClaim[repair.claim].map(Int.init) {
        let fact = network.facts[index]
        changed.facts[index] = .init(
          first: fact.first, second: fact.second, relations: relations, ground: fact.ground)
      }
    }
    let withdrawn = Set(repairs.filter { $0.relations == nil }.map(\.claim))
    let facts = LocalNetwork.facts(of: claims.filter { !withdrawn.contains($0) }, anchors: [], in: network)
    var run = PathConsistency(changed, inference: .closure, facts: facts)
    return !run.run().isEmpty
  }

  @Test(arguments: 0..<40)
  func theSmallestChangeResolvesEverythingAndIsSmallest(seed: UInt64) throws {
    let closure = try closure(seed, claims: 8)
    let network = closure.network
    let found = closure.conflicts()
    guard !found.isEmpty else { return }
    var resolver = ConflictResolver(
      network, inference: .closure, cores: found.map(\.claims), effort: 10_000_000)
    let result = resolver.result()
    #expect(result.isProven)
    #expect(!conflicts(network, Array(network.claims.indices), result.repairs))
    #expect(result.repairs.count == BruteForce(closure).fewestToRemove() + network.selfContradicting.count)
    // Without the search it is no smaller, and resolves everything as well.
    var greedy = ConflictResolver(
      network, inference: .closure, cores: found.map(\.claims), effort: 0, mostRuns: 0)
    let atMost = greedy.result()
    #expect(!atMost.isProven && atMost.repairs.count >= result.repairs.count)
    #expect(!conflicts(network, Array(network.claims.indices), atMost.repairs))
  }

  @Test(arguments: 0..<30)
  func theReportDoesNotDependOnTheOrderOfClaims(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var test = try RandomNetwork.withStructure(claims: 14, using: &generator)
    let one = try report(test.graph, sets: 5)
    test.reorder { $0.shuffled(using: &generator) }
    let other = try report(test.graph, sets: 5)
    #expect(one.contradictions.map(\.pairs) == other.contradictions.map(\.pairs))
    #expect(one.contradictions.map(\.claims) == other.contradictions.map(\.claims))
    #expect(one.contradictions.map(\.derivations) == other.contradictions.map(\.derivations))
    #expect(one.resolution?.repairs.map(\.claim) == other.resolution?.repairs.map(\.claim))
    #expect(one.resolution?.repairs.map(\.relations) == other.resolution?.repairs.map(\.relations))
    #expect(one.conflictSets?.sets == other.conflictSets?.sets)
    #expect(one.unwitnessed.map(\.claim) == other.unwitnessed.map(\.claim))
  }

  /// A contradiction taints only what rests on it: for any part of the claims, what follows from it without a
  /// conclusion about a withdrawn pair follows from all claims, too, and what has a proof without a claim
  /// of a conflict is not narrowed by one either.
  @Test(arguments: 0..<40)
  func aContradictionTaintsOnlyWhatRestsOnIt(seed: UInt64) throws {
    let closure = try closure(seed, claims: 12)
    let network = closure.network
    let brute = BruteForce(closure, subsets: false)
    let tainted = Set(closure.conflicts().flatMap(\.claims))
    let clean = network.claims.indices.filter { !tainted.contains($0) }
    let withoutThem = brute.closed(Array(clean), brute.withdrawn).run
    for row in closure.closed.rows where !brute.withdrawn.contains(row.pair) {
      let kept = closure.closed.relations(row.pair.low, row.pair.high)
      let alone = withoutThem.relations(row.pair.low, row.pair.high)
      #expect(kept.isSubset(of: alone))
      guard kept.isInformative else { continue }
      let proof = ProofFinder(closure, row.pair).proofs().shortest
      if tainted.isDisjoint(with: proof.claims) { #expect(kept == alone) }
    }
  }

  @Test func theTypicalErrorOfReviewersIsTheCheapestRepair() throws {
    var test = TestGraph()
    try test.add("law", "1\n  1(a)")
    let wrong = try test.claim("a/1", .supersetOf, "law/1", confidence: 0.9)
    let sound = try test.claim("a/1", .disjoint, "law/1(a)", confidence: 0.2)
    let conflict = try #require(try report(test.graph).contradictions.first)
    #expect(conflict.claims.map(\.id) == [wrong, sound])
    #expect(conflict.repairs.map(\.claim.id) == [wrong, sound])
    #expect(conflict.repairs[0].relations == .intersectsWith)
    #expect(conflict.repairs.map(\.steps) == [1, 2])
  }

  @Test func ofEqualChangesTheUnreviewedAndTheDoubtfulClaimComesFirst() throws {
    var test = TestGraph()
    let reviewed = try test.claim("a/1", .related, "b/1", confidence: 0.1, reviewed: true)
    let draft = try test.claim("a/1", .disjoint, "b/1", confidence: 0.9)
    let repairs = try report(test.graph).contradictions.first?.repairs
    #expect(repairs?.map(\.claim.id) == [draft, reviewed])
    #expect(repairs?.map(\.relations) == [.intersectsWith, .disjoint])
  }

  @Test func noCounterpartCanOnlyBeWithdrawn() throws {
    var test = TestGraph()
    try test.add("a", "1\n2")
    try test.add("b", "1\n2")
    let none = try test.claim("a", .disjoint, "b/1")
    let some = try test.claim("a/1", .intersectsWith, "b/1")
    let repairs = try report(test.graph).contradictions.first?.repairs
    #expect(repairs?.map(\.claim.id) == [some, none])
    #expect(repairs?.map(\.relations) == [.disjoint, nil])
    #expect(repairs?.map(\.steps) == [1, 3])
  }

  @Test func aClaimThatContradictsItselfIsItsOwnConflict() throws {
    var test = TestGraph()
    let id = try test.claim("a/1", .subsetOf, "a/1")
    let report = try report(test.graph, sets: 3)
    #expect(report.contradictions.map { $0.claims.map(\.id) } == [[id]])
    #expect(report.contradictions.first?.repairs.map(\.relations) == [.equal])
    #expect(report.resolution?.repairs.map(\.relations) == [.equal])
    #expect(report.conflictSets?.sets.map { $0.map(\.id) } == [[id]])
  }
}
