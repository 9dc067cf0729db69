import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct EvidencePlanTests {
  /// Three controls of the source, two of the target with two and three statements.
  private func frameworks() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "A\nB\nC\nD")
    try test.add("law", "1\n  1a\n  1b\n2\n  2a\n  2b\n  2c")
    return test
  }

  private func plan(
    _ test: TestGraph, _ change: (inout EvidencePlanner.Options) -> Void = { _ in }
  ) throws -> EvidencePlan {
    var options = EvidencePlanner.Options(
      gap: .init(asOf: try #require(CalendarDate("2026-11-01"))))
    change(&options)
    return try EvidencePlanner(options).plan(
      graph: test.graph, from: try #require(FrameworkID("src")), to: try #require(FrameworkID("law")))
  }

  @Test func theFewestControlsThatCoverWhatCanBeCoveredAreChosen() throws {
    var test = try frameworks()
    try test.claim("src/A", .supersetOf, "law/1a")
    try test.claim("src/A", .supersetOf, "law/2a")
    try test.claim("src/B", .supersetOf, "law/1b")
    try test.claim("src/B", .equal, "law/2b")
    try test.claim("src/C", .supersetOf, "law/1a")
    try test.claim("src/D", .related, "law/2c")
    let plan = try plan(test)
    #expect(plan.choices.map(\.control.local) == ["A", "B"])
    #expect(plan.choices.map { $0.reaches.map(\.statement.local) } == [["1a", "2a"], ["1b", "2b"]])
    #expect(plan.proof.isOptimal && plan.proof.cost.description == "2")
    #expect(plan.targetReach == .init(statements: 5, reached: 4))
    #expect(plan.sourceReach == .init(statements: 4, reached: 2))
    #expect(plan.unreached.map(\.statement.local) == ["2c"] && plan.unreached[0].verdict == .partial)
    // Evidence for both controls of the target would reach the same.
    #expect(plan.proof.withoutCrosswalk.description == "2")
  }

  @Test func whatAControlCoversItsPartsAreCoveredToo() throws {
    var test = try frameworks()
    try test.claim("src/C", .supersetOf, "law/2")
    let plan = try plan(test)
    #expect(plan.choices.map(\.control.local) == ["C"])
    #expect(plan.choices[0].reaches.map(\.statement.local) == ["2a", "2b", "2c"])
    #expect(plan.choices[0].reaches[0].support.derivation.steps.count == 2)
  }

  @Test func aUnionNeedsEvidenceForAllOfIt() throws {
    var test = try frameworks()
    try test.claim("src/A | src/B", .supersetOf, "law/1a")
    try test.claim("src/C", .supersetOf, "law/1a")
    #expect(try plan(test).choices.map(\.control.local) == ["C"])
    let dear = try #require(EvidenceCost("2.5"))
    let plan = try plan(test) { $0.costs = [ControlID(framework: $0.source, local: "C"): dear] }
    #expect(plan.choices.map(\.control.local) == ["A", "B"])
    #expect(plan.choices[0].reaches[0].together.map(\.local) == ["B"])
  }

  /// Two unions share a member: what it costs counts once.
  @Test func aMemberOfTwoUnionsIsPaidForOnce() throws {
    var test = try frameworks()
    try test.claim("src/A | src/B", .supersetOf, "law/1a")
    try test.claim("src/A | src/C", .supersetOf, "law/1b")
    try test.claim("src/D", .supersetOf, "law/1a")
    let dear = try #require(EvidenceCost("1.5"))
    let plan = try plan(test) { $0.costs = [ControlID(framework: $0.source, local: "D"): dear] }
    #expect(plan.choices.map(\.control.local) == ["A", "B", "C"] && plan.proof.isOptimal)
  }

  @Test func whatOnlyAGroupCoversNeedsAllOfTheGroup() throws {
    var test = TestGraph()
    try test.add(
      "src", "G [group]\n  A [control]\n  B [control]\nH [group] [union]\n  C [control]\n  D [control]")
    try test.add("law", "1\n2")
    try test.claim("src/G", .supersetOf, "law/1")
    try test.claim("src/H", .supersetOf, "law/2")
    let plan = try plan(test)
    #expect(plan.choices.map(\.control.local) == ["G", "A", "B", "C", "D"])
    #expect(plan.choices.map(\.isWhole) == [true, false, false, false, false])
    #expect(plan.proof.cost.description == "4" && plan.proof.withoutCrosswalk.description == "2")
  }

  @Test func withoutACertainCoverThePlanIsEmptyUnlessPartlyAddressedIsEnough() throws {
    var test = try frameworks()
    try test.claim("src/A", .related, "law/1a")
    try test.claim("src/B", .related, "law/1")
    try test.claim("src/B", .intersectsWith, "law/1a")
    #expect(try plan(test).choices.isEmpty)
    let plan = try plan(test) { $0.level = .addressed }
    // Either would do: the first in document order is taken.
    #expect(plan.choices.map(\.control.local) == ["A"])
    #expect(plan.targetReach.reached == 1 && plan.level == .addressed)
  }

  @Test func evidenceOfBothFrameworksReachesAllOfBoth() throws {
    var test = try frameworks()
    try test.claim("src/A", .supersetOf, "law/1")
    try test.claim("law/2", .supersetOf, "src/B")
    let plan = try plan(test) { $0.aim = .both }
    #expect(plan.choices.map(\.control.description) == ["src/A", "src/C", "src/D", "law/2"])
    #expect(plan.sourceReach == .init(statements: 4, reached: 4))
    #expect(plan.targetReach == .init(statements: 5, reached: 5))
    #expect(plan.proof.withoutCrosswalk.description == "6" && plan.proof.cost.description == "4")
  }

  @Test func thePlanDoesNotDependOnTheOrderOfCatalogsAndClaims() throws {
    var test = try frameworks()
    for (source, target) in [("A", "1a"), ("B", "1a"), ("C", "2"), ("B", "2a"), ("A", "1b"), ("D", "1b")] {
      try test.claim("src/\(source)", .supersetOf, "law/\(target)")
    }
    let first = try plan(test)
    test.reorder { $0.reversed() }
    let second = try plan(test)
    #expect(first.choices.map(\.control) == second.choices.map(\.control))
    #expect(
      first.choices.map { $0.reaches.map(\.support.derivation) }
        == second.choices.map { $0.reaches.map(\.support.derivation) })
  }

  @Test func whenTimeIsOverTheBoundStillHolds() throws {
    var test = try frameworks()
    try test.claim("src/A", .supersetOf, "law/1a")
    let plan = try plan(test) { $0.limit = .init(work: 0, isOutOfTime: { true }) }
    #expect(plan.proof.bound <= plan.proof.cost && plan.targetReach.reached == 1)
  }

  @Test func costsAreReadExactly() {
    #expect(EvidenceCost("2.5")?.thousandths == 2500 && EvidenceCost("0.125")?.description == "0.125")
    #expect(EvidenceCost("10")?.description == "10" && EvidenceCost("0.05")?.description == "0.05")
    for text in ["", "-1", "1.2345", "1e3", "99999999", ".5", "1.", "4000001"] {
      #expect(EvidenceCost(text) == nil, "\(text)")
    }
  }
}

extension EvidencePlanner.Options {
  fileprivate var source: FrameworkID { FrameworkID("src") ?? FrameworkID("x").unsafelyUnwrapped }
}
