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

  /// How far claims are followed through other frameworks.
  public enum Reach: Hashable, Sendable {
    /// Without limit, except where a question about two frameworks or one node meets so many claims that this
    /// would take long: then along chains of at most ``defaultChain`` claims.
    case automatic
    /// Without limit, however long it takes.
    case unlimited
    /// Only claims that lie on a chain of at most so many, at least 1, which says something.
    case chains(ofAtMost: Int)

    /// How many claims a chain may have where nothing else is said.
    public static let defaultChain = 3
  }

  /// The weakest claim to trust, 0 through 1; a claim without confidence counts as 0.
  public var minimumConfidence: Double
  /// How much is concluded from the trusted claims.
  public var inference: Inference
  /// How far claims are followed.
  public var reach: Reach

  /// Creates options; by default every claim that counts is trusted and thought through.
  public init(
    minimumConfidence: Double = 0, inference: Inference = .closure, reach: Reach = .automatic
  ) {
    self.minimumConfidence = minimumConfidence
    self.inference = inference
    self.reach = reach
  }

  /// Whether `claim` takes part: rejected, deprecated and superseded ones never do.
  func trusts(_ claim: MappingClaim) -> Bool { claim.counts && (claim.confidence ?? 0) >= minimumConfidence }
}
