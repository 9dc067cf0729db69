import CrosswalkMapper
import CrosswalkModel

/// Reads the frameworks of a template, and asks the mapper about them.
struct FrameworkReader {
  let workspace: Workspace
  let asOf: CalendarDate

  /// One graph with all frameworks of the manifest that the store has: what several reports are asked of.
  func graph(
    _ frameworks: TemplateManifest.Frameworks?, _ remarks: inout DocumentRemarks
  ) throws -> (CrosswalkGraph, [FrameworkID]) {
    var revisions: [FrameworkRevisionID] = []
    for framework in frameworks.map({ [$0.target] + $0.sources }) ?? [] {
      if let revision = try workspace.store.newestRevision(of: framework, asOf: asOf) {
        if !revisions.contains(revision) { revisions.append(revision) }
      } else {
        remarks.addAbsent(framework)
      }
    }
    guard !revisions.isEmpty else { return (CrosswalkGraph(catalogs: [], claims: []), []) }
    return (try workspace.store.graph(revisions, asOf: asOf), revisions.map(\.framework))
  }

  /// The gap reports from each framework to the first, on the route that the class of the system takes.
  func gaps(
    _ frameworks: [FrameworkID], _ graph: CrosswalkGraph, system: SystemDescription?,
    gate: RecognitionReport.Gate?
  ) throws -> [GapReport] {
    guard let target = frameworks.first, let catalog = graph.catalog(target) else { return [] }
    var options = GapAnalysis.Options(asOf: asOf)
    let schedule = ApplicationSchedule(properties: catalog.metadata.properties)
    if let route = gate?.systemClass, schedule.route(route) != nil {
      options.route = route
      options.placedOnMarket = system?.placedOn?.day
    }
    return try frameworks.dropFirst().map { source in
      try GapAnalysis(options).report(graph: graph, from: source, to: target)
    }
  }

  /// The report on equivalence of the first two frameworks; `nil` where there are not two.
  func equivalence(_ frameworks: [FrameworkID], _ graph: CrosswalkGraph) throws -> EquivalenceReport? {
    guard frameworks.count > 1 else { return nil }
    return try EquivalenceAnalysis(asOf: asOf).report(graph: graph, from: frameworks[1], to: frameworks[0])
  }
}
