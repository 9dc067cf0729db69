import CrosswalkModel

/// Writes bearings and conflicts as the supports of a finding.
struct SupportWriter {
  let closure: RelationshipClosure
  private let network: RelationNetwork
  private let writer: DerivationWriter
  private let proofs: ProofWriter

  init(closure: RelationshipClosure) {
    self.closure = closure
    network = closure.network
    writer = DerivationWriter(network: closure.network)
    proofs = ProofWriter(closure)
  }

  /// The support that a bearing gives to the node at `place`.
  func support(_ bearing: Bearing, on place: RelationshipClosure.Place) -> GapReport.Support {
    support(bearing, on: place, because: reasons(of: bearing, place))
  }

  /// The same for certain lines of reasoning.
  func support(
    _ bearing: Bearing, on place: RelationshipClosure.Place, because reasons: [UnfoldedReason]
  ) -> GapReport.Support {
    let derivation = derivation(reasons, relations: bearing.relations, to: place)
    var support = GapReport.Support(
      source: network.names(of: bearing.node), title: network.title(of: bearing.node),
      relations: bearing.relations, origin: place.isAnchor ? origin(of: reasons) : .derived,
      confidence: derivation.confidence, derivation: derivation, note: note(of: reasons))
    support.modalities = modalities(of: bearing.node)
    return support
  }

  /// The lines of reasoning behind a bearing, without any claim that can be spared.
  private func reasons(of bearing: Bearing, _ place: RelationshipClosure.Place) -> [UnfoldedReason] {
    let reasons = closure.closed.unfold(state: bearing.state, from: bearing.node)
    guard let anchor = place.anchor else { return reasons }
    let relations = closure.closed.relations(bearing.node, anchor)
    return proofs.sparing(reasons, from: bearing.node, to: anchor, giving: relations)
  }

  /// The support that shows a conflict: no relation is possible.
  func support(conflict: Contradiction, with other: NodeIndex) -> GapReport.Support {
    let derivation = Derivation(steps: conflict.derivations.flatMap(\.steps), relations: [])
    var support = GapReport.Support(
      source: network.names(of: other), title: network.title(of: other), relations: [], origin: .derived,
      confidence: derivation.confidence, derivation: derivation, note: nil)
    support.modalities = modalities(of: other)
    return support
  }

  /// What a node does, by its own word or else its framework's; of a union, what its members do.
  ///
  /// None where one of them has neither: then nobody can say what the whole is.
  private func modalities(of node: NodeIndex) -> [Modality] {
    switch network.nodes[Int(node)] {
    case .control(let catalog, let row):
      let catalog = network.structures[catalog].catalog
      return (catalog.rows[row].modality ?? catalog.metadata.modality).map { [$0] } ?? []
    case .union(let members, _):
      let ofEach = members.map(modalities)
      guard !ofEach.contains([]) else { return [] }
      let all = Set(ofEach.joined())
      return Modality.allCases.filter(all.contains)
    case .everything(let framework):
      let catalog = network.catalogIndex(of: framework).map { network.structures[$0].catalog }
      return catalog?.metadata.modality.map { [$0] } ?? []
    case .foreign: return []
    }
  }

  /// The order in which people read supports: conflicts, cover, certain overlap, what is partly open, disjointness.
  static func isStronger(_ left: GapReport.Support, _ right: GapReport.Support) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    return left.derivation.steps.count < right.derivation.steps.count
  }

  private func derivation(
    _ reasons: [UnfoldedReason], relations: RelationshipSet, to place: RelationshipClosure.Place
  ) -> Derivation {
    let derivation = writer.derivation(reasons)
    guard !place.isAnchor, let anchor = place.anchor, let catalog = place.catalog, let row = place.row else {
      return derivation
    }
    let part = network.structures[catalog].catalog[row]
    let last = DerivationStep(
      ground: .structure(part.location), source: network.names(of: anchor), relations: .covering,
      target: [part.id])
    return Derivation(steps: derivation.steps + [last], relations: relations)
  }

  private func origin(of reasons: [UnfoldedReason]) -> GapReport.Support.Origin {
    let isAsserted = reasons.allSatisfy { $0.steps.count == 1 && isClaim($0.steps[0]) }
    return isAsserted ? .asserted : .derived
  }

  private func isClaim(_ step: UnfoldedStep) -> Bool {
    if case .claim = network.facts[Int(step.fact)].ground { true } else { false }
  }

  /// The note of the one claim that gives it.
  private func note(of reasons: [UnfoldedReason]) -> String? {
    let claims = writer.claims(of: reasons)
    return claims.count == 1 ? network.claims[claims[0]].note : nil
  }
}

extension GapReport.Support {
  fileprivate var rank: Int {
    if relations.isEmpty { return 0 }
    if relations.certainlyCovers { return 1 }
    if relations.certainlyOverlaps { return 2 }
    return relations.certainlyDisjoint ? 4 : 3
  }
}
