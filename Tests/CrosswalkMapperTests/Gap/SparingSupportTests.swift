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
        #expect(brute.closed(cited, brute.withdrawn).run.relations(first, second) == known)
        for spared in cited {
          let fewer = brute.closed(cited.filter { $0 != spared }, brute.withdrawn).run
          #expect(!fewer.relations(first, second).isSubset(of: known), "\(finding.target) \(support.source)")
        }
      }
    }
  }
}
