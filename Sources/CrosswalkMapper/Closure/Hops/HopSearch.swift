import CrosswalkModel
import Dispatch

/// What follows about pairs of nodes from short chains of claims.
///
/// A chain leads from one node to another over facts: at most so many claims, and any number of steps between
/// parts and the wholes that hold them. It gives what its facts compose to; a pair gets what all its chains
/// have in common.
///
/// **Sound**: every chain is composed by the algebra, so nothing is excluded that the full closure would keep
/// (where the facts leave some relation possible for every pair). **Weaker** than the full closure: longer
/// chains, what is known of unions from all their members, and compositions of what several chains together
/// exclude on the way are left out. The last makes no difference where labels are distributive, as those of
/// single relations, "related" and structure are. Longer chains never widen a result. A chain may pass a node
/// twice, which adds nothing unless the facts contradict each other.
public struct HopSearch: Sendable {
  let graph: HopGraph
  /// The facts that count, as they were given.
  let claims: [LabelledEdge]

  /// Lays out the facts between `count` nodes, numbered from 0.
  ///
  /// - Parameters:
  ///   - claims: Facts that count towards the length of a chain.
  ///   - structure: Facts that do not, such as those between parts and wholes.
  /// - Complexity: O(*n* + *f* log *d*) for *n* nodes, *f* facts and *d* facts a node.
  public init(nodes count: Int, claims: [LabelledEdge], structure: [LabelledEdge] = []) {
    graph = HopGraph(nodes: count, claims: claims, structure: structure)
    self.claims = claims
  }

  /// What follows about each pair of a source and a target, without pairs of which nothing follows.
  ///
  /// Chains are followed from both sides and meet in the middle.
  ///
  /// - Parameter longestChain: The most claims that a chain may have; at least 0.
  /// - Returns: By source and then by target, in the order given; an empty set where the chains of a pair
  ///   exclude each other.
  /// - Complexity: for chains of *k* claims and *d* facts a node, O(*d*^⌈*k*/2⌉) a source and as much a target
  ///   at most; sets that say nothing are not followed.
  public func relations(
    from sources: [Int32], to targets: [Int32], longestChain: Int = 3
  ) -> [LabelledEdge] {
    let back = BackwardReach(graph, targets: targets, length: longestChain / 2)
    var reach = ChainReach(graph)
    var row = [UInt8](repeating: RelationshipSet.all.rawValue, count: targets.count)
    var edges: [LabelledEdge] = []
    for source in sources {
      reach.follow(from: [source], length: longestChain - longestChain / 2)
      back.meet(reach, &row)
      for index in row.indices where row[index] != RelationshipSet.all.rawValue {
        if targets[index] != source {
          edges.append(LabelledEdge(source, RelationshipSet(rawValue: row[index]), targets[index]))
        }
        row[index] = RelationshipSet.all.rawValue
      }
    }
    return edges
  }

  /// What follows about each source and every other node, without pairs of which nothing follows.
  ///
  /// - Parameter body: Called once for each source, from several threads at once and in no particular order,
  ///   with what follows about it, in the order of the other nodes.
  /// - Complexity: O(*d*^*k*) a source for chains of *k* claims and *d* facts a node, at most *k* times all
  ///   facts; on all cores.
  public func forEachSource(
    of sources: [Int32], longestChain: Int = 3, body: @Sendable (Int32, [LabelledEdge]) -> Void
  ) {
    let block = 128
    DispatchQueue.concurrentPerform(iterations: (sources.count + block - 1) / block) { index in
      var reach = ChainReach(graph)
      for source in sources[index * block..<min((index + 1) * block, sources.count)] {
        reach.follow(from: [source], length: longestChain)
        body(source, reach.edges(of: source))
      }
    }
  }
}

extension ChainReach {
  /// What the chains to each node have in common, in the order of the nodes.
  fileprivate func edges(of source: NodeIndex) -> [LabelledEdge] {
    var edges: [LabelledEdge] = []
    edges.reserveCapacity(reached.count)
    func append(_ node: NodeIndex) {
      guard node != source, sets[Int(node)] != 0 else { return }
      edges.append(
        LabelledEdge(source, RelationshipSet(rawValue: SetBits.intersection(sets[Int(node)])), node))
    }
    // Looking through all nodes is faster than sorting many.
    if reached.count > sets.count / 32 {
      for node in sets.indices { append(NodeIndex(node)) }
    } else {
      for node in reached.sorted() { append(node) }
    }
    return edges
  }
}

/// Chains towards the targets of a search, by the node they start from.
private struct BackwardReach {
  private struct Entry {
    /// The place of a target in the list of targets.
    let target: Int32
    /// The sets, read towards the target.
    let sets: UInt32
  }

  private let start: [Int32]
  private let entries: [Entry]
  private let composition = CompositionTable.shared.entries

  init(_ graph: HopGraph, targets: [NodeIndex], length: Int) {
    var reach = ChainReach(graph)
    var found: [(node: NodeIndex, entry: Entry)] = []
    var counts = [Int32](repeating: 0, count: graph.nodeCount)
    for (index, target) in targets.enumerated() {
      reach.follow(from: [target], length: length)
      for node in reach.reached {
        counts[Int(node)] += 1
        let sets = SetBits.converse(reach.sets[Int(node)])
        found.append((node, Entry(target: Int32(index), sets: sets)))
      }
    }
    start = offsets(ofCounts: counts)
    var cursors = start
    var entries = [Entry](repeating: Entry(target: 0, sets: 0), count: found.count)
    for (node, entry) in found {
      entries[Int(cursors[Int(node)])] = entry
      cursors[Int(node)] += 1
    }
    self.entries = entries
  }

  /// Intersects each target's entry of `row` with the chains that lead on where those of `reach` end.
  func meet(_ reach: ChainReach, _ row: inout [UInt8]) {
    for node in reach.reached {
      let onwards = Int(start[Int(node)])..<Int(start[Int(node) + 1])
      guard !onwards.isEmpty else { continue }
      SetBits.forEach(reach.sets[Int(node)]) { set in
        for index in onwards {
          let entry = entries[index]
          SetBits.forEach(entry.sets) { row[Int(entry.target)] &= composition[set << 5 | $0] }
        }
      }
    }
  }
}
