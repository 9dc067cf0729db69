/// Steps that make a problem smaller without making any best choice impossible.
extension CoverRest {
  /// Reduces until nothing changes.
  ///
  /// - An element with one candidate forces it.
  /// - An element is implied by another whose candidates all cover it too.
  /// - A candidate goes if another covers no less and costs no more; of two alike, the later one.
  mutating func reduce(in matrix: CoverMatrix, meter: inout CoverMeter) {
    var hasChanged = true
    while hasChanged && !open.isEmpty && !isInfeasible {
      meter.count((open.count + usable.count) * 4)
      hasChanged = force(in: matrix)
      if isInfeasible { return }
      if dropImpliedElements(in: matrix, meter: &meter) { hasChanged = true }
      if dropDominatedCandidates(in: matrix, meter: &meter) { hasChanged = true }
    }
  }

  private mutating func force(in matrix: CoverMatrix) -> Bool {
    var hasChanged = false
    for element in open.members where open.contains(element) {
      switch matrix.candidates[element].countShared(with: usable) {
      case 0:
        isInfeasible = true
        return true
      case 1:
        guard let only = matrix.candidates[element].firstShared(with: usable) else { continue }
        forced.append(only)
        choose(only, in: matrix)
        hasChanged = true
      default: continue
      }
    }
    return hasChanged
  }

  private mutating func dropImpliedElements(in matrix: CoverMatrix, meter: inout CoverMeter) -> Bool {
    var hasChanged = false
    for element in open.members where open.contains(element) {
      let own = matrix.candidates[element]
      // What is implied lies in every candidate of the element: the smallest one names the fewest.
      guard let smallest = least(own, within: usable, by: { matrix.elements[$0].countShared(with: open) })
      else { continue }
      var implied: [Int] = []
      matrix.elements[smallest].forEach(within: open) { other in
        meter.count(1)
        guard other != element, own.isSubset(of: matrix.candidates[other], within: usable) else { return }
        implied.append(other)
      }
      for other in implied { open.remove(other) }
      if !implied.isEmpty { hasChanged = true }
    }
    return hasChanged
  }

  private mutating func dropDominatedCandidates(in matrix: CoverMatrix, meter: inout CoverMeter) -> Bool {
    var hasChanged = false
    for candidate in usable.members {
      let own = matrix.elements[candidate]
      // What dominates covers every element of the candidate: the rarest one names the fewest.
      let rarest = least(own, within: open) { matrix.candidates[$0].countShared(with: usable) }
      guard let rarest else {
        usable.remove(candidate)
        continue
      }
      var isDominated = false
      matrix.candidates[rarest].forEach(within: usable) { other in
        meter.count(1)
        guard !isDominated, other != candidate, matrix.costs[other] <= matrix.costs[candidate],
          own.isSubset(of: matrix.elements[other], within: open)
        else { return }
        let isAlike =
          matrix.costs[other] == matrix.costs[candidate]
          && matrix.elements[other].isSubset(of: own, within: open)
        isDominated = !isAlike || other < candidate
      }
      guard isDominated else { continue }
      usable.remove(candidate)
      hasChanged = true
    }
    return hasChanged
  }

  /// The member that both sets have with the least measure; of several, the lowest.
  private func least(_ set: BitSet, within mask: BitSet, by measure: (Int) -> Int) -> Int? {
    var best: (member: Int, measure: Int)?
    set.forEach(within: mask) { member in
      let size = measure(member)
      if best.map({ size < $0.measure }) ?? true { best = (member, size) }
    }
    return best?.member
  }
}
