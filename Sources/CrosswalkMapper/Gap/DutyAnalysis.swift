import CrosswalkModel

/// Lists the duties of one framework with whether and from when each applies.
public struct DutyAnalysis: Sendable {
  /// The day asked about.
  public var asOf: CalendarDate
  /// The roles asked about; empty for all of them.
  public var roles: RoleSet
  /// The route asked about, as the framework declares it; `nil` for all of them.
  public var route: String?
  /// When it was placed on the market; `nil` where nothing is said.
  public var placedOnMarket: CalendarDate?

  /// Creates an analysis.
  public init(
    asOf: CalendarDate, roles: RoleSet = [], route: String? = nil, placedOnMarket: CalendarDate? = nil
  ) {
    self.asOf = asOf
    self.roles = roles
    self.route = route
    self.placedOnMarket = placedOnMarket
  }

  /// The duties of `catalog`: the statements that a gap report counts.
  ///
  /// - Parameters:
  ///   - claims: The claims among which alternative routes are looked for.
  ///   - stale: Those of them that may be about another text.
  /// - Throws: ``MapperError`` `.unknownRoute` where the framework declares no such route.
  /// - Complexity: Linear in the catalog and the claims.
  public func report(
    _ catalog: Catalog, claims: some Sequence<MappingClaim>, stale: Set<ClaimID> = []
  ) throws(MapperError) -> DutyReport {
    let judge = try ApplicationJudge(
      catalog, asOf: asOf, roles: roles.isEmpty ? [] : [roles], route: route, placedOnMarket: placedOnMarket)
    let outline = TargetOutline(catalog, unit: .statement)
    let writer = FindingWriter(
      outline: outline, judge: judge, weights: nil,
      alternatives: AlternativeRoute.byNode(claims, stale: stale))
    let findings = outline.counted.map { writer.finding(row: $0, Assessment()) }
    var counts = ApplicabilityCounts()
    var chapters: [DutyReport.Group] = []
    var groups: [DutyReport.Group] = []
    for (row, finding) in zip(outline.counted, findings) {
      counts.add(finding.applicability)
      Self.add(finding, to: &chapters, catalog[outline.chapter(of: row)])
      Self.add(finding, to: &groups, catalog[outline.group(of: row)])
    }
    return DutyReport(
      framework: GapReport.End(catalog.metadata), asOf: asOf, roles: roles, route: judge.route,
      placedOnMarket: placedOnMarket, counts: counts, chapters: chapters, groups: groups,
      duties: findings.map(DutyReport.Duty.init))
  }

  /// Counts `finding` in `node`, whose findings stand together in the document.
  private static func add(
    _ finding: GapReport.Finding, to groups: inout [DutyReport.Group], _ node: CatalogNode
  ) {
    if groups.last?.id != node.local {
      groups.append(.init(id: node.local, label: node.label, title: node.title, counts: .init()))
    }
    groups[groups.count - 1].counts.add(finding.applicability)
  }
}

extension DutyReport.Duty {
  fileprivate init(_ finding: GapReport.Finding) {
    self.init(
      id: finding.target, title: finding.title, text: finding.text, modality: finding.modality,
      roles: finding.roles, applicability: finding.applicability, ground: finding.ground,
      alternatives: finding.alternatives, group: finding.group, chapter: finding.chapter)
  }
}
