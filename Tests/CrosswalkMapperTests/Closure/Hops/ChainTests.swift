import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ChainTests {
  @Test func twoWithinAThirdSayNothingAboutEachOther() {
    let search = HopSearch(
      nodes: 3, claims: [LabelledEdge(0, .subsetOf, 1), LabelledEdge(2, .subsetOf, 1)])
    #expect(search.relations(from: [0], to: [2]).isEmpty)
  }

  @Test func twoThatHoldAThirdShareIt() {
    let search = HopSearch(
      nodes: 3, claims: [LabelledEdge(0, .supersetOf, 1), LabelledEdge(2, .supersetOf, 1)])
    #expect(search.relations(from: [0], to: [2]) == [LabelledEdge(0, .related, 2)])
  }

  @Test func chainsEndAtTheirLength() {
    let line = (0..<Int32(4)).map { LabelledEdge($0, .subsetOf, $0 + 1) }
    let search = HopSearch(nodes: 5, claims: line)
    #expect(search.relations(from: [0], to: [4], longestChain: 3).isEmpty)
    #expect(search.relations(from: [0], to: [4], longestChain: 4) == [LabelledEdge(0, .subsetOf, 4)])
  }

  @Test func stepsInTheStructureDoNotCount() {
    let search = HopSearch(
      nodes: 5, claims: [LabelledEdge(1, .subsetOf, 2)],
      structure: [LabelledEdge(0, .within, 1), LabelledEdge(2, .within, 3), LabelledEdge(3, .within, 4)])
    #expect(search.relations(from: [0], to: [4], longestChain: 1) == [LabelledEdge(0, .subsetOf, 4)])
    #expect(search.relations(from: [0], to: [4], longestChain: 0).isEmpty)
  }

  @Test func factsOfOnePairThatExcludeEachOtherAreNoStep() {
    let search = HopSearch(
      nodes: 3,
      claims: [
        LabelledEdge(0, .subsetOf, 1), LabelledEdge(1, .disjoint, 0), LabelledEdge(1, .subsetOf, 2),
      ])
    #expect(search.relations(from: [0], to: [1, 2]).isEmpty)
    #expect(search.relations(from: [1], to: [2]) == [LabelledEdge(1, .subsetOf, 2)])
  }

  @Test func chainsThatExcludeEachOtherLeaveAnEmptySet() {
    let search = HopSearch(
      nodes: 4,
      claims: [
        LabelledEdge(0, .subsetOf, 1), LabelledEdge(1, .subsetOf, 3), LabelledEdge(0, .disjoint, 2),
        LabelledEdge(2, .supersetOf, 3),
      ])
    #expect(search.relations(from: [0], to: [3]) == [LabelledEdge(0, [], 3)])
  }
}
