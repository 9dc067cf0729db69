/// Which candidate covers which element, as bits in both directions; it never changes during a search.
struct CoverMatrix {
  let costs: [Int]
  /// For each candidate, its elements.
  let elements: [BitSet]
  /// For each element, its candidates.
  let candidates: [BitSet]

  init(_ problem: SetCoverProblem) {
    var elements = Array(repeating: BitSet(capacity: problem.elementCount), count: problem.candidates.count)
    var candidates = Array(
      repeating: BitSet(capacity: problem.candidates.count), count: problem.elementCount)
    for (number, candidate) in problem.candidates.enumerated() {
      for element in candidate.elements {
        elements[number].insert(element)
        candidates[element].insert(number)
      }
    }
    costs = problem.candidates.map { Int($0.cost) }
    self.elements = elements
    self.candidates = candidates
  }
}

/// What is left of a problem: the elements not yet covered, and the candidates that may still be chosen.
struct CoverRest {
  var open: BitSet
  var usable: BitSet
  /// What the reductions forced, in the order in which they did.
  var forced: [Int] = []
  /// Whether an open element has lost all its candidates.
  var isInfeasible = false

  /// Everything of `matrix` that can be covered at all.
  init(all matrix: CoverMatrix) {
    open = BitSet(capacity: matrix.candidates.count)
    usable = BitSet(allBelow: matrix.costs.count)
    for (element, candidates) in matrix.candidates.enumerated() where !candidates.isEmpty {
      open.insert(element)
    }
  }

  private init(open: BitSet, usable: BitSet) {
    self.open = open
    self.usable = usable
  }

  /// The rest after `candidate` is chosen.
  func choosing(_ candidate: Int, in matrix: CoverMatrix) -> Self {
    var rest = Self(open: open, usable: usable)
    rest.choose(candidate, in: matrix)
    return rest
  }

  mutating func choose(_ candidate: Int, in matrix: CoverMatrix) {
    open.subtract(matrix.elements[candidate])
    usable.remove(candidate)
  }

  /// The independent parts, in the order of their least elements: no candidate covers elements of two of them.
  func components(in matrix: CoverMatrix) -> [Self] {
    var parts: [Self] = []
    var left = open
    while let seed = left.first {
      var part = Self(
        open: BitSet(capacity: matrix.candidates.count), usable: BitSet(capacity: matrix.costs.count))
      var waiting = [seed]
      left.remove(seed)
      while let element = waiting.popLast() {
        part.open.insert(element)
        matrix.candidates[element].forEach(within: usable) { candidate in
          guard !part.usable.contains(candidate) else { return }
          part.usable.insert(candidate)
          matrix.elements[candidate].forEach(within: left) { waiting.append($0) }
          left.subtract(matrix.elements[candidate])
        }
      }
      parts.append(part)
    }
    return parts
  }
}
