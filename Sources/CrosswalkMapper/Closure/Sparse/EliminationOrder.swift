/// An order in which the nodes of a graph can be taken away one by one, joining the neighbours that each leaves
/// behind, so that few joins are needed; and for each node those neighbours.
///
/// Always one of (nearly) the fewest neighbours goes next, so the leaves of trees and the nodes of chains come
/// first and cost nothing. The graph that is left is kept as a quotient graph (Amestoy, Davis and Duff, "An
/// approximate minimum degree ordering algorithm", SIAM J. Matrix Anal. Appl. 17, 1996): the neighbours of a
/// node taken away stay one list, an *element*, and are never joined pair by pair. Degrees are the upper bound
/// of that paper, exact for nodes beside at most two elements. Ties go to the node whose degree changed last,
/// then to the higher number.
///
/// - Complexity: about O(*edges of the completed graph*); memory is that of the rows that come out.
struct EliminationOrder {
  /// The nodes, the first one taken away first.
  private(set) var order: [NodeIndex] = []
  /// Where in ``rows`` the neighbours of each node of ``order`` begin; one more entry for the end.
  private(set) var rowStart: [Int32] = [0]
  /// The neighbours that each node had when it was taken away, in no particular order.
  private(set) var rows: [NodeIndex] = []

  /// For each node its remaining neighbours, then the elements beside it; the list never outgrows its first length.
  private var lists: [NodeIndex]
  private let listStart: [Int32]
  private var neighbourCount: [Int32]
  private var elementCount: [Int32]
  private var degrees: [Int32]
  private var buckets: DegreeBuckets
  /// The last pivot whose element a node was found in.
  private var mark: [Int32]
  /// For each element: `base` plus how many of its nodes lie outside the current one; below `base` if not yet seen.
  private var outside: [Int32]
  private var base: Int32 = 1
  private var elements: [Element]

  private struct Element {
    var start: Int32 = 0
    var count: Int32 = 0
    var isLive = false
  }

  /// Orders the nodes of a graph given by the sorted neighbours of each.
  init(start: [Int32], neighbours: [NodeIndex]) {
    let count = start.count - 1
    lists = neighbours
    listStart = start
    neighbourCount = (0..<count).map { start[$0 + 1] - start[$0] }
    elementCount = Array(repeating: 0, count: count)
    degrees = neighbourCount
    mark = Array(repeating: -1, count: count)
    outside = Array(repeating: 0, count: count)
    elements = Array(repeating: Element(), count: count)
    buckets = DegreeBuckets(degrees)
    order.reserveCapacity(count)
    rowStart.reserveCapacity(count + 1)
    rows.reserveCapacity(neighbours.count)
    while let pivot = buckets.popLowest() {
      let row = eliminate(pivot)
      guard row.count < count - order.count else {
        eliminateClique(row)
        break
      }
    }
  }

  /// Takes away what is left once all of it are neighbours of each other: any order is as good.
  private mutating func eliminateClique(_ row: Range<Int>) {
    let nodes = rows[row].sorted()
    for (index, node) in nodes.enumerated() {
      order.append(node)
      rows += nodes[(index + 1)...]
      rowStart.append(Int32(rows.count))
    }
  }

  /// Takes a node away, and tells where its row stands.
  private mutating func eliminate(_ pivot: NodeIndex) -> Range<Int> {
    collectNeighbours(of: pivot)
    let start = Int(rowStart[order.count])
    order.append(pivot)
    rowStart.append(Int32(rows.count))
    let count = Int32(rows.count - start)
    elements[Int(pivot)] = Element(start: Int32(start), count: count, isLive: count > 1)
    for index in start..<rows.count { countOutside(besides: rows[index]) }
    for index in start..<rows.count { update(rows[index], pivot: pivot, size: count) }
    // Counts of this pivot must lie below the next base.
    base += Int32(mark.count) + 1
    if base > Int32.max / 2 { forgetOutside() }
    return start..<rows.count
  }

