import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Plans are held against trying every choice of controls.
@Suite struct EvidencePlanOracleTests {
  private static let controls = ["A", "B", "C", "D", "E", "F"]
  private static let statements = ["1", "2", "3", "4", "5"]

  private struct Case {
    var graph: CrosswalkGraph
    var costs: [ControlID: EvidenceCost]
    /// For each statement, the sets of controls that are enough.
    var ways: [String: [Set<String>]]
  }

  private static func sample(seed: Int) throws -> Case {
    var generator = SeededGenerator(state: UInt64(seed))
    var test = TestGraph()
    try test.add("src", controls.joined(separator: "\n"))
    try test.add("law", statements.joined(separator: "\n"))
    var ways: [String: [Set<String>]] = [:]
    for _ in 0..<Int.random(in: 3...12, using: &generator) {
      let source = Set(
        (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in
          controls.randomElement(using: &generator)
        })
      let target = statements.randomElement(using: &generator) ?? "1"
      ways[target, default: []].append(source)
      try test.claim(
        source.sorted().map { "src/\($0)" }.joined(separator: " | "), .supersetOf, "law/\(target)")
    }
    var costs: [ControlID: EvidenceCost] = [:]
    for control in controls {
      costs[try TestGraph.control("src/\(control)")] = EvidenceCost(
        thousandths: 500 * .random(in: 0...6, using: &generator))
    }
    return Case(graph: test.graph, costs: costs, ways: ways)
  }

  private static func leastCost(_ sample: Case) throws -> Int {
    var best = Int.max
    for choice in 0..<(1 << controls.count) {
      let chosen = Set(controls.indices.filter { choice >> $0 & 1 != 0 }.map { controls[$0] })
      guard sample.ways.values.allSatisfy({ $0.contains { $0.isSubset(of: chosen) } }) else { continue }
      let costs = try chosen.map { sample.costs[try TestGraph.control("src/\($0)")]?.thousandths ?? 0 }
      best = min(best, costs.reduce(0, +))
    }
    return best
  }

  @Test(arguments: 0..<150)
  func noChoiceOfControlsIsCheaper(seed: Int) throws {
    let sample = try Self.sample(seed: seed)
    var options = EvidencePlanner.Options(gap: .init(asOf: try #require(CalendarDate("2026-11-01"))))
    options.costs = sample.costs
    let plan = try EvidencePlanner(options).plan(
      graph: sample.graph, from: try #require(FrameworkID("src")), to: try #require(FrameworkID("law")))
    let chosen = Set(plan.choices.map(\.control.local))
    #expect(plan.proof.isOptimal)
    #expect(plan.proof.cost.thousandths == (try Self.leastCost(sample)))
    #expect(plan.choices.reduce(EvidenceCost(thousandths: 0)) { $0 + $1.cost } == plan.proof.cost)
    #expect(plan.targetReach.reached == sample.ways.count)
    #expect(sample.ways.values.allSatisfy { $0.contains { $0.isSubset(of: chosen) } })
    for reach in plan.choices.flatMap(\.reaches) {
      let needed = Set(reach.support.source.map(\.local))
      #expect(needed.isSubset(of: chosen) && sample.ways[reach.statement.local]?.contains(needed) == true)
    }
  }

  @Test func betweenWhatIsEnoughAndWhatIsNeededLiesTheTruth() {
    var condition = ReachCondition.never
    var all: [[PlanItem]] = []
    for group in 0..<5 {
      let bundle = (0..<8).map { PlanItem(catalog: 0, row: group * 8 + $0) }
      all.append(bundle)
      condition.allow(ReachCondition(bundle: bundle))
    }
    // 8 to the fifth clauses are too many: one way is left out of what is enough.
    let needed = condition.needed
    #expect(needed != nil)
    for bundle in all {
      #expect(needed?.isMet(by: Set(bundle)) == true)
      #expect(needed?.isMet(by: Set(bundle.dropFirst())) == false || !condition.enough.isMet(by: Set(bundle)))
    }
    #expect(condition.enough.isMet(by: Set(all[0])) && !condition.enough.isMet(by: Set(all[0].dropFirst())))
  }
}

extension CoverCondition {
  /// Whether `chosen` meets it.
  fileprivate func isMet(by chosen: Set<Item>) -> Bool {
    clauses.allSatisfy { $0.contains(where: chosen.contains) }
  }
}
