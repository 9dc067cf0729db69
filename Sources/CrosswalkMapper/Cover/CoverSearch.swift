/// Branch and bound over what is left of a problem.
///
/// At every node: reduce; solve independent parts apart; prove a lower bound and find a choice; leave out candidates
/// that cost too much by their reduced cost; branch on an element with the fewest candidates, each of which is
/// chosen in one branch and forbidden in the later ones.
struct CoverSearch {
  private let matrix: CoverMatrix
  var meter: CoverMeter

  /// What the search of one rest gave.
  struct Outcome {
    /// The best choice found that costs less than the limit; `nil` where none was found.
    var choice: [Int]?
    /// No choice costs less: at least the limit where the search was finished without a choice.
    var bound: Int
  }

  /// No choice at all has this cost; sums of several stay in range.
  static let infinite = 1 << 60

  init(_ matrix: CoverMatrix, _ limit: SetCoverSolver.Limit) {
    self.matrix = matrix
    meter = CoverMeter(limit)
  }

  /// The best choice for `rest` that costs less than `limit`.
  ///
  /// - Parameter prices: Prices of elements to begin with; empty where there are none.
  mutating func solve(_ rest: CoverRest, below limit: Int, prices: [Int] = []) -> Outcome {
    meter.countNode()
    var rest = rest
    rest.reduce(in: matrix, meter: &meter)
    let base = cost(of: rest.forced)
    if rest.isInfeasible { return Outcome(choice: nil, bound: Self.infinite) }
    if base >= limit { return Outcome(choice: nil, bound: base) }
    var outcome = Outcome(choice: [], bound: 0)
    if !rest.open.isEmpty {
      let parts = rest.components(in: matrix)
      outcome =
        parts.count == 1
        ? solveConnected(rest, below: Self.less(limit, base), prices: prices)
        : solve(parts, below: Self.less(limit, base), prices: prices)
    }
    return Outcome(choice: outcome.choice.map { rest.forced + $0 }, bound: base + outcome.bound)
  }

  /// What is left of a limit; no limit stays none.
  private static func less(_ limit: Int, _ spent: Int) -> Int { limit >= infinite ? infinite : limit - spent }

  private func cost(of choice: [Int]) -> Int { choice.reduce(0) { $0 + matrix.costs[$1] } }

  /// Independent parts one after another: what the others cost at least is not left for one of them.
  private mutating func solve(_ parts: [CoverRest], below limit: Int, prices: [Int]) -> Outcome {
    var bounds = parts.map { CoverRelaxation(matrix, $0, known: prices).leastCost }
    var choice: [Int]? = []
    for (index, part) in parts.enumerated() {
      let others = bounds.reduce(0, +) - bounds[index]
      guard others < limit else { return Outcome(choice: nil, bound: others + bounds[index]) }
      let outcome = solve(part, below: Self.less(limit, others), prices: prices)
      bounds[index] = max(bounds[index], outcome.bound)
      guard let found = outcome.choice else {
        return Outcome(choice: nil, bound: min(bounds.reduce(0, +), Self.infinite))
      }
      choice = choice.map { $0 + found }
    }
    let total = choice.map(cost) ?? Self.infinite
    return Outcome(choice: total < limit ? choice : nil, bound: bounds.reduce(0, +))
  }

  private mutating func solveConnected(_ rest: CoverRest, below limit: Int, prices known: [Int]) -> Outcome {
    var best: [Int]?
    var limit = limit
    var relaxation = CoverRelaxation(matrix, rest, known: known)
    let greedy = GreedyCover(matrix, rest)
    func take(_ choice: [Int]?) {
      guard let choice, cost(of: choice) < limit else { return }
      (best, limit) = (choice, cost(of: choice))
    }
    if limit >= Self.infinite {
      take(greedy.choice(by: relaxation.candidateIDs.map { matrix.costs[$0] }, meter: &meter))
    }
    for _ in 0..<(known.isEmpty ? 8 : 1) where relaxation.leastCost < limit {
      relaxation.improve(rounds: known.isEmpty ? 80 : 16, towards: limit, meter: &meter)
      guard relaxation.leastCost < limit else { break }
      take(greedy.choice(by: relaxation.reducedCosts, meter: &meter))
    }
    let proven = relaxation.leastCost
    guard proven < limit else { return Outcome(choice: best, bound: min(proven, limit)) }
    var left = rest
    left.forced = []
    for candidate in relaxation.excluded(below: limit) { left.usable.remove(candidate) }
    let prices = relaxation.allPrices(elementCount: matrix.candidates.count, known: known)
    let deeper = branch(left, relaxation, below: limit, prices: prices)
    return Outcome(choice: deeper.choice ?? best, bound: max(proven, min(deeper.bound, limit)))
  }

  /// Tries the candidates of one element, the most promising first.
  private mutating func branch(
    _ rest: CoverRest, _ relaxation: CoverRelaxation, below limit: Int, prices: [Int]
  ) -> Outcome {
    var (rest, limit) = (rest, limit)
    var outcome = Outcome(choice: nil, bound: Self.infinite)
    guard let element = rarestElement(of: rest) else { return outcome }
    var worth: [Int: Int] = [:]
    for (place, candidate) in relaxation.candidateIDs.enumerated() {
      worth[candidate] = relaxation.reducedCosts[place]
    }
    var candidates = matrix.candidates[element]
    candidates.formIntersection(rest.usable)
    for candidate in candidates.members.sorted(by: { (worth[$0] ?? 0, $0) < (worth[$1] ?? 0, $1) }) {
      // What is not looked at any more is known by the bound of this node only.
      guard !meter.isSpent else { return Outcome(choice: outcome.choice, bound: 0) }
      let price = matrix.costs[candidate]
      let below = solve(rest.choosing(candidate, in: matrix), below: limit - price, prices: prices)
      outcome.bound = min(outcome.bound, price + below.bound)
      if let found = below.choice {
        outcome.choice = [candidate] + found
        limit = cost(of: [candidate] + found)
      }
      rest.usable.remove(candidate)
    }
    return outcome
  }

  private func rarestElement(of rest: CoverRest) -> Int? {
    var best: (element: Int, count: Int)?
    rest.open.forEach(within: rest.open) { element in
      let count = matrix.candidates[element].countShared(with: rest.usable)
      if best.map({ count < $0.count }) ?? true { best = (element, count) }
    }
    return best?.element
  }
}
