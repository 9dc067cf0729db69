import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

extension Workspace {
  /// The gap report that `request` asks for.
  ///
  /// - Throws: ``WorkspaceError`` for names that do not exist and for scopes without any requirement in them,
  ///   ``LocalListError`` for what is wrong in a list or in weights, `StoreError`.
  public func gap(_ request: GapRequest) throws -> GapReport {
    let (graph, options) = try gapQuestion(request)
    var report = try GapAnalysis(options).report(
      graph: graph, from: request.from.framework, to: request.to.framework)
    report.basis.knownBy = knownBy
    try check(report, request)
    return report
  }

  /// The graph that holds both frameworks of `request`, and what is asked of it.
  func gapQuestion(_ request: GapRequest) throws -> (CrosswalkGraph, GapAnalysis.Options) {
    let ends = try ends(of: request)
    let graph = try store.graph([ends.from, ends.to], asOf: request.asOf)
    return (graph, try gapOptions(request, graph))
  }

  /// The revisions that a request is about.
  func ends(of request: GapRequest) throws -> (from: FrameworkRevisionID, to: FrameworkRevisionID) {
    let resolver = ReferenceResolver(store: store, asOf: request.asOf)
    for reference in [request.from, request.to] where reference.local != nil {
      throw WorkspaceError.wholeNeeded(reference)
    }
    guard request.from.framework != request.to.framework else {
      throw WorkspaceError.sameFramework(request.from.framework)
    }
    return (try resolver.revision(request.from), try resolver.revision(request.to))
  }

  /// What a request asks of the analysis of `graph`.
  func gapOptions(_ request: GapRequest, _ graph: CrosswalkGraph) throws -> GapAnalysis.Options {
    try request.reasoning.checkSources(of: graph)
    let resolver = ReferenceResolver(store: store, asOf: request.asOf)
    let (from, to) = (graph.catalog(request.from.framework), graph.catalog(request.to.framework))
    var options = GapAnalysis.Options(
      asOf: request.asOf, unit: request.unit, scopes: try scopes(request.scopes, of: to, resolver),
      sourceScopes: try scopes(request.sourceScopes, of: from, resolver),
      weights: try request.weights.flatMap { try weights($0, of: to) }, reasoning: request.reasoning)
    options.route = request.route
    options.placedOnMarket = request.placedOnMarket
    return options
  }

  private func scopes(_ names: [String], of catalog: Catalog?, _ resolver: ReferenceResolver) throws
    -> [GapAnalysis.Scope]
  {
    guard let catalog else { return [] }
    let scopes = ScopeResolver(store: store, content: content, resolver: resolver, catalog: catalog)
    return try names.map(scopes.scope)
  }

  private func weights(_ path: String, of catalog: Catalog?) throws -> GapAnalysis.Weights? {
    guard let catalog else { return nil }
    let byRow = try LocalListReader(catalog).weights(SourceFile(path: path))
    return GapAnalysis.Weights(file: path.baseName, byRow: byRow)
  }

  /// A report about nothing would look like an answer.
  func check(_ report: GapReport, _ request: GapRequest) throws {
    if report.findings.isEmpty, !request.scopes.isEmpty {
      throw WorkspaceError.emptyScope(request.scopes, report.target.id)
    }
    if let empty = report.sourceScopes.first(where: { $0.inside == 0 }) {
      throw WorkspaceError.emptyScope([empty.name], report.source.id)
    }
    if let weights = request.weights, report.summary.statements > 0, report.summary.weight == 0 {
      throw LocalListError(.nothingWeighs, at: SourceLocation(file: weights, line: 1, column: 1))
    }
  }
}

extension ReasoningOptions {
  /// Holds the sources that are trusted in part against those of the graph's claims.
  ///
  /// - Throws: ``WorkspaceError/unknownSource(_:known:)`` for one that no claim has.
  func checkSources(of graph: CrosswalkGraph) throws(WorkspaceError) {
    guard !trust.isEmpty else { return }
    let known = Set(graph.claims.flatMap(SourceTrust.sources))
    let spelled = Set(known.map { $0.lowercased() })
    for setting in trust where !spelled.contains(setting.source.lowercased()) {
      throw .unknownSource(setting.source, known: known.sorted())
    }
  }
}
