import CrosswalkModel

/// Which requirements of a report are open, and which an answer would settle.
///
/// Open is what is not judged, what claims conflict about, and what rests on stale claims. A requirement counts as
/// stale here where its verdict does not follow from fresh claims alone.
struct OpenRequirements {
  /// An answer to a question: a relation of one pair, said by a reviewer about the present text.
  struct Answer {
    let first: Int
    let second: Int
    let relation: RelationshipSet
  }

  private let closure: RelationshipClosure
  private let verdicts: MatrixVerdicts
  /// The rows of the target that are counted.
  private let rows: [Int]
  private var all: MatrixClosure
  /// The closure of what is not stale; `nil` where nothing is.
  private var fresh: MatrixClosure?
  /// The closure of reviewed claims alone; `nil` where these conflict beyond what is withdrawn.
  private var reviewed: MatrixClosure?
  private var isOpen: [Bool] = []
  /// The counted rows that drafts alone call a gap.
  private var suggestedGaps: Set<Int> = []
  /// For each counted row that is a gap, suggested or not, the claims of the derivations that make it one.
  private var claimsOfGaps: [Int: Set<Int>] = [:]
  /// How many requirements are open.
  private(set) var count = 0
  /// How many of these have a verdict that a stale claim makes open.
  private(set) var staleCount = 0

  init(_ closure: RelationshipClosure, verdicts: MatrixVerdicts, rows: [Int]) {
    self.closure = closure
    self.verdicts = verdicts
    self.rows = rows
    let network = closure.network
    let withdrawn = Set(closure.emptyPairs.map(\.pair))
    let facts = network.facts.indices.map(Int32.init)
    all = Self.closed(network, facts, withdrawn)
    let fresh = facts.filter { !network.restsOnStaleClaim(Int($0)) }
    if fresh.count < facts.count { self.fresh = Self.closed(network, fresh, withdrawn) }
    var reviewed = MatrixClosure(network, facts: network.reviewedFacts, withdrawn: withdrawn)
    self.reviewed = reviewed.close().isEmpty ? reviewed : nil
    for row in rows {
      let verdict = verdicts.verdict(row, in: all.relations)
      isOpen.append(isOpen(row, all.relations, self.fresh?.relations, self.reviewed?.relations, after: nil))
      count += isOpen[isOpen.count - 1] ? 1 : 0
      if verdict == .gap { claimsOfGaps[row] = claims(ofGap: row) }
      if verdict == .gap, !hasReviewedGrounds(row, all.relations, self.reviewed?.relations, after: nil) {
        suggestedGaps.insert(row)
      } else if isOpen[isOpen.count - 1], verdict != .unknown, verdict != .contradicted {
        staleCount += 1
      }
    }
  }

  private static func closed(
    _ network: RelationNetwork, _ facts: [Int32], _ withdrawn: Set<Pair>
  ) -> MatrixClosure {
    var matrix = MatrixClosure(network, facts: facts, withdrawn: withdrawn)
    _ = matrix.close()
    return matrix
  }

  /// What is known about two nodes.
  func relations(_ first: Int, _ second: Int) -> RelationshipSet { all.relations[first, second] }

  /// How many requirements are settled by an answer; `nil` where the claims leave no room for it.
  ///
  /// Cost: one incremental closure, and the verdicts on the rows that it changed.
  func settled(by answer: Answer) -> Int? {
    var new = all
    new.constrain(answer.first, answer.second, to: answer.relation)
    guard new.close().isEmpty else { return nil }
    var newFresh = fresh
    newFresh?.constrain(answer.first, answer.second, to: answer.relation)
    _ = newFresh?.close()
    var newReviewed = reviewed
    newReviewed?.constrain(answer.first, answer.second, to: answer.relation)
    if newReviewed?.close().isEmpty == false { newReviewed = nil }
    var settled = 0
    for (index, row) in rows.enumerated() {
      guard isTouched(row, new, newFresh) else { continue }
      let isStillOpen = isOpen(
        row, new.relations, newFresh?.relations, newReviewed?.relations, after: answer)
      settled += (isOpen[index] ? 1 : 0) - (isStillOpen ? 1 : 0)
    }
    return settled
  }

  private func isTouched(_ row: Int, _ new: MatrixClosure, _ newFresh: MatrixClosure?) -> Bool {
    if suggestedGaps.contains(row) || verdicts.dependsOnParts(row) { return true }
    guard let node = verdicts.place(of: row)?.node else { return false }
    if Self.differ(node, all.relations, new.relations) { return true }
    guard let fresh, let newFresh else { return false }
    return Self.differ(node, fresh.relations, newFresh.relations)
  }

