import CrosswalkModel

/// What several gap reports say together about one requirement.
struct RequirementVerdict {
  var verdict = Verdict.unknown
  /// The finding that gives the verdict; `nil` where no report judges the requirement.
  var deciding: GapReport.Finding?
  /// What bears on it and of which framework it is, report by report.
  var supports: [(framework: FrameworkID, support: GapReport.Support)] = []
  /// What stays open by each report.
  var residuals: [String] = []
  var alternatives: [AlternativeRoute] = []
  var modality: Modality?
  var roles: RoleSet = []
  var applicability: Applicability = .applies
  var ground: ApplicationGround?

  /// The verdict in words, with its marks.
  func words(_ words: Words) -> String {
    deciding.map { words.verdict(of: $0) } ?? words(verdict)
  }

  /// Whether and from when it applies.
  func applies(_ words: Words) -> String { words.application(applicability, ground) }
}

/// Puts the gap reports from several frameworks to one target together.
struct RequirementVerdicts {
  private let findings: [(source: FrameworkID, byTarget: [ControlID: GapReport.Finding])]
  private let asOf: CalendarDate

  init(_ reports: [GapReport], asOf: CalendarDate) {
    findings = reports.map { report in
      let byTarget = Dictionary(
        (report.findings + report.parents).map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
      return (report.source.id.framework, byTarget)
    }
    self.asOf = asOf
  }

  /// What the reports say about `node`.
  ///
  /// Claims that conflict go before everything else, then cover, then a part; "no counterpart" needs every report, and
  /// what one of them does not judge is otherwise not judged.
  func verdict(on node: CatalogNode) -> RequirementVerdict {
    let found = findings.compactMap { $0.byTarget[node.id] }
    var result = RequirementVerdict(modality: node.modality, roles: node.roles)
    if let first = found.first {
      result.modality = first.modality
      result.roles = first.roles
      result.applicability = first.applicability
      result.ground = first.ground
      // The same claims stand in every report.
      result.alternatives = first.alternatives
    } else if let day = node.appliesFrom, day > asOf {
      result.applicability = .from(day, note: node.appliesNote.isEmpty ? nil : node.appliesNote)
    }
    let order: [Verdict] = [.contradicted, .covered, .partial]
    if let strongest = order.first(where: { verdict in found.contains { $0.verdict == verdict } }) {
      result.verdict = strongest
    } else if !found.isEmpty, found.allSatisfy({ $0.verdict == .gap }) {
      result.verdict = .gap
    }
    result.deciding = found.first { $0.verdict == result.verdict }
    result.supports = findings.flatMap { source, byTarget in
      (byTarget[node.id]?.by ?? []).map { (source, $0) }
    }
    result.residuals = found.compactMap(\.residualBesideNotes)
    return result
  }
}
