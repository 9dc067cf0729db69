import CrosswalkModel

/// A list of edits, neighbours of one kind joined.
struct EditPath {
  struct Edit {
    var kind: WordRun.Kind
    var count: Int
  }

  private(set) var edits: [Edit] = []

  mutating func keep(_ count: Int) { append(.kept, count) }

  mutating func append(_ kind: WordRun.Kind, _ count: Int) {
    guard count > 0 else { return }
    if edits.last?.kind == kind {
      edits[edits.count - 1].count += count
    } else {
      edits.append(Edit(kind: kind, count: count))
    }
  }

  mutating func append(_ other: EditPath) {
    for edit in other.edits { append(edit.kind, edit.count) }
  }

  var kept: Int { count(.kept) }
  var removed: Int { count(.removed) }
  var inserted: Int { count(.inserted) }

  private func count(_ kind: WordRun.Kind) -> Int {
    edits.reduce(0) { $0 + ($1.kind == kind ? $1.count : 0) }
  }

  /// Between two kept stretches, removed words first and inserted ones behind them.
  var tidied: [Edit] {
    var tidied = EditPath()
    var open = (removed: 0, inserted: 0)
    for edit in edits + [Edit(kind: .kept, count: 0)] {
      switch edit.kind {
      case .removed: open.removed += edit.count
      case .inserted: open.inserted += edit.count
      case .kept:
        tidied.append(.removed, open.removed)
        tidied.append(.inserted, open.inserted)
        tidied.append(.kept, edit.count)
        open = (0, 0)
      }
    }
    return tidied.edits
  }
}
