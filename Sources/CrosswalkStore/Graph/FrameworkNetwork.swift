import CrosswalkModel

/// Which frameworks are connected by claims, in whatever direction.
struct FrameworkNetwork {
  private var neighbours: [FrameworkID: Set<FrameworkID>] = [:]

  mutating func connect(_ one: FrameworkID, _ other: FrameworkID) {
    neighbours[one, default: []].insert(other)
    neighbours[other, default: []].insert(one)
  }

  /// The frameworks on a path from one of `ends` to another that passes no framework twice, with the ends
  /// themselves.
  ///
  /// By the fan version of Menger's theorem, a framework lies on such a path just when no single other framework
  /// cuts it off from all the ends that remain.
  ///
  /// - Complexity: O(*n* · *m*) for *n* frameworks and *m* connections: tens of each.
  func between(_ ends: Set<FrameworkID>) -> Set<FrameworkID> {
    var candidates = reached(from: ends, without: nil)
    for cut in candidates where candidates.count > ends.count {
      candidates.formIntersection(reached(from: ends.subtracting([cut]), without: cut).union([cut]))
    }
    return candidates.union(ends)
  }

  private func reached(from starts: Set<FrameworkID>, without cut: FrameworkID?) -> Set<FrameworkID> {
    var reached = starts
    var open = Array(starts)
    while let next = open.popLast() {
      for neighbour in neighbours[next] ?? [] where neighbour != cut && reached.insert(neighbour).inserted {
        open.append(neighbour)
      }
    }
    return reached
  }
}
