import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct EliminationOrderTests {
  @Test(arguments: 0..<60)
  func anyTwoNeighboursInARowAreNeighbours(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let nodes = Int.random(in: 2...40, using: &generator)
    let network = RandomNetwork(
      nodes: nodes, claims: .random(in: 1...nodes * 3, using: &generator), using: &generator)
    let graph = ChordalGraph(nodes: nodes, edges: network.edges)
    #expect(graph.nodes.sorted() == (0..<Int32(nodes)).map { $0 })
    for edge in network.edges { #expect(graph.slot(ofNodes: edge.first, edge.second) != nil) }
    for place in 0..<nodes {
      let row = graph.higher[Int(graph.rowStart[place])..<Int(graph.rowStart[place + 1])]
      #expect(row.allSatisfy { $0 > Int32(place) })
      #expect(Array(row) == Set(row).sorted())
      for (index, first) in zip(row.indices, row) {
        for second in row[(index + 1)...] { #expect(graph.slot(first, second) != nil) }
      }
    }
  }

  @Test func treesAndChainsOfTrianglesNeedNoFurtherEdge() {
    let tree = (1..<200).map { LabelledEdge(Int32($0), .within, Int32($0 / 7)) }
    #expect(ChordalGraph(nodes: 200, edges: tree).edgeCount == 199)
    let triangles = (0..<Int32(198)).flatMap { node in
      [LabelledEdge(node, .related, node + 1), LabelledEdge(node, .related, node + 2)]
    }
    let band = ChordalGraph(nodes: 200, edges: triangles)
    #expect(band.edgeCount == 2 * 198)
  }

  @Test func aCycleNeedsAsManyChordsAsItHasNodesLessThree() {
    let cycle = (0..<30).map { LabelledEdge(Int32($0), .related, Int32(($0 + 1) % 30)) }
    #expect(ChordalGraph(nodes: 30, edges: cycle).edgeCount == 30 + 27)
  }

  @Test func columnsNameTheSlotsOfTheirEdges() {
    var generator = SeededGenerator(state: 5)
    let graph = ChordalGraph(
      nodes: 30, edges: RandomNetwork(nodes: 30, claims: 60, using: &generator).edges)
    for place in 0..<Int32(30) {
      for index in Int(graph.columnStart[Int(place)])..<Int(graph.columnStart[Int(place) + 1]) {
        #expect(graph.slot(graph.lower[index], place) == graph.lowerSlot[index])
      }
    }
  }
}
