/// When something is reached: at least one item of every clause is chosen.
///
/// That several items are needed together (a union) or that one of several ways is enough becomes clauses: `(a and b) or
/// c` is `(a or c) and (b or c)`. Each clause is an element of a set cover problem, so that problems with unions are
/// solved exactly as well.
struct CoverCondition<Item: Hashable & Comparable> {
  /// Each in ascending order; none contains another.
  private(set) var clauses: [[Item]]

  /// It cannot be met: no way is known.
  static var never: Self { Self(clauses: [[]]) }

  /// Whether no choice meets it.
  var isImpossible: Bool { clauses.contains([]) }

  private init(clauses: [[Item]]) { self.clauses = clauses }

  /// All of `items` are needed.
  init(allOf items: some Sequence<Item>) { clauses = Set(items).sorted().map { [$0] } }

  /// Both are needed.
  func and(_ other: Self) -> Self { Self(clauses: Self.absorbed(clauses + other.clauses)) }

  /// Either is enough; `nil` where that takes more than `limit` clauses.
  func or(_ other: Self, limit: Int) -> Self? {
    guard clauses.count * other.clauses.count <= limit else { return nil }
    return Self(
      clauses: Self.absorbed(
        clauses.flatMap { mine in other.clauses.map { Set(mine).union($0).sorted() } }))
  }

  /// Something that is met wherever this is, with one clause only.
  var weakened: Self { Self(clauses: Array(clauses.prefix(1))) }

  private static func precedes(_ left: [Item], _ right: [Item]) -> Bool {
    left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
  }

  /// Without the clauses that another implies, in an order of their own.
  private static func absorbed(_ clauses: [[Item]]) -> [[Item]] {
    var kept: [[Item]] = []
    for clause in Set(clauses).sorted(by: precedes) {
      let items = Set(clause)
      if !kept.contains(where: { $0.allSatisfy(items.contains) }) { kept.append(clause) }
    }
    return kept
  }
}

extension CoverCondition: Equatable {}