  /// Appends what is left around `pivot`; the elements beside it become part of its own.
  private mutating func collectNeighbours(of pivot: NodeIndex) {
    mark[Int(pivot)] = pivot
    let start = Int(listStart[Int(pivot)])
    let middle = start + Int(neighbourCount[Int(pivot)])
    for index in start..<middle { collect(lists[index], pivot) }
    for index in middle..<middle + Int(elementCount[Int(pivot)]) {
      let element = elements[Int(lists[index])]
      guard element.isLive else { continue }
      for place in Int(element.start)..<Int(element.start + element.count) { collect(rows[place], pivot) }
      elements[Int(lists[index])].isLive = false
    }
  }

  private mutating func collect(_ node: NodeIndex, _ pivot: NodeIndex) {
    guard mark[Int(node)] != pivot else { return }
    mark[Int(node)] = pivot
    rows.append(node)
  }

  /// Takes a node of the current element out of the counts of the others beside it.
  private mutating func countOutside(besides node: NodeIndex) {
    let start = Int(listStart[Int(node)] + neighbourCount[Int(node)])
    for index in start..<start + Int(elementCount[Int(node)]) {
      let element = Int(lists[index])
      guard elements[element].isLive else { continue }
      if outside[element] < base { outside[element] = base + elements[element].count }
      outside[element] -= 1
    }
  }

  /// Drops from a node's list what the new element says already, adds that, and bounds its degree anew.
  private mutating func update(_ node: NodeIndex, pivot: NodeIndex, size: Int32) {
    let start = Int(listStart[Int(node)])
    let middle = start + Int(neighbourCount[Int(node)])
    let end = middle + Int(elementCount[Int(node)])
    var write = start
    for read in start..<middle where mark[Int(lists[read])] != pivot {
      lists[write] = lists[read]
      write += 1
    }
    neighbourCount[Int(node)] = Int32(write - start)
    var degree = neighbourCount[Int(node)] + size - 1
    for read in middle..<end {
      let element = Int(lists[read])
      guard elements[element].isLive else { continue }
      let left = outside[element] - base
      // An element that lies wholly within the new one says nothing more.
      guard left > 0 else {
        elements[element].isLive = false
        continue
      }
      degree += left
      lists[write] = lists[read]
      write += 1
    }
    if size > 1 {
      // The pivot, or an element that it took in, has left the list: there is room.
      lists[write] = pivot
      write += 1
    }
    elementCount[Int(node)] = Int32(write - start) - neighbourCount[Int(node)]
    let remaining = Int32(mark.count - order.count)
    let bounded = min(degree, degrees[Int(node)] + size - 1, remaining - 1)
    degrees[Int(node)] = bounded
    buckets.move(node, to: bounded)
  }

  private mutating func forgetOutside() {
    for index in outside.indices { outside[index] = 0 }
    base = 1
  }
}

/// Nodes by degree, each degree a doubly linked list.
private struct DegreeBuckets {
  private var heads: [NodeIndex]
  private var next: [NodeIndex]
  private var previous: [NodeIndex]
  private var degrees: [Int32]
  private var lowest = 0

  init(_ degrees: [Int32]) {
    self.degrees = degrees
    heads = Array(repeating: -1, count: degrees.count + 1)
    next = Array(repeating: -1, count: degrees.count)
    previous = next
    for node in degrees.indices { insert(NodeIndex(node), degrees[node]) }
  }

  /// A node of the lowest degree, taken out; `nil` where none is left.
  mutating func popLowest() -> NodeIndex? {
    while lowest < heads.count && heads[lowest] < 0 { lowest += 1 }
    guard lowest < heads.count else { return nil }
    let node = heads[lowest]
    remove(node)
    return node
  }

  mutating func move(_ node: NodeIndex, to degree: Int32) {
    guard degrees[Int(node)] != degree else { return }
    remove(node)
    insert(node, degree)
    lowest = min(lowest, Int(degree))
  }

  private mutating func insert(_ node: NodeIndex, _ degree: Int32) {
    let head = heads[Int(degree)]
    degrees[Int(node)] = degree
    next[Int(node)] = head
    previous[Int(node)] = -1
    if head >= 0 { previous[Int(head)] = node }
    heads[Int(degree)] = node
  }

  private mutating func remove(_ node: NodeIndex) {
    let (before, after) = (previous[Int(node)], next[Int(node)])
    if before >= 0 { next[Int(before)] = after } else { heads[Int(degrees[Int(node)])] = after }
    if after >= 0 { previous[Int(after)] = before }
  }
}
