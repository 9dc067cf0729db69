import CrosswalkMapper
import CrosswalkModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Measures the chordal closure of made-up networks: `SparseClosureBench NODES EDGES [hubs|near|any]`, or
/// `SparseClosureBench growth` for a table of growing ones as CSV.
@main struct SparseClosureBench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "growth" { return growth() }
    let numbers = arguments.compactMap { Int($0) }
    guard numbers.count == 2 else {
      return print("usage: SparseClosureBench growth | NODES EDGES [hubs|near|any]")
    }
    let targets = arguments.compactMap(FrameworkChain.Targets.init).first ?? .hubs
    let (milliseconds, chain, closure) = measure(nodes: numbers[0], edges: numbers[1], targets)
    let known = closure.edges.count { $0.relations != .all }
    print(
      "nodes \(chain.count) edges \(chain.edges.count) targets \(targets) completed \(closure.edgeCount) "
        + "narrowed \(known) empty \(closure.emptyPairs.count) cpu_ms \(milliseconds)")
    print("add_us \(adding(chain))")
  }

  /// What adding the last thousand edges one by one costs, in microseconds of CPU time each.
  private static func adding(_ chain: FrameworkChain) -> Double {
    let added = chain.edges.suffix(1000)
    // Their pairs are there from the beginning.
    let before = chain.edges.dropLast(1000) + added.map { LabelledEdge($0.first, .all, $0.second) }
    var closure = ChordalClosure(nodes: chain.count, edges: Array(before))
    let start = cpuTime()
    for edge in added {
      guard closure.add(edge) else { fatalError("the pair is an edge") }
    }
    return ((cpuTime() - start) * 1e5).rounded() / 100
  }

  private static func growth() {
    print("engine,nodes,edges,cpu_ms")
    for nodes in [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000] {
      let (milliseconds, chain, _) = measure(nodes: nodes, edges: nodes * 23 / 10, .hubs)
      print("chordal,\(chain.count),\(chain.edges.count),\(milliseconds)")
    }
  }

  /// The median of five runs, in milliseconds of CPU time.
  private static func measure(
    nodes: Int, edges: Int, _ targets: FrameworkChain.Targets
  ) -> (milliseconds: Double, FrameworkChain, ChordalClosure) {
    let trees = nodes / FrameworkChain.treeSize
    let chain = FrameworkChain(
      nodes: nodes, claims: edges - trees * (FrameworkChain.treeSize - 1), targets: targets)
    var closure = ChordalClosure(nodes: 0, edges: [])
    let times = (0..<5).map { _ in
      let start = cpuTime()
      closure = ChordalClosure(nodes: chain.count, edges: chain.edges)
      return cpuTime() - start
    }
    return ((times.sorted()[2] * 100_000).rounded() / 100, chain, closure)
  }

  private static func cpuTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
