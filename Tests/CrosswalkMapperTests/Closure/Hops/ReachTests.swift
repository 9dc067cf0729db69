import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ReachTests {
  @Test(arguments: 0..<60)
  func aLimitedReachIsNeverNarrowerThanTheFullClosure(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let regions = (0..<15).map { _ in Int.random(in: 1...63, using: &generator) }
    let graph = try RandomNetwork(regions: regions, claims: 28, using: &generator).graph()
    let full = RelationshipClosure(graph)
    for longest in 1...4 {
      let limited = RelationshipClosure(
        graph, options: .init(reach: .chains(ofAtMost: longest)), about: try Self.question)
      #expect(limited.longestChain == longest)
      for source in try Self.names(0) {
        for target in try Self.names(1) {
          let kept = limited.relations(from: source, to: target)
          #expect(kept.isSuperset(of: full.relations(from: source, to: target)))
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func aLimitedReachExcludesAllThatChainsOfItsLengthExclude(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let regions = (0..<15).map { _ in Int.random(in: 1...63, using: &generator) }
    let network = RandomNetwork(regions: regions, claims: 28, using: &generator)
    let search = HopSearch(nodes: 15, claims: network.edges)
    let limited = RelationshipClosure(
      try network.graph(), options: .init(reach: .chains(ofAtMost: 3)), about: try Self.question)
    let (sources, targets) = (0..<Int32(15)).reduce(into: ([Int32](), [Int32]())) { sides, node in
      if node % 3 == 0 { sides.0.append(node) }
      if node % 3 == 1 { sides.1.append(node) }
    }
    for edge in search.relations(from: sources, to: targets, longestChain: 3) {
      let source = try TestGraph.control(RandomNetwork.name(Int(edge.first)))
      let target = try TestGraph.control(RandomNetwork.name(Int(edge.second)))
      #expect(limited.relations(from: source, to: target).isSubset(of: edge.relations))
    }
  }

  @Test(arguments: 0..<20)
  func aReachAsLongAsAllClaimsEqualsTheFullClosure(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let regions = (0..<12).map { _ in Int.random(in: 1...63, using: &generator) }
    let graph = try RandomNetwork(distributiveOver: regions, claims: 18, using: &generator).graph()
    let full = RelationshipClosure(graph)
    let limited = RelationshipClosure(
      graph, options: .init(reach: .chains(ofAtMost: 18)), about: try Self.question)
    for source in try Self.names(0) {
      for target in try Self.names(1) {
        #expect(limited.relations(from: source, to: target) == full.relations(from: source, to: target))
      }
    }
  }

  @Test func aReportSaysHowLongChainsMayBe() throws {
    var test = TestGraph()
    try test.add("src", "S1")
    try test.add("m", "M1\nM2")
    try test.add("law", "T1")
    try test.claim("src/S1", .equal, "m/M1")
    try test.claim("m/M1", .equal, "m/M2")
    try test.claim("m/M2", .supersetOf, "law/T1")
    let short = try test.report { $0.reasoning.reach = .chains(ofAtMost: 2) }
    #expect(short.basis.longestChain == 2)
    #expect(short.findings.map(\.verdict) == [.unknown])
    let long = try test.report { $0.reasoning.reach = .chains(ofAtMost: 3) }
    #expect(long.basis.longestChain == 3)
    #expect(long.findings.map(\.verdict) == [.covered])
    #expect(long.findings[0].by[0].derivation.steps.count == 3)
    let unlimited = try test.report()
    #expect(unlimited.basis.longestChain == nil)
    #expect(unlimited.verdicts == long.verdicts)
  }

  @Test func conflictsOfTheTwoFrameworksAreSeenInAnyReach() throws {
    var test = TestGraph()
    try test.add("src", "S1")
    try test.add("law", "T1")
    try test.claim("src/S1", .equal, "law/T1")
    try test.claim("src/S1", .disjoint, "law/T1")
    let report = try test.report { $0.reasoning.reach = .chains(ofAtMost: 1) }
    #expect(report.findings.map(\.verdict) == [.contradicted])
    #expect(report.basis.claims == 2)
  }

  @Test func aReviewedNoCounterpartCountsInAnyReach() throws {
    var test = TestGraph()
    try test.add("src", "S1\nS2")
    try test.add("law", "T1")
    try test.claim("src", .disjoint, "law/T1", reviewed: true)
    let report = try test.report { $0.reasoning.reach = .chains(ofAtMost: 1) }
    #expect(report.findings.map(\.verdict) == [.gap])
  }

  @Test func anExplanationSaysHowLongChainsMayBe() throws {
    var test = TestGraph()
    try test.claim("src/S1", .equal, "m/M1")
    try test.claim("m/M1", .equal, "law/T1")
    let ends = try ["src/S1", "law/T1"].map(TestGraph.control)
    for (longest, relations) in [(1, RelationshipSet.all), (2, .equal)] {
      let explainer = RelationExplainer(.init(reach: .chains(ofAtMost: longest)))
      let limited = try explainer.explain(graph: test.graph, from: ends[0], to: ends[1])
      #expect(limited.longestChain == longest)
      #expect(limited.relations == relations)
    }
    let unlimited = try RelationExplainer().explain(graph: test.graph, from: ends[0], to: ends[1])
    #expect(unlimited.longestChain == nil)
  }

  @Test func aQuestionAboutOneNodeFollowsChainsFromIt() throws {
    var test = TestGraph()
    try test.claim("src/S1", .equal, "m/M1")
    try test.claim("m/M1", .equal, "law/T1")
    try test.claim("law/T1", .equal, "n/N1")
    let names = try ["src/S1", "m/M1", "law/T1", "n/N1"].map(TestGraph.control)
    let closure = RelationshipClosure(
      test.graph, options: .init(reach: .chains(ofAtMost: 2)), about: .node(names[0]))
    #expect(names.map { closure.relations(from: names[0], to: $0) } == [.equal, .equal, .equal, .all])
  }

  @Test(arguments: [(200, true), (20_000, false)])
  func onlyVeryManyClaimsAtFewNodesLimitTheReach(nodes: Int, isLimited: Bool) throws {
    let frameworks = try ["f0", "f1"].map { try #require(FrameworkID($0)) }
    let claims = (0..<20_000).map { number in
      let ends = [number % nodes, (number * 7 + number / nodes + 1) % nodes].enumerated().map { side, node in
        ClaimEnd.nodes([ControlID(framework: frameworks[side], local: "n\(node)")])
      }
      return MappingClaim(
        id: ClaimID("c\(number)"), source: ends[0], target: ends[1], relations: .related, token: "related",
        origin: SourceLocation(file: "made-up", line: number + 1, column: 1))
    }
    let graph = CrosswalkGraph(catalogs: [], claims: claims)
    let network = RelationNetworkBuilder.network(of: graph, options: .init())
    let question = Question.frameworks(frameworks[0], frameworks[1])
    #expect(network.longestChain(for: question, .init()) == (isLimited ? 3 : nil))
    #expect(network.longestChain(for: .everything, .init()) == nil)
    #expect(network.longestChain(for: question, .init(reach: .unlimited)) == nil)
    #expect(network.longestChain(for: question, .init(inference: .assertedOnly)) == nil)
  }

  private static var question: Question {
    get throws {
      .frameworks(try #require(FrameworkID("f0")), try #require(FrameworkID("f1")))
    }
  }

  /// The nodes of one framework of a ``RandomNetwork`` of 15.
  private static func names(_ framework: Int) throws -> [ControlID] {
    try stride(from: framework, to: 12, by: 3).map { try TestGraph.control(RandomNetwork.name($0)) }
  }
}
