import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders

extension Workspace {
  /// The evidence plan that `request` asks for.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `ImportError` for the table of costs, `StoreError`.
  public func plan(_ request: PlanRequest) throws -> EvidencePlan {
    let (graph, options) = try gapQuestion(request.gap)
    var limit = SetCoverSolver.Limit()
    if let time = request.timeLimit {
      let end = ContinuousClock.now + time
      limit = SetCoverSolver.Limit(work: .max, isOutOfTime: { ContinuousClock.now >= end })
    }
    let ends = [request.gap.from.framework, request.gap.to.framework]
    let planner = EvidencePlanner(
      EvidencePlanner.Options(
        gap: options, unit: request.unit, level: request.level, aim: request.aim,
        costs: try request.costs.map { try costs(in: $0, of: ends, graph, asOf: request.gap.asOf) } ?? [:],
        limit: limit))
    return try planner.plan(graph: graph, from: ends[0], to: ends[1])
  }

  /// What is equal in two frameworks, or covers each other.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func equivalence(_ request: EquivalenceRequest) throws -> EquivalenceReport {
    let (graph, _) = try gapQuestion(
      GapRequest(from: request.from, to: request.to, reasoning: request.reasoning, asOf: request.asOf))
    var report = try EquivalenceAnalysis(asOf: request.asOf, reasoning: request.reasoning).report(
      graph: graph, from: request.from.framework, to: request.to.framework)
    report.basis.knownBy = knownBy
    return report
  }

  /// The costs by the names that the catalogs have.
  private func costs(
    in path: String, of frameworks: [FrameworkID], _ graph: CrosswalkGraph, asOf day: CalendarDate
  ) throws -> [ControlID: EvidenceCost] {
    let resolver = ReferenceResolver(store: store, asOf: day)
    var costs: [ControlID: EvidenceCost] = [:]
    for row in try EvidenceCostsImporter().rows(of: SourceFile(path: path), limits: .standard) {
      guard frameworks.contains(row.reference.framework), let local = row.reference.local,
        let catalog = graph.catalog(row.reference.framework)
      else { throw WorkspaceError.costOfNothing(row.reference, closest: [], at: row.location) }
      do throws(WorkspaceError) { costs[try resolver.node(local, in: catalog).id] = row.cost } catch {
        guard case .unknownControl(_, _, let closest) = error else { throw error }
        throw WorkspaceError.costOfNothing(row.reference, closest: closest, at: row.location)
      }
    }
    return costs
  }
}
