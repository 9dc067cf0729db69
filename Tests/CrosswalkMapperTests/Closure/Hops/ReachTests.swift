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
