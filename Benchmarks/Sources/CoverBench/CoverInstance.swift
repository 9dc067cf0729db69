import CrosswalkMapper
import SeededRandom

/// A problem by name; the same numbers in every run.
struct CoverInstance: Sendable {
  let name: String
  let problem: @Sendable () -> SetCoverProblem

  static let all: [Self] = [
    .init(name: "small-12x20", problem: { random(12, 20, percent: 20, costs: 1...9, seed: 1) }),
    .init(name: "small-20x24", problem: { random(20, 24, percent: 15, costs: 1...9, seed: 2) }),
    .init(name: "sts9", problem: { lines(dimensions: 2) }),
    .init(name: "sts27", problem: { lines(dimensions: 3) }),
    .init(name: "sts81", problem: { lines(dimensions: 4) }),
    .init(name: "50x200-5%", problem: { random(50, 200, percent: 5, costs: 1...1, seed: 3) }),
    .init(name: "50x200-10%", problem: { random(50, 200, percent: 10, costs: 1...1, seed: 4) }),
    .init(name: "50x200-20%", problem: { random(50, 200, percent: 20, costs: 1...1, seed: 5) }),
    .init(name: "50x200-10%-weights", problem: { random(50, 200, percent: 10, costs: 1...100, seed: 6) }),
    .init(name: "200x1000-2%-weights", problem: { random(200, 1000, percent: 2, costs: 1...100, seed: 7) }),
    .init(name: "200x2000-2%-weights", problem: { random(200, 2000, percent: 2, costs: 1...100, seed: 8) }),
    .init(name: "1000x300-1%", problem: { random(1000, 300, percent: 1, costs: 1...1, seed: 9) }),
    .init(name: "frameworks-2000x1200", problem: { frameworks(seed: 10) }),
  ]

  /// Every line of the affine space over three elements has to be hit: Steiner triple systems with 9, 27 and 81
  /// points, of which 5, 18 and 61 are needed.
  private static func lines(dimensions: Int) -> SetCoverProblem {
    let count = (0..<dimensions).reduce(1) { power, _ in power * 3 }
    func third(_ a: Int, _ b: Int) -> Int {
      var (a, b, place, sum) = (a, b, 1, 0)
      for _ in 0..<dimensions {
        sum += (6 - a % 3 - b % 3) % 3 * place
        (a, b, place) = (a / 3, b / 3, place * 3)
      }
      return sum
    }
    var groups: [[Int]] = []
    for a in 0..<count {
      for b in a + 1..<count where third(a, b) > b { groups.append([a, b, third(a, b)]) }
    }
    return SetCoverProblem(hitting: groups, costs: Array(repeating: 1, count: count))
  }

  private static func random(
    _ elements: Int, _ candidates: Int, percent: Int, costs: ClosedRange<UInt32>, seed: UInt64
  ) -> SetCoverProblem {
    var generator = SplitMix(seed: seed)
    return SetCoverProblem(
      elementCount: elements,
      candidates: (0..<candidates).map { _ in
        .init(
          elements: (0..<elements).filter { _ in Int.random(in: 0..<100, using: &generator) < percent },
          cost: .random(in: costs, using: &generator))
      })
  }

  /// Two frameworks of 1,200 and 800 statements: 1,200 candidates in families, each with its own statement and up to
  /// eight of the other framework that lie near each other.
  private static func frameworks(seed: UInt64) -> SetCoverProblem {
    var generator = SplitMix(seed: seed)
    return SetCoverProblem(
      elementCount: 2000,
      candidates: (0..<1200).map { own in
        let chapter = own * 800 / 1200
        let others = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          1200 + min(799, max(0, chapter + Int.random(in: -20...20, using: &generator)))
        }
        let isParent = own % 6 == 0
        let parts = isParent ? Array(own..<min(1200, own + 6)) : [own]
        return .init(elements: parts + others, cost: isParent ? 3 : 1)
      })
  }
}
