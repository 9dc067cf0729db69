import CrosswalkModel

/// A small report made by hand: three chapters, every verdict, a union, structure steps and hostile text.
enum Sample {
  static let nist = framework("nist-ai-rmf-1.0")
  static let act = framework("eu-ai-act")

  static func framework(_ id: String) -> FrameworkID {
    FrameworkID(id) ?? FrameworkID("fallback").unsafelyUnwrapped
  }

  static func revision(_ framework: FrameworkID, _ name: String) -> FrameworkRevisionID {
    FrameworkRevisionID(framework: framework, revision: RevisionID(name).unsafelyUnwrapped)
  }

  static func day(_ text: String) -> CalendarDate { CalendarDate(text).unsafelyUnwrapped }

  static func control(_ local: String, in framework: FrameworkID = act) -> ControlID {
    ControlID(framework: framework, local: local)
  }

  static func uuid(_ number: Int) -> ClaimID {
    let digits = String(number)
    return ClaimID("5f0c1c52-0000-5000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
  }

  static func claimStep(
    _ number: Int, _ source: [String], _ relations: RelationshipSet, _ target: [String],
    reviewed: Bool = false,
    confidence: Double? = 0.7, stale: Bool = false
  ) -> DerivationStep {
    DerivationStep(
      ground: .claim(
        uuid(number), status: reviewed ? .complete : .draft, reviewed: reviewed, confidence: confidence,
        stale: stale,
        from: SourceLocation(file: "Crosswalks/Mappings/sample.csv", line: number, column: 1)),
      source: source.map { control($0, in: nist) }, relations: relations, target: target.map { control($0) })
  }

  static func partStep(_ part: String, of whole: String) -> DerivationStep {
    DerivationStep(
      ground: .structure(SourceLocation(file: "Crosswalks/Frameworks/eu-ai-act.csv", line: 40, column: 1)),
      source: [control(part)], relations: .within, target: [control(whole)])
  }

  static func support(
    _ source: [String], _ title: String, _ relations: RelationshipSet, _ steps: [DerivationStep],
    origin: GapReport.Support.Origin = .asserted, note: String? = nil
  ) -> GapReport.Support {
    let derivation = Derivation(steps: steps, relations: relations)
    var support = GapReport.Support(
      source: source.map { control($0, in: nist) }, title: title, relations: relations, origin: origin,
      confidence: derivation.confidence, derivation: derivation, note: note)
    support.modalities = [.outcome]
    return support
  }

  static func finding(
    _ local: String, _ text: String, _ verdict: Verdict, group: String, chapter: String, title: String = "",
    modality: Modality? = .duty, roles: [String] = ["provider"], applicability: Applicability = .applies,
    extent: Extent? = nil, stale: Bool = false, draft: Bool = true, suggestedGap: Bool = false,
    by: [GapReport.Support] = [], residual: String = ""
  ) -> GapReport.Finding {
    GapReport.Finding(
      target: control(local), label: local, title: title, text: text, modality: modality,
      roles: roles.reduce(into: RoleSet()) { $0.formUnion(RoleSet(name: $1) ?? []) },
      applicability: applicability,
      verdict: verdict, extent: extent, stale: stale, draft: draft, suggestedGap: suggestedGap,
      confidence: by.first?.confidence, by: by, residual: residual, group: group, chapter: chapter)
  }

  /// Counts what the findings say, as the mapper does.
  static func counts(_ findings: [GapReport.Finding]) -> VerdictCounts {
    findings.reduce(into: VerdictCounts()) {
      $0.add(
        $1.verdict, extent: $1.extent, stale: $1.stale, suggestedGap: $1.suggestedGap, weight: $1.weight)
    }
  }

  /// Counts when the findings apply, as the mapper does.
  static func applicability(_ findings: [GapReport.Finding]) -> ApplicabilityCounts {
    findings.reduce(into: ApplicabilityCounts()) { $0.add($1.applicability) }
  }

  /// A report over `findings`, with groups and chapters made from what they name.
  static func report(_ findings: [GapReport.Finding], titles: [String: String] = [:]) -> GapReport {
    var groups: [GapReport.Group] = []
    var chapters: [GapReport.Group] = []
    for finding in findings {
      if !groups.contains(where: { $0.id == finding.group && $0.chapter == finding.chapter }) {
        groups.append(
          .init(
            id: finding.group, label: "Article \(finding.group)", title: titles[finding.group] ?? "",
            chapter: finding.chapter,
            counts: counts(findings.filter { $0.group == finding.group && $0.chapter == finding.chapter })))
      }
      if !chapters.contains(where: { $0.id == finding.chapter }) {
        chapters.append(
          .init(
            id: finding.chapter, label: finding.chapter.uppercased(), title: titles[finding.chapter] ?? "",
            chapter: nil, counts: counts(findings.filter { $0.chapter == finding.chapter })))
      }
    }
    for index in groups.indices {
      groups[index].applicability = applicability(
        findings.filter { $0.group == groups[index].id && $0.chapter == groups[index].chapter })
    }
    for index in chapters.indices {
      chapters[index].applicability = applicability(findings.filter { $0.chapter == chapters[index].id })
    }
    var report = GapReport(
      source: .init(
        id: revision(nist, "1.0"), title: "NIST AI Risk Management Framework 1.0", asOf: day("2023-01-26"),
        selection: nil),
      target: .init(
        id: revision(act, "2026-07-27"), title: "EU Artificial Intelligence Act", asOf: day("2026-07-27"),
        selection: "Articles 4a, 9, 26 and 72 in this project's own words"),
      asOf: day("2026-11-01"), scope: nil, unit: .statement,
      basis: .init(claims: 214, reviewed: 0, draft: 214, derived: 88, suggested: 2),
      summary: counts(findings), chapters: chapters, groups: groups, findings: findings, parents: [])
    report.applicability = applicability(findings)
    return report
  }

  static let titles = [
    "chapter-i": "General provisions", "chapter-iii": "High-risk AI systems",
    "chapter-ix": "Post-market monitoring",
    "4a": "AI literacy", "9": "Risk management system", "26": "Obligations of deployers",
    "72": "Monitoring by providers",
  ]

  /// Twelve findings that show everything a report may hold.
  static let gapReport: GapReport = {
    var sample = report(generalProvisions + riskManagement + laterArticles, titles: titles)
    sample.parents = [
      finding(
        "9", "A risk management system is set up.", .partial, group: "9", chapter: "chapter-iii",
        extent: .open)
    ]
    return sample
  }()

  private static let generalProvisions = [
    finding(
      "4a(1)", "Staff have sufficient AI literacy.", .covered, group: "4a", chapter: "chapter-i",
      roles: ["provider", "deployer"], draft: false,
      by: [
        support(
          ["GOVERN 2.2"], "Training", .covering,
          [claimStep(2, ["GOVERN 2.2"], .covering, ["4a(1)"], reviewed: true, confidence: 0.9)],
          note: "Both ask for training of staff.")
      ]),
    finding(
      "4a(2)", "Proportionate to the context of use.", .unknown, group: "4a", chapter: "chapter-i",
      draft: false),
  ]

  private static let riskManagement = [
    finding(
      "9(1)", "A risk management system is established, documented and maintained.", .covered, group: "9",
      chapter: "chapter-iii", applicability: .from(day("2027-12-02")), stale: true,
      by: [
        support(
          ["MAP 1.1", "MAP 5.1"], "Two outcomes together", .covering,
          [claimStep(3, ["MAP 1.1", "MAP 5.1"], .covering, ["9(1)"], stale: true)],
          note: "Together they span the process.")
      ]),
    finding(
      "9(2)(a)", "Known and reasonably foreseeable risks are identified and analysed.", .partial, group: "9",
      chapter: "chapter-iii", applicability: .from(day("2027-12-02")), extent: .open,
      by: [
        support(
          ["MAP 5.1"], "Likelihood and magnitude of impacts", .related,
          [claimStep(4, ["MAP 5.1"], .related, ["9(2)(a)"])],
          note: "Both rate likelihood; fundamental rights stay with the Act."),
        support(
          ["GOVERN 1.3"], "Level of risk management", [.supersetOf, .intersectsWith, .equal, .subsetOf],
          [claimStep(5, ["GOVERN 1.3"], .supersetOf, ["9"], confidence: nil), partStep("9(2)(a)", of: "9")],
          origin: .derived),
      ], residual: "Risks to fundamental rights."),
    finding(
      "9(2)(b)", "Risks under foreseeable misuse are estimated.", .partial, group: "9",
      chapter: "chapter-iii",
      applicability: .from(day("2027-12-02")), extent: .proper,
      by: [
        support(
          ["MAP 1.1"], "Context", .intersectsWith, [claimStep(6, ["MAP 1.1"], .intersectsWith, ["9(2)(b)"])])
      ]
    ),
    finding(
      "9(5)", "Residual risk is judged acceptable.", .contradicted, group: "9", chapter: "chapter-iii",
      applicability: .conditional("once the Commission has decided", from: day("2027-12-02")),
      by: [
        support(
          ["MANAGE 1.4"], "Residual risk", [],
          [
            claimStep(7, ["MANAGE 1.4"], .disjoint, ["9(5)"]), claimStep(8, ["MANAGE 1.4"], .equal, ["9(5)"]),
          ])
      ]),
    finding(
      "9(8)", "Testing happens before the system is placed on the market.", .unknown, group: "9",
      chapter: "chapter-iii", applicability: .from(day("2027-12-02")), suggestedGap: true,
      by: [support([], "", .disjoint, [claimStep(9, [], .disjoint, ["9(8)"])])]),
  ]

  private static let laterArticles = [
    finding(
      "26(1)", "Deployers use systems as their instructions say.", .gap, group: "26", chapter: "chapter-iii",
      roles: ["deployer"], draft: false,
      by: [support([], "", .disjoint, [claimStep(10, [], .disjoint, ["26(1)"], reviewed: true)])]),
    finding(
      "26(2)", "", .unknown, group: "26", chapter: "chapter-iii", title: "Human oversight",
      roles: ["deployer"],
      applicability: .notForThisRole, draft: false),
    finding(
      "72(1)", hostile, .partial, group: "72", chapter: "chapter-ix", extent: .open,
      by: [
        support(
          ["MEASURE 2.4"], "=HYPERLINK(\"javascript:alert(1)\")", .related,
          [claimStep(11, ["MEASURE 2.4"], .related, ["72(1)"])],
          note: "| a | [x](javascript:alert(1)) `code`\u{1B}[31m")
      ]),
    finding(
      "72(2)\u{301}\" onmouseover=\"alert(1)", "\"\u{301} onclick=alert(2) x=\"", .unknown, group: "72",
      chapter: "chapter-ix", roles: [], applicability: .outOfScope, draft: false),
    finding(
      "72(3)", "監視計画は文書化される。", .partial, group: "72", chapter: "chapter-ix", extent: .open,
      by: [support(["MEASURE 3.1"], "追跡", .related, [claimStep(12, ["MEASURE 3.1"], .related, ["72(3)"])])]),
  ]

  static let hostile =
    "<script>alert(1)</script><img src=x onerror=alert(2)> --> </style> {{caution}} {{{caution}}} \u{202E}abc"
}
