import CrosswalkMapper
import CrosswalkModel
import Glibc

/// Closes random networks as a matrix of bit-planes, and some of them in the plain way too.
///
///     ClosureBench           figures against the goals; ends with 1 where one is missed, 70 where results differ
///     ClosureBench growth    CSV for a picture: engine,nodes,edges,cpu_ms
@main
struct ClosureBench {
  static func main() {
    switch CommandLine.arguments.dropFirst() {
    case []: exit((Goal.all.map { $0.isMet() } + [Increment.isMet()]).contains(false) ? 1 : 0)
    case ["growth"]: printGrowth()
    default: print("usage: ClosureBench [growth]")
    }
  }

  /// One pair in ten is labelled; the slow engines are shown as far as they take seconds.
  private static func printGrowth() {
    print("engine,nodes,edges,cpu_ms")
    for nodes in [125, 250, 500, 1000, 2000, 4000] {
      let network = RegionNetwork(nodes: nodes, edges: nodes * (nodes - 1) / 20, seed: 1)
      print("bit-planes,\(nodes),\(network.labels.count),\(Closing.asMatrix(network).cost.cpu)")
      guard nodes <= 1000 else { continue }
      if let cost = Closing.costWithReasons(network) {
        print("with-reasons,\(nodes),\(network.labels.count),\(cost.cpu)")
      }
      print("byte-table,\(nodes),\(network.labels.count),\(Closing.plainly(network).cost.cpu)")
    }
  }
}

/// One way of closing a network, with what it cost and gave.
struct Closing {
  let cost: Cost
  let result: (Int, Int) -> RelationshipSet

  /// The median of five runs, from labels to fixpoint.
  static func asMatrix(_ network: RegionNetwork) -> Closing {
    var closure = MatrixClosure(nodes: network.nodes)
    let costs = (0..<5).map { _ in
      Cost.of {
        closure = network.matrix()
        if !closure.close().isEmpty { fail("a network of regions contradicts itself") }
      }
    }
    let relations = closure.relations
    return Closing(cost: costs.sorted { $0.cpuMilliseconds < $1.cpuMilliseconds }[2]) { relations[$0, $1] }
  }

  /// What the engine takes that keeps the derivation of every conclusion, from claims to fixpoint.
  static func costWithReasons(_ network: RegionNetwork) -> Cost? {
    guard let graph = network.graph else { return nil }
    return Cost.of { if !RelationshipClosure(graph).contradictions().isEmpty { fail("a contradiction") } }
  }

  /// One run, from labels to fixpoint.
  static func plainly(_ network: RegionNetwork) -> Closing {
    var closure = PlainClosure(network)
    let cost = Cost.of {
      closure = PlainClosure(network)
      closure.close()
    }
    return Closing(cost: cost) { [closure] in closure[$0, $1] }
  }
}

/// Ends the program: what was measured is wrong.
func fail(_ what: String) -> Never {
  print("ClosureBench: \(what)")
  exit(70)
}
