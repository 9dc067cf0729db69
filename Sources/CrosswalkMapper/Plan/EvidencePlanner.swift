import CrosswalkModel

/// Plans for which controls to produce evidence, so that it serves two frameworks at the least cost.
///
/// Evidence for a control reaches what the control certainly covers: its own statements, and by the closure those of
/// other controls. Whatever a claim says of a union needs evidence for all of its members, and a group or chapter
/// evidence for all that is in it. Which choice is cheapest is a set cover problem, solved exactly within a limit.
///
/// The same graph and options give the same plan, whatever the order of catalogs and claims, unless time ran out.
public struct EvidencePlanner: Sendable {
  /// What to plan for.
  public struct Options: Sendable {
    /// The day, the part of the target and the claims to trust, as in a gap report; its unit is not used.
    public var gap: GapAnalysis.Options
    /// Whether evidence is produced for statements or for controls.
    public var unit: GapReport.Unit
    /// What evidence must do for a statement.
    public var level: EvidencePlan.Level
    /// Which statements have to be reached.
    public var aim: EvidencePlan.Aim
    /// What evidence costs, where it is not one unit.
    public var costs: [ControlID: EvidenceCost]
    /// When to stop looking for something better.
    public var limit: SetCoverSolver.Limit

    /// Creates options; by default evidence is produced for controls of the source, each at the same cost.
    public init(
      gap: GapAnalysis.Options, unit: GapReport.Unit = .control, level: EvidencePlan.Level = .covered,
      aim: EvidencePlan.Aim = .target, costs: [ControlID: EvidenceCost] = [:],
      limit: SetCoverSolver.Limit = .init()
    ) {
      self.gap = gap
      self.unit = unit
      self.level = level
      self.aim = aim
      self.costs = costs
      self.limit = limit
    }
  }

  /// What to plan for.
  public var options: Options

  /// Creates a planner.
  public init(_ options: Options) { self.options = options }

  /// The plan for `source` and `target`.
  ///
  /// - Throws: ``MapperError`` where the graph lacks one of the frameworks, or both are the same.
  /// - Complexity: one closure, a gap report, and a set cover within its limit.
  public func plan(
    graph: CrosswalkGraph, from source: FrameworkID, to target: FrameworkID
  ) throws(MapperError) -> EvidencePlan {
    guard source != target else { throw .sameFramework(source) }
    guard let from = graph.catalog(source) else { throw .unknownFramework(source) }
    guard let to = graph.catalog(target) else { throw .unknownFramework(target) }
    let closure = RelationshipClosure(
      graph, options: options.gap.reasoning, about: .frameworks(source, target))
    var gapOptions = options.gap
    gapOptions.unit = .statement
    let report = try GapAnalysis(gapOptions).report(closure, claims: graph.claims, from: from, to: to)
    return plan(closure, Sides(closure, options.unit, from: from, to: to), report)
  }

  /// Both frameworks as units.
  struct Sides {
    let source: EvidenceUnits
    let target: EvidenceUnits

    init(_ closure: RelationshipClosure, _ unit: GapReport.Unit, from: Catalog, to: Catalog) {
      func units(_ catalog: Catalog) -> EvidenceUnits {
        let index = closure.network.catalogIndex(of: catalog.framework) ?? 0
        return EvidenceUnits(closure.network.structures[index], catalog: index, unit: unit)
      }
      source = units(from)
      target = units(to)
    }
  }

  private func plan(_ closure: RelationshipClosure, _ sides: Sides, _ report: GapReport) -> EvidencePlan {
    let counted = countedStatements(sides, report)
    let reach = EvidenceReach(
      closure, level: options.level,
      units: options.aim == .both ? [sides.source, sides.target] : [sides.source])
    var problem = EvidenceProblem()
    for (statement, unit) in counted {
      problem.add(statement, own: options.aim == .both ? unit : nil, reach)
    }
    if options.aim == .both {
      for (statement, unit) in Self.statements(sides.source) { problem.add(statement, own: unit, reach) }
    }
    let names = EvidenceNames(closure: closure, costs: options.costs)
    let solution = problem.solution(options.limit, cost: { names.cost(of: $0, sides) })
    let writer = EvidencePlanWriter(
      closure: closure, sides: sides, names: names, reach: reach, problem: problem, solution: solution)
    return writer.plan(options, report, unitOfCounted: counted)
  }

  private static func statements(_ units: EvidenceUnits) -> [(PlanItem, PlanItem)] {
    units.unitOfStatement.map {
      (
        PlanItem(catalog: units.catalog, row: $0.statement),
        PlanItem(catalog: units.catalog, row: $0.unit)
      )
    }
  }

  /// The statements of the target that the gap report counts, each with its unit.
  private func countedStatements(_ sides: Sides, _ report: GapReport) -> [(PlanItem, PlanItem)] {
    let counted = Set(report.findings.lazy.filter { $0.applicability.isCounted }.map(\.target.local))
    return Self.statements(sides.target).filter { statement, _ in
      counted.contains(sides.target.local(statement.row))
    }
  }
}
