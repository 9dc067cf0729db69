/// When a statement is reached, and where that takes too many clauses, two conditions between which the truth lies.
struct ReachCondition {
  /// More clauses than this are not kept for one statement.
  static let clauseLimit = 4096

  /// Whatever meets this reaches the statement.
  private(set) var enough: CoverCondition<PlanItem>
  /// Whatever reaches the statement meets this; `nil` where it is the same as ``enough``.
  private(set) var needed: CoverCondition<PlanItem>?

  /// No way is known.
  static var never: Self { Self(enough: .never) }

  /// All of `bundle` is needed.
  init(bundle: [PlanItem]) { self.init(enough: CoverCondition(allOf: bundle)) }

  private init(enough: CoverCondition<PlanItem>) { self.enough = enough }

  /// One more way: that of `other`.
  mutating func allow(_ other: Self) {
    guard !enough.isImpossible else { return self = other }
    let wider = enough.or(other.enough, limit: Self.clauseLimit)
    if needed != nil || other.needed != nil || wider == nil {
      let (mine, its) = (needed ?? enough, other.needed ?? other.enough)
      // With a single clause of the other one, there are no more clauses than before.
      needed = mine.or(its, limit: Self.clauseLimit) ?? mine.or(its.weakened, limit: .max)
    }
    enough = wider ?? enough
  }

  /// One more requirement: that of `other`.
  mutating func require(_ other: Self) {
    if needed != nil || other.needed != nil {
      needed = (needed ?? enough).and(other.needed ?? other.enough)
    }
    enough = enough.and(other.enough)
  }
}
