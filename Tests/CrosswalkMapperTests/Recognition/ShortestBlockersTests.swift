import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// The list of blockers against every subset of conditions.
@Suite struct ShortestBlockersTests {
  private typealias Ways = [(unmet: ConditionSet, open: ConditionSet)]

  /// The size of the smallest subset of `conditions` that gives each step a way.
  private static func smallest(_ steps: [Ways], conditions: Int) -> Int? {
    (0..<(UInt64(1) << UInt64(conditions))).map { ConditionSet(bits: $0) }.filter { met in
      steps.allSatisfy { $0.contains { $0.unmet.isSubset(of: met) } }
    }.map(\.count).min()
  }

  /// What is not met and what is open, for every way to take one way of each step.
  private static func all(_ steps: [Ways]) -> [(unmet: [Int], open: [Int])] {
    var sets: [(unmet: Set<Int>, open: Set<Int>)] = [([], [])]
    for ways in steps {
      sets = sets.flatMap { set in
        ways.map { (set.unmet.union($0.unmet.members), set.open.union($0.open.members)) }
      }
    }
    return sets.map { ($0.unmet.sorted(), $0.open.sorted()) }
  }

  @Test(arguments: 1...200)
  func isTheFirstOfTheSmallestSetsThatLiftTheBlock(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    let conditions = Int.random(in: 1...9, using: &random)
    let open = ConditionSet(bits: UInt64.random(in: 0..<(1 << UInt64(conditions)), using: &random))
    let steps: [Ways] = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let needs = UInt64.random(in: 0..<(1 << UInt64(conditions)), using: &random)
        return (ConditionSet(bits: needs & ~open.bits), ConditionSet(bits: needs & open.bits))
      }
    }
    let choice = try #require(ShortestBlockers.best(steps))
    #expect(choice.unmet.count == Self.smallest(steps, conditions: conditions))
    let first = try #require(
      Self.all(steps).min { left, right in
        (left.unmet.count, left.open.count) != (right.unmet.count, right.open.count)
          ? (left.unmet.count, left.open.count) < (right.unmet.count, right.open.count)
          : left.unmet.lexicographicallyPrecedes(right.unmet)
      })
    #expect(choice.unmet.members == first.unmet && choice.open.count == first.open.count)
    // What it says about ways is true of the ways that it names.
    let taken = zip(steps, choice.ways).map { $0[$1] }
    #expect(taken.reduce(ConditionSet()) { $0.union($1.unmet) } == choice.unmet)
    #expect(taken.reduce(ConditionSet()) { $0.union($1.open) } == choice.open)
  }

  @Test func ofSetsOfOneSizeTheEarlierConditionsAreNamed() throws {
    let ways: Ways = [
      (ConditionSet(bits: 0b0110), ConditionSet()), (ConditionSet(bits: 0b1001), ConditionSet()),
    ]
    #expect(try #require(ShortestBlockers.best([ways])).unmet.members == [0, 3])
    #expect(ShortestBlockers.best([[]]) == nil)
    #expect(try #require(ShortestBlockers.best([])).unmet.isEmpty)
  }

  /// What would have to be declared for each condition to be met, tried in every combination.
  @Test func nothingShorterThanTheListLiftsTheBlockInThePathway() throws {
    func state(_ met: Set<String>) throws -> RecognitionReport.Requirement {
      let artefacts = ["certificate", "test-report"].filter(met.contains).map { "\"\($0)\"" }
      var basis = PathwayFixture.inForce(
        covers: met.contains("scope") ? "[]" : #"[{"annex-iii":["8"]}]"#,
        artefacts: "[\(artefacts.joined(separator: ","))]")
      if !met.contains("agreement") { basis = basis.replacing("in-force", with: "none") }
      let hasContents = met.isSuperset(of: ["authority", "body"])
      let fixture = PathwayFixture(
        basis: basis, contents: hasContents ? "settled" : "exists",
        claims: [
          met.contains("subject")
            ? ("src/S", .init(.supersetOf), "law/1", true) : ("src", .init(.disjoint), "law/1(a)", true)
        ])
      return try fixture.report(PathwayFixture.thirdParty).requirement("1(a)")
    }
    // Authority and body stand and fall together here, as the state of all contents is one.
    let names = ["agreement", "scope", "certificate", "test-report", "authority", "subject"]
    let start = try state([])
    #expect(start.state == .blocked)
    let listed = Set(start.blockers.map(\.condition))
    #expect(listed == ["agreement", "scope", "test-report", "subject"])
    for bits in 0..<(1 << names.count) {
      var met = Set(names.indices.filter { bits & (1 << $0) != 0 }.map { names[$0] })
      let size = met.count + (met.contains("authority") ? 1 : 0)
      if met.contains("authority") { met.insert("body") }
      if size < listed.count { #expect(try state(met).state == .blocked, "\(met.sorted())") }
    }
    #expect(try state(listed).state == .recognised)
  }
}
