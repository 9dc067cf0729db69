import CrosswalkModel

/// A pair about which a reviewer could be asked, with what may be answered.
struct QuestionCandidate {
  /// An answer that says which relation holds.
  struct Choice {
    let relation: Relationship
    var probability: Double
    /// `nil` where the claims leave no room for it.
    var settled: Int?
  }

  let kind: ReviewQuestions.Question.Kind
  /// A node of the source.
  let first: Int
  /// A node of the target.
  let second: Int
  /// The claim asked about, of the network's.
  let claim: Int?
  var choices: [Choice]
  /// How probable an answer is that says no relation: that the claim is wrong, or that something, not said what, is a
  /// counterpart.
  var otherwise: Double
  /// How many requirements are settled where no relation is said; `nil` until it is worked out.
  var settledOtherwise: Int?

  /// The expected lowering from answers that say a relation.
  var loweringByChoices: Double {
    choices.reduce(0) { $0 + $1.probability * Double($1.settled ?? 0) }
  }

  /// The expected lowering, where everything is worked out.
  var lowering: Double { loweringByChoices + otherwise * Double(settledOtherwise ?? 0) }

  /// Gives what the impossible answers were expected with to the others that say a relation; where there is none, to the
  /// one that says none.
  mutating func excludeImpossible() {
    let impossible = choices.filter { $0.settled == nil }.reduce(0) { $0 + $1.probability }
    let possible = choices.filter { $0.settled != nil }.reduce(0) { $0 + $1.probability }
    guard impossible > 0 else { return }
    for index in choices.indices {
      let isPossible = choices[index].settled != nil
      choices[index].probability *= isPossible ? (possible + impossible) / possible : 0
    }
    if possible == 0 { otherwise += impossible }
  }
}

/// Chooses the pairs to ask about.
struct CandidateSelection {
  let closure: RelationshipClosure
  let requirements: OpenRequirements
  let frequencies: RelationFrequencies
  let source: FrameworkID
  let target: FrameworkID
  private var network: RelationNetwork { closure.network }

  /// How many near source nodes are asked about for one requirement, those with the most claims nearby first.
  static let nearest = 8
  /// The confidence of a claim that states none, as a probability: its author says nothing either way.
  static let unstated = 0.5

  /// The claims between the two frameworks that are not reviewed, that are stale, or that a conflict rests on.
  func claims() -> [QuestionCandidate] {
    let writer = DerivationWriter(network: network)
    let conflicting = Set(closure.emptyPairs.flatMap { writer.claims(of: $0.lines) })
    return network.facts.compactMap { fact in
      guard case .claim(let index) = fact.ground, let pair = oriented(fact),
        let kind = kind(of: index, isInConflict: conflicting.contains(index))
      else { return nil }
      let confidence = network.claims[index].confidence ?? Self.unstated
      let possible = pair.relations.intersection(requirements.relations(pair.first, pair.second))
        .relationships
      return QuestionCandidate(
        kind: kind, first: pair.first, second: pair.second, claim: index,
        choices: possible.map { .init(relation: $0, probability: confidence / Double(possible.count)) },
        otherwise: possible.isEmpty ? 1 : 1 - confidence)
    }
  }

  /// Why a claim is asked about; `nil` for a reviewed one about the present text that no conflict rests on.
  private func kind(of index: Int, isInConflict: Bool) -> ReviewQuestions.Question.Kind? {
    let claim = network.claims[index]
    if isInConflict { return .conflictingClaim }
    if network.staleClaims.contains(claim.id) { return .staleClaim }
    return claim.isReviewed ? nil : .draftClaim
  }

  /// The pairs of a requirement that nobody judged with the whole source, and with near nodes of it.
  func unclaimedPairs(of requirement: Int, whole: Int?) -> [QuestionCandidate] {
    var candidates: [QuestionCandidate] = []
    if let whole, requirements.relations(whole, requirement).contains(.disjoint) {
      candidates.append(
        QuestionCandidate(
          kind: .unclaimedPair, first: whole, second: requirement, claim: nil,
          choices: [.init(relation: .disjoint, probability: frequencies.noCounterpart)],
          otherwise: 1 - frequencies.noCounterpart, settledOtherwise: 0))
    }
    let near = frequencies.nearSources(of: requirement)
      .map { (node: $0, count: frequencies.nearness(of: $0, to: requirement)) }
      .sorted { ($1.count, $0.node) < ($0.count, $1.node) }.prefix(Self.nearest)
    for (node, _) in near where frequencies.related[requirement]?.contains(node) != true {
      let possible = requirements.relations(node, requirement)
      guard possible.relationships.count > 1 else { continue }
      candidates.append(
        QuestionCandidate(
          kind: .unclaimedPair, first: node, second: requirement, claim: nil,
          choices: frequencies.probabilities(of: possible).map {
            .init(relation: $0.relation, probability: $0.probability)
          }, otherwise: 0, settledOtherwise: 0))
    }
    return candidates
  }

  private func oriented(
    _ fact: RelationNetwork.Fact
  ) -> (first: Int, second: Int, relations: RelationshipSet)? {
    let ends = (network.frameworks[Int(fact.first)], network.frameworks[Int(fact.second)])
    if ends == (source, target) { return (Int(fact.first), Int(fact.second), fact.relations) }
    if ends == (target, source) { return (Int(fact.second), Int(fact.first), fact.relations.converse) }
    return nil
  }
}
