import CrosswalkModel

/// Compares two gap reports about the same target, requirement by requirement.
struct ReportComparison {
  private let before: [ControlID: GapReport.Finding]
  private let after: [GapReport.Finding]
  private let gone: [GapReport.Finding]
  private let roles: [ClaimID: WhatIfReport.Cause.Role]
  private let claims: [ClaimID: MappingClaim]
  private let formerNames: [ControlID: ControlID]

  /// - Parameters:
  ///   - affected: Claims to which the hypothesis does something without adding or removing them.
  ///   - claims: All claims of both graphs.
  ///   - formerNames: What requirements of `after` were called in `before`, where they have other names.
  init(
    before: GapReport, after: GapReport, patch: WhatIfReport.Patch, affected: [WhatIfReport.Cause],
    claims: [MappingClaim], formerNames: [ControlID: ControlID]
  ) {
    self.formerNames = formerNames
    self.before = Dictionary(
      before.findings.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    self.after = after.findings
    let present = Set(after.findings.map { formerNames[$0.target] ?? $0.target })
    gone = before.findings.filter { !present.contains($0.target) }
    self.claims = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    var roles: [ClaimID: WhatIfReport.Cause.Role] = [:]
    for cause in affected { roles[cause.claim.id] = cause.role }
    for claim in patch.removed { roles[claim.id] = .removed }
    for claim in patch.added { roles[claim.id] = .added }
    self.roles = roles
  }

  /// What would be said differently, in document order; requirements that are gone follow.
  ///
  /// Cost: linear in the findings and their derivations.
  var changes: [WhatIfReport.Change] {
    let present = after.compactMap { finding -> WhatIfReport.Change? in
      let old = before[formerNames[finding.target] ?? finding.target]
      guard old.map(WhatIfReport.State.init) != WhatIfReport.State(finding) else { return nil }
      return change(from: old, to: finding)
    }
    return present + gone.compactMap { change(from: $0, to: nil) }
  }

  private func change(from old: GapReport.Finding?, to new: GapReport.Finding?) -> WhatIfReport.Change? {
    guard let named = new ?? old else { return nil }
    return WhatIfReport.Change(
      target: named.target, formerly: old == nil ? nil : formerNames[named.target], title: named.title,
      before: old.map(WhatIfReport.State.init),
      after: new.map(WhatIfReport.State.init), causes: causes(old, new))
  }

  /// Claims of the patch, and claims it affects, on either side's derivations; where there are none, the claims on
  /// one side only: they bear on the requirement by what the patch changed elsewhere.
  private func causes(_ old: GapReport.Finding?, _ new: GapReport.Finding?) -> [WhatIfReport.Cause] {
    let oldClaims = Self.claims(of: old)
    let newClaims = Self.claims(of: new)
    let all = oldClaims + newClaims.filter { !oldClaims.contains($0) }
    let direct = all.compactMap { id in roles[id].flatMap { role in cause(role, id) } }
    guard direct.isEmpty else {
      return WhatIfReport.Cause.Role.allCases.flatMap { role in direct.filter { $0.role == role } }
    }
    let onOneSide = all.filter { oldClaims.contains($0) != newClaims.contains($0) }
    return onOneSide.compactMap { cause(.follows, $0) }
  }

  private func cause(_ role: WhatIfReport.Cause.Role, _ id: ClaimID) -> WhatIfReport.Cause? {
    claims[id].map { WhatIfReport.Cause(role, $0) }
  }

  /// The claims that a finding rests on or that bear on it, each once, strongest first.
  private static func claims(of finding: GapReport.Finding?) -> [ClaimID] {
    var seen: Set<ClaimID> = []
    return (finding?.by ?? []).flatMap(\.derivation.claims).filter { seen.insert($0).inserted }
  }
}
