import CrosswalkModel

/// One go of the search for a shortest path through the grid of two lists of words.
struct EditSearch {
  let old: ArraySlice<Int32>
  let new: ArraySlice<Int32>

  /// The shortest path to the far corner, or where that takes more than `mostEdits` edits, the path that comes
  /// furthest with so many.
  func path(mostEdits: Int) -> EditPath {
    let (n, m) = (old.count, new.count)
    let most = min(mostEdits, n + m)
    // The furthest x on each diagonal, and what it was before each round.
    var furthest = [Int32](repeating: 0, count: 2 * most + 3)
    var rounds: [[Int32]] = []
    let origin = most + 1
    for edits in 0...most {
      // Round d reaches back to the diagonals -d...d only.
      rounds.append(Array(furthest[(origin - edits)...(origin + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        // What steps out of the grid lies beyond a corner of it and leads nowhere.
        let x = extended(start(on: diagonal, edits, furthest, origin), diagonal)
        furthest[origin + diagonal] = Int32(x)
        if x >= n, x - diagonal >= m {
          return trace(to: n, m, rounds, edits)
        }
      }
    }
    let best = stride(from: -most, through: most, by: 2).filter { diagonal in
      let x = Int(furthest[origin + diagonal])
      return x <= n && x - diagonal <= m && x - diagonal >= 0
    }.max { left, right in
      2 * Int(furthest[origin + left]) - left < 2 * Int(furthest[origin + right]) - right
    }
    // Some diagonal inside the grid is always reached: at worst along its edge.
    let diagonal = best ?? 0
    let x = Int(furthest[origin + diagonal])
    return trace(to: x, x - diagonal, rounds, most)
  }

  private func start(on diagonal: Int, _ edits: Int, _ furthest: [Int32], _ origin: Int) -> Int {
    guard edits > 0 else { return 0 }
    let below = Int(furthest[origin + diagonal + 1])
    let left = Int(furthest[origin + diagonal - 1])
    return diagonal == -edits || diagonal != edits && left < below ? below : left + 1
  }

  private func extended(_ start: Int, _ diagonal: Int) -> Int {
    var x = start
    var y = x - diagonal
    guard y >= 0 else { return x }
    while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
      x += 1
      y += 1
    }
    return x
  }

  /// Walks back from a point that was reached with `edits` edits.
  private func trace(to endX: Int, _ endY: Int, _ rounds: [[Int32]], _ edits: Int) -> EditPath {
    var reversed: [EditPath.Edit] = []
    var (x, y) = (endX, endY)
    for edits in stride(from: edits, through: 1, by: -1) {
      let diagonal = x - y
      // Entry i of round d belongs to diagonal i - d.
      let round = rounds[edits]
      let value = { (diagonal: Int) -> Int in Int(round[diagonal + edits]) }
      let isInsertion =
        diagonal == -edits || diagonal != edits && value(diagonal - 1) < value(diagonal + 1)
      let previous = isInsertion ? diagonal + 1 : diagonal - 1
      let (fromX, fromY) = (value(previous), value(previous) - previous)
      let kept = isInsertion ? x - fromX : x - fromX - 1
      reversed.append(.init(kind: .kept, count: kept))
      reversed.append(.init(kind: isInsertion ? .inserted : .removed, count: 1))
      (x, y) = (fromX, fromY)
    }
    reversed.append(.init(kind: .kept, count: x))
    var path = EditPath()
    for edit in reversed.reversed() { path.append(edit.kind, edit.count) }
    return path
  }
}
