import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct HopSearchTests {
  @Test(arguments: 0..<80)
  func equalsTheIntersectionOverAllChains(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let facts = RandomFacts(nodes: 7, claims: 11, parts: 3, using: &generator)
    let nodes = (0..<Int32(7)).map { $0 }
    for length in 0...4 {
      let found = matrix(facts.search.relations(from: nodes, to: nodes, longestChain: length), 7)
      #expect(found == facts.intersectionOverAllChains(length: length))
    }
  }

  @Test(arguments: 0..<40)
  func longerChainsNeverWidenAResult(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let facts = RandomFacts(nodes: 12, claims: 20, parts: 4, using: &generator)
    let nodes = (0..<Int32(12)).map { $0 }
    var previous = matrix([], 12)
    for length in 0...5 {
      let found = matrix(facts.search.relations(from: nodes, to: nodes, longestChain: length), 12)
      for (narrow, wide) in zip(found, previous) { #expect(narrow.isSubset(of: wide)) }
      previous = found
    }
  }

  @Test(arguments: 0..<60)
  func isNeverNarrowerThanTheFullClosure(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let regions = (0..<10).map { _ in Int.random(in: 1...63, using: &generator) }
    let network = RandomNetwork(regions: regions, claims: 20, using: &generator)
    let full = try RandomNetwork.matrix(RelationshipClosure(network.graph()), 10)
    let nodes = (0..<Int32(10)).map { $0 }
    let search = HopSearch(nodes: 10, claims: network.edges)
    for edge in search.relations(from: nodes, to: nodes, longestChain: 4) {
      #expect(edge.relations.isSuperset(of: full[Int(edge.first)][Int(edge.second)]))
    }
  }

  @Test(arguments: 0..<60)
  func equalsTheFullClosureForDistributiveLabelsOnceChainsAreLongEnough(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let regions = (0..<8).map { _ in Int.random(in: 1...63, using: &generator) }
    let network = RandomNetwork(distributiveOver: regions, claims: 12, using: &generator)
    let full = try #require(network.referenceClosure())
    let nodes = (0..<Int32(8)).map { $0 }
    let found = HopSearch(nodes: 8, claims: network.edges).relations(from: nodes, to: nodes, longestChain: 7)
    #expect(matrix(found, 8) == Array(full.joined()))
  }

  @Test(arguments: 0..<30)
  func readsChainsFromEitherEndAndFactsInAnyOrder(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let facts = RandomFacts(nodes: 12, claims: 24, parts: 4, using: &generator)
    let turned = HopSearch(
      nodes: 12,
      claims: facts.claims.shuffled(using: &generator).map {
        LabelledEdge($0.second, $0.relations.converse, $0.first)
      }, structure: facts.structure.reversed())
    let (some, others) = ((0..<Int32(5)).map { $0 }, (5..<Int32(12)).map { $0 })
    let there = facts.search.relations(from: some, to: others, longestChain: 3)
    let back = turned.relations(from: others, to: some, longestChain: 3)
    let backTurned = back.map { LabelledEdge($0.second, $0.relations.converse, $0.first) }
    #expect(there == backTurned.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
  }

  @Test(arguments: 0..<20)
  func allPairsGiveWhatEachPairGives(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let facts = RandomFacts(nodes: 300, claims: 700, parts: 100, using: &generator)
    let nodes = (0..<Int32(300)).map { $0 }
    let rows = Rows()
    facts.search.forEachSource(of: nodes, longestChain: 3) { source, edges in rows.set(source, edges) }
    let found = nodes.flatMap { rows.of($0) }
    #expect(found == facts.search.relations(from: nodes, to: nodes, longestChain: 3))
  }

  private func matrix(_ edges: [LabelledEdge], _ count: Int) -> [RelationshipSet] {
    var matrix = [RelationshipSet](repeating: .all, count: count * count)
    for node in 0..<count { matrix[node * count + node] = .equal }
    for edge in edges { matrix[Int(edge.first) * count + Int(edge.second)] = edge.relations }
    return matrix
  }
}
