import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// What scopes take from a framework, and what a limited source may still say; `src` is the source, `law` the target.
@Suite struct ScopeTests {
  private static let controls = """
    AC [group]
      AC-1 [control]
      AC-2 [control]
        AC-2.a [statement]
        AC-2.b [statement]
        AC-2(1) [enhancement]
    AU [group]
      AU-1 [control]
        AU-1(1) [enhancement]
    """

  private func catalog(_ outline: String = controls, _ name: String = "law") throws -> Catalog {
    var test = TestGraph()
    try test.add(name, outline)
    return try #require(test.graph.catalogs.first)
  }

  private func names(_ rows: Set<Int>, _ catalog: Catalog) -> [String] {
    rows.sorted().map { catalog[$0].local }
  }

  private func row(_ local: String, _ catalog: Catalog) throws -> Int {
    try #require(catalog.nodes.first { $0.local == local }).index
  }

  private func listed(_ locals: [String], _ catalog: Catalog) throws -> GapAnalysis.Scope {
    .listed(
      Set(try locals.map { try row($0, catalog) }), called: .init(kind: .list, name: "list", title: "List"),
      of: catalog)
  }

  @Test func aPartIsEverythingBelowIt() throws {
    let catalog = try catalog()
    let scope = GapAnalysis.Scope.part(try row("AC-2", catalog), of: catalog)
    #expect(names(scope.rows(of: catalog), catalog) == ["AC-2", "AC-2.a", "AC-2.b", "AC-2(1)"])
  }

  @Test(arguments: [
    (["AC-2"], ["AC-2", "AC-2.a", "AC-2.b"]), (["AC-2(1)"], ["AC-2(1)"]), (["AC-2.b"], ["AC-2.b"]),
    (["AU"], ["AU", "AU-1", "AU-1(1)"]), (["AU-1", "AC-1"], ["AC-1", "AU-1"]),
  ])
  func aListTakesPartsAndNoEnhancementThatItDoesNotName(named: [String], taken: [String]) throws {
    let catalog = try catalog()
    #expect(names(try listed(named, catalog).rows(of: catalog), catalog) == taken)
  }

