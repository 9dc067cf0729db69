import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ClosureOracleTests {
  @Test(arguments: 0..<200)
  func equalsPlainPathConsistencyOnRandomNetworks(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let nodes = Int.random(in: 2...12, using: &generator)
    let network = RandomNetwork(
      nodes: nodes, claims: Int.random(in: 1...nodes * 2, using: &generator), using: &generator)
    let closure = RelationshipClosure(try network.graph())
    let reference = network.referenceClosure()
    #expect(closure.contradictions().isEmpty == (reference != nil))
    if let reference { #expect(try RandomNetwork.matrix(closure, nodes) == reference) }
  }

  @Test(arguments: 0..<60)
  func neverExcludesWhatFourNodesCanShow(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(
      nodes: 4, claims: Int.random(in: 2...6, using: &generator), using: &generator)
    let shown = network.shownByRegions()
    let closure = RelationshipClosure(try network.graph())
    guard closure.contradictions().isEmpty else {
      #expect(!shown.joined().contains { !$0.isEmpty })
      return
    }
    for (kept, possible) in zip(try RandomNetwork.matrix(closure, 4).joined(), shown.joined()) {
      #expect(kept.isSuperset(of: possible))
    }
  }

  @Test(arguments: 0..<120)
  func isExactForThreeNodes(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(nodes: 3, claims: 4, using: &generator)
    let shown = network.shownByRegions()
    let closure = RelationshipClosure(try network.graph())
    #expect(closure.contradictions().isEmpty == shown.joined().contains { !$0.isEmpty })
    if closure.contradictions().isEmpty { #expect(try RandomNetwork.matrix(closure, 3) == shown) }
  }

  @Test(arguments: 0..<40)
  func neverExcludesTheTruthInLargerNetworks(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let truth = (0..<12).map { _ in Int.random(in: 1...63, using: &generator) }
    let network = RandomNetwork(regions: truth, claims: 30, using: &generator)
    let closure = RelationshipClosure(try network.graph())
    #expect(closure.contradictions().isEmpty)
    let matrix = try RandomNetwork.matrix(closure, 12)
    for a in 0..<12 {
      for b in 0..<12 { #expect(matrix[a][b].isSuperset(of: relationship(truth[a], truth[b]))) }
    }
  }

  @Test(arguments: 0..<40)
  func doesNotDependOnTheOrderOfClaims(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(nodes: 10, claims: 24, using: &generator)
    let graph = try network.graph()
    let shuffled = CrosswalkGraph(catalogs: [], claims: graph.claims.shuffled(using: &generator))
    let (closure, other) = (RelationshipClosure(graph), RelationshipClosure(shuffled))
    #expect(closure.contradictions() == other.contradictions())
    #expect(try RandomNetwork.matrix(closure, 10) == RandomNetwork.matrix(other, 10))
  }

  @Test(arguments: 0..<40)
  func everyDerivationAloneGivesItsRelations(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let truth = (0..<9).map { _ in Int.random(in: 1...31, using: &generator) }
    let graph = try RandomNetwork(regions: truth, claims: 20, using: &generator).graph()
    let names = try (0..<9).map { try TestGraph.control(RandomNetwork.name($0)) }
    for source in names {
      for target in names where source != target {
        guard let explanation = try? RelationExplainer().explain(graph: graph, from: source, to: target)
        else {
          continue
        }
        let together = explanation.derivations.reduce(RelationshipSet.all) { $0.intersection($1.relations) }
        #expect(together == explanation.relations)
        for derivation in explanation.derivations {
          let cited = Set(derivation.claims)
          let alone = CrosswalkGraph(catalogs: [], claims: graph.claims.filter { cited.contains($0.id) })
          let relations = RelationshipClosure(alone).relations(from: source, to: target)
          #expect(relations.isSubset(of: derivation.relations))
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func namesMinimalSetsOfConflictingClaims(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let graph = try RandomNetwork(nodes: 7, claims: 16, using: &generator).graph()
    for contradiction in graph.contradictions() {
      let named = graph.claims.filter { contradiction.claims.contains($0.id) }
      #expect(!CrosswalkGraph(catalogs: [], claims: named).contradictions().isEmpty)
      for spared in named {
        let fewer = CrosswalkGraph(catalogs: [], claims: named.filter { $0 != spared })
        #expect(fewer.contradictions().isEmpty)
      }
    }
  }
}
