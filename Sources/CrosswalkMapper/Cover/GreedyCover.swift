/// A good choice quickly: greedy, then without what is superfluous, then improved by exchange.
struct GreedyCover {
  private let matrix: CoverMatrix
  private let rest: CoverRest
  private let candidates: [Int]

  init(_ matrix: CoverMatrix, _ rest: CoverRest) {
    self.matrix = matrix
    self.rest = rest
    candidates = rest.usable.members
  }

  /// A choice that covers every open element; `nil` where there is none.
  ///
  /// - Parameter weights: What counts as the cost of each candidate while choosing, by its place among the usable
  ///   ones: reduced costs steer the choice; negative ones count as 0.
  func choice(by weights: [Int], meter: inout CoverMeter) -> [Int]? {
    var open = rest.open
    var chosen: [Int] = []
    while !open.isEmpty {
      var best: (place: Int, news: Int)?
      for place in candidates.indices {
        let news = matrix.elements[candidates[place]].countShared(with: open)
        guard news > 0 else { continue }
        // Least weight for each new element; on a tie the one that covers more, then the lower number.
        guard let rival = best else {
          best = (place, news)
          continue
        }
        let (mine, its) = (max(0, weights[place]) * rival.news, max(0, weights[rival.place]) * news)
        if mine < its || mine == its && news > rival.news { best = (place, news) }
      }
      meter.count(candidates.count * 2)
      guard let best else { return nil }
      chosen.append(candidates[best.place])
      open.subtract(matrix.elements[candidates[best.place]])
    }
    return improved(chosen.sorted(), meter: &meter)
  }

  /// The choice without superfluous candidates, each exchanged for a cheaper one where one will do.
  private func improved(_ choice: [Int], meter: inout CoverMeter) -> [Int] {
    var chosen = withoutSuperfluous(choice)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (place, candidate) in chosen.enumerated() {
        meter.count(candidates.count)
        let needed = neededOnly(from: place, in: chosen)
        guard let cheaper = cheapest(covering: needed, below: matrix.costs[candidate]) else { continue }
        chosen[place] = cheaper
        chosen = withoutSuperfluous(Set(chosen).sorted())
        hasChanged = true
        break
      }
    }
    return chosen
  }

  /// Dearest first, and of equals the later one.
  private func withoutSuperfluous(_ choice: [Int]) -> [Int] {
    var chosen = choice
    for candidate in choice.sorted(by: { (matrix.costs[$1], $1) < (matrix.costs[$0], $0) }) {
      guard let place = chosen.firstIndex(of: candidate), neededOnly(from: place, in: chosen).isEmpty else {
        continue
      }
      chosen.remove(at: place)
    }
    return chosen
  }

  /// The open elements that only one of the chosen covers.
  private func neededOnly(from place: Int, in chosen: [Int]) -> BitSet {
    var needed = rest.open
    needed.formIntersection(matrix.elements[chosen[place]])
    for (other, candidate) in chosen.enumerated() where other != place {
      needed.subtract(matrix.elements[candidate])
    }
    return needed
  }

  private func cheapest(covering needed: BitSet, below cost: Int) -> Int? {
    var best: Int?
    for candidate in candidates where matrix.costs[candidate] < best.map({ matrix.costs[$0] }) ?? cost {
      if needed.isSubset(of: matrix.elements[candidate], within: rest.open) { best = candidate }
    }
    return best
  }
}
