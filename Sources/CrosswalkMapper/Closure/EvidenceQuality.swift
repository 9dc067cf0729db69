import CrosswalkModel

/// How good the claims behind a conclusion are; of two conclusions of one length, the lower one is preferred.
///
/// Fresh before stale, reviewed before drafts only, then the confidence of the weakest claim.
struct EvidenceQuality: Comparable, Hashable {
  private let rank: UInt16

  private static let stale: UInt16 = 1 << 15
  private static let draftsOnly: UInt16 = 1 << 14
  private static let doubt: UInt16 = 0x3FFF
  private static let scale = 10_000.0

  /// The quality of structure, which rests on no claim at all.
  static let structure = EvidenceQuality(rank: draftsOnly)

  private init(rank: UInt16) { self.rank = rank }

  init(isReviewed: Bool, isStale: Bool, confidence: Double?) {
    let doubt = UInt16((1 - min(max(confidence ?? 0, 0), 1)) * Self.scale + 0.5)
    rank = doubt | (isStale ? Self.stale : 0) | (isReviewed ? 0 : Self.draftsOnly)
  }

  /// The quality of a conclusion from both.
  func joined(with other: Self) -> Self {
    let stale = (rank | other.rank) & Self.stale
    let draftsOnly = rank & other.rank & Self.draftsOnly
    return Self(rank: stale | draftsOnly | max(rank & Self.doubt, other.rank & Self.doubt))
  }

  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

extension RelationNetwork {
  /// How good the ground of a fact is.
  func quality(of fact: Fact) -> EvidenceQuality {
    guard case .claim(let index) = fact.ground else { return .structure }
    return quality(ofClaim: index)
  }

  /// How far a claim may be trusted.
  func quality(ofClaim index: Int) -> EvidenceQuality {
    let claim = claims[index]
    return EvidenceQuality(
      isReviewed: claim.isReviewed, isStale: staleClaims.contains(claim.id), confidence: claim.confidence)
  }
}
