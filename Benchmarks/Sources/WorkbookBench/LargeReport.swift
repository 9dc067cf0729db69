import CrosswalkModel

/// A gap report of many findings with texts of the usual lengths; every third is addressed by nothing.
enum LargeReport {
  private static let source = framework("nist-large")
  private static let target = framework("eu-large")

  private static func framework(_ id: String) -> FrameworkID {
    guard let framework = FrameworkID(id) else { fatalError("no name: \(id)") }
    return framework
  }

  private static func end(_ framework: FrameworkID, _ title: String) -> GapReport.End {
    guard let revision = RevisionID("1") else { fatalError("no revision") }
    return GapReport.End(
      id: FrameworkRevisionID(framework: framework, revision: revision), title: title,
      asOf: CalendarDate(year: 2026, month: 11, day: 1), selection: nil)
  }

  /// A report with that many findings in forty chapters.
  static func report(findings count: Int) -> GapReport {
    let findings = (0..<count).map(finding)
    var summary = VerdictCounts()
    for finding in findings {
      summary.add(finding.verdict, extent: finding.extent, stale: finding.stale, suggestedGap: finding.suggestedGap)
    }
    let chapters = (0..<40).map { index in
      GapReport.Group(
        id: "chapter-\(index)", label: "Chapter \(index)", title: "What it is about", chapter: nil,
        counts: VerdictCounts())
    }
    return GapReport(
      source: end(source, "Source"), target: end(target, "Target"), asOf: CalendarDate.firstOfEpoch, scope: nil,
      unit: .statement, basis: .init(claims: count, reviewed: 0, draft: count), summary: summary,
      chapters: chapters, groups: [], findings: findings, parents: [])
  }

  private static func finding(_ index: Int) -> GapReport.Finding {
    let isJudged = index % 3 != 0
    return GapReport.Finding(
      target: ControlID(framework: target, local: "\(index / 10)(\(index % 10))"), label: "",
      title: "Requirement \(index) on records",
      text: "Keep records of what the system does, of who changed it and when, and keep them for as long as rule "
        + "\(index) asks; hand them over on request.",
      modality: .duty, roles: RoleSet(name: "provider") ?? [], applicability: .applies,
      verdict: isJudged ? .partial : .unknown, extent: isJudged ? .open : nil, stale: index % 50 == 0, draft: true,
      suggestedGap: false, confidence: isJudged ? 0.55 : nil, by: isJudged ? [support(index)] : [], residual: "",
      group: "\(index / 10)", chapter: "chapter-\(index % 40)")
  }

  private static func support(_ index: Int) -> GapReport.Support {
    let node = ControlID(framework: source, local: "AU-\(index % 997)")
    let claim = ClaimID("5f0c1c52-0000-5000-8000-\(100_000_000_000 + index)")
    let step = DerivationStep(
      ground: .claim(
        claim, status: .draft, reviewed: false, confidence: 0.55, stale: false,
        from: SourceLocation(file: "claims.csv", line: index + 2, column: 1)),
      source: [node], relations: .related, target: [ControlID(framework: target, local: "\(index)")])
    return GapReport.Support(
      source: [node], title: "Audit record \(index % 997)", relations: .related, origin: .asserted,
      confidence: 0.55, derivation: Derivation(steps: [step], relations: .related),
      note: "Both ask for records; only the target says for how long, and only the source what they hold (\(index)).")
  }
}
