import CrosswalkModel

/// The set cover problem of a plan: which evidence, at which cost, reaches which statements.
struct EvidenceProblem {
  /// A statement that has to be reached.
  struct Goal {
    let statement: EvidenceItem
    let ways: [EvidenceReach.Way]
    let condition: CoverCondition<EvidenceItem>
  }

  private(set) var goals: [Goal] = []
  /// Statements that no evidence considered reaches.
  private(set) var unreachable: [EvidenceItem] = []
  /// Whether a way had to be left out: then the bound of the solution proves nothing.
  private(set) var isCut = false

  /// Adds a statement.
  ///
  /// - Parameter own: The unit of its own framework that holds it, where evidence for that is considered.
  mutating func add(_ statement: EvidenceItem, own: EvidenceItem?, _ reach: EvidenceReach) {
    let ways = reach.ways(to: statement.row, of: statement.catalog)
    var (condition, isCut) = reach.condition(of: statement.row, in: statement.catalog, ways)
    if let own, let wider = condition.or(CoverCondition(allOf: [own]), limit: .max) { condition = wider }
    self.isCut = self.isCut || isCut
    if condition.isImpossible {
      unreachable.append(statement)
    } else {
      goals.append(Goal(statement: statement, ways: ways, condition: condition))
    }
  }

  /// What was chosen, and what is proven about it.
  struct Solution {
    let chosen: Set<EvidenceItem>
    let cost: EvidenceCost
    let bound: EvidenceCost
    let candidates: Int
    let nodes: Int
  }

  /// Solves the problem within `limit`.
  func solution(_ limit: SetCoverSolver.Limit, cost: (EvidenceItem) -> EvidenceCost) -> Solution {
    let clauses = Set(goals.flatMap(\.condition.clauses)).sorted { $0.lexicographicallyPrecedes($1) }
    let items = Set(clauses.joined()).sorted()
    let number = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1, $0) })
    let costs = items.map { cost($0).thousandths }
    // In the largest unit that divides all of them, because bounds are rounded up to whole units.
    let unit = max(1, costs.reduce(0, Self.greatestDivisor))
    let problem = SetCoverProblem(
      hitting: clauses.map { $0.compactMap { number[$0] } }, costs: costs.map { UInt32(clamping: $0 / unit) })
    let cover = SetCoverSolver(limit: limit).cover(problem)
    return Solution(
      chosen: Set(cover.chosen.map { items[$0] }), cost: EvidenceCost(thousandths: cover.cost * unit),
      bound: EvidenceCost(thousandths: isCut ? 0 : cover.bound * unit), candidates: items.count,
      nodes: cover.nodes)
  }

  private static func greatestDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestDivisor(second, first % second)
  }
}
