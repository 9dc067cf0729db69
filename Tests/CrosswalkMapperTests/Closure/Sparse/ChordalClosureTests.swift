import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ChordalClosureTests {
  @Test(arguments: 0..<150)
  func excludesNothingThatTheFullClosureKeeps(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let nodes = Int.random(in: 3...14, using: &generator)
    let network = RandomNetwork(
      nodes: nodes, claims: .random(in: 2...nodes * 2, using: &generator), using: &generator)
    let closure = ChordalClosure(nodes: nodes, edges: network.edges)
    guard let full = network.referenceClosure() else { return }
    #expect(closure.emptyPairs.isEmpty)
    for edge in closure.edges {
      #expect(edge.relations.isSuperset(of: full[Int(edge.first)][Int(edge.second)]))
    }
  }

  @Test(arguments: 0..<60)
  func neverExcludesWhatFourNodesCanShow(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(nodes: 4, claims: 5, using: &generator)
    let shown = network.shownByRegions()
    let closure = ChordalClosure(nodes: 4, edges: network.edges)
    guard closure.emptyPairs.isEmpty else {
      #expect(!shown.joined().contains { !$0.isEmpty })
      return
    }
    for edge in closure.edges {
      #expect(edge.relations.isSuperset(of: shown[Int(edge.first)][Int(edge.second)]))
    }
  }

  @Test(arguments: 0..<40)
  func neverExcludesTheTruthInLargerNetworks(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let regions = (0..<60).map { _ in Int.random(in: 1...255, using: &generator) }
    let network = RandomNetwork(regions: regions, claims: 120, using: &generator)
    let closure = ChordalClosure(nodes: 60, edges: network.edges)
    #expect(closure.emptyPairs.isEmpty)
    for edge in closure.edges {
      let truth = relationship(regions[Int(edge.first)], regions[Int(edge.second)])
      #expect(edge.relations.isSuperset(of: truth))
    }
  }

  @Test(arguments: 0..<100)
  func equalsTheFullClosureOnItsEdgesForDistributiveLabels(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let nodes = Int.random(in: 3...16, using: &generator)
    let truth = (0..<nodes).map { _ in Int.random(in: 1...63, using: &generator) }
    let network = RandomNetwork(
      distributiveOver: truth, claims: .random(in: 2...nodes * 2, using: &generator), using: &generator)
    let full = try #require(network.referenceClosure())
    for edge in ChordalClosure(nodes: nodes, edges: network.edges).edges {
      #expect(edge.relations == full[Int(edge.first)][Int(edge.second)])
    }
  }

  @Test func theSetsThatClaimsAndStructureLeadToAreDistributive() {
    let sets = RelationshipSet.distributive
    #expect(sets.count == 14)
    #expect(sets.contains(.related) && sets.contains(.covering) && sets.contains(.all))
    for left in sets {
      for first in sets {
        for second in sets where !first.isDisjoint(with: second) {
          let together = left.composed(with: first.intersection(second))
          #expect(together == left.composed(with: first).intersection(left.composed(with: second)))
        }
      }
    }
  }

  /// Five nodes of which all pairs but the last two are edges, with sets that are not distributive.
  @Test func isWeakerThanTheFullClosureForSomeLabelsThatAreNotDistributive() throws {
    let said: [(Int32, UInt8, Int32)] = [
      (0, 3, 1), (0, 10, 2), (0, 9, 3), (0, 31, 4), (1, 6, 2), (1, 23, 3), (1, 17, 4), (2, 5, 3), (2, 26, 4),
    ]
    let edges = said.map { LabelledEdge($0.0, RelationshipSet(rawValue: $0.1), $0.2) }
    let closure = ChordalClosure(nodes: 5, edges: edges)
    #expect(!closure.isEdge(3, 4))
    #expect(closure.relations(0, 4) == [.equal, .subsetOf, .disjoint])
    // With the pair as one more edge the completed graph is the whole one, and the closure the full one.
    let full = ChordalClosure(nodes: 5, edges: edges + [LabelledEdge(3, .all, 4)])
    #expect(full.relations(0, 4) == [.subsetOf, .disjoint])
  }

  @Test(arguments: 0..<60)
  func equalsTheFullClosureOnItsEdgesWhereTrianglesMeetInEdgesOnly(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    // Each node is joined to the two ends of an edge that is there: no four nodes are all neighbours.
    var edges = [LabelledEdge(0, Self.anySet(&generator), 1)]
    for node in 2..<Int32(10) {
      let beside = edges[Int.random(in: 0..<edges.count, using: &generator)]
      edges.append(LabelledEdge(node, Self.anySet(&generator), beside.first))
      edges.append(LabelledEdge(node, Self.anySet(&generator), beside.second))
    }
    let closure = ChordalClosure(nodes: 10, edges: edges)
    #expect(closure.edgeCount == edges.count)
    var all = edges
    for first in 0..<Int32(10) {
      for second in first + 1..<10 { all.append(LabelledEdge(first, .all, second)) }
    }
    let full = ChordalClosure(nodes: 10, edges: all)
    guard closure.emptyPairs.isEmpty else { return }
    #expect(full.emptyPairs.isEmpty)
    for edge in closure.edges { #expect(full.relations(edge.first, edge.second) == edge.relations) }
  }

  private static func anySet(_ generator: inout SeededGenerator) -> RelationshipSet {
    RelationshipSet(rawValue: .random(in: 1...31, using: &generator) | .random(in: 1...31, using: &generator))
  }

  @Test(arguments: 0..<60)
  func leavesNothingToTightenInAnyTriangle(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(nodes: 12, claims: 20, using: &generator)
    let closure = ChordalClosure(nodes: 12, edges: network.edges)
    guard closure.emptyPairs.isEmpty else { return }
    for a in 0..<Int32(12) {
      for b in 0..<Int32(12) where b != a && closure.isEdge(a, b) {
        for c in 0..<Int32(12) where c != a && c != b && closure.isEdge(b, c) && closure.isEdge(a, c) {
          let composed = closure.relations(a, b).composed(with: closure.relations(b, c))
          #expect(closure.relations(a, c).isSubset(of: composed))
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func dependsNeitherOnTheOrderNorOnTheDirectionOfEdges(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let edges = RandomNetwork(nodes: 15, claims: 30, using: &generator).edges
    let turned = edges.shuffled(using: &generator).map {
      Bool.random(using: &generator) ? $0 : LabelledEdge($0.second, $0.relations.converse, $0.first)
    }
    let (closure, other) = (
      ChordalClosure(nodes: 15, edges: edges), ChordalClosure(nodes: 15, edges: turned)
    )
    #expect(closure.edges == other.edges)
  }

  @Test(arguments: 0..<30)
  func readsAPairFromEitherEnd(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let closure = ChordalClosure(
      nodes: 12, edges: RandomNetwork(nodes: 12, claims: 20, using: &generator).edges)
    for a in 0..<Int32(12) {
      for b in 0..<Int32(12) { #expect(closure.relations(a, b) == closure.relations(b, a).converse) }
    }
  }

  @Test(arguments: 0..<30)
  func closingItsOwnResultChangesNoLabel(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let truth = (0..<12).map { _ in Int.random(in: 1...63, using: &generator) }
    let network = RandomNetwork(distributiveOver: truth, claims: 24, using: &generator)
    let closure = ChordalClosure(nodes: 12, edges: network.edges)
    let again = ChordalClosure(nodes: 12, edges: closure.edges)
    for edge in closure.edges { #expect(again.relations(edge.first, edge.second) == edge.relations) }
  }
}
