import CrosswalkMapper
import CrosswalkModel

/// Path consistency as textbooks have it: one byte a pair, a queue of changed pairs, a 32 by 32 composition table.
struct PlainClosure {
  let nodes: Int
  private var cells: [UInt8]
  private var queue: [Int32] = []
  private var isQueued: [Bool]
  private let composition: [UInt8]

  init(_ network: RegionNetwork) {
    nodes = network.nodes
    cells = Array(repeating: RelationshipSet.all.rawValue, count: nodes * nodes)
    isQueued = Array(repeating: false, count: nodes * nodes)
    composition = (0..<1024).map { entry in
      RelationshipSet(rawValue: UInt8(entry >> 5)).composed(
        with: RelationshipSet(rawValue: UInt8(entry & 31))
      )
      .rawValue
    }
    for node in 0..<nodes { cells[node * nodes + node] = RelationshipSet.equal.rawValue }
    for label in network.labels {
      let left = cells[label.first * nodes + label.second] & label.relations.rawValue
      set(label.first, label.second, left)
    }
  }

  subscript(first: Int, second: Int) -> RelationshipSet {
    RelationshipSet(rawValue: cells[first * nodes + second])
  }

  /// Runs to the fixpoint.
  mutating func close() {
    var next = 0
    while next < queue.count {
      let pair = Int(queue[next])
      next += 1
      isQueued[pair] = false
      propagate(pair / nodes, pair % nodes)
      if next == 1 << 20 {
        queue.removeFirst(next)
        next = 0
      }
    }
  }

  /// Narrows (first, k) over `second` and (k, second) over `first`, for every k.
  private mutating func propagate(_ first: Int, _ second: Int) {
    let known = Int(cells[first * nodes + second]) << 5
    let mirrored = Int(RelationshipSet(rawValue: cells[first * nodes + second]).converse.rawValue) << 5
    for node in 0..<nodes {
      let forward = cells[first * nodes + node]
      let onward = composition[known | Int(cells[second * nodes + node])]
      if forward & ~onward != 0 { set(first, node, forward & onward) }
      let backward = cells[second * nodes + node]
      let other = composition[mirrored | Int(cells[first * nodes + node])]
      if backward & ~other != 0 { set(second, node, backward & other) }
    }
  }

  private mutating func set(_ first: Int, _ second: Int, _ relations: UInt8) {
    cells[first * nodes + second] = relations
    cells[second * nodes + first] = RelationshipSet(rawValue: relations).converse.rawValue
    let pair = min(first, second) * nodes + max(first, second)
    guard !isQueued[pair] else { return }
    isQueued[pair] = true
    queue.append(Int32(pair))
  }
}
