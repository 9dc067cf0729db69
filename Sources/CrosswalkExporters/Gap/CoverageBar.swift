import CrosswalkModel

/// Verdicts as one bar: each verdict has a mark of its own, so that the bar reads without colour.
struct CoverageBar {
  let counts: VerdictCounts
  let width: Int

  /// The bar with its colours, where the terminal has them.
  func painted(_ style: TerminalStyle) -> String {
    zip(Verdict.allCases, Self.shares(of: counts, in: max(5, width)))
      .map { style.paint(String(repeating: $0.mark, count: $1), $0.ink) }
      .joined()
  }

  /// Cells for each verdict, by largest remainder; a verdict that occurs has at least one.
  static func shares(of counts: VerdictCounts, in width: Int) -> [Int] {
    let all = Verdict.allCases.map { counts.count(of: $0) }
    guard counts.statements > 0 else { return all.map { _ in 0 } }
    let exact = all.map { Double($0) * Double(width) / Double(counts.statements) }
    var cells = zip(all, exact).map { $0 == 0 ? 0 : max(1, Int($1)) }
    while cells.reduce(0, +) > width, let largest = cells.indices.max(by: { cells[$0] < cells[$1] }) {
      cells[largest] -= 1
    }
    let byRemainder = exact.indices.filter { all[$0] > 0 }.sorted {
      (exact[$1] - Double(cells[$1]), $0) < (exact[$0] - Double(cells[$0]), $1)
    }
    for index in 0..<max(0, width - cells.reduce(0, +)) { cells[byRemainder[index % byRemainder.count]] += 1 }
    return cells
  }
}

extension Verdict {
  /// The mark that stands for it in bars and lists.
  var mark: Character {
    switch self {
    case .covered: "█"
    case .partial: "▒"
    case .gap: "○"
    case .unknown: "·"
    case .contradicted: "!"
    }
  }

  /// The colour that goes with the mark.
  var ink: Ink {
    switch self {
    case .covered: .green
    case .partial: .blue
    case .gap: .magenta
    case .unknown: .faint
    case .contradicted: .red
    }
  }
}
