import CrosswalkModel

/// Reports which statements of a target framework have their subject matter addressed by a source framework.
///
/// The verdicts follow from the claims by the relation algebra and from nothing else: what the claims leave
/// open stays open. The same graph and options give the same report, whatever the order of catalogs and claims.
public struct GapAnalysis: Sendable {
  /// The part of the target that a report is about.
  public enum Scope: Hashable, Sendable {
    /// What is addressed to one of these roles: statements addressed to others only are shown, but not counted.
    case role(RoleSet)
    /// A node of the target, by its row, with all below it; nothing else is shown.
    case part(Int)
  }

  /// What to count, for whom, and which claims to trust.
  public struct Options: Sendable {
    /// Whether statements or controls are counted.
    public var unit: GapReport.Unit
    /// What of the target the report is about; `nil` for all of it.
    public var scope: Scope?
    /// Which claims to trust, and how far to think them through.
    public var reasoning: ReasoningOptions
    /// The day of the report: from it follows what applies already.
    public var asOf: CalendarDate

    /// Creates options; by default every statement counts and every claim that may be trusted is thought through.
    public init(
      asOf: CalendarDate, unit: GapReport.Unit = .statement, scope: Scope? = nil,
      reasoning: ReasoningOptions = .init()
    ) {
      self.asOf = asOf
      self.unit = unit
      self.scope = scope
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
    return report(RelationshipClosure(graph, options: options.reasoning), from: from, to: to)
  }

  /// The report from a closure of the graph that holds both catalogs.
  func report(_ closure: RelationshipClosure, from: Catalog, to: Catalog) -> GapReport {
    var assessor = TargetAssessor(closure: closure, source: from, target: to)
    let outline = TargetOutline(to, unit: options.unit, scope: options.scope)
    let writer = FindingWriter(outline: outline, options: options)
    let findings = outline.counted.map { writer.finding(row: $0, assessor.assessment(of: $0)) }
    let parents = outline.parents.map { row in
      let assessment = assessor.assessment(of: row)
      return writer.finding(row: row, assessment, uncoveredParts: assessor.uncoveredParts(of: row))
    }
    let counts = CountedOutline(outline, findings)
    return GapReport(
      source: GapReport.End(from.metadata), target: GapReport.End(to.metadata), asOf: options.asOf,
      scope: options.scope.map { Self.name($0, in: to) }, unit: options.unit,
      basis: BasisCounter(closure: closure, source: from.framework, target: to.framework)
        .basis(of: findings + parents),
      summary: counts.summary, chapters: counts.chapters, groups: counts.groups, findings: findings,
      parents: parents)
  }

  private static func name(_ scope: Scope, in target: Catalog) -> String {
    switch scope {
    case .role(let roles): roles.names.joined(separator: ", ")
    case .part(let row): target[row].local
    }
  }
}

extension GapReport.End {
  init(_ metadata: CatalogMetadata) {
    self.init(id: metadata.id, title: metadata.title, asOf: metadata.asOf, selection: metadata.selection)
  }
}
