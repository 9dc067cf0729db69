import CrosswalkModel

/// Claims in the terms of SSSOM, and what they say of pairs in those of SKOS.
struct LinkedMappings {
  /// Claims that name another revision of an end.
  let stale: Set<ClaimID>

  /// One node for each claim: who says it, how, how surely and of which revisions.
  ///
  /// An alternative route is no mapping.
  func node(of claim: MappingClaim) -> LinkedValue {
    var members: [String: LinkedValue?] = [
      "@id": .text(LinkedName.claim(claim.id)), "status": .text(claim.status.rawValue),
      "relationship": .text(claim.token), "strict": .words(claim.strictness),
      "rationale": .words(claim.rationale?.rawValue), "method": .words(claim.method?.rawValue),
      "strength": claim.strength.map { .text("\($0)") },
      "stale": stale.contains(claim.id) ? .text("true") : nil,
      "author_label": .words(claim.author), "reviewer_label": .words(claim.reviewer),
      "mapping_date": .words(claim.date?.description), "review_date": .words(claim.reviewedOn?.description),
      "confidence": claim.confidence.map { .text(PlainDecimal.text($0)) }, "comment": .words(claim.note),
      "subject_source_version": .words(claim.sourceRevision?.rawValue),
      "object_source_version": .words(claim.targetRevision?.rawValue),
    ]
    if claim.isAlternativeRoute {
      members["@type"] = .text("crosswalk:AlternativeRoute")
      members["route_source"] = .text(LinkedName.end(claim.source))
      members["route_target"] = .text(LinkedName.end(claim.target))
      members["basis"] = .words(claim.basis)
    } else {
      members.merge(mapping(claim)) { $1 }
    }
    return .node(members.compactMapValues(\.self))
  }

  /// The slots of a mapping; predicate, negation and justification are those of the toolkit's SSSOM files.
  private func mapping(_ claim: MappingClaim) -> [String: LinkedValue?] {
    let row = SSSOMClaimRow(claim) { _ in nil }
    // An axiom of OWL holds as it stands: what is denied, has no counterpart, is withdrawn or stale is none.
    let isAxiom =
      claim.counts && !stale.contains(claim.id) && row["predicate_modifier"] == nil && !claim.isNoCounterpart
    return [
      "@type": .list((["sssom:Mapping"] + (isAxiom ? ["owl:Axiom"] : [])).map(LinkedValue.text)),
      "annotatedSource": .text(Self.name(claim.source)), "annotatedTarget": .text(Self.name(claim.target)),
      "annotatedProperty": .words(row["predicate_id"]),
      "predicate_modifier": .words(row["predicate_modifier"]),
      "mapping_justification": .words(row["mapping_justification"]),
      "subject_source": .text(LinkedName.framework(claim.source.framework)),
      "object_source": .text(LinkedName.framework(claim.target.framework)),
    ]
  }

  /// A whole framework stands for "no counterpart in it".
  private static func name(_ end: ClaimEnd) -> String {
    if case .framework = end { return "sssom:NoTermFound" }
    return LinkedName.end(end)
  }

  /// Unions that claims name, each with its members, once, in the order of the claims.
  func unions(in claims: [MappingClaim]) -> [LinkedValue] {
    var seen: Set<String> = []
    return claims.flatMap { [$0.source, $0.target] }.compactMap { end in
      guard case .nodes(let nodes) = end, nodes.count > 1 else { return nil }
      let name = LinkedName.end(end)
      guard seen.insert(name).inserted else { return nil }
      return .node([
        "@id": .text(name), "@type": .text("skos:Collection"),
        "member": .list(nodes.map { .text(LinkedName.node($0)) }),
      ])
    }
  }

  /// What claims in force say of pairs of nodes, where they leave one relation: SKOS cannot say more.
  ///
  /// A loose "related" is none of it: it would exclude that a review finds one end broader.
  func matches(in claims: [MappingClaim]) -> [LinkedValue] {
    claims.compactMap { claim in
      guard claim.counts, !stale.contains(claim.id), case .nodes(let sources) = claim.source,
        case .nodes(let targets) = claim.target,
        sources.count == 1, targets.count == 1, let property = Self.property(claim.relations)
      else { return nil }
      return .node([
        "@id": .text(LinkedName.node(sources[0])), property: .text(LinkedName.node(targets[0])),
      ])
    }
  }

  private static func property(_ relations: RelationshipSet) -> String? {
    switch relations {
    case .equal: "exactMatch"
    case .subsetOf: "broadMatch"
    case .supersetOf: "narrowMatch"
    case .intersectsWith: "relatedMatch"
    default: nil
    }
  }
}
