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
  /// How far single sources of claims are trusted; all others wholly.
  public var trust: [SourceTrust]

  /// Creates options; by default every claim that counts is trusted and thought through.
  public init(
    minimumConfidence: Double = 0, inference: Inference = .closure, reach: Reach = .automatic,
    trust: [SourceTrust] = []
  ) {
    self.minimumConfidence = minimumConfidence
    self.inference = inference
    self.reach = reach
    self.trust = trust
  }

  /// `claim` as it takes part, its confidence lowered to what its sources are trusted; `nil` where it takes none.
  ///
  /// Rejected, deprecated and superseded claims never take part, nor those of a source that is not trusted at all.
  public func trusted(_ claim: MappingClaim) -> MappingClaim? {
    guard claim.counts else { return nil }
    var claim = claim
    let factor = trustFactor(of: claim)
    if factor < 1 { claim.confidence = claim.confidence.map { $0 * factor } }
    return factor > 0 && (claim.confidence ?? 0) >= minimumConfidence ? claim : nil
  }

  /// How far `claim` is trusted: the lowest factor that one of its sources has.
  private func trustFactor(of claim: MappingClaim) -> Double {
    guard !trust.isEmpty else { return 1 }
    return trust.lazy.filter { $0.concerns(claim) }.map(\.factor).min() ?? 1
  }
}

/// How far the claims of one source are trusted.
public struct SourceTrust: Hashable, Sendable {
  /// An author of claims, or the base name of the file that they come from; case does not count.
  public var source: String
  /// What the confidence of its claims is multiplied by, 0 through 1; at 0 they are left out.
  public var factor: Double

  /// Trusts the claims of `source` by `factor`, 0 through 1.
  public init(source: String, factor: Double) {
    self.source = source
    self.factor = factor
  }

  /// Whether `claim` is of this source.
  public func concerns(_ claim: MappingClaim) -> Bool {
    let wanted = source.lowercased()
    return Self.sources(of: claim).contains { $0.lowercased() == wanted }
  }

  /// What a claim can be trusted by: its author, and the base name of its file.
  public static func sources(of claim: MappingClaim) -> [String] {
    let file = claim.origin.file
    let name = file.lastIndex(of: "/").map { String(file[file.index(after: $0)...]) } ?? file
    return [claim.author, name].compactMap(\.self).filter { !$0.isEmpty }
  }
}
