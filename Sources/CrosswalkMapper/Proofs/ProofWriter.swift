import CrosswalkModel

/// Drops what a set of claims can spare, and writes it as the lines of reasoning that people read: the claims alone,
/// with no more structure than they need, closed anew.
struct ProofWriter {
  let network: RelationNetwork
  let inference: ReasoningOptions.Inference
  /// Pairs about which nothing is concluded.
  var withdrawn: Set<Pair> = []

  /// Those of `claims` that cannot be spared to leave no more than `relations`; the least trusted are left out first.
  ///
  /// - Complexity: one small closure for each claim.
  func needed(_ claims: [Int], from first: NodeIndex, to second: NodeIndex, giving relations: RelationshipSet)
    -> [Int]
  {
    let local = LocalNetwork(
      network, claims: network.byTrust(claims).reversed(), anchors: [first, second], withdrawn: withdrawn,
      inference: inference)
    guard let from = local.place(of: first), let to = local.place(of: second) else { return claims }
    let goal = LocalClosure.Goal.relations(from: from, to: to, within: relations)
    let needed = LocalClosure.minimized(Array(local.claims.indices), for: goal, in: local)
    return needed.map { places in places.map { local.claims[$0] }.sorted() } ?? claims
  }

  /// The lines of reasoning that a closure found, without any claim that can be spared.
  ///
  /// - Complexity: one small closure for each claim; nothing for a single one.
  func sparing(
    _ lines: [UnfoldedReason], from first: NodeIndex, to second: NodeIndex, giving relations: RelationshipSet
  ) -> [UnfoldedReason] {
    let claims = DerivationWriter(network: network).claims(of: lines)
    guard claims.count > 1 else { return lines }
    let needed = needed(claims, from: first, to: second, giving: relations)
    return needed.count == claims.count
      ? lines : self.lines(of: needed, from: first, to: second, giving: relations)
  }

  /// Why `claims` leave no more than `relations` from `first` to `second`.
  func lines(of claims: [Int], from first: NodeIndex, to second: NodeIndex, giving relations: RelationshipSet)
    -> [UnfoldedReason]
  {
    let facts = LocalNetwork.facts(of: claims, anchors: [first, second], in: network)
    let lines = lines(of: facts, from: first, to: second)
    let needed = neededStructure(of: lines, claims, first, second, relations)
    let used = Set(lines.flatMap(\.steps).map(\.fact))
    if needed.count == used.count(where: isStructure) { return lines }
    return self.lines(of: facts.filter { !isStructure($0) || needed.contains($0) }, from: first, to: second)
  }

  private func lines(of facts: [Int32], from first: NodeIndex, to second: NodeIndex) -> [UnfoldedReason] {
    var run = PathConsistency(network, inference: inference, facts: facts, withdrawn: withdrawn)
    _ = run.run()
    return run.state(first, second).map { run.unfold(state: $0, from: first) } ?? []
  }

  /// The structure of the lines without what can be spared.
  private func neededStructure(
    of lines: [UnfoldedReason], _ claims: [Int], _ first: NodeIndex, _ second: NodeIndex,
    _ relations: RelationshipSet
  ) -> Set<Int32> {
    var needed = Set(lines.flatMap(\.steps).map(\.fact).filter(isStructure))
    for fact in needed.sorted() {
      let fewer = needed.subtracting([fact])
      let local = LocalNetwork(
        network, claims: claims, anchors: [first, second], withdrawn: withdrawn, inference: inference,
        structure: fewer)
      var closure = LocalClosure(local)
      closure.add(local.claims.indices)
      guard let first = local.place(of: first), let second = local.place(of: second) else { continue }
      if closure.reaches(.relations(from: first, to: second, within: relations)) { needed = fewer }
    }
    return needed
  }

  private func isStructure(_ fact: Int32) -> Bool {
    if case .structure = network.facts[Int(fact)].ground { true } else { false }
  }
}

extension ProofWriter {
  /// Writes proofs of what `closure` gives.
  init(_ closure: RelationshipClosure) {
    self.init(
      network: closure.network, inference: closure.options.inference,
      withdrawn: Set(closure.emptyPairs.map(\.pair)))
  }
}
