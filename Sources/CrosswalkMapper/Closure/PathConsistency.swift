import CrosswalkModel

/// Closes a network: composes what is known of two pairs that meet in a node, until nothing changes.
///
/// Conclusions are drawn in the order of how many facts they rest on, all of one size at once. So the result, its
/// derivations and the place where a conflict shows do not depend on the order of input, the first derivation
/// found is a shortest one, and a conflict is found where it is closest to its claims.
///
/// Composition is associative, so a chain need not be composed in every order: a pair of which all is known by one
/// composition is only carried on over pairs that are *prime*, known by a fact, a union or an intersection of
/// reasons. For if both A?B and B?C are mere compositions, and B?C that of B?M with M?C, one of these prime, then
/// A?B ∘ (B?M ∘ M?C) = (A?B ∘ B?M) ∘ M?C, whose parts are shorter chains: by induction nothing is missed. That a
/// reason rests on equally many facts in either order keeps the levels as they are. That argument needs A?M, which a
/// withdrawn pair does not offer; read from the other end it needs a pair of C. So where A and C both have withdrawn
/// pairs, nothing is left out.
///
/// - Complexity: each pair is expanded at most four times, over the prime neighbours of its two nodes (over all of
///   them where it is prime itself); pairs of which nothing is known cost nothing.
struct PathConsistency {
  let network: RelationNetwork
  private(set) var states: [PairState] = []
  private(set) var reasons: [Reason] = []
  private(set) var reasonLists: [Int32] = []
  var memberStates: [Int32] = []
  private(set) var rows: [Row] = []
  /// For each node, the others of which something is known, in the order in which it became known.
  private(set) var neighbours: [[Neighbour]]
  /// Those of the neighbours with which the pair is prime, or once was.
  private(set) var primeNeighbours: [[Neighbour]]

  /// The nodes that have a withdrawn pair.
  private(set) var nodesWithWithdrawnPairs: Set<NodeIndex> = []

  private var table = PairTable(expected: 0)
  private var levels: [[Candidate]] = []
  private var roomOfLevel = 0
  private var emptyPairs: [Int32: [EmptyPair]] = [:]
  private let inference: ReasoningOptions.Inference
  let composition = CompositionTable.shared.entries

  /// What is known of one pair.
  struct Row {
    let pair: Pair
    var relations: RelationshipSet
    /// Its last state; -1 while nothing is known.
    var state: Int32
    /// Withdrawn from propagation: only structure speaks for it.
    let isWithdrawn: Bool
    /// Whether its last state is more than one composition.
    var isPrime = false
    /// Whether ``primeNeighbours`` has it.
    var isListedAsPrime = false
    /// Its last candidate that waits: level and place in it.
    var waiting: (level: Int32, place: Int32) = (-1, -1)
  }

  struct Neighbour {
    let node: NodeIndex
    let row: Int32
  }

  /// From this size on, conclusions are drawn in the order in which they turn up.
  static let lastLevel: Int32 = 512

  /// Prepares a run over `network`.
  ///
  /// - Parameters:
  ///   - facts: The facts to use; all of them by default.
  ///   - withdrawn: Pairs about which no claim counts.
  init(
    _ network: RelationNetwork, inference: ReasoningOptions.Inference, facts: [Int32]? = nil,
    withdrawn: Set<Pair> = []
  ) {
    self.network = network
    self.inference = inference
    neighbours = Array(repeating: [], count: network.nodes.count)
    primeNeighbours = neighbours
    let facts = facts ?? Array(network.facts.indices.map(Int32.init))
    reserve(forFacts: facts.count)
    for pair in withdrawn.sorted() {
      _ = addRow(pair, isWithdrawn: true)
      nodesWithWithdrawnPairs.formUnion([pair.low, pair.high])
    }
    for fact in facts { enqueue(fact: fact) }
  }

  /// Makes room for what so many facts usually lead to.
  ///
  /// Growing by copies would touch each page twice; room that stays unused is never touched.
  private mutating func reserve(forFacts count: Int) {
    let expected = min(count * 32, 1 << 18)
    roomOfLevel = expected / 2
    rows.reserveCapacity(expected)
    states.reserveCapacity(expected)
    reasons.reserveCapacity(expected * 2)
    reasonLists.reserveCapacity(expected * 2)
    table = PairTable(expected: expected)
  }

