import CrosswalkModel

/// What is known about one pair of nodes, which are numbered from 0.
public struct LabelledEdge: Hashable, Sendable {
  /// The node from which ``relations`` read.
  public let first: Int32
  /// The other node; never ``first``.
  public let second: Int32
  /// The relations still possible from ``first`` to ``second``.
  public let relations: RelationshipSet

  /// Creates an edge between two different nodes.
  public init(_ first: Int32, _ relations: RelationshipSet, _ second: Int32) {
    precondition(first != second && first >= 0 && second >= 0, "an edge joins two different nodes")
    self.first = first
    self.second = second
    self.relations = relations
  }
}

extension LabelledEdge: Comparable {
  /// Edges by their lower node, then by their higher one, whichever way they read.
  public static func < (left: Self, right: Self) -> Bool {
    (left.pair, left.first, left.relations.rawValue) < (right.pair, right.first, right.relations.rawValue)
  }

  var pair: Pair { Pair(first, second) }
}

/// Counting sort: starts of lists whose lengths are `counts`, with the end of the last one.
func offsets(ofCounts counts: [Int32]) -> [Int32] {
  var offsets = [Int32](repeating: 0, count: counts.count + 1)
  for index in counts.indices { offsets[index + 1] = offsets[index] + counts[index] }
  return offsets
}
