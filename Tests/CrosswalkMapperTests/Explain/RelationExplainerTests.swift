import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct RelationExplainerTests {
  private func test() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "G [group]\n  S1 [control]\n  S2 [control] [withdrawn]")
    try test.add("law", "1\n  1(a)\n  1(b)")
    return test
  }

  private func explain(_ test: TestGraph, _ source: String, _ target: String) throws -> Explanation {
    try RelationExplainer().explain(
      graph: test.graph, from: TestGraph.control(source), to: TestGraph.control(target))
  }

  @Test func leadsFromTheSourceOverClaimsAndStructureToTheTarget() throws {
    var test = try test()
    let claim = try test.claim("law/1", .subsetOf, "src/S1", confidence: 0.4)
    let explanation = try explain(test, "src/S1", "law/1(a)")
    #expect(explanation.relations == .supersetOf)
    #expect(explanation.sourceTitle == "title of S1")
    let steps = try #require(explanation.derivations.first?.steps)
    #expect(explanation.derivations.count == 1)
    #expect(steps.map { $0.source.map(\.local) } == [["S1"], ["1"]])
    #expect(steps.map { $0.target.map(\.local) } == [["1"], ["1(a)"]])
    #expect(steps.map(\.relations) == [.supersetOf, .covering])
    #expect(
      steps[0].ground
        == .claim(
          claim, status: .draft, reviewed: false, confidence: 0.4, stale: false, from: test.claims[0].origin))
    #expect(steps[1].ground == .structure(SourceLocation(file: "law", line: 2, column: 1)))
  }

  @Test func readsTheSameLineBackwards() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1")
    let explanation = try explain(test, "law/1(a)", "src/S1")
    #expect(explanation.relations == .subsetOf)
    #expect(explanation.derivations.first?.steps.map(\.relations) == [.within, .subsetOf])
  }

  @Test func explainsStructureWithoutAnyClaim() throws {
    let explanation = try explain(try test(), "law/1(b)", "law/1")
    #expect(explanation.relations == .within)
    #expect(explanation.derivations.map(\.confidence) == [1])
    #expect(explanation.derivations.first?.claims.isEmpty == true)
  }

  @Test func aNodeIsEqualToItself() throws {
    #expect(try explain(try test(), "law/1", "law/1").relations == .equal)
  }

  @Test func knowsNothingWhereNothingIsClaimed() throws {
    let explanation = try explain(try test(), "src/S1", "law/1(a)")
    #expect(explanation.relations == .all)
    #expect(explanation.derivations.isEmpty)
  }

  @Test func aWithdrawnControlHasNoRelations() throws {
    var test = try test()
    try test.claim("src/S2", .equal, "law/1")
    let explanation = try explain(test, "src/S2", "law/1")
    #expect(explanation.relations == .all)
    #expect(explanation.derivations.isEmpty)
  }

  @Test func showsBothSidesOfAContradiction() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1")
    try test.claim("src/S1", .disjoint, "law/1(a)")
    try test.claim("src/G", .related, "law/1(a)")
    let explanation = try explain(test, "src/S1", "law/1(a)")
    #expect(explanation.relations.isEmpty)
    #expect(Set(explanation.derivations.flatMap(\.claims)) == [ClaimID("001"), ClaimID("002")])
    #expect(explanation.derivations.reduce(RelationshipSet.all) { $0.intersection($1.relations) }.isEmpty)
  }

  @Test func prefersTheShorterOfTwoLines() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "p/1")
    try test.claim("p/1", .supersetOf, "q/1")
    try test.claim("q/1", .supersetOf, "law/1")
    try test.claim("src/S1", .supersetOf, "r/1")
    let direct = try test.claim("r/1", .supersetOf, "law/1")
    #expect(try explain(test, "src/S1", "law/1").derivations.map(\.claims) == [[ClaimID("004"), direct]])
  }

  @Test func prefersTheReviewedOfTwoClaimsThatSayTheSame() throws {
    var test = try test()
    try test.claim("src/S1", .supersetOf, "law/1", confidence: 1)
    let reviewed = try test.claim("src/S1", .supersetOf, "law/1", confidence: 0.2, reviewed: true)
    #expect(try explain(test, "src/S1", "law/1").derivations.map(\.claims) == [[reviewed]])
  }

  @Test func refusesNamesThatAreNotThere() throws {
    let test = try test()
    #expect(throws: MapperError.unknownControl(try TestGraph.control("law/7"))) {
      try explain(test, "src/S1", "law/7")
    }
    #expect(throws: MapperError.unknownFramework(try #require(FrameworkID("none")))) {
      try explain(test, "none/1", "law/1")
    }
  }
}
