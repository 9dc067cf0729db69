import CrosswalkModel

/// Composes labels within the triangles of a chordal graph until nothing changes.
///
/// Places wait in a queue, in elimination order at first, each with those of its edges that changed since it
/// was last drawn. A place that is drawn composes each of these with what its other end knows onwards; what
/// follows about the third edge of a triangle is intersected with it, and if that changes it, both its ends
/// wait in their turn. Edges labelled `.all`, most of a completed graph, cost nothing.
///
/// An edge to a hub costs what its other end has: either the edges of the hub that say something are tried, or
/// all neighbours of the other end, whichever are fewer.
struct TriangleTightening: Sendable {
  private let graph: ChordalGraph
  /// For each slot what is known, read from its lower place.
  private(set) var labels: [UInt8]
  /// Slots that turned out empty; the rest is concluded without them.
  private(set) var emptySlots: Set<Int32> = []
  /// Slots that stay at `.all`.
  private var withdrawn: Set<Int32>
  /// The edges that say something.
  private var informative: EdgeLists
  /// The edges that changed.
  private var changed: EdgeLists
  /// For each slot, whether the lower place (bit 0) and the higher one (bit 1) list it as changed.
  private var isListed: [UInt8]
  private var queue: [Int32] = []
  private var isQueued: [Bool]
  /// While a place is drawn and ``isMarked``: for each of its neighbours the slot of the edge; -1 for all others.
  private var marks: [Int32]
  private var isMarked = false

  private let composition = CompositionTable.shared.entries
  private let converse = (0..<32).map { RelationshipSet(rawValue: $0).converse.rawValue }
  private static let all = RelationshipSet.all.rawValue

  /// Tightens from scratch what `labels` say, to the fixpoint; nothing counts that is said of `withdrawn` slots.
  init(graph: ChordalGraph, labels: [UInt8], withdrawn: Set<Int32>) {
    self.graph = graph
    self.labels = labels
    self.withdrawn = withdrawn
    informative = EdgeLists(places: graph.nodes.count)
    changed = informative
    isListed = Array(repeating: 0, count: labels.count)
    isQueued = Array(repeating: false, count: graph.nodes.count)
    marks = Array(repeating: -1, count: graph.nodes.count)
    for slot in withdrawn { self.labels[Int(slot)] = Self.all }
    for place in 0..<Int32(graph.nodes.count) { listEdges(of: place) }
    settle()
  }

  /// Intersects what is known of one slot with `relations`, and tightens whatever that changes.
  mutating func tighten(_ slot: Int32, _ low: Int32, to relations: UInt8) {
    narrow(ChordalLink(low: low, high: graph.higher[Int(slot)], slot: slot), by: relations)
    settle()
  }

  /// Lists the edges around a place that say something, next to each other in memory.
  private mutating func listEdges(of place: Int32) {
    for index in Int(graph.columnStart[Int(place)])..<Int(graph.columnStart[Int(place) + 1]) {
      let slot = graph.lowerSlot[index]
      if labels[Int(slot)] != Self.all { list(place, graph.lower[index], slot) }
    }
    for slot in graph.rowStart[Int(place)]..<graph.rowStart[Int(place) + 1]
    where labels[Int(slot)] != Self.all {
      if labels[Int(slot)] == 0 { withdraw(slot) } else { list(place, graph.higher[Int(slot)], slot) }
    }
  }

  private mutating func list(_ place: Int32, _ other: Int32, _ slot: Int32) {
    informative.insert(place, other, slot: slot)
    changed.insert(place, other, slot: slot)
    isListed[Int(slot)] = 3
    enqueue(place)
  }

  private mutating func settle() {
    var next = 0
    while next < queue.count {
      let place = queue[next]
      next += 1
      setMarks(of: place)
      while let edge = changed.popFirst(place) {
        isListed[Int(edge.slot)] &= place < edge.other ? 2 : 1
        let label = labels[Int(edge.slot)]
        expand(from: place, over: edge.other, place < edge.other ? label : converse[Int(label)])
      }
      clearMarks(of: place)
      isQueued[Int(place)] = false
    }
    queue.removeAll(keepingCapacity: true)
    changed.removeAll()
  }

  // MARK: Triangles

