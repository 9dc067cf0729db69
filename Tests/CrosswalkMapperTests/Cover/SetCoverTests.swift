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

  /// Every line of the affine space of `dimensions` over three elements has to be hit: Steiner triple systems, whose
  /// symmetry makes them hard for their size.
  static func lines(dimensions: Int) -> SetCoverProblem {
    let count = (0..<dimensions).reduce(1) { power, _ in power * 3 }
    func third(_ a: Int, _ b: Int) -> Int {
      var (a, b, place, sum) = (a, b, 1, 0)
      for _ in 0..<dimensions {
        sum += (6 - a % 3 - b % 3) % 3 * place
        (a, b, place) = (a / 3, b / 3, place * 3)
      }
      return sum
    }
    let groups = (0..<count).flatMap { a in
      (a + 1..<count).filter { third(a, $0) > $0 }.map { [a, $0, third(a, $0)] }
    }
    return SetCoverProblem(hitting: groups, costs: Array(repeating: 1, count: count))
  }

  @Test(arguments: [(2, 5), (3, 18)])
  func steinerTripleSystemsAreSolved(dimensions: Int, least: Int) {
    let problem = Self.lines(dimensions: dimensions)
    let cover = SetCoverSolver().cover(problem)
    #expect(cover.cost == least && cover.isOptimal && Self.isCover(cover, of: problem))
  }

  /// 81 points need 61: known, but not proven here; what is claimed must hold all the same.
  @Test func whatIsNotProvenHasABoundThatHolds() {
    let problem = Self.lines(dimensions: 4)
    let cover = SetCoverSolver(limit: .init(work: 5_000_000)).cover(problem)
    #expect(cover.bound <= 61 && cover.cost >= 61 && !cover.isOptimal && cover.gap > 0)
    #expect(Self.isCover(cover, of: problem))
  }

  @Test(arguments: [5, 10, 20])
  func randomProblemsOf50ElementsAnd200CandidatesAreSolved(percent: Int) {
    var generator = SeededGenerator(state: UInt64(percent))
    let problem = Self.random(
      elements: 50, candidates: 200, density: Double(percent) / 100, costs: 1...5, using: &generator)
    let cover = SetCoverSolver().cover(problem)
    #expect(cover.isOptimal && Self.isCover(cover, of: problem))
  }

  @Test func ofChoicesThatAreEquallyGoodTheFirstIsTaken() {
    let problem = SetCoverProblem(
      elementCount: 2,
      candidates: [
        .init(elements: [0]), .init(elements: [1, 1, 7]), .init(elements: [0, 1], cost: 3),
        .init(elements: [1]), .init(elements: [0]),
      ])
    let cover = SetCoverSolver().cover(problem)
    #expect(cover.chosen == [0, 1] && cover.cost == 2)
  }

  @Test func anEmptyProblemCostsNothingAndWhatNothingCoversIsNamed() {
    let empty = SetCoverSolver().cover(SetCoverProblem(elementCount: 0, candidates: []))
    #expect(empty.chosen.isEmpty && empty.isOptimal && empty.uncoverable.isEmpty)
    let bare = SetCoverSolver().cover(SetCoverProblem(elementCount: 2, candidates: [.init(elements: [1])]))
    #expect(bare.chosen == [0] && bare.uncoverable == [0] && bare.isOptimal)
  }

  @Test func theSameProblemGivesTheSameAnswer() {
    var generator = SeededGenerator(state: 7)
    let problem = Self.random(elements: 40, candidates: 60, density: 0.15, costs: 1...3, using: &generator)
    let covers = (0..<3).map { _ in SetCoverSolver(limit: .init(work: 100_000)).cover(problem) }
    #expect(Set(covers).count == 1)
  }
}
