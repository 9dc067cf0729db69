/// How many claims of which status say something about two frameworks.
public struct MappingSummary: Hashable, Sendable {
  /// The framework on the left of "source RELATIONSHIP target".
  public var source: FrameworkID
  /// The framework on its right.
  public var target: FrameworkID
  /// Claims by status; a status that no claim has may be missing.
  public var counts: [MappingClaim.Status: Int]
  /// Complete claims that name a reviewer.
  public var reviewed: Int

  /// Alternative routes, whatever their status: counted apart, since they say nothing about relations.
  public var alternatives = 0

  /// All claims about relations, those that do not count in an analysis included.
  public var claims: Int { counts.values.reduce(0, +) }

  /// Creates a summary of one direction: "source RELATIONSHIP target".
  public init(
    source: FrameworkID, target: FrameworkID, counts: [MappingClaim.Status: Int] = [:], reviewed: Int = 0
  ) {
    self.source = source
    self.target = target
    self.counts = counts
    self.reviewed = reviewed
  }

  /// One summary for each pair of frameworks, ordered by source, then by target.
  ///
  /// Cost: one pass over the claims.
  public static func summaries(of claims: some Sequence<MappingClaim>) -> [MappingSummary] {
    var found: [FrameworkPair: MappingSummary] = [:]
    for claim in claims {
      let pair = FrameworkPair(source: claim.source.framework, target: claim.target.framework)
      var summary = found[pair] ?? MappingSummary(source: pair.source, target: pair.target)
      if claim.isAlternativeRoute {
        summary.alternatives += 1
      } else {
        summary.counts[claim.status, default: 0] += 1
        if claim.isReviewed { summary.reviewed += 1 }
      }
      found[pair] = summary
    }
    return found.values.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }
}

private struct FrameworkPair: Hashable {
  var source, target: FrameworkID
}
