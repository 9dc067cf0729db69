import CrosswalkMapper

/// Solves set cover problems that are known to be hard, and says what is proven in how long.
///
///     CoverBench list                  the names of the problems
///     CoverBench make NAME             a problem as text: counts, then for each candidate its cost and elements
///     CoverBench solve NAME SECONDS    cost, proven bound, nodes and seconds, with a limit of time
///     CoverBench try NAME              the same by trying every choice: small problems only
@main
struct CoverBench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("list", 1): for instance in CoverInstance.all { print(instance.name) }
    case ("make", 2): named(arguments[1]).map { write($0.problem()) }
    case ("solve", 3): named(arguments[1]).map { solve($0.problem(), seconds: Double(arguments[2]) ?? 1) }
    case ("try", 2): named(arguments[1]).map { tryAll($0.problem()) }
    default: print("usage: CoverBench list | make NAME | solve NAME SECONDS | try NAME")
    }
  }

  private static func named(_ name: String) -> CoverInstance? { CoverInstance.all.first { $0.name == name } }

  private static func write(_ problem: SetCoverProblem) {
    print(problem.elementCount, problem.candidates.count)
    for candidate in problem.candidates {
      print(([Int(candidate.cost)] + candidate.elements).map(String.init).joined(separator: " "))
    }
  }

  private static func solve(_ problem: SetCoverProblem, seconds: Double) {
    let end = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
    let limit = SetCoverSolver.Limit(work: .max, isOutOfTime: { ContinuousClock.now > end })
    var cover: SetCover?
    let time = ContinuousClock().measure { cover = SetCoverSolver(limit: limit).cover(problem) }
    guard let cover else { return }
    print(cover.cost, cover.bound, cover.nodes, time / .seconds(1))
  }

  /// Gray code: one candidate changes from each choice to the next.
  private static func tryAll(_ problem: SetCoverProblem) {
    guard problem.candidates.count < 40 else { return print("too large to try every choice") }
    var best = Int.max
    let time = ContinuousClock().measure {
      var times = [Int](repeating: 0, count: problem.elementCount)
      let coverable = Set(problem.candidates.flatMap(\.elements)).count
      var (covered, cost, choice) = (0, 0, 0)
      for step in 1..<(1 << problem.candidates.count) {
        let changed = step.trailingZeroBitCount
        choice ^= 1 << changed
        let isAdded = choice >> changed & 1 != 0
        cost += isAdded ? Int(problem.candidates[changed].cost) : -Int(problem.candidates[changed].cost)
        for element in problem.candidates[changed].elements {
          if isAdded && times[element] == 0 { covered += 1 }
          times[element] += isAdded ? 1 : -1
          if !isAdded && times[element] == 0 { covered -= 1 }
        }
        if covered == coverable { best = min(best, cost) }
      }
    }
    print(best, best, 1 << problem.candidates.count, time / .seconds(1))
  }
}
