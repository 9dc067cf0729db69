import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel

/// Frameworks that documents compare, with what the mapper has said about them so far.
///
/// One graph holds all of them, and every question is asked once, however many documents ask it.
final class ComparedFrameworks {
  /// The frameworks, the target first; none where the store has none of them.
  let ids: [FrameworkID]
  /// Their current revisions and the claims between them.
  let graph: CrosswalkGraph
  private let asOf: CalendarDate
  private var indexes: [FrameworkID: LocalIndex] = [:]
  private var subjectNames: SubjectNames?
  private var gapReports: [GapQuestion: GapReport] = [:]
  private var equivalenceReport: EquivalenceReport?
  private var artefactTargets: [FrameworkID: ArtefactReport.Target] = [:]

  /// What a gap report depends on besides the graph and the day.
  private struct GapQuestion: Hashable {
    var source: FrameworkID
    var route: String?
    var placedOnMarket: CalendarDate?
  }

  /// - Parameter revisions: The revisions to compare, the target's first.
  /// - Throws: `StoreError`.
  init(_ revisions: [FrameworkRevisionID], of workspace: Workspace, asOf: CalendarDate) throws {
    ids = revisions.map(\.framework)
    self.asOf = asOf
    graph =
      revisions.isEmpty
      ? CrosswalkGraph(catalogs: [], claims: []) : try workspace.store.graph(revisions, asOf: asOf)
  }

  /// The framework called `id` with what finds its parts by name; `nil` where it is not among these.
  func catalog(_ id: FrameworkID) -> (catalog: Catalog, index: LocalIndex)? {
    guard let catalog = graph.catalog(id) else { return nil }
    let index = indexes[id] ?? LocalIndex(catalog)
    indexes[id] = index
    return (catalog, index)
  }

  /// What `file`, the subject of all documents that compare these, says about their parts.
  ///
  /// - Throws: ``DocumentError`` at the place of a name that its framework does not have.
  func names(of file: SubjectFile?) throws(DocumentError) -> SubjectNames {
    if let subjectNames { return subjectNames }
    let found = try SubjectNames(file, in: self)
    subjectNames = found
    return found
  }

  /// The gap reports from each framework to the target, on the route that the class of the system takes.
  ///
  /// - Throws: `MapperError`.
  func gaps(_ system: SystemDescription?, _ gate: RecognitionReport.Gate?) throws -> [GapReport] {
    guard let target = ids.first, let catalog = graph.catalog(target) else { return [] }
    var options = GapAnalysis.Options(asOf: asOf)
    let schedule = ApplicationSchedule(properties: catalog.metadata.properties)
    if let route = gate?.systemClass, schedule.route(route) != nil {
      options.route = route
      options.placedOnMarket = system?.placedOn?.day
    }
    return try ids.dropFirst().map { source in
      let question = GapQuestion(
        source: source, route: options.route, placedOnMarket: options.placedOnMarket)
      let report =
        try gapReports[question]
        ?? GapAnalysis(options).report(graph: graph, from: source, to: target)
      gapReports[question] = report
      return report
    }
  }

  /// The report on equivalence of the target and the first framework compared with it; `nil` where there are not two.
  ///
  /// - Throws: `MapperError`.
  func equivalence() throws -> EquivalenceReport? {
    guard ids.count > 1 else { return nil }
    let report =
      try equivalenceReport
      ?? EquivalenceAnalysis(asOf: asOf).report(graph: graph, from: ids[1], to: ids[0])
    equivalenceReport = report
    return report
  }

  /// What `artefacts`, those of the subject of all documents that compare these, show of `target` by what they support
  /// of the other side's frameworks.
  ///
  /// - Throws: `MapperError`.
  func reaches(
    of artefacts: [ArtefactAnalysis.Artefact], in target: FrameworkID
  ) throws(MapperError) -> [ArtefactReport.Reach] {
    guard let side = BilateralPosition.Side(of: target) else { return [] }
    if let found = artefactTargets[target] { return found.reaches }
    let sources = ids.filter { BilateralPosition.Side(of: $0) == side.other }
    let found = try ArtefactAnalysis().target(target, from: sources, artefacts: artefacts, graph: graph)
    artefactTargets[target] = found
    return found.reaches
  }
}