  /// Runs to the fixpoint, or to the first level at which pairs turn out empty: these are returned.
  mutating func run() -> [EmptyPair] {
    var level: Int32 = 1
    while level <= max(Int32(levels.count), emptyPairs.keys.max() ?? 0) {
      repeat {
        let changed = apply(level)
        if let found = emptyPairs[level] { return found }
        if inference == .closure { for row in changed { expand(row) } }
      } while Int(level) < levels.count && !levels[Int(level)].isEmpty
      level += 1
    }
    return []
  }

  // MARK: What is known

  /// What is known from `first` to `second`: all relations where nothing is.
  func relations(_ first: NodeIndex, _ second: NodeIndex) -> RelationshipSet {
    guard first != second else { return .equal }
    let row = table.row(of: Pair(first, second))
    guard row >= 0 else { return .all }
    let relations = rows[Int(row)].relations
    return first < second ? relations : relations.converse
  }

  /// The state of a pair; `nil` where nothing is known.
  func state(_ first: NodeIndex, _ second: NodeIndex) -> Int32? {
    guard first != second else { return nil }
    let row = table.row(of: Pair(first, second))
    guard row >= 0, rows[Int(row)].state >= 0 else { return nil }
    return rows[Int(row)].state
  }

  /// The row of a pair that would learn something from `relations`; `nil` where it would not.
  mutating func row(of pair: Pair, toLearn relations: RelationshipSet) -> Int32? {
    let row = table.row(of: pair)
    guard row >= 0 else { return addRow(pair, isWithdrawn: false) }
    let known = rows[Int(row)]
    return known.isWithdrawn || known.relations.isSubset(of: relations) ? nil : row
  }

  private mutating func addRow(_ pair: Pair, isWithdrawn: Bool) -> Int32 {
    let row = Int32(rows.count)
    rows.append(Row(pair: pair, relations: .all, state: -1, isWithdrawn: isWithdrawn))
    table.insert(pair, row: row)
    return row
  }

  // MARK: Candidates

  private mutating func enqueue(fact index: Int32) {
    let fact = network.facts[Int(index)]
    let pair = Pair(fact.first, fact.second)
    let isStructure = if case .structure = fact.ground { true } else { false }
    if isStructure && inference == .assertedOnly { return }
    let known = table.row(of: pair)
    if !isStructure && known >= 0 && rows[Int(known)].isWithdrawn { return }
    let relations = fact.first < fact.second ? fact.relations : fact.relations.converse
    guard relations.isInformative else { return }
    enqueue(
      Candidate(
        pair: pair, row: known >= 0 ? known : addRow(pair, isWithdrawn: false),
        reason: Reason(
          relations: relations, ground: .fact(index), size: 1, quality: network.quality(of: fact))))
  }

  /// Keeps a candidate until its level is drawn; of two that say the same of a pair, the better one.
  mutating func enqueue(_ candidate: Candidate) {
    let level = Int(min(candidate.reason.size, Self.lastLevel))
    while levels.count <= level { addLevel() }
    let row = Int(candidate.row)
    let waiting = rows[row].waiting
    if waiting.level == level, Int(waiting.place) < levels[level].count {
      let rival = levels[level][Int(waiting.place)]
      if rival.row == candidate.row, rival.reason.relations == candidate.reason.relations {
        if candidate.precedes(rival) { levels[level][Int(waiting.place)] = candidate }
        return
      }
    }
    rows[row].waiting = (Int32(level), Int32(levels[level].count))
    levels[level].append(candidate)
  }

  private mutating func addLevel() {
    levels.append([])
    // Most conclusions are short: deep levels stay nearly empty.
    if levels.count < 16 { levels[levels.count - 1].reserveCapacity(roomOfLevel) }
  }