  /// Concludes from an edge to `middle`, and what is known onwards from there, about the neighbours of `start`.
  private mutating func expand(from start: Int32, over middle: Int32, _ label: UInt8) {
    let towards = Int(label) << 5
    if informative.count(middle) / 4 <= graph.degree(start) {
      var entry = informative.first(middle)
      while entry >= 0 {
        let edge = informative[entry]
        entry = edge.next
        conclude(start, edge.other, towards, onward: edge.slot, isForward: middle < edge.other)
      }
    } else {
      for index in graph.rowStart[Int(start)]..<graph.rowStart[Int(start) + 1] {
        concludeAcross(start, middle, graph.higher[Int(index)], towards)
      }
      for index in graph.columnStart[Int(start)]..<graph.columnStart[Int(start) + 1] {
        concludeAcross(start, middle, graph.lower[Int(index)], towards)
      }
    }
  }

  private mutating func concludeAcross(_ start: Int32, _ middle: Int32, _ end: Int32, _ towards: Int) {
    guard end != middle, let onward = graph.slot(min(middle, end), max(middle, end)) else { return }
    conclude(start, end, towards, onward: onward, isForward: middle < end)
  }

  /// Tightens the edge from `start` to `end`, if there is one.
  @inline(__always)
  private mutating func conclude(
    _ start: Int32, _ end: Int32, _ towards: Int, onward slot: Int32, isForward: Bool
  ) {
    let label = labels[Int(slot)]
    let composed = composition[towards | Int(isForward ? label : converse[Int(label)])]
    guard composed != Self.all, start != end else { return }
    let (low, high) = (min(start, end), max(start, end))
    let slot = isMarked ? marks[Int(end)] : graph.slot(low, high) ?? -1
    guard slot >= 0 else { return }
    narrow(
      ChordalLink(low: low, high: high, slot: slot), by: start < end ? composed : converse[Int(composed)])
  }

  /// Marks the neighbours of a place, where it has so few that this is cheaper than looking them up.
  private mutating func setMarks(of place: Int32) {
    isMarked = graph.degree(place) <= 16 * changed.count(place)
    guard isMarked else { return }
    for slot in graph.rowStart[Int(place)]..<graph.rowStart[Int(place) + 1] {
      marks[Int(graph.higher[Int(slot)])] = slot
    }
    for index in Int(graph.columnStart[Int(place)])..<Int(graph.columnStart[Int(place) + 1]) {
      marks[Int(graph.lower[index])] = graph.lowerSlot[index]
    }
  }

  private mutating func clearMarks(of place: Int32) {
    guard isMarked else { return }
    isMarked = false
    for slot in Int(graph.rowStart[Int(place)])..<Int(graph.rowStart[Int(place) + 1]) {
      marks[Int(graph.higher[slot])] = -1
    }
    for index in Int(graph.columnStart[Int(place)])..<Int(graph.columnStart[Int(place) + 1]) {
      marks[Int(graph.lower[index])] = -1
    }
  }

  // MARK: Labels

  /// Intersects a label.
  @inline(__always)
  private mutating func narrow(_ link: ChordalLink, by relations: UInt8) {
    let known = labels[Int(link.slot)]
    guard known & relations != known, !withdrawn.contains(link.slot) else { return }
    labels[Int(link.slot)] = known & relations
    learned(link, from: known)
  }

  /// Lists an edge whose label is narrower than it was; an empty one is withdrawn.
  private mutating func learned(_ link: ChordalLink, from known: UInt8) {
    let slot = Int(link.slot)
    guard labels[slot] != 0 else { return withdraw(link.slot) }
    if known == Self.all {
      informative.insert(link.low, link.high, slot: link.slot)
      informative.insert(link.high, link.low, slot: link.slot)
    }
    if isListed[slot] & 1 == 0 {
      changed.insert(link.low, link.high, slot: link.slot)
      enqueue(link.low)
    }
    if isListed[slot] & 2 == 0 {
      changed.insert(link.high, link.low, slot: link.slot)
      enqueue(link.high)
    }
    isListed[slot] = 3
  }

  private mutating func withdraw(_ slot: Int32) {
    labels[Int(slot)] = Self.all
    withdrawn.insert(slot)
    emptySlots.insert(slot)
  }

  private mutating func enqueue(_ place: Int32) {
    guard !isQueued[Int(place)] else { return }
    isQueued[Int(place)] = true
    queue.append(place)
  }
}
