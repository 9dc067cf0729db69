import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct DerivedRelationTests {
  private func test() throws -> TestGraph {
    var test = TestGraph()
    try test.add("a", "G [group]\n  A1 [control]\n  A2 [control]")
    try test.add("b", "B1\nB2")
    try test.add("c", "C1\nC2")
    return test
  }

  private func relations(_ test: TestGraph, _ source: String, _ target: String) throws -> [DerivedRelation] {
    DerivedRelationFinder(RelationshipClosure(test.graph)).relations(
      from: try #require(FrameworkID(source)), to: try #require(FrameworkID(target)))
  }

  @Test func listsWhatNobodyClaimed() throws {
    var test = try test()
    try test.claim("a/A1", .supersetOf, "b/B1")
    try test.claim("b/B1", .supersetOf, "c/C1")
    let found = try relations(test, "c", "a")
    #expect(found.map(\.source.local) == ["C1", "C1"])
    #expect(found.map(\.target.local) == ["G", "A1"])
    #expect(found.map(\.relations) == [.subsetOf, .subsetOf])
    #expect(found.allSatisfy { $0.kind == .derived && $0.claimed == nil })
    #expect(found[1].derivation.steps.map { $0.target.map(\.local) } == [["B1"], ["A1"]])
  }

  @Test func tellsWhatOthersSharpen() throws {
    var test = try test()
    try test.claim("a/A1", .related, "c/C1")
    try test.claim("a/A1", .supersetOf, "b/B1")
    try test.claim("b/B1", .equal, "c/C1")
    let found = try relations(test, "a", "c").filter { $0.source.local == "A1" }
    #expect(found.map(\.kind) == [.sharpened])
    #expect(found.map(\.claimed) == [.related])
    #expect(found.map(\.relations) == [.supersetOf])
  }

  @Test func doesNotCallAnIntersectionOfClaimsSharpened() throws {
    var test = try test()
    try test.claim("a/A1", .covering, "c/C1")
    try test.claim("c/C1", .covering, "a/A1")
    #expect(try relations(test, "a", "c").filter { $0.source.local == "A1" }.isEmpty)
  }

  @Test func listsConflictsFromEitherEnd() throws {
    var test = try test()
    try test.claim("a/A1", .disjoint, "c/C1")
    try test.claim("a/A1", .supersetOf, "b/B1")
    try test.claim("b/B1", .equal, "c/C1")
    for (source, target) in [("a", "c"), ("c", "a")] {
      let conflicts = try relations(test, source, target).filter { $0.kind == .contradicted }
      #expect(conflicts.count == 1)
      #expect(conflicts.first?.relations == [])
      #expect(conflicts.first?.derivation.steps.first?.source.first?.framework.rawValue == source)
    }
  }

  @Test func saysNothingOfAPivotThatBothAreWithin() throws {
    var test = try test()
    try test.claim("a/A1", .subsetOf, "b/B1")
    try test.claim("c/C1", .subsetOf, "b/B1")
    #expect(try relations(test, "a", "c").isEmpty)
  }

  @Test func countsPairsByFramework() throws {
    var test = try test()
    try test.claim("a/A1", .supersetOf, "b/B1")
    try test.claim("a/A1", .related, "b/B1")
    try test.claim("b/B1", .supersetOf, "c/C1")
    let summaries = DerivedRelationFinder(RelationshipClosure(test.graph)).summaries()
    #expect(
      summaries.map { [$0.first.rawValue, $0.second.rawValue] } == [["a", "b"], ["a", "c"], ["b", "c"]])
    #expect(summaries.map(\.claimed) == [1, 0, 1])
    #expect(summaries.map { $0.counts[.derived, default: 0] } == [1, 2, 0])
  }
}
