import CrosswalkModel

/// What follows from the edges of a large sparse network by partial path consistency: composition within the
/// triangles of a chordal completion, until nothing changes.
///
/// A chordal completion adds just enough edges (labelled `.all` at first) that every cycle of more than three
/// nodes has a chord (Bliek and Sam-Haroud, "Path consistency on triangulated constraint graphs", IJCAI 1999).
/// Work and memory follow the completed graph instead of the square of the nodes.
///
/// **Sound**: what it excludes of a pair, the full closure of the same edges excludes too (where they leave some
/// relation possible for every pair). **Weaker** than the full closure, in four ways:
/// - Pairs that are no edge of the completed graph get no label: ``relations(_:_:)`` gives `.all` for them,
///   although composing along the way between them may give more.
/// - On the edges it labels, it equals the full closure where composition distributes over intersections that
///   are not empty. That is so for the 14 sets that the five base relations and "within" generate: claims of
///   one relation, "related" claims and structure, with all that follows from them. It is also so for any
///   labels where no four nodes of the completed graph are all neighbours (RCC-5 has the patchwork property).
///   Other sets, such as {equal, disjoint}, do not distribute: there a triangle outside the completed graph
///   can, rarely, exclude more.
/// - A consistent result does not prove that regions exist which satisfy all edges; nor does the full closure's.
/// - Unions are not known to it: that a union is disjoint from a node because all its members are is no
///   composition.
///
/// Pairs left without any relation are withdrawn: none of their edges counts, and all else is concluded anew
/// from the rest. Conflicts met in one pass are withdrawn together, so it may withdraw pairs that the full
/// closure keeps.
///
/// The result depends on the set of edges alone, not on their order or direction.
public struct ChordalClosure: Sendable {
  let graph: ChordalGraph
  /// For each slot what the edges themselves say, read from its lower place.
  private var stated: [UInt8]
  private var tightening: TriangleTightening
  private var withdrawn: Set<Int32> = []

  /// Closes a network of `count` nodes, numbered from 0.
  ///
  /// - Parameter edges: Several edges on one pair are intersected; one labelled `.all` says nothing, but makes
  ///   its pair one that gets a label.
  /// - Complexity: O(*f* · *w*) for *f* edges of the completed graph and *w* mean neighbours of an edge in it,
  ///   for each of few passes.
  public init(nodes count: Int, edges: [LabelledEdge]) {
    graph = ChordalGraph(nodes: count, edges: edges)
    stated = Array(repeating: RelationshipSet.all.rawValue, count: graph.edgeCount)
    for edge in edges {
      if let place = graph.place(of: edge) { stated[Int(place.slot)] &= place.relations }
    }
    (tightening, withdrawn) = Self.closed(graph, stated)
  }

  /// How many nodes the network has.
  public var nodeCount: Int { graph.nodes.count }

  /// How many edges the completed graph has, those of the network included.
  public var edgeCount: Int { graph.edgeCount }

  /// Whether the pair is an edge of the completed graph.
  public func isEdge(_ first: Int32, _ second: Int32) -> Bool {
    first != second && graph.slot(ofNodes: first, second) != nil
  }

  /// The relations not excluded from `first` to `second`: `.all` for a pair that is no edge of the completed
  /// graph, the empty set for a withdrawn one.
  ///
  /// - Complexity: O(log *r*) for *r* neighbours of the node that goes first.
  public func relations(_ first: Int32, _ second: Int32) -> RelationshipSet {
    guard first != second else { return .equal }
    guard let slot = graph.slot(ofNodes: first, second) else { return .all }
    return read(slot, isForward: graph.places[Int(first)] < graph.places[Int(second)])
  }

  /// Every edge of the completed graph with what is known of it, read from its lower node, in ascending order.
  ///
  /// - Complexity: O(*f* log *f*) for *f* edges of the completed graph.
  public var edges: [LabelledEdge] {
    var edges: [LabelledEdge] = []
    edges.reserveCapacity(edgeCount)
    for low in graph.nodes.indices {
      for slot in graph.rowStart[low]..<graph.rowStart[low + 1] {
        let pair = Pair(graph.nodes[low], graph.nodes[Int(graph.higher[Int(slot)])])
        let relations = read(slot, isForward: pair.low == graph.nodes[low])
        edges.append(LabelledEdge(pair.low, relations, pair.high))
      }
    }
    return edges.sorted { $0.pair < $1.pair }
  }

  /// The pairs for which the edges leave no relation, the lower node first, in ascending order.
  public var emptyPairs: [(first: Int32, second: Int32)] {
    edges.filter(\.relations.isEmpty).map { ($0.first, $0.second) }
  }

  /// Takes one more edge into account, as if it had been among the first ones.
  ///
  /// Only what it changes is looked at, unless there are conflicts: these are always found anew.
  ///
  /// - Returns: Whether its pair is an edge of the completed graph; where it is not, nothing happens, and the
  ///   closure has to be made from scratch.
  public mutating func add(_ edge: LabelledEdge) -> Bool {
    guard let place = graph.place(of: edge) else { return false }
    guard stated[Int(place.slot)] & place.relations != stated[Int(place.slot)] else { return true }
    stated[Int(place.slot)] &= place.relations
    if withdrawn.isEmpty { tightening.tighten(place.slot, place.low, to: place.relations) }
    if !withdrawn.isEmpty || !tightening.emptySlots.isEmpty {
      (tightening, withdrawn) = Self.closed(graph, stated)
    }
    return true
  }

  private static func closed(_ graph: ChordalGraph, _ stated: [UInt8]) -> (TriangleTightening, Set<Int32>) {
    var withdrawn: Set<Int32> = []
    while true {
      let tightening = TriangleTightening(graph: graph, labels: stated, withdrawn: withdrawn)
      if tightening.emptySlots.isEmpty { return (tightening, withdrawn) }
      withdrawn.formUnion(tightening.emptySlots)
    }
  }

  private func read(_ slot: Int32, isForward: Bool) -> RelationshipSet {
    if withdrawn.contains(slot) { return [] }
    let relations = RelationshipSet(rawValue: tightening.labels[Int(slot)])
    return isForward ? relations : relations.converse
  }
}
