/// Solves weighted set cover exactly, as far as its limit allows, and says what is proven.
///
/// The same problem and limit of work give the same answer on every machine; a limit of time does not promise that.
/// A choice is a good one even where the limit is reached at once, and its bound holds.
///
/// - Note: Set cover is NP-hard: no limit is enough for every problem.
public struct SetCoverSolver: Sendable {
  /// When to stop searching.
  public struct Limit: Sendable {
    /// How many entries of the problem may be looked at, again and again; a second allows some 10⁸ to 10⁹.
    public var work: Int
    /// Whether the caller's time is over; asked at every node of the search.
    public var isOutOfTime: (@Sendable () -> Bool)?

    /// Creates a limit.
    public init(work: Int = 2_000_000_000, isOutOfTime: (@Sendable () -> Bool)? = nil) {
      self.work = work
      self.isOutOfTime = isOutOfTime
    }
  }

  /// When to stop searching.
  public var limit: Limit

  /// Creates a solver.
  public init(limit: Limit = .init()) { self.limit = limit }

  /// A cover of all elements that can be covered, at the least cost or with a bound that tells how far it may be off.
  ///
  /// - Complexity: exponential in the worst case, and bounded by ``limit``; memory is that of the problem as bits.
  public func cover(_ problem: SetCoverProblem) -> SetCover {
    let matrix = CoverMatrix(problem)
    var search = CoverSearch(matrix, limit)
    let outcome = search.solve(CoverRest(all: matrix), below: CoverSearch.infinite)
    let chosen = (outcome.choice ?? []).sorted()
    return SetCover(
      chosen: chosen, cost: chosen.reduce(0) { $0 + matrix.costs[$1] }, bound: outcome.bound,
      uncoverable: matrix.candidates.indices.filter { matrix.candidates[$0].isEmpty },
      nodes: search.meter.nodes)
  }
}
