import CrosswalkMapper
import CrosswalkModel

@main
struct ClosureBench {
  static func main() {
    for (nodes, edges) in [(500,12500),(1000,150000),(2000,200000)] {
      let network = RegionNetwork(nodes: nodes, edges: edges, seed: 1)
      var best = Double.infinity
      var matrix = MatrixClosure(nodes: 0)
      for _ in 0..<(CommandLine.arguments.count > 1 ? 1 : 3) {
      matrix = MatrixClosure(nodes: nodes)
      let cost = Cost.of {
        for label in network.labels { matrix.constrain(label.first, label.second, to: label.relations) }
        precondition(matrix.close().isEmpty)
      }
        best = min(best, cost.cpuMilliseconds)
      }
      var sharp = 0; var single = 0; var said = RelationMatrix(count: nodes)
      var m2 = MatrixClosure(nodes: nodes)
      for label in network.labels { m2.constrain(label.first, label.second, to: label.relations) }
      said = m2.relations
      for a in 0..<nodes { for b in a+1..<nodes { let r = matrix.relations[a,b]; if r != said[a,b] { sharp += 1}; if r.rawValue.nonzeroBitCount == 1 { single += 1 }}}
      print(nodes, edges, best, "sharpened", sharp, "single", single, "of", nodes*(nodes-1)/2)
      if CommandLine.arguments.count > 1 {
      var plain = PlainClosure(network)
      let cost2 = Cost.of { plain.close() }
      print("plain", cost2.cpuMilliseconds)
      for a in 0..<nodes { for b in 0..<nodes { precondition(plain.cells[a*nodes+b] == matrix.relations[a,b].rawValue) } }
      }
    }
  }
}
