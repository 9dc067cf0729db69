import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ChordalChangeTests {
  @Test(arguments: 0..<100)
  func addingEdgesOneByOneEqualsClosingThemTogether(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let edges = RandomNetwork(nodes: 12, claims: 26, using: &generator).edges
    // The pairs are there from the beginning; what is said of them comes later.
    let pairs = edges.map { LabelledEdge($0.first, .all, $0.second) }
    var closure = ChordalClosure(nodes: 12, edges: pairs)
    for (index, edge) in edges.enumerated() {
      let isKnown = closure.add(edge)
      #expect(isKnown)
      let together = ChordalClosure(nodes: 12, edges: pairs + edges[...index])
      #expect(closure.edges == together.edges)
    }
  }

  @Test func refusesAnEdgeOnAPairThatTheCompletedGraphLacks() {
    var closure = ChordalClosure(
      nodes: 4, edges: [LabelledEdge(0, .subsetOf, 1), LabelledEdge(2, .subsetOf, 3)])
    let before = closure.edges
    let isKnown = closure.add(LabelledEdge(0, .equal, 2))
    #expect(!isKnown)
    #expect(closure.edges == before)
  }

  @Test func twoWithinAThirdMayStandInAnyRelation() {
    let closure = ChordalClosure(
      nodes: 3,
      edges: [
        LabelledEdge(0, .subsetOf, 1), LabelledEdge(2, .subsetOf, 1), LabelledEdge(0, .all, 2),
      ])
    #expect(closure.isEdge(0, 2))
    #expect(closure.relations(0, 2) == .all)
  }

  @Test func twoThatHoldAThirdShareIt() {
    let closure = ChordalClosure(
      nodes: 3,
      edges: [
        LabelledEdge(0, .supersetOf, 1), LabelledEdge(2, .supersetOf, 1), LabelledEdge(0, .all, 2),
      ])
    #expect(closure.relations(0, 2) == .related)
  }

  @Test func aPairWithoutLabelIsNotExcludedFromAnything() {
    let chain = [LabelledEdge(0, .subsetOf, 1), LabelledEdge(1, .subsetOf, 2)]
    let closure = ChordalClosure(nodes: 3, edges: chain)
    #expect(!closure.isEdge(0, 2))
    #expect(closure.relations(0, 2) == .all)
  }

  @Test func aConflictIsWithdrawnAndTheRestStaysUsable() {
    let closure = ChordalClosure(
      nodes: 6,
      edges: [
        LabelledEdge(0, .subsetOf, 1), LabelledEdge(1, .subsetOf, 2), LabelledEdge(2, .subsetOf, 0),
        LabelledEdge(3, .subsetOf, 4), LabelledEdge(4, .subsetOf, 5), LabelledEdge(3, .all, 5),
      ])
    #expect(closure.emptyPairs.count == 1)
    #expect(closure.relations(3, 5) == .subsetOf)
  }

  @Test func edgesOnOnePairThatExcludeEachOtherLeaveItEmpty() {
    let closure = ChordalClosure(
      nodes: 3,
      edges: [
        LabelledEdge(0, .subsetOf, 1), LabelledEdge(1, .disjoint, 0), LabelledEdge(1, .subsetOf, 2),
      ])
    #expect(closure.emptyPairs.map(\.first) == [0])
    #expect(closure.relations(0, 1).isEmpty)
    #expect(closure.relations(1, 2) == .subsetOf)
  }
}
