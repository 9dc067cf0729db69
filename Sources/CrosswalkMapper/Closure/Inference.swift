import CrosswalkModel

/// One reason why a pair holds no more than certain relations.
struct Reason {
  /// What a reason rests on; states are those of ``PathConsistency/states``.
  enum Ground {
    /// A fact of the network.
    case fact(Int32)
    /// From low to `via` and from `via` to high.
    case composition(via: NodeIndex, low: Int32, high: Int32)
    /// All members of a union (of the network) hold it towards the other node: as many of
    /// ``PathConsistency/memberStates`` from `first` on.
    case union(Int32, first: Int32)
  }

  /// From the pair's low node to its high one.
  let relations: RelationshipSet
  let ground: Ground
  /// How many facts it rests on.
  let size: Int32
  let quality: EvidenceQuality
}

/// What was known of a pair at one moment: the intersection of its reasons.
///
/// States never change, and a reason only names states that were there before it, so that every derivation ends.
struct PairState {
  let row: Int32
  let relations: RelationshipSet
  let size: Int32
  let quality: EvidenceQuality
  /// Its reasons: `count` entries of ``PathConsistency/reasonLists`` from `first` on.
  let first: Int32
  let count: Int32
}

/// A reason on its way to its pair.
struct Candidate {
  let pair: Pair
  /// The row of the pair.
  let row: Int32
  let reason: Reason

  /// Pairs in order; for one pair the narrowest and best grounded first, so that it is the one kept.
  func precedes(_ other: Candidate) -> Bool {
    if pair != other.pair { return pair < other.pair }
    let width = reason.relations.rawValue.nonzeroBitCount
    let otherWidth = other.reason.relations.rawValue.nonzeroBitCount
    if width != otherWidth { return width < otherWidth }
    if reason.quality != other.reason.quality { return reason.quality < other.reason.quality }
    return reason.ground.order < other.reason.ground.order
  }
}

extension Reason.Ground {
  /// Whether it is one pair carried on over another.
  var isComposition: Bool {
    if case .composition = self { true } else { false }
  }

  /// Facts in their order, then compositions by their middle node, then unions.
  fileprivate var order: (Int32, Int32, Int32) {
    switch self {
    case .fact(let fact): (0, fact, 0)
    case .composition(let via, let low, _): (1, via, low)
    case .union(let union, let first): (2, union, first)
    }
  }
}

/// A pair for which the facts leave no relation, with the reasons that exclude all of them.
struct EmptyPair {
  let pair: Pair
  /// States and reasons of the run that found it are gone; the facts in order are kept.
  let lines: [UnfoldedReason]
}

/// A reason with everything it rests on, as steps that lead from the pair's low node to its high one.
struct UnfoldedReason {
  let relations: RelationshipSet
  let steps: [UnfoldedStep]

  /// The same, read from the other end.
  var reversed: UnfoldedReason {
    UnfoldedReason(
      relations: relations.converse,
      steps: steps.reversed().map { UnfoldedStep(fact: $0.fact, from: $0.to, to: $0.from) })
  }
}

/// One fact of the network, read from `from` to `to`.
struct UnfoldedStep: Hashable {
  let fact: Int32
  let from: NodeIndex
  let to: NodeIndex
}
