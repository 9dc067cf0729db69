import CrosswalkModel

extension PathConsistency {
  /// The reasons of a state, each with the facts it rests on, read from `start` to the other node of the pair.
  func unfold(state: Int32, from start: NodeIndex) -> [UnfoldedReason] {
    let pair = rows[Int(states[Int(state)].row)].pair
    return reasonIndices(of: state).map { reason in
      let forward = unfold(reason: reason, of: pair)
      return start == pair.high ? forward.reversed : forward
    }
  }

  /// One reason with the facts it rests on, read from low to high.
  func unfold(reason: Int32, of pair: Pair) -> UnfoldedReason {
    var unfolding = Unfolding(run: self)
    unfolding.append(reason: reason, from: pair.low, to: pair.high)
    return UnfoldedReason(relations: reasons[Int(reason)].relations, steps: unfolding.steps)
  }
}

/// Turns the web of reasons behind one conclusion into a line of facts, each named once.
///
/// What a derivation uses twice stands where it is used first, and no reason is followed twice.
private struct Unfolding {
  private struct Visit: Equatable {
    let state: Int32
    let start: NodeIndex
  }

  let run: PathConsistency
  private(set) var steps: [UnfoldedStep] = []
  /// Derivations are short: looking through a list is faster than hashing.
  private var seenStates: [Visit] = []

  init(run: PathConsistency) { self.run = run }

  mutating func append(reason: Int32, from start: NodeIndex, to end: NodeIndex) {
    switch run.reasons[Int(reason)].ground {
    case .fact(let fact): append(fact: fact, from: start, to: end)
    case .composition(let via, let low, let high):
      let isForward = start < end
      append(state: isForward ? low : high, from: start, to: via)
      append(state: isForward ? high : low, from: via, to: end)
    case .union(let index, let first):
      let union = run.network.unions[Int(index)]
      for (offset, member) in union.members.enumerated() {
        append(
          state: run.memberStates[Int(first) + offset], of: member, in: union.node, from: start, to: end)
      }
    }
  }

  private mutating func append(state: Int32, from start: NodeIndex, to end: NodeIndex) {
    let visit = Visit(state: state, start: start)
    guard !seenStates.contains(visit) else { return }
    seenStates.append(visit)
    for reason in run.reasonIndices(of: state) { append(reason: reason, from: start, to: end) }
  }

  /// What one member of a union contributes; -1 as its state stands for a member that is the other node itself.
  private mutating func append(
    state: Int32, of member: NodeIndex, in union: NodeIndex, from start: NodeIndex, to end: NodeIndex
  ) {
    guard let membership = membership(of: member, in: union) else { return }
    if union == start {
      append(fact: membership, from: union, to: member)
      if state >= 0 { append(state: state, from: member, to: end) }
    } else {
      if state >= 0 { append(state: state, from: start, to: member) }
      append(fact: membership, from: member, to: union)
    }
  }

  private mutating func append(fact: Int32, from start: NodeIndex, to end: NodeIndex) {
    let step = UnfoldedStep(fact: fact, from: start, to: end)
    if !steps.contains(step) { steps.append(step) }
  }

  /// The structural fact that `member` is part of `whole`.
  private func membership(of member: NodeIndex, in whole: NodeIndex) -> Int32? {
    run.network.structureFacts[Int(member)].first {
      run.network.facts[Int($0)].first == member && run.network.facts[Int($0)].second == whole
    }
  }
}
