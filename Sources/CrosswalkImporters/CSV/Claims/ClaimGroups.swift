import CrosswalkModel

/// Puts the claims of a mapping table together: rows of one group are one claim about the union of their targets.
struct ClaimGroups {
  private struct Key: Hashable {
    var source: ClaimEnd
    var group: String
  }

  private(set) var claims: [MappingClaim] = []
  private var firsts: [Key: Int] = [:]

  /// Adds `claim`, which belongs to `group`, or stands for itself where there is none.
  ///
  /// - Throws: ``ImportError`` where the rows of one group say different things.
  mutating func add(_ claim: MappingClaim, group: String?) throws(ImportError) {
    guard let group else { return claims.append(claim) }
    let key = Key(source: claim.source, group: group)
    guard let first = firsts[key] else {
      firsts[key] = claims.count
      return claims.append(claim)
    }
    guard claims[first].relations == claim.relations, claims[first].token == claim.token else {
      throw ImportError(
        .contradictoryClaim(
          "group \"\(group)\" says \"\(claim.token)\" here and \"\(claims[first].token)\" in line "
            + "\(claims[first].origin.line)"), at: claim.origin)
    }
    claims[first].target = Self.union(claims[first].target, claim.target)
    claims[first].note = Self.joined(claims[first].note, claim.note)
    // The weakest row says how far the whole holds.
    claims[first].strength = Self.least(claims[first].strength, claim.strength)
    claims[first].confidence = Self.least(claims[first].confidence, claim.confidence)
    if claims[first].rationale != claim.rationale { claims[first].rationale = nil }
  }

  private static func union(_ first: ClaimEnd, _ second: ClaimEnd) -> ClaimEnd {
    guard case .nodes(let known) = first, case .nodes(let more) = second else { return first }
    return .nodes(known + more.filter { !known.contains($0) })
  }

  private static func joined(_ first: String?, _ second: String?) -> String? {
    guard let first else { return second }
    guard let second, second != first else { return first }
    return first + "\n" + second
  }

  private static func least<Number: Comparable>(_ first: Number?, _ second: Number?) -> Number? {
    guard let first, let second else { return first ?? second }
    return min(first, second)
  }
}
