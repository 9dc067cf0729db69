import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct SparingSupportTests {
  @Test(arguments: 0..<60)
  func noClaimOfASupportCanBeSpared(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let test = try RandomNetwork.withStructure(claims: 16, using: &generator)
    let day = try #require(CalendarDate("2026-11-23"))
    let report = try GapAnalysis(.init(asOf: day)).report(
      graph: test.graph, from: #require(FrameworkID("a")), to: #require(FrameworkID("b")))
    let closure = RelationshipClosure(test.graph)
    let brute = BruteForce(closure, subsets: false)
    let claims = closure.network.claims
    for finding in report.findings + report.parents {
      for support in finding.by where !support.relations.isEmpty && support.source.count == 1 {
        let cited = claims.indices.filter { support.derivation.claims.contains(claims[$0].id) }
        guard let first = closure.place(of: support.source[0])?.anchor,
          let second = closure.place(of: finding.target)?.anchor
        else { continue }
        let known = closure.closed.relations(first, second)
        expectNoneToSpare(cited, first, second, brute, known)
      }
    }
  }

  @Test(arguments: 0..<40)
  func noClaimOfADerivedRelationCanBeSpared(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let closure = RelationshipClosure(
      try RandomNetwork.withStructure(claims: 16, using: &generator).graph)
    let brute = BruteForce(closure, subsets: false)
    let claims = closure.network.claims
    let found = DerivedRelationFinder(closure).relations(
      from: try #require(FrameworkID("a")), to: try #require(FrameworkID("b")))
    for relation in found where relation.kind != .contradicted {
      let first = try #require(closure.place(of: relation.source)?.anchor)
      let second = try #require(closure.place(of: relation.target)?.anchor)
      let cited = claims.indices.filter { relation.derivation.claims.contains(claims[$0].id) }
      expectNoneToSpare(cited, first, second, brute, relation.relations)
    }
  }

  private func expectNoneToSpare(
    _ cited: [Int], _ first: NodeIndex, _ second: NodeIndex, _ brute: BruteForce, _ known: RelationshipSet
  ) {
    #expect(brute.closed(cited, brute.withdrawn).run.relations(first, second) == known)
    for spared in cited {
      let fewer = brute.closed(cited.filter { $0 != spared }, brute.withdrawn).run
      #expect(!fewer.relations(first, second).isSubset(of: known), "\(first) \(second)")
    }
  }
}
