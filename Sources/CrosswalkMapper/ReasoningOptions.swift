import CrosswalkModel

/// Which claims to trust, and how far to think them through.
public struct ReasoningOptions: Hashable, Sendable {
  /// How much is concluded from the claims.
  public enum Inference: Hashable, Sendable {
    /// Everything that follows by composition, structure and unions.
    case closure
    /// The claims as they stand: nothing is concluded from two of them, nor from structure.
    case assertedOnly
  }

  /// The weakest claim to trust, 0 through 1; a claim without confidence counts as 0.
  public var minimumConfidence: Double
  /// How much is concluded from the trusted claims.
  public var inference: Inference

  /// Creates options; by default every claim that counts is trusted and thought through.
  public init(minimumConfidence: Double = 0, inference: Inference = .closure) {
    self.minimumConfidence = minimumConfidence
    self.inference = inference
  }

  /// Whether `claim` takes part: rejected, deprecated and superseded ones never do.
  func trusts(_ claim: MappingClaim) -> Bool { claim.counts && (claim.confidence ?? 0) >= minimumConfidence }
}
