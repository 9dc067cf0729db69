import CrosswalkModel

/// Reports what a hypothesis would change about a gap report.
public struct WhatIfAnalysis: Sendable {
  /// What the report is about; the same before and after.
  public var options: GapAnalysis.Options
  /// The options for the graph as it would be, where a scope names another row there.
  public var optionsAfter: GapAnalysis.Options

  /// Creates an analysis.
  public init(_ options: GapAnalysis.Options, after: GapAnalysis.Options? = nil) {
    self.options = options
    optionsAfter = after ?? options
  }

  /// The gap report of `after`, and how it differs from that of `before`.
  ///
  /// - Parameters:
  ///   - patch: What was supposed: says which claims are meant to do what changes.
  ///   - formerNames: What requirements of `after` are called in `before`, where they have other names.
  /// - Throws: ``MapperError`` where a graph lacks one of the frameworks, or both are the same.
  /// - Complexity: two gap reports, and for the contradictions one or two closures.
  public func report(
    before: CrosswalkGraph, after: CrosswalkGraph, patch: WhatIfReport.Patch, from source: FrameworkID,
    to target: FrameworkID, formerNames: [ControlID: ControlID] = [:]
  ) throws(MapperError) -> WhatIfReport {
    let old = try GapAnalysis(options).report(graph: before, from: source, to: target)
    let new = try GapAnalysis(optionsAfter).report(graph: after, from: source, to: target)
    let affected = AffectedClaims(before: before, after: after, options.reasoning).causes
    let comparison = ReportComparison(
      before: old, after: new, patch: patch, affected: affected, claims: before.claims + after.claims,
      formerNames: formerNames)
    return WhatIfReport(
      patch: patch, before: WhatIfReport.Before(old), after: new,
      conflicts: conflicts(before: before, after: after), changes: comparison.changes, affected: affected)
  }

  /// The contradictions of `after` on pairs that have none in `before`.
  private func conflicts(before: CrosswalkGraph, after: CrosswalkGraph) -> [WhatIfReport.Conflict] {
    let new = after.contradictions(options: optionsAfter.reasoning)
    guard !new.isEmpty else { return [] }
    struct Ends: Hashable { var source, target: [ControlID] }
    let old = Set(
      before.contradictions(options: options.reasoning).map { Ends(source: $0.source, target: $0.target) })
    let claims = Dictionary(after.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return new.filter { !old.contains(Ends(source: $0.source, target: $0.target)) }.map { conflict in
      WhatIfReport.Conflict(
        source: conflict.source, target: conflict.target, claims: conflict.claims.compactMap { claims[$0] })
    }
  }
}

/// The claims to which a hypothesis does something without adding or removing them.
struct AffectedClaims {
  /// By role, then in the order of the graph's claims.
  let causes: [WhatIfReport.Cause]

  init(before: CrosswalkGraph, after: CrosswalkGraph, _ options: ReasoningOptions) {
    let old = RelationNetworkBuilder.network(of: before, options: options)
    let new = RelationNetworkBuilder.network(of: after, options: options)
    let known = Set(before.claims.map(\.id))
    let stale = after.claims.filter {
      known.contains($0.id) && $0.counts && after.staleClaims.contains($0.id)
        && !before.staleClaims.contains($0.id)
    }
    let dangling = Self.added(new.danglingClaims, to: old.danglingClaims)
    let inert = Self.added(new.inertClaims, to: old.inertClaims)
    // A claim about something that is gone is stale too; what is worse is said.
    let worse = Set((dangling + inert).map(\.id))
    causes =
      dangling.map { WhatIfReport.Cause(.dangling, $0) }
      + inert.map { WhatIfReport.Cause(.withoutEffect, $0) }
      + stale.filter { !worse.contains($0.id) }.map { WhatIfReport.Cause(.stale, $0) }
  }

  private static func added(_ claims: [MappingClaim], to old: [MappingClaim]) -> [MappingClaim] {
    let known = Set(old.map(\.id))
    return claims.filter { !known.contains($0.id) }
  }
}

extension RelationNetwork {
  fileprivate var danglingClaims: [MappingClaim] { dangling.map { claims[$0.claim] } }
  fileprivate var inertClaims: [MappingClaim] { withoutEffect.map { claims[$0] } }
}