  /// How many requirements are settled by leaving out a claim on which no conflict rests; `nil` where only derivations
  /// tell, because what the claim gives as a gap remains one without it.
  ///
  /// Cost: one closure as a matrix.
  func settled(withoutClaim claim: Int) -> Int? {
    let network = closure.network
    let facts = network.facts.indices.map(Int32.init).filter { !network.isGround(claim, of: Int($0)) }
    let withdrawn = Set(closure.emptyPairs.map(\.pair))
    let new = Self.closed(network, facts, withdrawn)
    let newFresh = fresh.map { _ in
      Self.closed(network, facts.filter { !network.restsOnStaleClaim(Int($0)) }, withdrawn)
    }
    var open = 0
    for row in rows {
      switch verdicts.verdict(row, in: new.relations) {
      case .unknown, .contradicted: open += 1
      case .gap where claimsOfGaps[row]?.contains(claim) == true: return nil
      case .gap where network.claims[claim].isReviewed: return nil
      case .gap where suggestedGaps.contains(row): open += 1
      case let verdict:
        if let newFresh, verdicts.verdict(row, in: newFresh.relations) != verdict { open += 1 }
      }
    }
    return count - open
  }

  /// The most that leaving out a claim, on which no conflict rests, can settle.
  ///
  /// It excludes nothing, so no verdict gets stronger. Settled can only be what rests on a stale claim besides, and what
  /// is a suggested gap by this claim and, by a longer derivation, also by a reviewed one.
  func mostSettled(withoutClaim claim: Int) -> Int {
    guard closure.network.claims.contains(where: \.isReviewed) else { return staleCount }
    return staleCount + suggestedGaps.count { claimsOfGaps[$0]?.contains(claim) == true }
  }

  private static func differ(_ node: Int, _ old: RelationMatrix, _ new: RelationMatrix) -> Bool {
    let row = node * old.blocksPerRow..<(node + 1) * old.blocksPerRow
    return old.blocks[row] != new.blocks[row]
  }

  // MARK: Open or not

  private func isOpen(
    _ row: Int, _ all: RelationMatrix, _ fresh: RelationMatrix?, _ reviewed: RelationMatrix?,
    after answer: Answer?
  ) -> Bool {
    let verdict = verdicts.verdict(row, in: all)
    switch verdict {
    case .unknown, .contradicted: return true
    case .gap where !hasReviewedGrounds(row, all, reviewed, after: answer): return true
    case .gap, .covered, .partial: return fresh.map { verdicts.verdict(row, in: $0) != verdict } ?? false
    }
  }

  /// Whether nothing that makes the row a gap rests on drafts alone.
  private func hasReviewedGrounds(
    _ row: Int, _ matrix: RelationMatrix, _ reviewed: RelationMatrix?, after answer: Answer?
  ) -> Bool {
    guard let node = verdicts.place(of: row)?.node, let grounds = verdicts.grounds(ofGap: node, in: matrix)
    else { return false }
    return grounds.allSatisfy { ground in
      // What was not known before follows from the answer, which is a review.
      all.relations[ground, node] != .disjoint || !restsOnDrafts(ground, node)
        || isConfirmed(ground, node, by: answer) || reviewed?[ground, node] == .disjoint
    }
  }

  private func claims(ofGap row: Int) -> Set<Int> {
    guard let node = verdicts.place(of: row)?.node,
      let grounds = verdicts.grounds(ofGap: node, in: all.relations)
    else { return [] }
    return Set(grounds.flatMap { claims(of: $0, node) })
  }

  /// The claims of the derivation that the report shows for a pair.
  private func claims(of ground: Int, _ node: Int) -> [Int] {
    guard let state = closure.closed.state(NodeIndex(ground), NodeIndex(node)) else { return [] }
    let lines = closure.closed.unfold(state: state, from: NodeIndex(ground))
    return DerivationWriter(network: closure.network).claims(of: lines)
  }

  /// Whether that derivation has no reviewed claim.
  private func restsOnDrafts(_ ground: Int, _ node: Int) -> Bool {
    !claims(of: ground, node).contains { closure.network.claims[$0].isReviewed }
  }

  /// Whether an answer says itself, about the pair or about what holds it, what drafts say on no shorter way.
  private func isConfirmed(_ ground: Int, _ node: Int, by answer: Answer?) -> Bool {
    guard let answer, answer.relation == .disjoint,
      let state = closure.closed.state(NodeIndex(ground), NodeIndex(node))
    else { return false }
    let ends = [(answer.first, answer.second), (answer.second, answer.first)]
    let sizes = ends.compactMap { first, second -> Int32? in
      guard let above = steps(from: ground, to: first), let beside = steps(from: node, to: second) else {
        return nil
      }
      return 1 + above + beside
    }
    return sizes.contains { $0 <= closure.closed.states[Int(state)].size }
  }

  /// Steps of structure from a part to what holds it: none to itself, one to any that holds it; else `nil`.
  private func steps(from part: Int, to whole: Int) -> Int32? {
    if part == whole { return 0 }
    let holds = closure.network.structureFacts[part].contains { index in
      let fact = closure.network.facts[Int(index)]
      return fact.first == NodeIndex(part) && fact.second == NodeIndex(whole)
    }
    return holds ? 1 : nil
  }
}

extension RelationNetwork {
  /// Whether a fact is what this claim says.
  fileprivate func isGround(_ claim: Int, of fact: Int) -> Bool {
    if case .claim(claim) = facts[fact].ground { true } else { false }
  }

  /// Whether a fact is a claim about another text.
  fileprivate func restsOnStaleClaim(_ fact: Int) -> Bool {
    guard case .claim(let claim) = facts[fact].ground else { return false }
    return staleClaims.contains(claims[claim].id)
  }
}
