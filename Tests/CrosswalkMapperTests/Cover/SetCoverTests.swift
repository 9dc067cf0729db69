import Testing

@testable import CrosswalkMapper

@Suite struct SetCoverTests {
  /// The least cost by trying every choice.
  static func exhaustiveCost(_ problem: SetCoverProblem) -> Int {
    let masks = problem.candidates.map { $0.elements.reduce(0) { $0 | 1 << $1 } }
    let all = masks.reduce(0, |)
    var best = Int.max
    for choice in 0..<(1 << masks.count) {
      var (covered, cost) = (0, 0)
      for candidate in masks.indices where choice >> candidate & 1 != 0 {
        covered |= masks[candidate]
        cost += Int(problem.candidates[candidate].cost)
      }
      if covered == all { best = min(best, cost) }
    }
    return best
  }

  static func isCover(_ cover: SetCover, of problem: SetCoverProblem) -> Bool {
    let covered = Set(cover.chosen.flatMap { problem.candidates[$0].elements })
    return covered.union(cover.uncoverable) == Set(0..<problem.elementCount)
      && covered.isDisjoint(with: cover.uncoverable)
  }

  static func random(
    elements: Int, candidates: Int, density: Double, costs: ClosedRange<UInt32>,
    using generator: inout SeededGenerator
  ) -> SetCoverProblem {
    SetCoverProblem(
      elementCount: elements,
      candidates: (0..<candidates).map { _ in
        .init(
          elements: (0..<elements).filter { _ in Double.random(in: 0..<1, using: &generator) < density },
          cost: .random(in: costs, using: &generator))
      })
  }

  @Test(arguments: 0..<40)
  func theCostIsThatOfTryingEveryChoice(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<75 {
      let problem = Self.random(
        elements: .random(in: 0...14, using: &generator), candidates: .random(in: 0...10, using: &generator),
        density: .random(in: 0.05...0.6, using: &generator), costs: 0...(seed % 2 == 0 ? 3 : 40),
        using: &generator)
      let cover = SetCoverSolver().cover(problem)
      let best = Self.exhaustiveCost(problem)
      #expect(cover.cost == best && cover.isOptimal && Self.isCover(cover, of: problem), "\(problem)")
    }
  }

  @Test(arguments: 0..<20)
  func theBoundIsNeverAboveTheLeastCostHoweverSmallTheLimit(seed: Int) {
    var generator = SeededGenerator(state: UInt64(1000 + seed))
    for _ in 0..<20 {
      let problem = Self.random(
        elements: 16, candidates: 13, density: 0.25, costs: 1...9, using: &generator)
      let best = Self.exhaustiveCost(problem)
      for work in [0, 200, 1000, 5000, 20_000] {
        let cover = SetCoverSolver(limit: .init(work: work)).cover(problem)
        #expect(cover.bound <= best && best <= cover.cost && Self.isCover(cover, of: problem))
        #expect((0...1).contains(cover.gap) && cover.isOptimal == (cover.gap == 0))
      }
    }
  }
}
