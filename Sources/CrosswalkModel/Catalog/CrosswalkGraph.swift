/// Frameworks and the claims between them: what importers make, what the store keeps, what the mapper reads.
///
/// A graph never changes; a ``CrosswalkGraphBuilder`` makes it.
public struct CrosswalkGraph: Sendable {
  /// One revision of each framework.
  public let catalogs: [Catalog]
  /// In the order of their sources.
  public let claims: [MappingClaim]
  /// Claims that name another revision of an end, whose requirement text is not known to be the same.
  public let staleClaims: Set<ClaimID>

  /// Creates a graph.
  ///
  /// Claims may name nodes that no catalog holds: such claims dangle.
  public init(catalogs: [Catalog], claims: [MappingClaim], staleClaims: Set<ClaimID> = []) {
    self.catalogs = catalogs
    self.claims = claims
    self.staleClaims = staleClaims
  }

  /// The catalog of `framework`; a graph holds one revision of each.
  public func catalog(_ framework: FrameworkID) -> Catalog? { catalogs.first { $0.framework == framework } }
}
