import CrosswalkModel

/// The set cover problem of a plan: which evidence, at which cost, reaches which statements.
struct EvidenceProblem {
  /// A statement that has to be reached.
  struct Goal {
    let statement: PlanItem
    let ways: [EvidenceReach.Way]
    let condition: ReachCondition
  }

  private(set) var goals: [Goal] = []
  /// Statements that no evidence considered reaches.
  private(set) var unreachable: [PlanItem] = []
  /// Adds a statement.
  ///
  /// - Parameter own: The unit of its own framework that holds it, where evidence for that is considered.
  mutating func add(_ statement: PlanItem, own: PlanItem?, _ reach: EvidenceReach) {
    let ways = reach.ways(to: statement.row, of: statement.catalog)
    let condition = reach.condition(of: statement.row, in: statement.catalog, ways, own: own)
    if condition.enough.isImpossible {
      unreachable.append(statement)
    } else {
      goals.append(Goal(statement: statement, ways: ways, condition: condition))
    }
  }

  /// What was chosen, and what is proven about it.
  struct Solution {
    let chosen: Set<PlanItem>
    let cost: EvidenceCost
    var bound: EvidenceCost
    let candidates: Int
    let nodes: Int
  }

  /// Solves the problem within `limit`.
  ///
  /// Where a statement has too many ways for one condition, what is enough gives the plan, and what is needed its bound.
  func solution(_ limit: SetCoverSolver.Limit, cost: (PlanItem) -> EvidenceCost) -> Solution {
    var solution = Self.solution(goals.map(\.condition.enough), limit, cost)
    guard goals.contains(where: { $0.condition.needed != nil }) else { return solution }
    let needed = goals.map { $0.condition.needed ?? $0.condition.enough }
    solution.bound = min(solution.cost, Self.solution(needed, limit, cost).bound)
    return solution
  }

  private static func solution(
    _ conditions: [CoverCondition<PlanItem>], _ limit: SetCoverSolver.Limit,
    _ cost: (PlanItem) -> EvidenceCost
  ) -> Solution {
    let clauses = Set(conditions.flatMap(\.clauses)).sorted { $0.lexicographicallyPrecedes($1) }
    let items = Set(clauses.joined()).sorted()
    let number = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1, $0) })
    let costs = items.map { cost($0).thousandths }
    // In the largest unit that divides all of them, because bounds are rounded up to whole units.
    let unit = max(1, costs.reduce(0, greatestDivisor))
    let problem = SetCoverProblem(
      hitting: clauses.map { $0.compactMap { number[$0] } }, costs: costs.map { UInt32(clamping: $0 / unit) })
    let cover = SetCoverSolver(limit: limit).cover(problem)
    return Solution(
      chosen: Set(cover.chosen.map { items[$0] }), cost: EvidenceCost(thousandths: cover.cost * unit),
      bound: EvidenceCost(thousandths: cover.bound * unit), candidates: items.count, nodes: cover.nodes)
  }

  private static func greatestDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestDivisor(second, first % second)
  }
}
