/// Counts the work of a search and says when it is enough.
struct CoverMeter {
  private let limit: SetCoverSolver.Limit
  /// Entries of the matrix looked at: the same for the same problem on every machine.
  private(set) var work = 0
  private(set) var nodes = 0
  /// Whether the search has to end.
  private(set) var isSpent = false

  init(_ limit: SetCoverSolver.Limit) { self.limit = limit }

  mutating func count(_ entries: Int) { work += entries }

  /// Counts one node of the search tree; the clock is asked once in a few nodes.
  mutating func countNode() {
    nodes += 1
    check()
  }

  /// Asks whether the search has to end.
  mutating func check() {
    if work > limit.work || limit.isOutOfTime?() == true { isSpent = true }
  }
}
