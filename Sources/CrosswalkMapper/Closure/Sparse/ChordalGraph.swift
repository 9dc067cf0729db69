import CrosswalkModel

/// A graph completed so that every cycle of more than three nodes has a chord: rows of neighbours, without
/// labels.
///
/// Nodes are renamed by their place in the elimination order. A row lists the neighbours of higher place only,
/// so that each edge has one *slot*; any two nodes of one row are neighbours, and every triangle is a node of
/// lowest place with two of its row.
struct ChordalGraph: Sendable {
  /// For each node its place in the elimination order.
  let places: [Int32]
  /// The node at each place.
  let nodes: [NodeIndex]
  /// Where the row of each place begins in ``higher``; one more entry for the end.
  let rowStart: [Int32]
  /// The places of the neighbours of higher place, ascending in each row; the index of an entry is its slot.
  let higher: [Int32]
  /// Where the neighbours of lower place begin in ``lower``; one more entry for the end.
  let columnStart: [Int32]
  /// The places of the neighbours of lower place, ascending.
  let lower: [Int32]
  /// For each entry of ``lower`` the slot of its edge.
  let lowerSlot: [Int32]

  /// Completes the graph of `edges`, which may name a pair several times.
  ///
  /// - Complexity: O(*e* + *f*) for *e* edges and *f* edges of the completed graph, about.
  init(nodes count: Int, edges: [LabelledEdge]) {
    let (start, neighbours) = Self.neighbours(count, edges)
    let order = EliminationOrder(start: start, neighbours: neighbours)
    nodes = order.order
    var places = [Int32](repeating: 0, count: count)
    for (place, node) in order.order.enumerated() { places[Int(node)] = Int32(place) }
    self.places = places
    rowStart = order.rowStart
    (columnStart, lower) = Self.transposed(order.rowStart, order.rows.map { places[Int($0)] }, count)
    // Turning rows into columns and back sorts both in linear time.
    (_, higher) = Self.transposed(columnStart, lower, count)
    lowerSlot = Self.slots(rowStart: rowStart, columnStart: columnStart, higher)
  }

  /// For each entry of the columns its slot: rows in ascending order fill each column in ascending order.
  private static func slots(rowStart: [Int32], columnStart: [Int32], _ higher: [Int32]) -> [Int32] {
    var cursors = columnStart
    var slots = [Int32](repeating: 0, count: higher.count)
    for (slot, place) in higher.enumerated() {
      slots[Int(cursors[Int(place)])] = Int32(slot)
      cursors[Int(place)] += 1
    }
    return slots
  }

  /// How many edges the completed graph has.
  var edgeCount: Int { higher.count }

  /// How many neighbours a place has.
  func degree(_ place: Int32) -> Int32 {
    let place = Int(place)
    return rowStart[place + 1] - rowStart[place] + columnStart[place + 1] - columnStart[place]
  }

  /// The slot of the edge between two places, the lower one first; `nil` where there is none.
  ///
  /// - Complexity: O(log *r*) for a row of *r* neighbours.
  func slot(_ low: Int32, _ high: Int32) -> Int32? {
    var floor = Int(rowStart[Int(low)])
    let end = Int(rowStart[Int(low) + 1])
    var ceiling = end
    while floor < ceiling {
      let middle = (floor + ceiling) / 2
      if higher[middle] < high { floor = middle + 1 } else { ceiling = middle }
    }
    return floor < end && higher[floor] == high ? Int32(floor) : nil
  }

  /// The slot of the edge between two nodes; `nil` where there is none.
  func slot(ofNodes first: NodeIndex, _ second: NodeIndex) -> Int32? {
    let (first, second) = (places[Int(first)], places[Int(second)])
    return slot(min(first, second), max(first, second))
  }

  /// Where an edge has its slot, and what it says, read from its lower place; `nil` where its pair is no edge.
  func place(of edge: LabelledEdge) -> (slot: Int32, low: Int32, relations: UInt8)? {
    let (first, second) = (places[Int(edge.first)], places[Int(edge.second)])
    guard let slot = slot(min(first, second), max(first, second)) else { return nil }
    let relations = first < second ? edge.relations : edge.relations.converse
    return (slot, min(first, second), relations.rawValue)
  }

  /// The sorted neighbours of each node, each once.
  private static func neighbours(_ count: Int, _ edges: [LabelledEdge]) -> (start: [Int32], [NodeIndex]) {
    var degrees = [Int32](repeating: 0, count: count)
    for edge in edges {
      degrees[Int(edge.first)] += 1
      degrees[Int(edge.second)] += 1
    }
    let start = offsets(ofCounts: degrees)
    var cursors = start
    var ends = [NodeIndex](repeating: 0, count: edges.count * 2)
    for edge in edges {
      for (node, other) in [(edge.first, edge.second), (edge.second, edge.first)] {
        ends[Int(cursors[Int(node)])] = other
        cursors[Int(node)] += 1
      }
    }
    let (sortedStart, sorted) = transposed(start, ends, count)
    return withoutRepeats(sortedStart, sorted)
  }

  private static func withoutRepeats(_ start: [Int32], _ lists: [Int32]) -> (start: [Int32], [NodeIndex]) {
    var newStart: [Int32] = [0]
    newStart.reserveCapacity(start.count)
    var unique: [NodeIndex] = []
    unique.reserveCapacity(lists.count)
    for row in 0..<start.count - 1 {
      let first = unique.count
      for index in Int(start[row])..<Int(start[row + 1])
      where unique.count == first || unique[unique.count - 1] != lists[index] {
        unique.append(lists[index])
      }
      newStart.append(Int32(unique.count))
    }
    return (newStart, unique)
  }

  /// For each entry the rows that list it, ascending.
  private static func transposed(
    _ start: [Int32], _ lists: [Int32], _ count: Int
  ) -> (start: [Int32], lists: [Int32]) {
    var counts = [Int32](repeating: 0, count: count)
    for entry in lists { counts[Int(entry)] += 1 }
    let newStart = offsets(ofCounts: counts)
    var cursors = newStart
    var turned = [Int32](repeating: 0, count: lists.count)
    for row in 0..<start.count - 1 {
      for index in Int(start[row])..<Int(start[row + 1]) {
        let entry = Int(lists[index])
        turned[Int(cursors[entry])] = Int32(row)
        cursors[entry] += 1
      }
    }
    return (newStart, turned)
  }
}
