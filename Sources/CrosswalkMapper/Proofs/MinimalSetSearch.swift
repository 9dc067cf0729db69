import CrosswalkModel

/// Lists the minimal sets of claims that reach a goal, the smallest first: every proof of a relation, or every set of
/// conflicting claims.
///
/// A set that does not reach the goal is extended until nothing can be added; one of the claims left over is then in
/// every set that does. A smallest set with a member of each such remainder is the next to be tried: if it
/// reaches the goal, no smaller one does, and no claim in it can be spared. (Implicit hitting sets; the duality of
/// minimal unsatisfiable and minimal correction sets is due to Reiter.)
///
/// Sets of one size come in the order of their claims in the local network: the one whose last claim stands earliest
/// first, then by its last but one. So claims that are ordered by trust give the most trusted first.
struct MinimalSetSearch {
  /// What looking for the next set ends with.
  enum Outcome: Equatable {
    /// Claims, by their places in the local network, in ascending order.
    case found([Int])
    /// There is no further one.
    case exhausted
    /// The effort was spent: there may be further ones.
    case effortSpent
  }

  private let network: LocalNetwork
  private let goal: LocalClosure.Goal
  private var closure: LocalClosure
  private let start: LocalClosure.Mark
  private var candidates: HittingSetSearch
  private var isUnreachable = false
  /// Compositions and steps of the search that may still be spent.
  private var effort: Int

  /// Prepares a search.
  ///
  /// - Parameter effort: Compositions and steps that may be spent on all sets together; a million take some
  ///   ten milliseconds.
  init(_ network: LocalNetwork, goal: LocalClosure.Goal, effort: Int) {
    self.network = network
    self.goal = goal
    self.effort = effort
    closure = LocalClosure(network)
    start = closure.mark
    candidates = HittingSetSearch(count: network.claims.count)
  }

  /// The next set.
  mutating func next() -> Outcome {
    while !isUnreachable {
      switch candidates.smallest(effort: &effort) {
      case .none: return .exhausted
      case .effortSpent: return .effortSpent
      case .found(let candidate):
        if reaches(candidate) {
          candidates.exclude(candidate)
          return .found(candidate)
        }
        guard let rest = remainder(beside: candidate) else { return .effortSpent }
        isUnreachable = rest.isEmpty
        candidates.require(rest)
      }
    }
    return .exhausted
  }

  /// Whether `claims` reach the goal; the closure holds them afterwards.
  private mutating func reaches(_ claims: [Int]) -> Bool {
    closure.goBack(to: start)
    spending { $0.add(claims) }
    return closure.reaches(goal)
  }

  /// The claims left over when as many as possible were added without reaching the goal; `nil` where the effort
  /// does not allow to find out.
  private mutating func remainder(beside candidate: [Int]) -> [Int]? {
    var rest: [Int] = []
    let taken = Set(candidate)
    for claim in network.claims.indices where !taken.contains(claim) {
      guard effort > 0 else { return nil }
      let before = closure.mark
      spending { $0.add(claim) }
      guard closure.reaches(goal) else { continue }
      closure.goBack(to: before)
      rest.append(claim)
    }
    return rest
  }

  private mutating func spending(_ work: (inout LocalClosure) -> Void) {
    let before = closure.work
    work(&closure)
    effort -= closure.work - before + 1
  }
}
