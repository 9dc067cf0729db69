import CrosswalkModel

/// Which parts of a target the names in a pathway stand for: each name for a node and all below it.
struct ExaminedOutline {
  private let target: Catalog
  private let rows: [String: Int]
  private let named: Set<String>
  /// Names that the target does not have, in the order of the pathway, each once.
  let dangling: [String]

  init(_ target: Catalog, _ procedures: [AssessmentProcedure]) {
    self.target = target
    var rows: [String: Int] = [:]
    for node in target.nodes { rows[node.local] = node.index }
    self.rows = rows
    let steps = procedures.flatMap(\.steps)
    named = Set(steps.flatMap(\.examines))
    var seen: Set<String> = []
    let names = steps.flatMap { step in
      step.examines + (step.ways ?? []).flatMap { ($0.evidence ?? []).flatMap(\.for) }
    }
    dangling = names.filter { rows[$0] == nil && seen.insert($0).inserted }
  }

  /// Whether any step of any procedure examines the node.
  func isExamined(_ local: String) -> Bool { isWithin(local, named) }

  /// Whether the node is one of `names`, or lies below one.
  func isWithin(_ local: String, _ names: some Collection<String>) -> Bool {
    var node = rows[local].map { target[$0] }
    while let current = node {
      if names.contains(current.local) { return true }
      node = current.parent
    }
    return false
  }
}
