import CrosswalkModel

/// Where chains from one place lead, and which relation sets they compose to.
///
/// For each node the sets are kept apart, as bits of one word (there are 31), and not intersected on the way:
/// so the chains of a pair may be cut anywhere, followed from both ends, and give the same. A set that contains
/// another of the same node, reached by no longer a chain, is left out: whatever follows from it is wider than
/// what follows from that.
struct ChainReach {
  private let graph: HopGraph
  /// For each node the sets that chains to it compose to; bit *n* stands for the set with the raw value *n*.
  private(set) var sets: [UInt32]
  /// The nodes that have any, in the order in which they were reached.
  private(set) var reached: [NodeIndex] = []
  private var found: [Found] = []
  private let composition = CompositionTable.shared.entries

  private struct Found {
    let node: NodeIndex
    let set: UInt8
  }

  /// For each set the bits of those within it, itself included.
  private static let within: [UInt32] = (0..<32).map { (whole: UInt32) in
    (1..<32).reduce(0) { $1 & whole == $1 ? $0 | 1 << $1 : $0 }
  }

  init(_ graph: HopGraph) {
    self.graph = graph
    sets = Array(repeating: 0, count: graph.nodeCount)
  }

  /// Follows all chains of at most `length` claims from `starts`, read away from them.
  mutating func follow(from starts: some Sequence<NodeIndex>, length: Int) {
    begin(from: starts)
    for _ in 0..<length {
      guard advance() else { break }
    }
  }

  /// The chains of no claim at all: those that stay in the structure.
  mutating func begin(from starts: some Sequence<NodeIndex>) {
    for node in reached { sets[Int(node)] = 0 }
    reached.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    for start in starts { add(RelationshipSet.equal.rawValue, start) }
    spreadInStructure()
  }

  /// Lets every chain take one more claim; false where none leads on.
  mutating func advance() -> Bool {
    let ends = found
    found.removeAll(keepingCapacity: true)
    for end in ends { take(end, graph.claims) }
    spreadInStructure()
    return !found.isEmpty
  }

  /// Follows structure from what was found, and from what is found thereby, until nothing is new.
  private mutating func spreadInStructure() {
    var next = 0
    while next < found.count {
      take(found[next], graph.structure)
      next += 1
    }
  }

  @inline(__always)
  private mutating func take(_ end: Found, _ layer: HopGraph.Layer) {
    let towards = Int(end.set) << 5
    let range = layer.range(end.node)
    var index = range.lowerBound
    while index < range.upperBound {
      let alike = index...index + Int(layer.steps[index].alike)
      let composed = composition[towards | Int(layer.steps[index].relations)]
      if composed != RelationshipSet.all.rawValue {
        for place in alike { add(composed, layer.steps[place].node) }
      }
      index = alike.upperBound + 1
    }
  }

  @inline(__always)
  private mutating func add(_ set: UInt8, _ node: NodeIndex) {
    let known = sets[Int(node)]
    guard known & Self.within[Int(set)] == 0 else { return }
    if known == 0 { reached.append(node) }
    sets[Int(node)] = known | 1 << UInt32(set)
    found.append(Found(node: node, set: set))
  }
}

/// Relation sets as bits of one word.
enum SetBits {
  /// The sets of `bits`, in ascending order.
  @inline(__always)
  static func forEach(_ bits: UInt32, _ body: (Int) -> Void) {
    var left = bits
    while left != 0 {
      body(left.trailingZeroBitCount)
      left &= left - 1
    }
  }

  /// What all sets have in common.
  static func intersection(_ bits: UInt32) -> UInt8 {
    if bits & (bits &- 1) == 0 { return UInt8(truncatingIfNeeded: bits.trailingZeroBitCount) }
    var common = RelationshipSet.all.rawValue
    forEach(bits) { common &= UInt8($0) }
    return common
  }

  /// The converse of each set.
  static func converse(_ bits: UInt32) -> UInt32 {
    var turned: UInt32 = 0
    forEach(bits) { turned |= 1 << UInt32(RelationshipSet(rawValue: UInt8($0)).converse.rawValue) }
    return turned
  }
}
