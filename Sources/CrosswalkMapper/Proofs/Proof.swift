import CrosswalkModel

/// A set of claims from which, with the structure, the closure gives what it gives from all of them about a pair,
/// and of which none can be spared.
///
/// Of two proofs the shorter one has fewer claims; of two equally long ones, the better one has the better weakest
/// claim (``EvidenceQuality``, then identity), and where these are the same claim, the better second weakest. The most
/// trusted proof has the best weakest claim that any proof has, and is the shortest of those.
struct Proof: Equatable {
  /// Claims of the network, in ascending order.
  let claims: [Int]
  /// Whether it is known to be the first by its measure; otherwise none better was found.
  let isProven: Bool
}

extension RelationNetwork {
  /// The claims from the most trusted to the least.
  func byTrust(_ claims: some Sequence<Int>) -> [Int] {
    let ranked: [(quality: EvidenceQuality, claim: Int)] = claims.map { (quality(ofClaim: $0), $0) }
    let sorted = ranked.sorted { left, right in
      left.quality == right.quality ? left.claim < right.claim : left.quality < right.quality
    }
    return sorted.map(\.claim)
  }
}
