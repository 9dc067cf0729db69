import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// What holds of every report, on random frameworks with random true claims.
@Suite struct GapPropertyTests {
  private func frameworks(_ seed: UInt64, claims: Int) throws -> (RandomFrameworks, SeededGenerator) {
    var generator = SeededGenerator(state: seed)
    var frameworks = try RandomFrameworks(using: &generator)
    for _ in 0..<claims { try frameworks.claim(using: &generator) }
    return (frameworks, generator)
  }

  private func limited(
    _ frameworks: RandomFrameworks, _ change: (inout GapAnalysis.Options) throws -> Void
  ) throws -> GapReport {
    try frameworks.test.report(change)
  }

  // MARK: Verdicts

  /// Of consistent claims, a further one never takes a verdict back.
  ///
  /// What is covered stays covered; what is partly addressed stays so or becomes covered; a gap stays a gap, although
  /// the further claim may be a draft with a shorter reason.
  /// The extent of a partial may change either way: a further control that is loosely related may turn out to cover it.
  @Test(arguments: 0..<60)
  func aFurtherConsistentClaimTakesNoVerdictBack(seed: UInt64) throws {
    var (frameworks, generator) = try frameworks(seed, claims: 0)
    var before = try frameworks.test.report()
    for _ in 0..<24 {
      try frameworks.claim(using: &generator)
      let after = try frameworks.test.report()
      for (old, new) in zip(before.findings + before.parents, after.findings + after.parents) {
        switch old.verdict {
        case .covered: #expect(new.verdict == .covered)
        case .partial: #expect(new.verdict == .covered || new.verdict == .partial)
        case .gap: #expect(new.verdict == .gap)
        case .unknown: if old.suggestedGap { #expect(new.verdict == .gap || new.suggestedGap) }
        case .contradicted: Issue.record("true claims do not conflict")
        }
      }
      before = after
    }
  }

  @Test(arguments: 0..<60)
  func everyVerdictIsTrueOfTheRegionsInScope(seed: UInt64) throws {
    var (frameworks, generator) = try frameworks(seed, claims: 30)
    let source = try frameworks.catalog("src")
    let rows = try frameworks.someRows(of: "src", using: &generator)
    for scopes in [[], [RandomFrameworks.scope(rows)]] {
      let report = try limited(frameworks) { $0.sourceScopes = scopes }
      let wholly = scopes.isEmpty ? Set(source.rows.indices) : whollyIn(rows, source)
      let inScope = source.nodes.filter { wholly.contains($0.index) }.compactMap {
        frameworks.regions[$0.id.description]
      }
      let together = inScope.reduce(0, |)
      for finding in report.findings + report.parents {
        let region = try #require(frameworks.regions[finding.target.description])
        switch finding.verdict {
        // Unions of the source cover, too.
        case .covered: #expect(region & ~together == 0)
        case .partial: #expect(region & together != 0)
        case .gap: #expect(region & together == 0)
        case .unknown: if finding.suggestedGap { #expect(region & together == 0) }
        case .contradicted: Issue.record("true claims do not conflict")
        }
        for support in finding.by where !support.relations.certainlyDisjoint {
          let ends = support.source.map(\.description)
          #expect(relations(of: ends, to: region, frameworks).isSubset(of: support.relations))
          let indices = support.source.compactMap { end in source.nodes.first { $0.id == end }?.index }
          #expect(indices.allSatisfy(wholly.contains), "\(ends) is out of scope")
        }
      }
    }
  }

  /// The rows in `rows` of which every part is in it, too, and every part of these.
  private func whollyIn(_ rows: Set<Int>, _ catalog: Catalog) -> Set<Int> {
    func isWhole(_ row: Int) -> Bool {
      rows.contains(row)
        && catalog.children(of: row).allSatisfy {
          !catalog.rows[Int($0)].kind.isPartOfItsParent || isWhole(Int($0))
        }
    }
    return rows.filter(isWhole)
  }

  private func relations(of ends: [String], to region: Int, _ frameworks: RandomFrameworks) -> RelationshipSet
  {
    relationship(ends.reduce(0) { $0 | (frameworks.regions[$1] ?? 0) }, region)
  }

  @Test(arguments: 0..<40)
  func aLimitedSourceNeverAddressesMore(seed: UInt64) throws {
    var (frameworks, generator) = try frameworks(seed, claims: 30)
    let rows = try frameworks.someRows(of: "src", using: &generator)
    let wide = try frameworks.test.report()
    let narrow = try limited(frameworks) { $0.sourceScopes = [RandomFrameworks.scope(rows)] }
    for (wide, narrow) in zip(wide.findings, narrow.findings) {
      if narrow.verdict == .covered { #expect(wide.verdict == .covered) }
      if narrow.verdict == .partial { #expect([.covered, .partial].contains(wide.verdict)) }
      if wide.verdict == .gap { #expect(narrow.verdict == .gap || narrow.suggestedGap) }
    }
  }

  // MARK: Coverage

  @Test(arguments: 0..<60)
  func leastIsNeverAboveMostUnderAnyScopeAndWeights(seed: UInt64) throws {
    var (frameworks, generator) = try frameworks(seed, claims: 20)
    let rows = try frameworks.someRows(of: "law", using: &generator)
    var byRow: [Int: Double] = [:]
    for row in try frameworks.someRows(of: "law", using: &generator).sorted() {
      byRow[row] = [0, 0.1, 0.3, 1 / 3, 1e-9, 7.7, 1e12].randomElement(using: &generator)
    }
    var stale = frameworks.test
    stale.stale = Set(stale.claims.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }.map(\.id))
    for unit in GapReport.Unit.allCases {
      let report = try stale.report {
        $0.unit = unit
        $0.scopes = [RandomFrameworks.scope(rows)]
        $0.weights = .init(file: "weights.csv", byRow: byRow)
      }
      for counts in [report.summary] + (report.chapters + report.groups).map(\.counts) {
        let coverage = counts.coverage
        #expect(0 <= coverage.least && coverage.least <= coverage.most && coverage.most <= 1)
        #expect(0 <= coverage.open && coverage.open <= 1)
      }
    }
  }

  @Test(arguments: 0..<20)
  func weightsOfOneChangeNothing(seed: UInt64) throws {
    let (frameworks, _) = try frameworks(seed, claims: 20)
    let law = try frameworks.catalog("law")
    for unit in GapReport.Unit.allCases {
      let plain = try limited(frameworks) { $0.unit = unit }
      var weighed = try limited(frameworks) {
        $0.unit = unit
        $0.weights = .init(
          file: "ones.csv", byRow: Dictionary(uniqueKeysWithValues: law.rows.indices.map { ($0, 1) }))
      }
      weighed.weights = nil
      #expect(String(reflecting: weighed) == String(reflecting: plain))
    }
  }

  // MARK: Scopes

  @Test(arguments: 0..<20)
  func aScopeOfEverythingIsNoScope(seed: UInt64) throws {
    let (frameworks, _) = try frameworks(seed, claims: 20)
    let plain = String(reflecting: try frameworks.test.report())
    let (source, law) = (try frameworks.catalog("src"), try frameworks.catalog("law"))
    let everybody = RoleSet(rawValue: (1 << UInt16(RoleSet.names.count)) - 1)
    for scopes in [[RandomFrameworks.all(law)], [.selection(law, of: law)], [.roles(everybody)]] {
      var report = try limited(frameworks) {
        $0.scopes = scopes
        $0.sourceScopes = [RandomFrameworks.all(source), .selection(source, of: source)]
      }
      #expect(report.scopes.map(\.outside) == [0])
      (report.scope, report.scopes, report.sourceScopes) = (nil, [], [])
      #expect(String(reflecting: report) == plain)
    }
  }

  @Test(arguments: 0..<30)
  func theOrderOfScopesDoesNotMatter(seed: UInt64) throws {
    var (frameworks, generator) = try frameworks(seed, claims: 20)
    let rows = try frameworks.someRows(of: "law", using: &generator)
    let others = try frameworks.someRows(of: "law", using: &generator)
    let role = try #require(RoleSet(name: "provider"))
    let scopes = [
      RandomFrameworks.scope(rows, "one"), RandomFrameworks.scope(others, "other"), .roles(role),
    ]
    let sources = [
      RandomFrameworks.scope(try frameworks.someRows(of: "src", using: &generator), "one"),
      RandomFrameworks.scope(try frameworks.someRows(of: "src", using: &generator), "other"),
    ]
    func report(_ scopes: [GapAnalysis.Scope], _ sources: [GapAnalysis.Scope]) throws -> String {
      var report = try limited(frameworks) {
        $0.scopes = scopes
        $0.sourceScopes = sources
      }
      (report.scope, report.scopes, report.sourceScopes) = (nil, [], [])
      return String(reflecting: report)
    }
    let inOrder = try report(scopes, sources)
    #expect(try report(scopes.reversed(), sources.reversed()) == inOrder)
    let together = [RandomFrameworks.scope(rows.intersection(others)), .roles(role)]
    #expect(try report(together, sources) == inOrder)
  }
}
