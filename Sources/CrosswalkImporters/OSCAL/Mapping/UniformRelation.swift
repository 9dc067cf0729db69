import CrosswalkModel

/// Recognises a set of mappings whose relationship is a label and no judgement.
///
/// Who compares many pairs finds several relationships. Where all of many maps say the same "superset-of" or
/// "subset-of", the word was set once for all, and neither its direction nor its strictness is established: a verdict
/// must not rest on it.
enum UniformRelation {
  /// From so many maps on, one and the same relationship is taken for a label.
  static let least = 20

  /// The claims, taken as related where their relationship is such a label; the word of the source stays their token.
  static func settled(_ claims: [MappingClaim]) -> (claims: [MappingClaim], record: NotUsed?) {
    guard claims.count >= least, let first = claims.first, isOrder(first.relations),
      claims.allSatisfy({ $0.relations == first.relations })
    else { return (claims, nil) }
    let record = NotUsed(
      location: first.origin, what: "relationship \"\(first.token)\"",
      why:
        "all \(claims.count) maps say the same, so neither direction nor strictness is established; they are "
        + "taken as related until somebody reviews them")
    let loose = claims.map { claim in
      var claim = claim
      claim.relations = .related
      return claim
    }
    return (loose, record)
  }

  private static func isOrder(_ relations: RelationshipSet) -> Bool {
    relations == .supersetOf || relations == .subsetOf
  }
}
