import CrosswalkModel

/// Puts a solution into the plan that reports print.
struct EvidencePlanWriter {
  let closure: RelationshipClosure
  let sides: EvidencePlanner.Sides
  let names: EvidenceNames
  let reach: EvidenceReach
  let problem: EvidenceProblem
  let solution: EvidenceProblem.Solution

  /// The plan.
  ///
  /// - Parameter unitOfCounted: The statements of the target that count, each with the unit that holds it.
  func plan(
    _ options: EvidencePlanner.Options, _ report: GapReport,
    unitOfCounted: [(PlanItem, PlanItem)]
  ) -> EvidencePlan {
    let reaches = reachesOfItems()
    let choices = solution.chosen.sorted { order($0) < order($1) }.map { choice($0, reaches[$0] ?? []) }
    let targets = Set(unitOfCounted.map(\.0))
    return EvidencePlan(
      source: report.source, target: report.target, asOf: report.asOf, scope: report.scope,
      unit: options.unit, level: options.level, aim: options.aim, basis: report.basis,
      proof: proof(unitOfCounted), sourceReach: reachedOfSource(options.aim),
      targetReach: .init(
        statements: unitOfCounted.count, reached: problem.goals.count { targets.contains($0.statement) }),
      choices: choices, unreached: unreached(options, report, unitOfCounted))
  }

  /// The source first, whatever the names of the frameworks.
  private func order(_ item: PlanItem) -> (Int, Int) {
    (item.catalog == sides.source.catalog ? 0 : 1, item.row)
  }

  // MARK: Figures

  private func proof(_ unitOfCounted: [(PlanItem, PlanItem)]) -> EvidencePlan.Proof {
    let unitOfTarget = Dictionary(uniqueKeysWithValues: unitOfCounted)
    let unitOfSource = Dictionary(
      uniqueKeysWithValues: sides.source.unitOfStatement.map { ($0.statement, $0.unit) })
    let units = Set(
      problem.goals.map { goal in
        unitOfTarget[goal.statement]
          ?? PlanItem(
            catalog: goal.statement.catalog,
            row: unitOfSource[goal.statement.row] ?? goal.statement.row)
      })
    return EvidencePlan.Proof(
      cost: solution.cost, bound: solution.bound,
      withoutCrosswalk: units.reduce(EvidenceCost(thousandths: 0)) { $0 + names.cost(of: $1, sides) },
      candidates: solution.candidates, nodes: solution.nodes)
  }

  /// Evidence for the source reaches its own statements too, whether or not that was asked for.
  private func reachedOfSource(_ aim: EvidencePlan.Aim) -> EvidencePlan.Reached {
    let statements = sides.source.unitOfStatement
    let reached = statements.count { statement, unit in
      if solution.chosen.contains(PlanItem(catalog: sides.source.catalog, row: unit)) { return true }
      return reach.isReached(statement, in: sides.source.catalog, by: solution.chosen.contains)
    }
    return EvidencePlan.Reached(statements: statements.count, reached: reached)
  }

  /// The statements of the target that need evidence of their own.
  private func unreached(
    _ options: EvidencePlanner.Options, _ report: GapReport, _ counted: [(PlanItem, PlanItem)]
  ) -> [EvidencePlan.Unreached] {
    let fromSource =
      options.aim == .target
      ? reach : EvidenceReach(closure, level: options.level, units: [sides.source])
    let verdicts = Dictionary(report.findings.map { ($0.target.local, $0) }) { first, _ in first }
    return counted.compactMap { statement, _ in
      guard !fromSource.isReached(statement.row, in: statement.catalog, by: { _ in true }) else { return nil }
      let finding = verdicts[sides.target.local(statement.row)]
      return EvidencePlan.Unreached(
        statement: names.control(statement), title: names.title(statement),
        verdict: finding?.verdict ?? .unknown)
    }
  }

  // MARK: Choices

  private func choice(_ item: PlanItem, _ reaches: [EvidencePlan.Reach]) -> EvidencePlan.Choice {
    let units = item.catalog == sides.source.catalog ? sides.source : sides.target
    let own = units.unitOfStatement.filter { $0.unit == item.row }.map {
      names.control(PlanItem(catalog: item.catalog, row: $0.statement))
    }
    return EvidencePlan.Choice(
      control: names.control(item), title: names.title(item), cost: names.cost(of: item, sides),
      isWhole: units.isWhole(item.row), own: own, reaches: reaches)
  }

  /// For each chosen item what its evidence reaches beyond its own statements, in the order of the goals.
  private func reachesOfItems() -> [PlanItem: [EvidencePlan.Reach]] {
    var reaches: [PlanItem: [EvidencePlan.Reach]] = [:]
    let writer = SupportWriter(closure: closure)
    for goal in problem.goals {
      let used = allWays(to: goal).filter { $0.bundle.allSatisfy(solution.chosen.contains) }
      for bundle in EvidenceReach.minimal(used.map(\.bundle)) where !isOwn(bundle, goal.statement) {
        let supports = used.filter { $0.bundle == bundle }.map { writer.support($0.bearing, on: $0.place) }
        guard let first = supports.first else { continue }
        let best = supports.dropFirst().reduce(first) { SupportWriter.isStronger($1, $0) ? $1 : $0 }
        for item in bundle {
          reaches[item, default: []].append(
            EvidencePlan.Reach(
              statement: names.control(goal.statement), title: names.title(goal.statement), support: best,
              together: bundle.filter { $0 != item }.map(names.control)))
        }
      }
    }
    return reaches
  }

  /// The ways to a statement, or where it is reached through its parts, to these.
  private func allWays(to goal: EvidenceProblem.Goal) -> [EvidenceReach.Way] {
    let isReached = goal.ways.contains { $0.bundle.allSatisfy(solution.chosen.contains) }
    let structure = closure.network.structures[goal.statement.catalog]
    guard !isReached, structure.catalog.rows[goal.statement.row].isUnionOfParts else { return goal.ways }
    return structure.parts(of: goal.statement.row).flatMap { reach.ways(to: $0, of: goal.statement.catalog) }
  }

  /// Whether the bundle is just the unit that holds the statement: what it reaches there is its own.
  private func isOwn(_ bundle: [PlanItem], _ statement: PlanItem) -> Bool {
    guard bundle.count == 1, bundle[0].catalog == statement.catalog else { return false }
    let structure = closure.network.structures[statement.catalog]
    return bundle[0].row == statement.row || structure.wholes(of: statement.row).contains(bundle[0].row)
  }
}
