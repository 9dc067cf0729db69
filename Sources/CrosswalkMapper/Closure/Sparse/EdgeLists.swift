/// An edge of a chordal graph with its two places.
struct ChordalLink {
  let low: Int32
  let high: Int32
  let slot: Int32
}

/// For each place some of the edges around it, as linked lists in one array.
struct EdgeLists: Sendable {
  struct Entry: Sendable {
    /// The place at the other end.
    let other: Int32
    let slot: Int32
    /// The next entry of the list; -1 at its end.
    let next: Int32
  }

  private var entries: [Entry] = []
  private var heads: [Int32]
  private var counts: [Int32]

  init(places: Int) {
    heads = Array(repeating: -1, count: places)
    counts = Array(repeating: 0, count: places)
  }

  /// The entry that the list of `place` begins with; -1 where it is empty.
  func first(_ place: Int32) -> Int32 { heads[Int(place)] }

  /// How many edges the list of `place` has.
  func count(_ place: Int32) -> Int32 { counts[Int(place)] }

  subscript(entry: Int32) -> Entry { entries[Int(entry)] }

  /// Puts an edge first into the list of `place`.
  mutating func insert(_ place: Int32, _ other: Int32, slot: Int32) {
    entries.append(Entry(other: other, slot: slot, next: heads[Int(place)]))
    heads[Int(place)] = Int32(entries.count - 1)
    counts[Int(place)] += 1
  }

  /// Takes the first edge out of the list of `place`; `nil` where there is none.
  mutating func popFirst(_ place: Int32) -> Entry? {
    let head = heads[Int(place)]
    guard head >= 0 else { return nil }
    heads[Int(place)] = entries[Int(head)].next
    counts[Int(place)] -= 1
    return entries[Int(head)]
  }

  /// Forgets the entries, once all lists are empty.
  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }
}
