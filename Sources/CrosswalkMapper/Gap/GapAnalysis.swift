import CrosswalkModel

/// Reports which statements of a target framework have their subject matter addressed by a source framework.
///
/// The verdicts follow from the claims by the relation algebra and from nothing else: what the claims leave
/// open stays open. The same graph and options give the same report, whatever the order of catalogs and claims.
public struct GapAnalysis: Sendable {
  /// What to count, for whom, and which claims to trust.
  public struct Options: Sendable {
    /// Whether statements or controls are counted.
    public var unit: GapReport.Unit
    /// What of the target the report is about: all of these together; none for all of it.
    public var scopes: [Scope]
    /// What of the source may bear on the target: all of these together; none for all of it.
    public var sourceScopes: [Scope]
    /// What requirements weigh in coverage; `nil` where each weighs the same.
    public var weights: Weights?
    /// Which claims to trust, and how far to think them through.
    public var reasoning: ReasoningOptions
    /// The day of the report: from it follows what applies already.
    public var asOf: CalendarDate
    /// The route that what is judged is on, as the target declares it; `nil` for all of them.
    public var route: String?
    /// When it was placed on the market, for the transitional rules of its route; `nil` where nothing is said.
    public var placedOnMarket: CalendarDate?

    /// Creates options; by default every statement counts and every claim that may be trusted is thought through.
    public init(
      asOf: CalendarDate, unit: GapReport.Unit = .statement, scopes: [Scope] = [],
      sourceScopes: [Scope] = [], weights: Weights? = nil, reasoning: ReasoningOptions = .init()
    ) {
      self.asOf = asOf
      self.unit = unit
      self.scopes = scopes
      self.sourceScopes = sourceScopes
      self.weights = weights
      self.reasoning = reasoning
    }
  }

  /// What to count, for whom, and which claims to trust.
  public var options: Options

  /// Creates an analysis.
  public init(_ options: Options) { self.options = options }

  /// The gap report for `target`, given `source`.
  ///
  /// Statements, controls and groups of the source, and unions of them, bear on the target through claims between
  /// the two frameworks and through other frameworks of the graph.
  ///
  /// - Returns: One finding for each assessable statement (or control) of `target`, in document order.
  /// - Throws: ``MapperError`` where the graph lacks one of the frameworks, or both are the same.
  /// - Complexity: one closure, then linear in the target and in what bears on it.
  public func report(
    graph: CrosswalkGraph, from source: FrameworkID, to target: FrameworkID
  ) throws(MapperError) -> GapReport {
    guard source != target else { throw .sameFramework(source) }
    guard let from = graph.catalog(source) else { throw .unknownFramework(source) }
    guard let to = graph.catalog(target) else { throw .unknownFramework(target) }
    let closure = RelationshipClosure(
      graph, options: options.reasoning, about: .frameworks(source, target))
    return try report(closure, claims: graph.claims, from: from, to: to)
  }

  /// The report from a closure of the graph that holds both catalogs and `claims`.
  func report(
    _ closure: RelationshipClosure, claims: [MappingClaim], from: Catalog, to: Catalog
  ) throws(MapperError) -> GapReport {
    var assessor = TargetAssessor(
      closure: closure, source: from, target: to, sourceScopes: options.sourceScopes)
    let outline = TargetOutline(to, unit: options.unit, scopes: options.scopes)
    let judge = try ApplicationJudge(to, options)
    let floor = options.reasoning.minimumConfidence
    let alternatives = AlternativeRoute.byNode(
      claims.lazy.filter { ($0.confidence ?? 0) >= floor }, stale: closure.network.staleClaims)
    let writer = FindingWriter(
      outline: outline, judge: judge, weights: options.weights, alternatives: alternatives)
    let findings = outline.counted.map { writer.finding(row: $0, assessor.assessment(of: $0)) }
    let parents = outline.parents.map { row in
      let assessment = assessor.assessment(of: row)
      return writer.finding(row: row, assessment, uncoveredParts: assessor.uncoveredParts(of: row))
    }
    let counts = CountedOutline(outline, findings)
    var report = GapReport(
      source: GapReport.End(from.metadata), target: GapReport.End(to.metadata), asOf: options.asOf,
      scope: options.scopes.isEmpty ? nil : options.scopes.map(\.name.name).joined(separator: "; "),
      unit: options.unit,
      basis: BasisCounter(closure: closure, source: from.framework, target: to.framework).basis(
        of: findings + parents, claims: claims),
      summary: counts.summary, chapters: counts.chapters, groups: counts.groups, findings: findings,
      parents: parents)
    report.basis.alternatives = Set((findings + parents).flatMap(\.alternatives).map(\.claim)).count
    report.route = judge.route
    report.placedOnMarket = options.placedOnMarket
    report.applicability = counts.applicability
    report.scopes = ScopeCounter(catalog: to, unit: options.unit).counted(options.scopes)
    report.sourceScopes = ScopeCounter(catalog: from, unit: options.unit).counted(options.sourceScopes)
    report.weights = options.weights.map { weights in
      GapReport.Weights(
        file: weights.file, given: weights.byRow.count, changed: findings.count { $0.weight != 1 })
    }
    return report
  }
}

extension GapReport.End {
  /// Describes the framework whose catalog says this about itself.
  public init(_ metadata: CatalogMetadata) {
    self.init(id: metadata.id, title: metadata.title, asOf: metadata.asOf, selection: metadata.selection)
  }
}
