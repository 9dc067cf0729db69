import CrosswalkModel

extension PathConsistency {
  /// Composes a pair that changed with what is known of its two nodes.
  mutating func expand(_ row: Int32) {
    let pair = rows[Int(row)].pair
    let relations = rows[Int(row)].relations
    expand(from: pair.low, over: pair.high, relations, row)
    expand(from: pair.high, over: pair.low, relations.converse, row)
    concludeForUnions(of: pair.low, towards: pair.high)
    concludeForUnions(of: pair.high, towards: pair.low)
  }

  private mutating func expand(
    from start: NodeIndex, over middle: NodeIndex, _ relations: RelationshipSet, _ row: Int32
  ) {
    let offset = Int(relations.rawValue) << 5
    let state = rows[Int(row)].state
    let isWhole = rows[Int(row)].isPrime || nodesWithWithdrawnPairs.contains(start)
    let onwards = isWhole ? neighbours[Int(middle)] : primeNeighbours[Int(middle)]
    for neighbour in onwards where neighbour.node != start {
      let next = rows[Int(neighbour.row)]
      let onward = middle < neighbour.node ? next.relations : next.relations.converse
      let composed = RelationshipSet(rawValue: composition[offset | Int(onward.rawValue)])
      guard composed.isInformative else { continue }
      conclude(start, neighbour.node, composed, via: middle, states: (state, next.state))
    }
  }

  private mutating func conclude(
    _ start: NodeIndex, _ end: NodeIndex, _ composed: RelationshipSet, via middle: NodeIndex,
    states pair: (first: Int32, second: Int32)
  ) {
    let isForward = start < end
    let relations = isForward ? composed : composed.converse
    let ends = Pair(start, end)
    guard let row = row(of: ends, toLearn: relations) else { return }
    let (first, second) = (states[Int(pair.first)], states[Int(pair.second)])
    let ground = Reason.Ground.composition(
      via: middle, low: isForward ? pair.first : pair.second, high: isForward ? pair.second : pair.first)
    enqueue(
      Candidate(
        pair: ends, row: row,
        reason: Reason(
          relations: relations, ground: ground, size: min(first.size + second.size, Self.lastLevel),
          quality: first.quality.joined(with: second.quality))))
  }

  /// If all members of a union are disjoint from a node, or within it, so is the union.
  private mutating func concludeForUnions(of member: NodeIndex, towards other: NodeIndex) {
    let known = relations(member, other)
    guard known == .disjoint || known.isSubset(of: .within) else { return }
    let shared: RelationshipSet = known == .disjoint ? .disjoint : .within
    for index in network.unionsOfMember[Int(member)] {
      let union = network.unions[Int(index)]
      if union.node != other { conclude(index, union, hold: shared, towards: other) }
    }
  }

  private mutating func conclude(
    _ index: Int32, _ union: RelationNetwork.Union, hold shared: RelationshipSet, towards other: NodeIndex
  ) {
    guard union.members.allSatisfy({ self.relations($0, other).isSubset(of: shared) }) else { return }
    let pair = Pair(union.node, other)
    let relations = pair.low == union.node ? shared : shared.converse
    guard let row = row(of: pair, toLearn: relations) else { return }
    var size: Int32 = 1
    var quality = EvidenceQuality.structure
    let first = Int32(memberStates.count)
    for member in union.members {
      // A member is equal to itself without any reason.
      let state = state(member, other) ?? -1
      memberStates.append(state)
      guard state >= 0 else { continue }
      size = min(size + states[Int(state)].size, Self.lastLevel)
      quality = quality.joined(with: states[Int(state)].quality)
    }
    let reason = Reason(
      relations: relations, ground: .union(index, first: first), size: size, quality: quality)
    enqueue(Candidate(pair: pair, row: row, reason: reason))
  }
}