  @Test func aBaselineTakesWhatItHasUnderTheSameName() throws {
    let catalog = try catalog()
    let baseline = try self.catalog(
      "AC [group]\n  AC-2 [control]\n    AC-2.b [statement]\nAU [group]\n  AU-1 [control]\n    AU-1(1) [enhancement]\n  AU-9 [control]",
      "low")
    let scope = GapAnalysis.Scope.selection(baseline, of: catalog)
    #expect(
      names(scope.rows(of: catalog), catalog) == ["AC", "AC-2", "AC-2.b", "AU", "AU-1", "AU-1(1)"])
    #expect(scope.name.absent == ["AU-9"])
  }

  @Test func aBaselineWithoutStatementsTakesThoseOfItsControls() throws {
    let catalog = try catalog()
    let baseline = try self.catalog("AC-2 [control]", "low")
    let scope = GapAnalysis.Scope.selection(baseline, of: catalog)
    #expect(names(scope.rows(of: catalog), catalog) == ["AC-2", "AC-2.a", "AC-2.b"])
  }

  @Test func aScopeSaysHowManyRequirementsAreInItAndHowManyAreNot() throws {
    var test = TestGraph()
    try test.add("src", "S")
    try test.add("law", Self.controls)
    let law = try #require(test.graph.catalogs.last)
    let report = try test.report { $0.scopes = [try listed(["AC-2"], law)] }
    #expect(report.findings.map(\.target.local) == ["AC-2.a", "AC-2.b"])
    #expect(report.scopes.map(\.inside) == [2])
    #expect(report.scopes.map(\.outside) == [4])
    let byControl = try test.report {
      $0.scopes = [try listed(["AC-2.a"], law)]
      $0.unit = .control
    }
    #expect(byControl.findings.map(\.target.local) == ["AC-2"])
    #expect(byControl.scopes.map(\.inside) == [1])
  }

  @Test func aParentThatReachesBeyondTheScopeSaysSo() throws {
    var test = TestGraph()
    try test.add("src", "S")
    try test.add("law", Self.controls)
    let law = try #require(test.graph.catalogs.last)
    let report = try test.report { $0.scopes = [try listed(["AC-2"], law)] }
    #expect(report.parents.map(\.target.local) == ["AC", "AC-2"])
    #expect(report.parents.map(\.applicability) == [.outOfScope, .applies])
  }

  @Test func severalRolesAreAnyOfThemAndSeveralScopesAreAllOfThem() throws {
    var test = TestGraph()
    try test.add("src", "S")
    try test.add(
      "law", "1 [provider]\n2 [deployer]\n3 [provider] [deployer]\n4 [importer]\n5")
    let (provider, deployer) = (
      try #require(RoleSet(name: "provider")), try #require(RoleSet(name: "deployer"))
    )
    let either = try test.report { $0.scopes = [.roles(provider.union(deployer))] }
    #expect(either.scope == "provider, deployer")
    #expect(either.findings.map { $0.applicability == .applies } == [true, true, true, false, true])
    let both = try test.report { $0.scopes = [.roles(provider), .roles(deployer)] }
    #expect(both.findings.map { $0.applicability == .applies } == [false, false, true, false, true])
    #expect(both.summary.statements == 2)
    #expect(both.applicability.notForThisRole == 3)
  }

  @Test func anArticleForOtherRolesOnlyIsNamedAndCountsNothing() throws {
    var test = TestGraph()
    try test.add("src", "S")
    try test.add("law", "1\n  1(a) [importer]\n2\n  2(a) [provider]")
    let provider = try #require(RoleSet(name: "provider"))
    let report = try test.report { $0.scopes = [.roles(provider)] }
    #expect(report.groups.map(\.counts.statements) == [0, 1])
    #expect(report.groups.map(\.applicability.notForThisRole) == [1, 0])
  }

  // MARK: The source

  private func limited(_ test: TestGraph, to locals: [String]) throws -> GapReport {
    let source = try #require(test.graph.catalogs.first { $0.framework.rawValue == "src" })
    return try test.report { $0.sourceScopes = [try listed(locals, source)] }
  }

  private func sourceAndLaw() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "G [group]\n  S1 [control]\n    S1.a\n    S1.b\n  S2 [control]")
    try test.add("law", "1")
    return test
  }

  @Test func onlyWhatIsWhollyInTheSourceScopeMayAddress() throws {
    for (end, scope, verdict) in [
      ("src/S1", ["S1"], Verdict.covered), ("src/S1", ["S2"], .unknown), ("src/S1", ["S1.a"], .unknown),
      ("src/G", ["S1", "S2"], .unknown), ("src/G", ["G"], .covered),
      ("src/S1 | src/S2", ["S1", "S2"], .covered),
      ("src/S1 | src/S2", ["S1"], .unknown),
    ] {
      var test = try sourceAndLaw()
      try test.claim(end, .supersetOf, "law/1")
      #expect(try limited(test, to: scope).verdicts == ["1": verdict], "\(end) within \(scope)")
    }
  }

  @Test func aGroupOfWhichABaselineTakesOnlySomeDoesNotCount() throws {
    var test = try sourceAndLaw()
    try test.claim("src/G", .supersetOf, "law/1")
    let source = try #require(test.graph.catalogs.first)
    for (outline, verdict) in [
      ("G [group]\n  S1 [control]", Verdict.unknown), ("G [group]\n  S1 [control]\n  S2 [control]", .covered),
      ("G [group]\n  S1 [control]\n    S1.a\n  S2 [control]", .unknown),
    ] {
      let baseline = try catalog(outline, "low")
      let report = try test.report { $0.sourceScopes = [.selection(baseline, of: source)] }
      #expect(report.verdicts == ["1": verdict], "\(outline)")
    }
  }

  @Test func aPartInScopeBearsByItsOwnClaims() throws {
    var test = try sourceAndLaw()
    try test.claim("src/S1", .supersetOf, "law/1")
    try test.claim("src/S1.a", .related, "law/1")
    let report = try limited(test, to: ["S1.a"])
    #expect(report.verdicts == ["1": .partial])
    #expect(report.findings[0].by.map { $0.source.map(\.local) } == [["S1.a"]])
  }

  @Test func aGapOfALimitedSourceNeedsOnlyWhatIsInScopeToBeDisjoint() throws {
    var test = try sourceAndLaw()
    try test.claim("src/S1", .supersetOf, "law/1", reviewed: true)
    try test.claim("src/S2", .disjoint, "law/1", reviewed: true)
    #expect(try test.finding("1").verdict == .covered)
    #expect(try limited(test, to: ["S2"]).verdicts == ["1": .gap])
    // One control in scope of which nothing is known leaves the verdict open.
    var open = try sourceAndLaw()
    try open.claim("src/S2", .disjoint, "law/1", reviewed: true)
    #expect(try limited(open, to: ["S1", "S2"]).verdicts == ["1": .unknown])
  }

  @Test func whatIsDisjointAsAWholeIsAGroundForItsPartsInScope() throws {
    var test = try sourceAndLaw()
    try test.claim("src/G", .disjoint, "law/1", reviewed: true)
    let finding = try #require(try limited(test, to: ["S2"]).findings.first)
    #expect(finding.verdict == .gap)
    #expect(finding.by.flatMap(\.derivation.claims) == [ClaimID("001")])
  }

  @Test func aConflictOutsideTheSourceScopeDoesNotTouchTheVerdict() throws {
    var test = try sourceAndLaw()
    try test.claim("src/S1", .supersetOf, "law/1")
    try test.claim("src/S1", .disjoint, "law/1")
    try test.claim("src/S2", .supersetOf, "law/1")
    #expect(try test.finding("1").verdict == .contradicted)
    #expect(try limited(test, to: ["S2"]).verdicts == ["1": .covered])
  }
}
