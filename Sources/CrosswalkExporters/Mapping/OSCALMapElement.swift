import CrosswalkModel
import CrosswalkOSCAL

/// One claim as a map.
enum OSCALMapElement {
  /// Relationships that OSCAL itself has.
  private static let words: Set<String> = [
    "equal-to", "equivalent-to", "subset-of", "superset-of", "intersects-with", "no-relationship",
  ]

  static func map(_ claim: MappingClaim, _ set: MappingSet) -> OSCALElement {
    var map = OSCALElement("map", [.init("uuid", identifier(claim))])
    if !words.contains(claim.token) { map["ns"] = OSCALMappingExporter.namespace }
    if let rationale = claim.rationale { map["matching-rationale"] = rationale.rawValue }
    map.append(OSCALElement("relationship", text: claim.token))
    for item in items("source", claim.source, set) + items("target", claim.target, set) { map.append(item) }
    if let confidence = claim.confidence {
      var score = OSCALElement("confidence-score")
      score.append(OSCALElement("percentage", text: PlainDecimal.text(confidence)))
      map.append(score)
    }
    for (name, value) in facts(claim) + [("stale", set.stale.contains(claim.id) ? "yes" : nil)] {
      if let value { map.append(OSCALMappingExporter.property(name, value)) }
    }
    if let note = claim.note { map.append(OSCALMappingExporter.blocks("remarks", note)) }
    return map
  }

  /// OSCAL takes random and derived identifiers only; an identity of another sort becomes a derived one.
  private static func identifier(_ claim: MappingClaim) -> String {
    let bytes = Array(claim.id.rawValue.utf8)
    let isOne =
      bytes.count == 36 && "45".utf8.contains(bytes[14]) && "89ab".utf8.contains(bytes[19])
    return isOne ? claim.id.rawValue : OSCALMappingExporter.uuid("claim \(claim.id)")
  }

  /// Parts of controls are statements; everything else that a claim may name counts as a control.
  private static func items(_ side: String, _ end: ClaimEnd, _ set: MappingSet) -> [OSCALElement] {
    guard case .nodes(let nodes) = end else { return [] }
    let statements = [set.from, set.to].first { $0.framework == end.framework }?.statements ?? []
    return nodes.map { node in
      let type = statements.contains(node.local) ? "statement" : "control"
      return OSCALElement(side, [.init("type", type), .init("id-ref", node.local)])
    }
  }

  /// What OSCAL has no place for, in order.
  private static func facts(_ claim: MappingClaim) -> [(String, String?)] {
    [
      ("claim", claim.id.rawValue), ("status", claim.status.rawValue),
      ("reviewed", claim.isReviewed ? "yes" : "no"),
      ("strict", claim.strictness.isEmpty ? nil : claim.strictness),
      ("rationale", claim.rationale == nil ? "unknown" : nil),
      ("method", claim.method?.rawValue ?? "unknown"),
      ("strength", claim.strength.map { "\($0)" }), ("author", claim.author),
      ("date", claim.date?.description),
      ("reviewer", claim.reviewer), ("reviewed-on", claim.reviewedOn?.description),
      ("source-revision", claim.sourceRevision?.rawValue),
      ("target-revision", claim.targetRevision?.rawValue),
    ]
  }
}
