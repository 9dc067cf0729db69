import CrosswalkMapper
import CrosswalkModel
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Measures the hop search in a made-up graph: `HopBench [FRAMEWORKS CLAIMS [HOPS]]`; `HopBench graph` prints
/// the graph as lines of two nodes and their relations, for other programs; `HopBench growth` a table of
/// growing graphs as CSV.
@main struct HopBench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "growth" { return try growth() }
    let numbers = arguments.compactMap { Int($0) }
    let graph = FrameworkGraph(
      frameworks: numbers.first ?? 50, claims: numbers.count > 1 ? numbers[1] : 200_000,
      labels: arguments.first == "closure" || arguments.first == "limited" ? .truth : .drawn)
    if arguments.first == "graph" { return dump(graph) }
    if let first = arguments.first, ["closure", "limited"].contains(first) {
      return try closure(graph, isLimited: first == "limited")
    }
    let hops = numbers.count > 2 ? numbers[2] : 3
    var search = HopSearch(nodes: 0, claims: [])
    let build = median {
      search = HopSearch(nodes: graph.nodeCount, claims: graph.claims, structure: graph.structure)
    }
    var found: [LabelledEdge] = []
    let pair = median {
      found = search.relations(from: graph.nodes(of: 0), to: graph.nodes(of: 1), longestChain: hops)
    }
    print("frameworks \(graph.frameworks) claims \(graph.claims.count) hops \(hops) build_ms \(build)")
    print("pair_ms \(pair) found \(found.count)")
    let count = Atomic(0)
    let all = median(of: 3) {
      let sources = (0..<graph.frameworks).flatMap(graph.nodes)
      count.store(0, ordering: .relaxed)
      search.forEachSource(of: sources, longestChain: hops) { _, edges in
        count.add(edges.count, ordering: .relaxed)
      }
    }
    print("all_pairs_ms \(all) found \(count.load(ordering: .relaxed))")
  }

  private static func dump(_ graph: FrameworkGraph) {
    for edge in graph.claims { print(edge.first, edge.second, edge.relations.rawValue, "claim") }
    for edge in graph.structure { print(edge.first, edge.second, edge.relations.rawValue, "structure") }
  }

  /// What the product does: the closure of the claims that bear on two of the frameworks, and of all claims.
  private static func closure(_ graph: FrameworkGraph, isLimited: Bool) throws {
    for reach in [.chains(ofAtMost: 3), isLimited ? .chains(ofAtMost: 2) : .unlimited]
      as [ReasoningOptions.Reach]
    {
      let milliseconds = try closing(graph, reach)
      print("\(reach): frameworks \(graph.frameworks) claims \(graph.claims.count) cpu_ms \(milliseconds)")
    }
  }

  private static func closing(_ graph: FrameworkGraph, _ reach: ReasoningOptions.Reach) throws -> Double {
    let crosswalk = try graph.crosswalk()
    let question = Question.frameworks(FrameworkGraph.name(0), FrameworkGraph.name(1))
    return median(of: 1) {
      _ = RelationshipClosure(crosswalk, options: ReasoningOptions(reach: reach), about: question)
    }
  }

  private static func growth() throws {
    print("engine,nodes,edges,cpu_ms")
    for frameworks in [2, 4, 10, 20, 50, 100, 200] {
      let graph = FrameworkGraph(frameworks: frameworks, claims: frameworks * 4000, labels: .drawn)
      let search = HopSearch(nodes: graph.nodeCount, claims: graph.claims, structure: graph.structure)
      let pair = median {
        _ = search.relations(from: graph.nodes(of: 0), to: graph.nodes(of: 1), longestChain: 3)
      }
      report("hops", graph, pair)
    }
    for frameworks in [2, 5, 10, 20, 50, 100] {
      let graph = FrameworkGraph(frameworks: frameworks, claims: frameworks * 2000, labels: .truth)
      report("reasons-3-claims", graph, try closing(graph, .chains(ofAtMost: 3)))
      if frameworks <= 50 { report("reasons-all-claims", graph, try closing(graph, .unlimited)) }
    }
  }

  private static func report(_ engine: String, _ graph: FrameworkGraph, _ milliseconds: Double) {
    print("\(engine),\(graph.nodeCount),\(graph.claims.count + graph.structure.count),\(milliseconds)")
  }

  /// The median of some runs, in milliseconds of CPU time.
  private static func median(of runs: Int = 5, _ body: () -> Void) -> Double {
    let times = (0..<runs).map { _ in
      let start = cpuTime()
      body()
      return cpuTime() - start
    }
    return (times.sorted()[runs / 2] * 100_000).rounded() / 100
  }

  private static func cpuTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
