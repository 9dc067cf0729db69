/// The Lagrangian relaxation of a rest: every element has a price, and a candidate is worth choosing where the prices
/// of its elements exceed its cost.
///
/// For any prices of at least 0, the sum of the prices less what candidates are priced above their cost is a lower
/// bound. Prices are whole numbers, in parts of ``scale`` of a unit of cost, so that the bound is proven without
/// rounding, and the same on every machine.
///
/// - Note: The method is subgradient ascent (Held and Karp), begun from dual ascent.
struct CoverRelaxation {
  /// How many parts of a price make one unit of cost.
  static let scale = 1 << 12

  /// The numbers of the problem that rows stand for.
  let elementIDs: [Int]
  let candidateIDs: [Int]
  /// Costs in units of price.
  private let costs: [Int]
  /// For each candidate its elements, one after another.
  let elements: CompressedRows
  private(set) var prices: [Int]
  /// For each candidate its cost less the prices of its elements; negative where it is worth choosing.
  private(set) var reducedCosts: [Int]
  /// The bound that the best prices so far prove, in units of price.
  private(set) var bound = 0
  private var bestPrices: [Int]

  /// Gathers `rest`; `known` prices are those of a problem around it, empty where there are none.
  init(_ matrix: CoverMatrix, _ rest: CoverRest, known: [Int]) {
    elementIDs = rest.open.members
    candidateIDs = rest.usable.members
    costs = candidateIDs.map { matrix.costs[$0] * Self.scale }
    var place = [Int32](repeating: -1, count: matrix.candidates.count)
    for (row, element) in elementIDs.enumerated() { place[element] = Int32(row) }
    var rows = CompressedRows()
    for candidate in candidateIDs {
      matrix.elements[candidate].forEach(within: rest.open) { rows.append(place[$0]) }
      rows.endRow()
    }
    elements = rows
    reducedCosts = costs
    prices = known.isEmpty ? [] : elementIDs.map { known[$0] }
    bestPrices = prices
    if known.isEmpty { ascend() }
    bestPrices = prices
    bound = evaluate()
  }

  /// How many entries the matrix of the rest has.
  var size: Int { elements.count }

  /// The least whole cost that the bound allows.
  var leastCost: Int { (max(bound, 0) + Self.scale - 1) / Self.scale }

  /// Prices by which no candidate is priced above its cost: as high as that allows, the rarest elements first.
  private mutating func ascend() {
    prices = Array(repeating: 0, count: elementIDs.count)
    let candidates = elements.transposed(rows: elementIDs.count)
    var slack = costs
    let byRarity = prices.indices.sorted {
      (candidates[$0].count, $0) < (candidates[$1].count, $1)
    }
    for element in byRarity {
      let raise = candidates[element].reduce(Int.max) { min($0, slack[Int($1)]) }
      guard raise < .max else { continue }
      prices[element] = raise
      for candidate in candidates[element] { slack[Int(candidate)] -= raise }
    }
  }

  /// What the prices prove, in units of price.
  private mutating func evaluate() -> Int {
    var value = prices.reduce(0, +)
    for candidate in costs.indices {
      var reduced = costs[candidate]
      for element in elements[candidate] { reduced -= prices[Int(element)] }
      reducedCosts[candidate] = reduced
      value += min(0, reduced)
    }
    return value
  }

  /// Improves the prices in at most `rounds` rounds, until they prove that nothing costs less than `target`.
  mutating func improve(rounds: Int, towards target: Int, meter: inout CoverMeter) {
    var pace = 1024
    var idleRounds = 0
    for _ in 0..<rounds where leastCost < target && pace > 4 {
      meter.count(size + elementIDs.count)
      guard step(pace: pace, towards: target * Self.scale) else { break }
      let value = evaluate()
      if value > bound {
        bound = value
        bestPrices = prices
        idleRounds = 0
      } else {
        idleRounds += 1
        if idleRounds == 6 { (pace, idleRounds) = (pace / 2, 0) }
      }
    }
    prices = bestPrices
    _ = evaluate()
  }

  /// Raises the prices of elements that no candidate worth choosing covers, and lowers those covered twice.
  private mutating func step(pace: Int, towards target: Int) -> Bool {
    var missing = [Int](repeating: 1, count: prices.count)
    for candidate in costs.indices where reducedCosts[candidate] < 0 {
      for element in elements[candidate] { missing[Int(element)] -= 1 }
    }
    let norm = missing.reduce(0) { $0 + $1 * $1 }
    guard norm > 0 else { return false }
    // Half a unit at least, so that the last steps still move.
    let distance = max(target - bound, Self.scale / 2)
    let length = max(1, distance * pace / 1024 / norm)
    for element in prices.indices { prices[element] = max(0, prices[element] + length * missing[element]) }
    return true
  }

  /// Candidates that no choice below `limit` can contain.
  func excluded(below limit: Int) -> [Int] {
    guard limit < .max else { return [] }
    return candidateIDs.indices.filter { bound + max(0, reducedCosts[$0]) > (limit - 1) * Self.scale }
      .map { candidateIDs[$0] }
  }

  /// The best prices by element of the whole problem, `known` elsewhere.
  func allPrices(elementCount: Int, known: [Int]) -> [Int] {
    var all = known.isEmpty ? Array(repeating: 0, count: elementCount) : known
    for (row, element) in elementIDs.enumerated() { all[element] = prices[row] }
    return all
  }
}

/// Rows of different length, one after another.
struct CompressedRows {
  private var start: [Int32] = [0]
  private var items: [Int32] = []

  /// How many items all rows have.
  var count: Int { items.count }
  /// How many rows there are.
  var rowCount: Int { start.count - 1 }

  mutating func append(_ item: Int32) { items.append(item) }
  mutating func endRow() { start.append(Int32(items.count)) }

  subscript(row: Int) -> ArraySlice<Int32> { items[Int(start[row])..<Int(start[row + 1])] }

  /// For each of `rows` items, the rows that have it.
  func transposed(rows: Int) -> Self {
    var turned = Self()
    turned.start = [Int32](repeating: 0, count: rows + 1)
    for item in items { turned.start[Int(item) + 1] += 1 }
    for row in 0..<rows { turned.start[row + 1] += turned.start[row] }
    var next = turned.start
    turned.items = Array(repeating: 0, count: items.count)
    for row in 0..<rowCount {
      for item in self[row] {
        turned.items[Int(next[Int(item)])] = Int32(row)
        next[Int(item)] += 1
      }
    }
    return turned
  }
}
