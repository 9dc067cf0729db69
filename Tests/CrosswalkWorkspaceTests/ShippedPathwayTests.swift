import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders
import Testing

/// The pathway that ships, asked about the cases of Article 43.
@Suite struct ShippedPathwayTests {
  private typealias State = RecognitionReport.State

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }

  private static func framework(_ name: String) throws -> Catalog {
    let folder = "\(root)/Crosswalks"
    let side = try BundledFramework(SourceFile(path: "\(folder)/Frameworks/\(name).json"))
    let profile = try ColumnProfile(SourceFile(path: "\(folder)/Profiles/\(side.profile).json"))
    var graph = CrosswalkGraphBuilder()
    try CSVCatalogImporter(profile: profile, metadata: side.metadata).importCatalog(
      SourceFile(path: "\(folder)/Frameworks/\(side.table)"), limits: .standard, into: &graph)
    return try #require(graph.catalogs.first)
  }

  /// The example of a gate with identification at a distance, with other facts.
  private static func report(_ changes: [String: [String]?], direction: String = "us-to-eu") throws
    -> RecognitionReport
  {
    var system = try SystemDescription(
      SourceFile(path: "\(root)/Crosswalks/Examples/gate-identification.json"))
    for (name, answer) in changes {
      system.facts[name] = answer.map { SystemDescription.Answer(is: $0, from: "test") }
    }
    let pathway = try RecognitionPathway(SourceFile(path: "\(root)/Crosswalks/Pathways/us-eu-ai.json"))
    let chosen = try #require(pathway.directions.first { $0.id == direction })
    let graph = CrosswalkGraph(
      catalogs: [try framework("nist-ai-rmf-1.0"), try framework("eu-ai-act@2026-07-27")], claims: [])
    let target = try #require(graph.catalogs.first { chosen.frameworks.contains($0.framework) })
    let source = try #require(graph.catalogs.first { $0.framework != target.framework })
    let gap = try GapAnalysis(.init(asOf: try #require(CalendarDate("2026-11-23"))))
      .report(graph: graph, from: source.framework, to: target.framework)
    return RecognitionAnalysis(pathway, direction: chosen).report(system: system, gap: gap, target: target)
  }

  /// Facts, the state of every requirement, and where the deciding rule stands.
  static let cases: [(facts: [String: [String]?], state: String, provision: String)] = [
    (["defence-use": ["exclusive"]], "out-of-scope", "Article 2(3)"),
    (
      ["defence-use": ["exclusive"], "prohibited-practice": ["yes"], "role": nil], "out-of-scope",
      "Article 2(3)"
    ),
    (["defence-use": ["dual-use"]], "blocked", "Article 43(1)"),
    (["international-cooperation": ["yes"]], "out-of-scope", "Article 2(4)"),
    (
      ["product-law": ["section-b"], "safety-component": ["yes"], "product-third-party": ["yes"]],
      "out-of-scope",
      "Article 2(2)"
    ),
    (["research-only": ["yes"]], "out-of-scope", "Article 2(6)"),
    (["stage": ["development"]], "out-of-scope", "Article 2(8)"),
    (["stage": ["real-world-testing"]], "out-of-scope", "Articles 2(8), 60 and 60a"),
    (["open-source": ["yes"], "annex-iii": ["none"]], "out-of-scope", "Article 2(12)"),
    (["open-source": ["yes"]], "blocked", "Article 43(1)"),
    (["union-link": ["none"]], "out-of-scope", "Article 2(1)"),
    (["role": ["deployer"]], "out-of-scope", "Articles 16(f) and 25(1)"),
    (["role": ["provider", "deployer"]], "blocked", "Article 43(1)"),
    (["prohibited-practice": ["yes"]], "prohibited", "Article 5"),
    (["annex-iii": ["none"]], "out-of-scope", "Article 6"),
    (["exemption": ["claimed"]], "out-of-scope", "Article 6(3) and 6(4)"),
    (["exemption": ["claimed"], "profiling": ["yes"]], "blocked", "Article 43(1)"),
    (["annex-iii": ["2"]], "no-third-party-step", "Article 43(2)"),
    (["annex-iii": ["7", "8"]], "no-third-party-step", "Article 43(2)"),
    (["annex-iii": ["1", "7"]], "blocked", "Article 43(1)"),
    (
      ["standards": ["full"], "procedure-choice": ["internal-control"]], "no-third-party-step",
      "Article 43(1), first subparagraph, point (a)"
    ),
    (["standards": ["full"], "procedure-choice": ["notified-body"]], "blocked", "Article 43(1)"),
    (["standards": ["part"], "procedure-choice": ["internal-control"]], "blocked", "Article 43(1)"),
    (["standards": ["restricted"], "procedure-choice": ["internal-control"]], "blocked", "Article 43(1)"),
    (["user": ["law-enforcement"]], "authority-acts-as-notified-body", "Article 43(1), third subparagraph"),
    (
      ["user": ["immigration-asylum", "other"]], "authority-acts-as-notified-body",
      "Article 43(1), third subparagraph"
    ),
    (["user": ["union-institution"]], "authority-acts-as-notified-body", "Article 43(1), third subparagraph"),
    (["ai-office": ["yes"]], "authority-acts-as-notified-body", "Article 75(1e)"),
    (["annex-iii": ["7"], "ai-office": ["yes"]], "no-third-party-step", "Article 43(2)"),
  ]

  @Test(arguments: cases.indices)
  func theFactsGiveTheStateThatTheProvisionGives(index: Int) throws {
    let example = Self.cases[index]
    let report = try Self.report(example.facts)
    #expect(Set(report.requirements.map(\.state.rawValue)) == [example.state])
    #expect(report.gate.last?.decided?.provision == example.provision)
    #expect(report.questions.isEmpty && report.dangling.isEmpty)
  }

  private static let product: [String: [String]?] = [
    "product-law": ["section-a"], "safety-component": ["yes"], "product-third-party": ["yes"],
    "product-relief": ["no"], "sector-procedure": ["third-party"],
  ]

  @Test(arguments: [["none"], ["1"], ["7"]])
  func productsUnderSectionAFollowTheLawOfTheProduct(points: [String]) throws {
    let report = try Self.report(Self.product.merging(["annex-iii": points]) { $1 })
    #expect(report.procedure?.id == "product-third-party" && report.systemClass == "annex-i")
    #expect(Set(report.requirements.map(\.state)) == [.blocked])
  }

  @Test func anAnnexIIISystemUnderSectionAFollowsTheLawOfTheProductToo() throws {
    let report = try Self.report(
      Self.product.merging(["annex-iii": ["7"], "product-third-party": ["no"]]) { $1 })
    #expect(report.procedure?.id == "product-third-party" && report.systemClass == "annex-iii")
  }

  @Test(arguments: [
    ("full", "product-internal"), ("part", "product-third-party"), ("none", "product-third-party"),
  ])
  func theOptionWithoutAThirdPartyNeedsStandardsForAllRequirements(standards: String, procedure: String)
    throws
  {
    let report = try Self.report(
      Self.product.merging(["sector-procedure": ["without-third-party"], "standards": [standards]]) { $1 })
    #expect(report.procedure?.id == procedure)
  }

  @Test func whatADelegatedActLimitsIsNotJudgedHere() throws {
    let report = try Self.report(Self.product.merging(["product-relief": ["yes"]]) { $1 })
    #expect(Set(report.requirements.map(\.state)) == [.notJudged])
    #expect(report.gate.last?.decided?.provision == "Article 2(13)")
  }

  @Test(arguments: [
    "defence-use", "union-link", "role", "prohibited-practice", "annex-iii", "standards", "user", "ai-office",
  ])
  func anUnknownFactIsAskedForWithItsProvision(fact: String) throws {
    var changes: [String: [String]?] = ["standards": ["none"]]
    changes[fact] = .some(nil)
    let report = try Self.report(changes)
    if fact == "standards" {
      // Whatever the standards: this provider chose the notified body.
      #expect(report.procedure?.id == "notified-body")
      return
    }
    #expect(Set(report.requirements.map(\.state)) == [.notJudged])
    let question = try #require(report.questions.first)
    #expect(report.questions.map(\.fact.rawValue) == [fact] && question.provision.hasPrefix("Article"))
  }

  @Test func todayTheShortestListIsOneOfAgreementScopeArtefactAuthorityAndBody() throws {
    let report = try Self.report([:])
    #expect(
      report.blockers.map(\.condition.id) == [
        "agreement", "scope", "certificate-accepted", "designating-authority", "designated-body",
      ])
    #expect(report.blockers.allSatisfy { $0.requirements == report.requirements.count })
    let articles = Set(report.requirements.map(\.finding.group))
    #expect(articles == Set((8...15).map(String.init) + ["17", "annex-iv"]))
  }

  @Test func theVoluntaryFrameworkAsksForNoThirdParty() throws {
    let voluntary = try Self.report([:], direction: "eu-to-us")
    #expect(voluntary.requirements.count == 72)
    #expect(Set(voluntary.requirements.map(\.state)) == [.noThirdPartyStep])
    let demanded = try Self.report(["us-third-party-demand": ["yes"]], direction: "eu-to-us")
    #expect(Set(demanded.requirements.map(\.state)) == [.blocked])
    #expect(demanded.blockers.first?.why == "no legal basis")
    let unknown = try Self.report(["us-third-party-demand": nil], direction: "eu-to-us")
    #expect(Set(unknown.requirements.map(\.state)) == [.notJudged])
  }
}