  /// Narrows the pairs that the candidates of one level are about, and names the rows that changed.
  private mutating func apply(_ level: Int32) -> [Int32] {
    guard Int(level) < levels.count, !levels[Int(level)].isEmpty else { return [] }
    var candidates: [Candidate] = []
    swap(&candidates, &levels[Int(level)])
    // Places are sorted, not candidates: these are ten times as large.
    let places = candidates.withUnsafeBufferPointer { candidates in
      candidates.indices.map(Int32.init).sorted { candidates[Int($0)].precedes(candidates[Int($1)]) }
    }
    var changed: [Int32] = []
    for place in places {
      let candidate = candidates[Int(place)]
      guard narrow(candidate.row, by: candidate.reason), changed.last != candidate.row else { continue }
      changed.append(candidate.row)
    }
    return changed
  }

  /// Intersects what is known of a pair with one more reason; false where that changes nothing.
  private mutating func narrow(_ row: Int32, by reason: Reason) -> Bool {
    let known = rows[Int(row)]
    let left = known.relations.intersection(reason.relations)
    guard left != known.relations else { return false }
    let first = reasonLists.count
    appendNeededReasons(of: known.state, beside: reason.relations, leaving: left)
    reasons.append(reason)
    reasonLists.append(Int32(reasons.count - 1))
    var size: Int32 = 0
    var quality = reason.quality
    for index in reasonLists[first...] {
      size = min(size &+ reasons[Int(index)].size, Self.lastLevel)
      quality = quality.joined(with: reasons[Int(index)].quality)
    }
    guard !left.isEmpty else {
      let lines = reasonLists[first...].map { unfold(reason: $0, of: known.pair) }
      emptyPairs[size, default: []].append(EmptyPair(pair: known.pair, lines: lines))
      return false
    }
    let count = reasonLists.count - first
    states.append(
      PairState(
        row: row, relations: left, size: size, quality: quality, first: Int32(first), count: Int32(count)))
    rows[Int(row)].relations = left
    rows[Int(row)].state = Int32(states.count - 1)
    rows[Int(row)].isPrime = count > 1 || !reason.ground.isComposition
    list(row, isNew: known.state < 0)
    return true
  }

  /// Makes a pair known to its two nodes as neighbours.
  private mutating func list(_ row: Int32, isNew: Bool) {
    let pair = rows[Int(row)].pair
    if isNew {
      neighbours[Int(pair.low)].append(Neighbour(node: pair.high, row: row))
      neighbours[Int(pair.high)].append(Neighbour(node: pair.low, row: row))
    }
    if rows[Int(row)].isPrime && !rows[Int(row)].isListedAsPrime {
      rows[Int(row)].isListedAsPrime = true
      primeNeighbours[Int(pair.low)].append(Neighbour(node: pair.high, row: row))
      primeNeighbours[Int(pair.high)].append(Neighbour(node: pair.low, row: row))
    }
  }

  /// Lists the fewest earlier reasons that, beside a new one, leave no more than `left`; the earlier ones first.
  private mutating func appendNeededReasons(
    of state: Int32, beside new: RelationshipSet, leaving left: RelationshipSet
  ) {
    guard state >= 0, new != left else { return }
    // By place, not as a slice: that would share the list and make the first addition copy it whole.
    let earlier = reasonIndices(of: state).indices
    var rest = new
    // Each reason chosen excludes at least one of five relations: at most four rounds.
    while rest != left {
      let narrowest = earlier.min { first, second in
        width(of: rest, withReasonAt: first) < width(of: rest, withReasonAt: second)
      }
      guard let narrowest else { break }
      let reason = reasonLists[narrowest]
      reasonLists.append(reason)
      rest.formIntersection(reasons[Int(reason)].relations)
    }
  }

  /// How many of `relations` a listed reason leaves.
  private func width(of relations: RelationshipSet, withReasonAt place: Int) -> Int {
    relations.intersection(reasons[Int(reasonLists[place])].relations).rawValue.nonzeroBitCount
  }

  /// The reasons of a state.
  func reasonIndices(of state: Int32) -> ArraySlice<Int32> {
    let state = states[Int(state)]
    return reasonLists[Int(state.first)..<Int(state.first + state.count)]
  }
}

extension RelationNetwork {
  /// How good the ground of a fact is.
  func quality(of fact: Fact) -> EvidenceQuality {
    guard case .claim(let index) = fact.ground else { return .structure }
    let claim = claims[index]
    return EvidenceQuality(
      isReviewed: claim.isReviewed, isStale: staleClaims.contains(claim.id), confidence: claim.confidence)
  }
}
